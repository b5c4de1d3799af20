package org.nnlang.data;

/** The encoding of a file's characters. */
public enum Encoding {
    /** UTF-8, or UTF-16 if the file begins with its byte order mark. */
    UTF8("UTF-8"),
    /** UTF-16, low byte first unless the byte order mark says otherwise. */
    UTF16("UTF-16"),
    /** Windows-1252: one byte for each character, as in western Europe. */
    LATIN1("Latin-1");

    private final String text;

    Encoding(String text) {
        this.text = text;
    }

    /** Its usual name. */
    public String text() {
        return text;
    }
}
