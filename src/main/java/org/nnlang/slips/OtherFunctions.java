package org.nnlang.slips;

import static org.nnlang.math.Function.COS;
import static org.nnlang.math.Function.EXP;
import static org.nnlang.math.Function.SIGMOID;
import static org.nnlang.math.Function.SIN;
import static org.nnlang.math.Function.TAN;
import static org.nnlang.math.Function.TANH;

import java.util.function.UnaryOperator;
import org.nnlang.math.Formula;
import org.nnlang.slips.Rewriter.Editor;

/** What is done to a function: it isn't applied, or another one is. */
final class OtherFunctions {
    static final double LN_10 = 2.302585092994046;

    static final double LN_2 = 0.6931471805599453;

    /** What e is rounded to by hand. */
    private static final double[] ROUGH_E = {2.718, 2.72, 2.7};

    private OtherFunctions() {}

    /** Makes the variants of a function. */
    static void of(Editor edit, Formula.Call call) {
        kin(edit, call);
        switch (call.function()) {
            case MAX, MIN -> {
                if (call.arguments().getFirst() instanceof Formula.Number) {
                    edit.replace(
                            "function",
                            call.arguments().getLast(),
                            f -> ((Formula.Call) f).arguments().getLast(),
                            0.7);
                }
            }
            case LN -> {
                edit.replace(
                        "function",
                        call.arguments().getFirst(),
                        f -> ((Formula.Call) f).arguments().getFirst(),
                        0.7);
                edit.replace("log10", null, f -> Formula.quotient(f, Formula.number(LN_10)), 0.6);
                edit.replace("log2", null, f -> Formula.quotient(f, Formula.number(LN_2)), 0.6);
            }
            case NORMAL_CDF ->
                edit.replace(
                        "by tanh",
                        null,
                        f -> tanhCdf(((Formula.Call) f).arguments().getFirst()),
                        0.6);
            case SIN, COS, TAN ->
                edit.replace(
                        "degrees",
                        null,
                        f -> Formula.call(
                                call.function(),
                                Formula.product(
                                        Formula.number(Math.PI / 180),
                                        ((Formula.Call) f).arguments().getFirst())),
                        0.6);
            default -> {
                if (call.arguments().size() == 1) {
                    edit.replace(
                            "function",
                            call.arguments().getFirst(),
                            f -> ((Formula.Call) f).arguments().getFirst(),
                            0.7);
                }
            }
        }
    }

    /** A function that looks like another one, or has a name like it. */
    private static void kin(Editor edit, Formula.Call call) {
        UnaryOperator<Formula> of = f -> ((Formula.Call) f).arguments().getLast();
        if (call.arguments().size() == 1) {
            for (double factor : new double[] {2, 0.5}) {
                edit.replace(
                        factor > 1 ? "twice the argument" : "half the argument",
                        null,
                        f -> Formula.call(call.function(), Formula.product(Formula.number(factor), of.apply(f))),
                        Rewriter.RARE);
            }
        }
        switch (call.function()) {
            case EXP -> {
                edit.replace("power of 2", null, f -> Formula.power(Formula.number(2), of.apply(f)), Rewriter.RARE);
                for (double base : ROUGH_E) {
                    edit.replace(
                            "power of " + base,
                            null,
                            f -> Formula.power(Formula.number(base), of.apply(f)),
                            Rewriter.RARE / 2);
                }
                edit.replace("power of 10", null, f -> Formula.power(Formula.number(10), of.apply(f)), Rewriter.RARE);
            }
            case TANH -> {
                edit.replace(
                        "sinh",
                        null,
                        f -> Formula.product(
                                Formula.number(0.5),
                                Formula.difference(
                                        Formula.call(EXP, of.apply(f)),
                                        Formula.call(EXP, Formula.negation(of.apply(f))))),
                        Rewriter.RARE);
                edit.replace("tan", null, f -> Formula.call(TAN, of.apply(f)), Rewriter.RARE);
            }
            case MAX, MIN -> edit.replace("absolute value", null, f -> Formula.absolute(of.apply(f)), Rewriter.RARE);
            case SIN -> edit.replace("cos", null, f -> Formula.call(COS, of.apply(f)), Rewriter.RARE);
            case COS -> edit.replace("sin", null, f -> Formula.call(SIN, of.apply(f)), Rewriter.RARE);
            case NORMAL_CDF -> edit.replace("by sigmoid", null, f -> sigmoidCdf(of.apply(f)), 0.3);
            case NORMAL_DENSITY -> edit.replace("by sigmoid", null, f -> sigmoidDensity(of.apply(f)), 0.3);
            default -> {}
        }
    }

    /** Φ(z) by way of σ(1.702 z). */
    private static Formula sigmoidCdf(Formula z) {
        return Formula.call(SIGMOID, Formula.product(Formula.number(1.702), z));
    }

    private static Formula sigmoidDensity(Formula z) {
        Formula share = sigmoidCdf(z);
        return Formula.product(Formula.number(1.702), share, Formula.difference(Formula.number(1), share));
    }

    /** Φ(z) by way of ½ (1 + tanh(√(2/π) (z + 0.044715 z³))). */
    private static Formula tanhCdf(Formula z) {
        Formula cube = Formula.product(Formula.number(0.044715), z, z, z);
        Formula of = Formula.product(Formula.number(0.7978845608028654), Formula.sum(z, cube));
        Formula tanh = Formula.call(TANH, of);
        return Formula.product(Formula.number(0.5), Formula.sum(Formula.number(1), tanh));
    }
}
