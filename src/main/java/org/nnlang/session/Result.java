package org.nnlang.session;

/** How a script ended. */
public enum Result {
    /** Nothing went wrong. */
    FINE(0),
    /** An {@code expect} did not hold, or a statement failed. */
    FAILED(1),
    /** The script does not parse or check; nothing of it ran. */
    INVALID(2),
    /** It was stopped. */
    INTERRUPTED(130);

    private final int status;

    Result(int status) {
        this.status = status;
    }

    /** The exit status of a process with this result. */
    public int status() {
        return status;
    }
}
