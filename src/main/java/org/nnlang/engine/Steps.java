package org.nnlang.engine;

import org.nnlang.math.Elementary;

/** What generated code calls: the parts of an update that are the same for every parameter. */
final class Steps {
    private Steps() {}

    /** A derivative; NaN where what it is of is NaN. */
    static double unlessUndefined(double derivative, double share) {
        return Double.isNaN(share) ? Double.NaN : derivative;
    }

    /** η / (1 + (n − 1) · fall), of adagrad. */
    static double adagradRate(double rate, double fall, double n) {
        return rate / (1 + (n - 1) * fall);
    }

    /** η / (1 − βⁿ), of adam. */
    static double adamRate(double rate, double beta, double n) {
        return rate / (1 - power(beta, n, rest(beta)));
    }

    /** √(1 − βⁿ), of adam. */
    static double adamRoot(double beta, double n) {
        return Math.sqrt(1 - power(beta, n, rest(beta)));
    }

    /** From this n on, 1 − βⁿ is 1 to the last bit: βⁿ < e⁻³⁸ < 2⁻⁵⁴. */
    private static double rest(double beta) {
        return beta < 0.9999999 ? 38 / (1 - beta) : Double.POSITIVE_INFINITY; // −ln β > 1 − β
    }

    private static double power(double beta, double n, double rest) {
        return n > rest ? 0 : Elementary.pow(beta, n);
    }
}
