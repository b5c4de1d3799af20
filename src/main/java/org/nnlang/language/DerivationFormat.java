package org.nnlang.language;

/** How a derivation is written. */
public enum DerivationFormat {
    TEXT("text"),
    LATEX("latex"),
    MARKDOWN("markdown"),
    MATHML("mathml");

    private final String text;

    DerivationFormat(String text) {
        this.text = text;
    }

    /** How it is called. */
    public String text() {
        return text;
    }
}
