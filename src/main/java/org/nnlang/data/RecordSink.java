package org.nnlang.data;

/** Takes the rows of a table as they are read, cell by cell, so that no cell need become a String. */
interface RecordSink {
    /**
     * One cell, in the characters from {@code from} up to {@code to}, which are only valid during the call. Column 0
     * begins a row; a row that turns out to be a blank line is begun and never ended.
     */
    void cell(int line, int column, char[] chars, int from, int to);

    /** The row is complete and has as many cells as the header. */
    void endRow();
}
