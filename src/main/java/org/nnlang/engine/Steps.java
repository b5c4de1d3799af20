package org.nnlang.engine;

/** What generated code calls: the parts of an update that are the same for every parameter. */
final class Steps {
    private Steps() {}

    /** A derivative; NaN where what it is of is NaN. */
    static double unlessUndefined(double derivative, double share) {
        return Double.isNaN(share) ? Double.NaN : derivative;
    }
}
