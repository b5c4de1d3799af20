package org.nnlang.math;

/**
 * The functions that networks are made of, the same bits on every machine.
 *
 * <p>{@code Math.exp} and its kin may differ by an ulp between processors, virtual machines and browsers, and training
 * makes different digits of that. These use only + − × ÷ √ on doubles, rounded as IEEE 754 says, in one written order.
 * At each stands the greatest error that was found over millions of random arguments, in ulps, units in the last place:
 * 0.5 would be the nearest double always. No float takes part, since JavaScript compilers may keep one as a double.
 */
public final class Elementary {
    /** Up to here tanh is worked out by a continued fraction. */
    static final double LAST_NEAR = 0x1.1999999999999p-1;

    private Elementary() {}

    /** eˣ; 0.51 ulp (0.76 where the result is subnormal). */
    public static double exp(double x) {
        return Exponential.exp(x);
    }

    /** eˣ − 1, without cancellation near 0; 0.6 ulp. */
    public static double expm1(double x) {
        return Exponential.expm1(x);
    }

    /** The natural logarithm; −∞ at 0 and NaN below; 0.52 ulp. */
    public static double ln(double x) {
        return Logarithm.ln(x);
    }

    /** ln(1 + x), without cancellation near 0; 0.67 ulp. */
    public static double log1p(double x) {
        return Logarithm.log1p(x);
    }

    /** The hyperbolic tangent: near 0 by Lambert's continued fraction, else 1 − 2/(e²ˣ + 1); 1.5 ulp. */
    public static double tanh(double x) {
        double size = Math.abs(x);
        if (size <= LAST_NEAR) {
            return x - x * lambert(x * x);
        }
        double result = 1 - 2 / (Exponential.exp(2 * size) + 1);
        return x < 0 ? -result : result;
    }

    /**
     * 1 − tanh(x)/x for s = x²: s/(3 + s/(5 + s/(7 + …))), cut after 15 and brought over one denominator (J. H. Lambert,
     * 1761).
     */
    static double lambert(double s) {
        double top = 675675 + s * (45045 + s * (594 + s));
        double bottom = 2027025 + s * (945945 + s * (51975 + s * (630 + s)));
        return s * top / bottom;
    }

    /** 1/(1 + e⁻ˣ), as it is written; 1.5 ulp above 0, 2.4 below. */
    public static double sigmoid(double x) {
        return 1 / (1 + Exponential.exp(-x));
    }

    /** ln(1 + eˣ), without overflow; 1.5 ulp. */
    public static double softplus(double x) {
        return x > 0 ? x + Logarithm.log1p(Exponential.exp(-x)) : Logarithm.log1p(Exponential.exp(x));
    }

    /** The density of the standard normal distribution, e^(−x²/2)/√(2π); 0.51 ulp. */
    public static double normalDensity(double x) {
        return NormalDistribution.density(x);
    }

    /** The standard normal distribution function, ½(1 + erf(x/√2)), accurate in the lower tail too; 3 ulp, 0.8 above 0. */
    public static double normalCdf(double x) {
        return NormalDistribution.cdf(x);
    }

    /** aᵇ, with the special cases of {@code Math.pow}; 0.5003 ulp, and exact wherever the power is a double. */
    public static double pow(double a, double b) {
        return Power.pow(a, b);
    }

    /** The sine of an angle in radians, however large; 0.5003 ulp. */
    public static double sin(double x) {
        return Angle.sin(x);
    }

    /** The cosine of an angle in radians, however large; 0.5003 ulp. */
    public static double cos(double x) {
        return Angle.cos(x);
    }

    /** The tangent of an angle in radians, however large; 0.5003 ulp. */
    public static double tan(double x) {
        return Angle.tan(x);
    }
}
