package org.nnlang.data;

/** Receives the rows of a table cell by cell, so that no cell need become a String. */
public interface CellSink {
    /** A row begins at this line of the file, counted from 1; drops a row that was begun but not ended. */
    void begin(int line);

    /**
     * The row's next cell.
     *
     * @param text holds the cell from {@code from} up to {@code to}; valid during the call only
     * @param quoted whether the cell was in quotes, which are removed
     */
    void cell(char[] text, int from, int to, boolean quoted);

    /** The row is complete, with {@code cells} cells. */
    void end(int cells);

    /** Whether a range contains only spaces. */
    static boolean isBlank(char[] text, int from, int to) {
        for (int i = from; i < to; i++) if (text[i] > ' ') return false;
        return true;
    }

    /** The text of a cell, without the spaces around it. */
    static String text(char[] text, int from, int to) {
        return new String(text, from, to - from).strip();
    }
}
