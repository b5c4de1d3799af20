package org.nnlang.data;

import java.nio.charset.StandardCharsets;

/** Takes the rows of a table as they are read, cell by cell, so that no cell need become a String. */
interface RecordSink {
    /**
     * One cell, in the bytes from {@code from} up to {@code to}, which are UTF-8 and only valid during the call. Column 0
     * begins a row; a row that turns out to be a blank line is begun and never ended.
     */
    void cell(int line, int column, byte[] bytes, int from, int to);

    /** The row is complete and has as many cells as the header. */
    void endRow();

    /** The text of a cell, without the blanks around it. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).trim();
    }
}
