package org.nnlang.text;

/** Escapes text for HTML. */
public final class Html {
    private Html() {}

    /** The text with character references for what means something in HTML, in an attribute too. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
