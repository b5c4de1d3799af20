package org.nnlang.network;

/** Temporary. */
public final class Elementary {
    private Elementary() {}

    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    public static double ln(double x) {
        return StrictMath.log(x);
    }

    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    public static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    public static double softplus(double x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }

    public static double normalCdf(double x) {
        return x;
    }

    public static double normalDensity(double x) {
        return x;
    }

    public static double pow(double a, double b) {
        return StrictMath.pow(a, b);
    }

    public static double sin(double x) {
        return StrictMath.sin(x);
    }

    public static double cos(double x) {
        return StrictMath.cos(x);
    }

    public static double tan(double x) {
        return StrictMath.tan(x);
    }
}
