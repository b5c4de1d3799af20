package org.nnlang.draw;

/** How colours are written into a picture. */
enum Scheme {
    /** A file: light values, and a style sheet with the dark ones for readers who prefer them; on paper of its own. */
    FILE,
    /** Part of a page: CSS variables that the page may set, with the light values if it doesn't; on the page's paper. */
    INLINE,
    /** Light values alone, for programs that know no style sheets. */
    LIGHT,
    /** Dark values alone. */
    DARK;

    /** Whether the picture brings its own background. */
    boolean ownPaper() {
        return this != INLINE;
    }

    /** The value of a colour in an attribute. */
    String value(Paint paint) {
        return switch (this) {
            case FILE, LIGHT -> paint.light();
            case INLINE -> "var(--nn-" + paint.label() + "," + paint.light() + ")";
            case DARK -> paint.dark();
        };
    }
}
