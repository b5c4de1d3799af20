package org.nnlang.network;

import org.nnlang.math.Elementary;

/**
 * A random number generator whose whole state is one {@code long}, the same numbers on every machine.
 *
 * <p>It is SplitMix64: G. L. Steele, D. Lea and C. H. Flood, <i>Fast splittable pseudorandom number generators</i>,
 * OOPSLA 2014.
 */
public final class Random64 {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** A generator in the given state; see {@link #of} for one from a seed. */
    public Random64(long state) {
        this.state = state;
    }

    /** The generator for one purpose (say, one layer): streams of a seed have nothing to do with each other. */
    public static Random64 of(long seed, long stream) {
        return new Random64(mix(mix(seed + GOLDEN_GAMMA) + stream * GOLDEN_GAMMA));
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** One of the 2⁵³ multiples of 2⁻⁵³ in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** A number from 0 to bound − 1, each equally likely; the bound is positive. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound + " is not positive");
        }
        while (true) {
            long bits = nextLong() >>> 1;
            long value = bits % bound;
            if (bits - value + (bound - 1) >= 0) { // else in the last, incomplete run of 0 … bound − 1
                return (int) value;
            }
        }
    }

    /** A number in [a, b); rounding may reach b where an ulp of b is not small against b − a. */
    public double uniform(double a, double b) {
        return a + (b - a) * nextDouble();
    }

    /**
     * A number from the standard normal distribution, by Marsaglia's polar method. The method makes two at a time; the
     * second is dropped, since to keep it would be a second piece of state.
     */
    public double normal() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * Elementary.ln(s) / s);
            }
        }
    }

    /** Puts the elements in a random order, each order equally likely (Fisher and Yates). */
    public void shuffle(int[] elements) {
        for (int i = elements.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = elements[i];
            elements[i] = elements[j];
            elements[j] = swapped;
        }
    }

    /** David Stafford's thirteenth mixer: a bijection that spreads each bit over all. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
