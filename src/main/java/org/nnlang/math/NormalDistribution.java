package org.nnlang.math;

/**
 * The normal distribution, from IEEE basic operations alone.
 *
 * <p>Near 0 its function is a polynomial in x²; further out erfc(x), twice its tail at x · √2, is e^(−x² + …) with a rational
 * function for the dots. The square goes to the exponential with all of its digits: without them the tail would lose x² ulps.
 * The coefficients were fitted at Chebyshev nodes, in 60 digits, by {@code src/test/reference/elementary.py fits}.
 */
final class NormalDistribution {
    private static final double SQRT_HALF = 0x1.6a09e667f3bcdp-1;

    /** Added and taken away again, rounds to a multiple of 2⁻²⁰, whose square is exact. */
    private static final double ROUNDER = 0x1.8p32;

    /** ln √(2π) − 235/256. */
    private static final double LN_SQRT_TWO_PI_REST = 0x1.fc72192fad29ap-11;

    private NormalDistribution() {}

    static double density(double x) {
        double size = Math.abs(x);
        if (!(size < 40)) {
            return size >= 40 ? 0 : x;
        }
        double head = (size + ROUNDER) - ROUNDER;
        double lost = 0.5 * (size - head) * (size + head);
        return Exponential.exp(-0.5 * head * head - 0.91796875, -LN_SQRT_TWO_PI_REST - lost);
    }

    static double cdf(double x) {
        double size = Math.abs(x);
        if (size < 1) {
            double head = (x + ROUNDER) - ROUNDER; // so that head · 51/128 is exact
            return (0.5 + head * 0.3984375) + ((x - head) * 0.3984375 + x * polynomial(B, x * x));
        }
        if (!(size < 39)) {
            return x > 0 ? 1 : x < 0 ? 0 : x;
        }
        double head = (size + ROUNDER) - ROUNDER;
        double upper = 0.5 * tail(size * SQRT_HALF, 0.5 * head * head, 0.5 * (size - head) * (size + head));
        return x < 0 ? upper : 1 - upper;
    }

    /** erfc(x) for x from 0.7 to 28, where x² = square + lost, the first exactly. */
    private static double tail(double x, double square, double lost) {
        if (x < 2.75) {
            double t = x - 1;
            double c = polynomial(C_TOP, t) / polynomial(C_BOTTOM, t);
            return Exponential.exp(-square - 0.875, (c - lost) - 0.5 * t);
        }
        double s = 1 / (x * x);
        double d = polynomial(D_TOP, s) / polynomial(D_BOTTOM, s);
        return Exponential.exp(-square - 0.5625, d - lost) / x;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = coefficients[i] + x * sum;
        }
        return sum;
    }

    /** cdf(x) = 1/2 + 51/128 x + x B(x²) for |x| &lt; 1. */
    private static final double[] B = {
        0x1.08a67a86ca119p-11, -0x1.1058377e2cedfp-4, 0x1.46d042976901p-7, -0x1.37403f6b93143p-10,
        0x1.e42b0d4b14d39p-14, -0x1.3ce8f9bacee1ep-17, 0x1.6589f17ce2693p-21, -0x1.621cc567a99f7p-25,
        0x1.380b151d37375p-29, -0x1.e69d43072e1f8p-34, 0x1.1eb48cc19cdecp-38,
    };

    /** erfc(x) = e^(−x² − 7/8 − (x − 1)/2 + C(x − 1)) for 0.7 ≤ x &lt; 11/4. */
    private static final double[] C_TOP = {
        0x1.a0103615757bdp-6,
        -0x1.bbb04a2274609p-4,
        0x1.6d361660567d3p-8,
        0x1.01b688a092fa5p-4,
        0x1.2430237b10028p-5,
        0x1.1c3eb7ccb11b1p-7,
        0x1.008a142c3baffp-10,
        0x1.27e188507827dp-15,
    };

    private static final double[] C_BOTTOM = {
        0x1.0p0,
        0x1.34ee53643a98cp0,
        0x1.4a435bd64592ap-1,
        0x1.821998305d11ap-3,
        0x1.f9d135be3e6e3p-6,
        0x1.4e35213a6ef11p-9,
        0x1.31c757fd4bd54p-14,
        -0x1.4e995a6a0f935p-26,
    };

    /** erfc(x) = e^(−x² − 9/16 + D(1/x²)) / x for 11/4 ≤ x &lt; 28. */
    private static final double[] D_TOP = {
        -0x1.4341239e86f9bp-7, -0x1.92cee62de2026p-1, -0x1.0dc58d82a1405p4, -0x1.24dcf8df5ab46p7,
        -0x1.173a10a7f1149p9, -0x1.b449f90d43911p9, -0x1.a8d7bd96df08p8, -0x1.2e9de7a2ce356p4,
    };

    private static final double[] D_BOTTOM = {
        0x1.0p0,
        0x1.d10e79874e09fp4,
        0x1.2b5056545ad5bp8,
        0x1.53917302ddfcep10,
        0x1.574f93621fd86p11,
        0x1.12001fef5f0adp11,
        0x1.db1d130da58f2p8,
    };
}
