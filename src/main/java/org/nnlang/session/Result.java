package org.nnlang.session;

/** How a script ended. */
public enum Result {
    /** All as it should be. */
    FINE(0),
    /** An {@code expect} did not hold, or a statement failed. */
    FAILED(1),
    /** The script does not parse or check: nothing of it was run. */
    INVALID(2),
    /** It was stopped. */
    INTERRUPTED(130);

    private final int status;

    Result(int status) {
        this.status = status;
    }

    /** The exit status of a process that ends this way. */
    public int status() {
        return status;
    }
}
