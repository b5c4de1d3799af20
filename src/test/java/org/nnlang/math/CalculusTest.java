package org.nnlang.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.power;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random formulas: simplified they have the same values, their derivatives are those of central differences. */
class CalculusTest {
    private static final int FORMULAS = 20_000;

    private final SplittableRandom random = new SplittableRandom(31);
    private final RandomFormulas formulas = new RandomFormulas(random, "z", "t");

    private static double value(Formula formula, double z, double t) {
        return formula.bind(Map.of("z", number(z), "t", number(t))).value();
    }

    private double argument() {
        return random.nextInt(4) == 0 ? random.nextInt(-3, 4) : random.nextDouble(-3, 3);
    }

    /** How far a value moves when each argument moves by some ulps: where that is much, rounding is too. */
    private static double shaky(Formula formula, double z, double t) {
        double value = value(formula, z, t);
        double shaky = 0;
        for (double a : new double[] {1 - 1e-9, 1 + 1e-9}) {
            shaky = Math.max(shaky, Math.abs(value(formula, z * a, t) - value));
            shaky = Math.max(shaky, Math.abs(value(formula, z, t * a) - value));
        }
        return shaky;
    }

    @Test
    void simplifyingKeepsTheValue() {
        int compared = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = formulas.next(1 + random.nextInt(5));
            Formula simple = Simplifier.simplify(formula);
            for (int point = 0; point < 4; point++) {
                double z = argument();
                double t = argument();
                double expected = value(formula, z, t);
                double actual = value(simple, z, t);
                double shaky = shaky(formula, z, t);
                if (regular(formula, z, t) && Double.isFinite(actual) && shaky < 1e-5 * (1 + Math.abs(expected))) {
                    compared++;
                    assertThat(Math.abs(actual - expected))
                            .as("%s as %s at %s, %s", FormulaSyntax.text(formula), FormulaSyntax.text(simple), z, t)
                            .isLessThanOrEqualTo(1e-9 * (1 + Math.abs(expected)) + shaky);
                }
            }
        }
        assertThat(compared).isGreaterThan(FORMULAS);
    }

    /** What a function is written as has the function's value. */
    @Test
    void whatIsWrittenHasTheValue() {
        for (Function function : Function.values()) {
            for (int i = 0; i < 100; i++) {
                int count = function == Function.NEG_LOG_SOFTMAX ? 2 + random.nextInt(3) : 1;
                Formula[] arguments =
                        Stream.generate(() -> number(argument())).limit(count).toArray(Formula[]::new);
                Formula.Call call = new Formula.Call(function, List.of(arguments));
                assertThat(function.written(call).value())
                        .as("%s of %s", function, call.arguments())
                        .isEqualTo(call.value(), within(1e-13));
            }
        }
    }

    /** Whether nothing on the way is without a value, or so large that a difference of two would be rounding only. */
    private static boolean regular(Formula formula, double z, double t) {
        return regular(formula.bind(Map.of("z", number(z), "t", number(t))));
    }

    private static boolean regular(Formula bound) {
        return Math.abs(bound.value()) < 1e5 && Parts.of(bound).stream().allMatch(CalculusTest::regular);
    }

    /** k · e^u − k, of a k above 0, is k · (e^u − 1) by the function that keeps the digits near 0. */
    @Test
    void multiplesOfAPowerLessOne() {
        Formula power = call(Function.EXP, variable("z"));
        for (double k : new double[] {1, 2, 3, 0.5, 0.25, 1.5}) {
            Formula simple = Simplifier.simplify(difference(product(number(k), power), number(k)));
            for (double z : new double[] {-2, -1e-3, 1e-9, 1e-300, 0.5, 3}) {
                double expected = k * StrictMath.expm1(z);
                assertThat(value(simple, z, 0))
                        .as(FormulaSyntax.text(simple))
                        .isEqualTo(expected, within(4e-16 * Math.abs(expected)));
            }
        }
        assertThat(Simplifier.simplify(difference(power, number(1)))).isEqualTo(call(Function.EXPM1, variable("z")));
    }

    /** What a formula is made of is simplified too, whatever the formula. */
    @Test
    void whatIsInsideIsSimplified() {
        Formula t = variable("t");
        List<UnaryOperator<Formula>> kinds = new ArrayList<>(List.of(
                of -> sum(t, of),
                of -> product(t, of),
                of -> quotient(t, of),
                of -> quotient(of, t),
                of -> power(t, of),
                of -> power(of, t),
                Formula::negation,
                Formula::absolute,
                Formula.Root::new,
                of -> new Formula.Because(of, new Reason.Comparison(t, Reason.Relation.ABOVE, number(0))),
                of -> Formula.cases(of, Reason.Relation.BELOW, t, t, number(2)),
                of -> Formula.cases(t, Reason.Relation.BELOW, of, t, number(2)),
                of -> Formula.cases(t, Reason.Relation.BELOW, number(1), of, number(2)),
                of -> Formula.cases(t, Reason.Relation.BELOW, number(1), number(2), of)));
        for (Function function : Function.values()) {
            kinds.add(of -> call(function, of, t));
        }
        Formula z = variable("z");
        for (UnaryOperator<Formula> kind : kinds) {
            Formula untidy = sum(quotient(z, number(2)), product(number(0), t), quotient(z, number(2)));
            assertThat(Simplifier.simplify(kind.apply(untidy))).isEqualTo(Simplifier.simplify(kind.apply(z)));
        }
    }

    @Test
    void simplifyingTwiceIsSimplifyingOnce() {
        int same = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Formula simple = Simplifier.simplify(formulas.next(1 + random.nextInt(4)));
            Formula twice = Simplifier.simplify(simple);
            assertThat(Parts.size(twice)).isLessThanOrEqualTo(Parts.size(simple) * 1.5 + 4);
            same += twice.equals(simple) ? 1 : 0;
        }
        assertThat(same).isGreaterThan(FORMULAS * 98 / 100);
    }

    @Test
    void derivativesAreThoseOfCentralDifferences() {
        int compared = 0;
        int infinite = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = formulas.next(1 + random.nextInt(4));
            Formula derivative = Derivative.of(formula, "z");
            for (int point = 0; point < 3; point++) {
                double z = random.nextDouble(-3, 3);
                double t = random.nextDouble(-3, 3);
                double expected = central(formula, z, t, 1e-5);
                double coarse = central(formula, z, t, 4e-5);
                double unsure = Math.abs(expected - coarse);
                if (regular(formula, z, t) && Math.abs(expected) < 1e4 && unsure < 1e-5 * (1 + Math.abs(expected))) {
                    compared++;
                    double actual = value(derivative, z, t);
                    if (!Double.isFinite(actual)) {
                        infinite++; // the root of 0, times 0
                        continue;
                    }
                    assertThat(Math.abs(actual - expected))
                            .as(
                                    "(%s)' = %s at %s, %s: %s for %s",
                                    FormulaSyntax.text(formula), FormulaSyntax.text(derivative), z, t, actual, expected)
                            .isLessThanOrEqualTo(1e-5 * (1 + Math.abs(expected)) + 10 * unsure);
                }
            }
        }
        assertThat(compared).isGreaterThan(FORMULAS);
        assertThat(infinite).isLessThan(compared / 100);
    }

    private static double central(Formula formula, double z, double t, double h) {
        return (value(formula, z + h, t) - value(formula, z - h, t)) / (2 * h);
    }

    @Test
    void evaluationGivesTheSameBits() {
        int room = 3;
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = formulas.next(1 + random.nextInt(5));
            Evaluation evaluation = new Evaluation(room, false);
            Evaluation.Values values = evaluation.of(formula);
            for (int count = room; count >= 1; count -= 2) {
                double[] z = evaluation.row("z");
                double[] t = evaluation.row("t");
                Arrays.setAll(z, _ -> argument());
                Arrays.setAll(t, _ -> argument());
                double[] actual = values.at(count);
                for (int k = 0; k < count; k++) {
                    assertThat(Double.doubleToLongBits(actual[k]))
                            .as(FormulaSyntax.text(formula))
                            .isEqualTo(Double.doubleToLongBits(value(formula, z[k], t[k])));
                }
            }
        }
    }

    /** In float32, an operation on two floats is the same as the rounded operation on doubles. */
    @Test
    void evaluationRoundsEachOperation() {
        Formula z = variable("z");
        Formula third = quotient(number(1), number(3));
        Evaluation evaluation = new Evaluation(1, true);
        Evaluation.Values values = evaluation.of(quotient(sum(product(third, z), z), new Formula.Root(z)));
        for (int i = 0; i < 1000; i++) {
            float x = (float) random.nextDouble(0.1, 3);
            evaluation.row("z")[0] = x;
            float expected = ((float) (1.0 / 3) * x + x) / (float) Math.sqrt(x);
            assertThat(values.at(1)[0]).isEqualTo(expected);
        }
    }

    /** 1 − βⁿ takes a short cut when βⁿ is too small to change 1. */
    @Test
    void aSmallPowerIsNotTakenFromOne() {
        Formula less = difference(number(1), power(variable("z"), variable("t")));
        for (double z : new double[] {0, 0.5, 0.9, 0.999, 0.99999, 0.99999995, 1, -0.5, 3}) {
            for (double t = 0; t < 5000; t += 1 + random.nextInt(3)) {
                Evaluation evaluation = new Evaluation(1, false);
                evaluation.row("z")[0] = z;
                evaluation.row("t")[0] = t;
                assertThat(evaluation.of(less).at(1)[0]).isEqualTo(value(less, z, t));
            }
        }
    }

    @Test
    void whatHasNoValueHasAFault() {
        for (int i = 0; i < FORMULAS; i++) {
            Formula bound =
                    formulas.next(1 + random.nextInt(5)).bind(Map.of("z", number(argument()), "t", number(argument())));
            if (!Double.isFinite(bound.value())) {
                assertThat(Domain.fault(bound)).isNotNull();
            }
        }
    }

    @Test
    void nestingStaysSmall() {
        Formula sines = variable("z");
        Formula mish = variable("z");
        Formula softsigns = variable("z");
        for (int i = 0; i < 30; i++) {
            sines = call(Function.SIN, sum(sines, number(1)));
            softsigns = quotient(call(Function.TANH, softsigns), number(1.5));
            mish = product(mish, call(Function.TANH, call(Function.SOFTPLUS, mish)));
        }
        assertThat(Parts.size(Derivative.of(sines, "z"))).isLessThan(2000);
        assertThat(Parts.size(Derivative.of(softsigns, "z"))).isLessThan(2000);
        Formula large = mish;
        assertThat(Parts.size(large)).isGreaterThan(1e9);
        assertThatThrownBy(() -> Derivative.of(large, "z")).isInstanceOf(Derivative.TooLarge.class);
    }
}
