package org.nnlang.network;

/** The independent random streams that one seed gives, so that no use of chance disturbs another. */
public final class Streams {
    /** Drawing the test rows. */
    public static final long TEST_ROWS = 1L << 60;

    /** The order of the samples; the epoch is added. */
    public static final long SHUFFLE = 2L << 60;

    private Streams() {}

    /** The starting weights of layer {@code l}. */
    public static long weights(int l) {
        return 2L * l;
    }

    /** The starting biases of layer {@code l}. */
    public static long biases(int l) {
        return 2L * l + 1;
    }
}
