package org.nnlang.network;

/** Training left the finite numbers. */
public final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long step;
    private final transient State last;

    /** Update {@code step} left the finite numbers; {@code last} is the state before it. */
    public Divergence(long step, State last) {
        super("update " + step + " left the finite numbers", null, false, false);
        this.step = step;
        this.last = last;
    }

    /** The update that left the finite numbers. */
    public long step() {
        return step;
    }

    /** The state before it. */
    public State last() {
        return last;
    }
}
