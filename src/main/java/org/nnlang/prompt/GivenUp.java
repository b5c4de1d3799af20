package org.nnlang.prompt;

/** A text was not edited. */
public final class GivenUp extends Exception {
    private static final long serialVersionUID = 1;

    /** For the reason given. */
    public GivenUp(String why) {
        super(why, null, false, false);
    }
}
