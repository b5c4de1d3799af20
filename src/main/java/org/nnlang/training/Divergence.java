package org.nnlang.training;

/** Thrown when training diverges. */
public final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long step;
    private final transient State last;

    /** Training diverged in update {@code step}; {@code last} is the state before it. */
    public Divergence(long step, State last) {
        super("training diverged at step " + step, null, false, false);
        this.step = step;
        this.last = last;
    }

    /** The update in which training diverged. */
    public long step() {
        return step;
    }

    /** The state before it. */
    public State last() {
        return last;
    }
}
