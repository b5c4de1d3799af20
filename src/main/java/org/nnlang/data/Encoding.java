package org.nnlang.data;

/** How the characters of a file are written as bytes. */
public enum Encoding {
    /** UTF-8, or UTF-16 where the file begins with its mark. */
    UTF8("UTF-8"),
    /** UTF-16, the lower byte first unless the mark says otherwise. */
    UTF16("UTF-16"),
    /** A byte for each character, as Windows has them in western Europe. */
    LATIN1("Latin-1");

    private final String text;

    Encoding(String text) {
        this.text = text;
    }

    /** What people call it. */
    public String text() {
        return text;
    }
}
