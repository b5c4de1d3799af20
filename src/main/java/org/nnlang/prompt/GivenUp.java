package org.nnlang.prompt;

/** Thrown when the user did not edit a text. */
public final class GivenUp extends Exception {
    private static final long serialVersionUID = 1;

    /** Gives the reason. */
    public GivenUp(String why) {
        super(why, null, false, false);
    }
}
