package org.nnlang.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The functions that formulas call. Some are written as a formula of simpler ones, but worked out so that nothing overflows. */
public enum Function {
    EXP("exp"),
    LN("ln"),
    TANH("tanh"),
    SIGMOID("sigmoid"),
    SIN("sin"),
    COS("cos"),
    TAN("tan"),
    RELU("relu"),
    MAX("max"),
    MIN("min"),
    /** 1 above 0, −1 below, 0 at 0. */
    SIGN("sign"),
    /** The normal distribution's Φ. */
    NORMAL_CDF("Φ"),
    /** The normal distribution's density φ. */
    NORMAL_DENSITY("φ"),
    /** Written e^z − 1. */
    EXPM1("expm1"),
    /** Written ln(1 + e^z). */
    SOFTPLUS("softplus"),
    /** Written e^z / (1 + e^z). */
    LOGISTIC("logistic"),
    /** Of z and a, b, …: written ln(e^a + e^b + …) − z. */
    NEG_LOG_SOFTMAX("neglogsoftmax");

    private final String sign;

    Function(String sign) {
        this.sign = sign;
    }

    /** The name in print. */
    public String sign() {
        return sign;
    }

    /** The function's value; {@link #MAX}, {@link #MIN} and {@link #NEG_LOG_SOFTMAX} take any number of arguments, the others one. */
    public double value(double... z) {
        return switch (this) {
            case MAX -> largest(z);
            case MIN -> smallest(z);
            case NEG_LOG_SOFTMAX -> negLogSoftmax(z);
            default -> value(z[0]);
        };
    }

    /** The function's value for one argument. */
    public double value(double z) {
        return switch (this) {
            case EXP -> Elementary.exp(z);
            case LN -> Elementary.ln(z);
            case TANH -> Elementary.tanh(z);
            case SIGMOID, LOGISTIC -> Elementary.sigmoid(z);
            case SIN -> Elementary.sin(z);
            case COS -> Elementary.cos(z);
            case TAN -> Elementary.tan(z);
            case RELU -> relu(z);
            case MAX, MIN -> z;
            case SIGN -> Math.signum(z);
            case NORMAL_CDF -> Elementary.normalCdf(z);
            case NORMAL_DENSITY -> Elementary.normalDensity(z);
            case EXPM1 -> Elementary.expm1(z);
            case SOFTPLUS -> Elementary.softplus(z);
            case NEG_LOG_SOFTMAX -> throw new IllegalArgumentException("one argument");
        };
    }

    /** The formula that a call is written as, or the call itself. */
    public Formula written(Formula.Call call) {
        Formula first = call.arguments().getFirst();
        return switch (this) {
            case EXPM1 -> Formula.difference(Formula.call(EXP, first), Formula.number(1));
            case SOFTPLUS -> Formula.call(LN, Formula.sum(Formula.number(1), Formula.call(EXP, first)));
            case NEG_LOG_SOFTMAX ->
                Formula.difference(
                        Formula.call(
                                LN,
                                Formula.sum(powersOfE(call.arguments()
                                        .subList(1, call.arguments().size())))),
                        first);
            case LOGISTIC ->
                Formula.quotient(Formula.call(EXP, first), Formula.sum(Formula.number(1), Formula.call(EXP, first)));
            case EXP, LN, TANH, SIGMOID, SIN, COS, TAN, RELU, MAX, MIN, SIGN, NORMAL_CDF, NORMAL_DENSITY -> call;
        };
    }

    /** e^z for each z; what is left out stays so. */
    public static List<Formula> powersOfE(List<Formula> exponents) {
        List<Formula> powers = new ArrayList<>();
        for (Formula exponent : exponents) {
            powers.add(exponent instanceof Formula.Elided ? exponent : Formula.call(EXP, exponent));
        }
        return powers;
    }

    /** max(0, z), NaN for NaN. */
    public static double relu(double z) {
        return z > 0 ? z : z <= 0 ? 0 : z;
    }

    private static double smallest(double[] z) {
        double smallest = z[0];
        for (double other : z) {
            smallest = Math.min(smallest, other);
        }
        return smallest;
    }

    private static double largest(double[] z) {
        double largest = z[0];
        for (double other : z) {
            largest = Math.max(largest, other);
        }
        return largest;
    }

    /** ln(e^a + e^b + …) − z, of z, a, b, …. */
    public static double negLogSoftmax(double[] z) {
        double[] others = Arrays.copyOfRange(z, 1, z.length);
        double[] to = new double[1];
        negLogSoftmax(new double[] {z[0]}, 1, others, others.length, to);
        return to[0];
    }

    /** The same for many z: (largest − z) + ln(1 + Σ e^(other − largest)), so that no digit is lost near 0. */
    static void negLogSoftmax(double[] z, int count, double[] all, int size, double[] to) {
        int largest = 0;
        for (int k = 1; k < size; k++) {
            if (all[k] > all[largest]) {
                largest = k;
            }
        }
        double most = all[largest];
        double rest = 0;
        for (int k = 0; k < size; k++) {
            if (k != largest) {
                rest += all[k] == most ? 1 : Elementary.exp(all[k] - most);
            }
        }
        double log = Elementary.log1p(rest);
        for (int k = 0; k < count; k++) {
            to[k] = (z[k] == most ? 0 : most - z[k]) + log;
        }
    }
}
