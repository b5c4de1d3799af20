package org.nnlang.language;

/** The formats in which derivations are written. */
public enum DerivationFormat {
    TEXT("text"),
    LATEX("latex"),
    MARKDOWN("markdown"),
    MATHML("mathml");

    private final String text;

    DerivationFormat(String text) {
        this.text = text;
    }

    /** The format's name. */
    public String text() {
        return text;
    }
}
