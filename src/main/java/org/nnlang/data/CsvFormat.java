package org.nnlang.data;

import java.util.Objects;

/**
 * The format of a CSV file, as far as the script gives it.
 *
 * @param separator the character between cells; 0: nn finds it; a space: runs of spaces and tabs
 * @param decimal the decimal mark
 * @param thousands the mark between groups of three digits; 0: none
 * @param comment the character that begins a comment line; 0: none
 */
public record CsvFormat(
        Header header, Missing missing, char separator, char decimal, char thousands, Encoding encoding, char comment) {
    /** The default format. */
    public static final CsvFormat STANDARD =
            new CsvFormat(Header.FOUND, Missing.REFUSED, '\0', '.', '\0', Encoding.UTF8, '\0');

    public CsvFormat {
        Objects.requireNonNull(header);
        Objects.requireNonNull(missing);
        Objects.requireNonNull(encoding);
    }

    /** The same format with another separator. */
    CsvFormat separatedBy(char other) {
        return new CsvFormat(header, missing, other, decimal, thousands, encoding, comment);
    }

    /** Whether the first line names the columns. */
    public enum Header {
        /** It does; if it looks like data, that is an error. */
        FOUND,
        /** It does, whatever it looks like. */
        FIRST,
        /** It doesn't: it is a row, and the columns are called c1, c2, … */
        NONE
    }

    /** What nn does with missing cells. */
    public enum Missing {
        REFUSED,
        /** Leaves out their rows. */
        SKIP,
        /** Fills inputs with the training rows' mean or most frequent class; leaves out rows without a target. */
        MEAN,
        /** Makes them a separate class. */
        KEEP
    }
}
