package org.nnlang.network;

/** Temporary. */
public final class Random64 {
    private long state;

    private Random64(long s) {
        state = s;
    }

    public static Random64 of(long seed, long stream) {
        return new Random64(seed * 31 + stream);
    }

    public long nextLong() {
        long z = (state += 0x9E3779B97F4A7C15L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    public double uniform(double a, double b) {
        return a + (b - a) * nextDouble();
    }

    public double normal() {
        return nextDouble();
    }

    public void shuffle(int[] a) {
        for (int i = a.length - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(nextLong(), i + 1);
            int t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
    }
}
