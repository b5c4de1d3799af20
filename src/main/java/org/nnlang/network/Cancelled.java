package org.nnlang.network;

/** Work has stopped because a {@link Cancellation} asked for it. */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a stack trace: it is no fault. */
    public Cancelled() {
        super(null, null, false, false);
    }
}
