package org.nnlang.data;

/** Takes the rows of a table as they are read, cell by cell, so that no cell need become a String. */
public interface CellSink {
    /** Whole numbers of at most this many digits are ints. */
    int WHOLE_DIGITS = 9;

    /** A row begins at this line of the file, counted from 1; what was begun before and not ended was no row. */
    void begin(int line);

    /**
     * The row's next cell.
     *
     * @param text holds the cell from {@code from} up to {@code to}; valid during the call only
     * @param quoted whether the cell stood in quotes, which are no longer there
     */
    void cell(char[] text, int from, int to, boolean quoted);

    /** The row's next cell, without quotes, has nothing but 1 to {@link #WHOLE_DIGITS} digits; this is their value. */
    default void whole(int value, char[] text, int from, int to) {
        cell(text, from, to, false);
    }

    /** The row is complete, and has so many cells. */
    void end(int cells);

    /** Whether there is nothing but blanks. */
    static boolean isBlank(char[] text, int from, int to) {
        for (int i = from; i < to; i++) if (text[i] > ' ') return false;
        return true;
    }

    /** The text of a cell, without the blanks around it. */
    static String text(char[] text, int from, int to) {
        return new String(text, from, to - from).strip();
    }
}
