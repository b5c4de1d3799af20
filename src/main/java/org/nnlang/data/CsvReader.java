package org.nnlang.data;

/** Cuts a text into rows and cells, and reads numbers: a service that the host supplies. */
public interface CsvReader {
    /**
     * The rows of a text as RFC 4180 has them: lines end in CR, LF or both, quotes protect separators and line ends, a
     * doubled quote within quotes is one.
     *
     * @param separator stands between cells
     * @param comment begins a line that is skipped; 0 where there are no comments
     */
    Rows rows(TextSource text, char separator, char comment);

    /**
     * The number that a text is, correctly rounded: a sign, digits with a point among them, an exponent. NaN if it is no
     * such number; infinite if it is beyond the doubles.
     *
     * @param from the first character, which is no blank
     * @param to behind the last character, which is no blank; beyond {@code from}
     */
    double number(char[] text, int from, int to);

    /** The rows of one text. */
    interface Rows {
        /**
         * Hands over the next row: lines with nothing or only blanks in them are skipped.
         *
         * @return whether there was one
         * @throws DataException with {@link DataFault.UnclosedQuote} or {@link DataFault.TextAfterQuote}
         */
        boolean next(CellSink sink);

        /** How many characters of the text were taken, and are not yet handed over. */
        int pending();
    }

    /** A reader without any library: slower, and for hosts that supply none. */
    CsvReader PLAIN = new PlainReader();
}
