package org.nnlang.slips;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.nnlang.math.Decimals;
import org.nnlang.math.Elementary;
import org.nnlang.math.Formula;
import org.nnlang.network.Random64;

/**
 * What is done otherwise than right: by another script, other given numbers, other lines, or other digits.
 *
 * @param script a neighbouring script; null for the same
 * @param givens numbers that are given otherwise
 * @param rewritings lines that are written otherwise, one after the other
 * @param digits what becomes of each line's result
 */
record Change(Script script, List<Given> givens, List<Rewriting> rewritings, Digits digits) {
    /** Nothing. */
    static final Change NONE = new Change(null, List.of(), List.of(), Digits.EXACT);

    /**
     * A neighbouring script.
     *
     * @param calculation what becomes of the calculation; null if it can't be
     * @param steps the step at which the script has what is asked for at a step
     */
    record Script(UnaryOperator<Calculation> calculation, LongUnaryOperator steps) {
        Script and(Script other) {
            return new Script(
                    c -> {
                        Calculation changed = calculation.apply(c);
                        return changed == null ? null : other.calculation.apply(changed);
                    },
                    step -> other.steps.applyAsLong(steps.applyAsLong(step)));
        }
    }

    /**
     * A given number.
     *
     * @param what a parameter, an input or target, the learning rate, or a setting
     * @param sample of an input or target, the number of its sample, from 0, or −1 for all
     * @param factor what the right number is multiplied by, if {@code value} is NaN
     */
    record Given(Formula what, int sample, double value, double factor) {
        double apply(double right) {
            return Double.isNaN(value) ? right * factor : value;
        }
    }

    /**
     * How a result is written down.
     *
     * @param decimals how many, or −1 for all
     * @param noise in float32, which last bits are wrong; null for none
     * @param family the only lines that are rounded; null for all
     */
    record Digits(int decimals, boolean cut, boolean single, Random64 noise, String family) {
        static final Digits EXACT = new Digits(-1, false, false, null, null);

        /** In float32, the last bit wrong by chance. */
        static Digits single(Random64 noise) {
            return new Digits(-1, false, true, noise, null);
        }

        /** Rounded, or cut off. */
        static Digits of(int decimals, boolean cut) {
            return new Digits(decimals, cut, false, null, null);
        }

        /** Only the results of some lines are rounded. */
        static Digits of(int decimals, String family) {
            return new Digits(decimals, false, false, null, family);
        }

        boolean isOf(Sheet.Line line) {
            return family == null || family.equals(line.family());
        }

        boolean isExact() {
            return decimals < 0 && !single;
        }

        double apply(double value) {
            if (single) {
                return noise == null ? (float) value : value + (2 * noise.nextInt(2) - 1) * Math.ulp((float) value);
            }
            if (!cut) {
                return Decimals.round(value, decimals);
            }
            double power = Elementary.pow(10, decimals);
            double scaled = value * power;
            double rounded = Math.rint(scaled);
            boolean whole = Math.abs(scaled - rounded) <= 1e-9; // 0.3 · 10 is 3.0000000000000004
            return (whole ? rounded : scaled < 0 ? -Math.floor(-scaled) : Math.floor(scaled)) / power;
        }
    }

    static Change of(UnaryOperator<Calculation> script) {
        return of(new Script(script, step -> step));
    }

    static Change of(Script script) {
        return new Change(script, List.of(), List.of(), Digits.EXACT);
    }

    static Change of(Rewriting rewriting) {
        return new Change(null, List.of(), List.of(rewriting), Digits.EXACT);
    }

    static Change of(List<Given> givens) {
        return new Change(null, givens, List.of(), Digits.EXACT);
    }

    static Change of(Digits digits) {
        return new Change(null, List.of(), List.of(), digits);
    }

    /** This change, then another. */
    Change and(Change other) {
        List<Given> allGivens = new ArrayList<>(givens);
        allGivens.addAll(other.givens);
        List<Rewriting> all = new ArrayList<>(rewritings);
        all.addAll(other.rewritings);
        return new Change(
                script == null ? other.script : other.script == null ? script : script.and(other.script),
                allGivens,
                all,
                other.digits.isExact() ? digits : other.digits);
    }
}
