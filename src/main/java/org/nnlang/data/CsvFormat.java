package org.nnlang.data;

import java.util.Objects;

/**
 * How a file of separated values is written, as far as that was said.
 *
 * @param separator what stands between cells; 0: to be found; a blank: runs of blanks and tabs
 * @param decimal what stands before the decimals
 * @param thousands what stands between groups of three digits; 0: nothing
 * @param comment what begins a line that is not part of the table; 0: nothing
 */
public record CsvFormat(
        Header header, Missing missing, char separator, char decimal, char thousands, Encoding encoding, char comment) {
    /** As it is where nothing is said. */
    public static final CsvFormat STANDARD =
            new CsvFormat(Header.FOUND, Missing.REFUSED, '\0', '.', '\0', Encoding.UTF8, '\0');

    public CsvFormat {
        Objects.requireNonNull(header);
        Objects.requireNonNull(missing);
        Objects.requireNonNull(encoding);
    }

    /** The same with another separator. */
    CsvFormat separatedBy(char other) {
        return new CsvFormat(header, missing, other, decimal, thousands, encoding, comment);
    }

    /** Whether the first line names the columns. */
    public enum Header {
        /** It does, unless it looks like data. */
        FOUND,
        /** It does, whatever it looks like. */
        FIRST,
        /** It is a row like the others; the columns are called c1, c2, … */
        NONE
    }

    /** What becomes of cells without a value. */
    public enum Missing {
        REFUSED,
        /** Their rows are left out. */
        SKIP,
        /** Inputs become the mean, or the most frequent class, of the training rows; rows without a target are left out. */
        MEAN,
        /** Without a value is a class of its own. */
        KEEP
    }
}
