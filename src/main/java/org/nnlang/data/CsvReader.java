package org.nnlang.data;

/** Splits a text into rows and cells, and reads numbers: a service that the host supplies. */
public interface CsvReader {
    /**
     * The rows of a text in the form of RFC 4180: lines end in CR, LF or both, quotes protect separators and line ends, and a
     * doubled quote within quotes is one quote.
     *
     * @param separator the character between cells
     * @param comment the character that begins a line to skip; 0 for none
     */
    Rows rows(TextSource text, char separator, char comment);

    /**
     * The number in a text, correctly rounded: a sign, digits with a point among them, an exponent. NaN if it isn't such a
     * number; infinite if it is too large for a double.
     *
     * @param from the first character, which isn't a space
     * @param to the end after the last character, which isn't a space; beyond {@code from}
     */
    double number(char[] text, int from, int to);

    /** The rows of one text. */
    interface Rows {
        /**
         * Passes on the next row; skips empty lines and lines with only spaces.
         *
         * @return whether there was one
         * @throws DataException with {@link DataFault.UnclosedQuote} or {@link DataFault.TextAfterQuote}
         */
        boolean next(CellSink sink);

        /** The number of characters read ahead but not yet passed on. */
        int pending();
    }

    /** A slower reader without any library, for hosts that supply none. */
    CsvReader PLAIN = new PlainReader();
}
