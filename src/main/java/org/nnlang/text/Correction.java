package org.nnlang.text;

/** What the user probably meant, as part of a message. */
public record Correction(String instead) {
    @Override
    public String toString() {
        return "did you mean `" + instead + "`?";
    }
}
