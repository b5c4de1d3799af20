package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.math.Formula;
import org.nnlang.math.FormulaSyntax;
import org.nnlang.math.Function;

/** Activations and losses of one's own: PyTorch's values and derivatives, also at kinks, and what goes wrong where. */
class OwnTest {
    private static final Path FIGURES = Path.of("src/test/resources/own");
    private static final Formula Z = variable("z");

    private static List<String[]> figures(String file) throws IOException {
        return Files.readAllLines(FIGURES.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static void near(double actual, String expected, String what, Formula derivative) {
        double figure = Double.parseDouble(expected);
        assertThat(actual)
                .as("%s, %s", what, FormulaSyntax.text(derivative))
                .isCloseTo(figure, within(1e-12 * (1 + Math.abs(figure))));
    }

    @Test
    void activationsAreThoseOfPyTorch() throws IOException {
        List<String[]> figures = figures("activations.csv");
        assertThat(figures).hasSize(OwnFunctions.ACTIVATIONS.size() * 16);
        for (Activation own : OwnFunctions.ACTIVATIONS) {
            for (String[] row : figures) {
                if (row[0].equals(own.name())) {
                    double z = Double.parseDouble(row[1]);
                    double out = own.value(z);
                    near(out, row[2], own.name() + " of " + z, own.value());
                    near(own.derivative(z, out), row[3], own.name() + "' of " + z, own.derivative());
                }
            }
        }
    }

    @Test
    void lossesAreThoseOfPyTorch() throws IOException {
        List<String[]> figures = figures("losses.csv");
        assertThat(figures).hasSize(OwnFunctions.LOSSES.size() * 10);
        for (Loss own : OwnFunctions.LOSSES) {
            for (String[] row : figures) {
                if (row[0].equals(own.name())) {
                    double[] t = {Double.parseDouble(row[1])};
                    double[] o = {Double.parseDouble(row[2])};
                    String what = own.name() + " of " + row[1] + ", " + row[2];
                    near(new LayerLoss(own, 1).shares(t, o, o)[0], row[3], what, own.share());
                    near(derivative(own, t, o), row[4], what, own.derivative());
                }
            }
        }
    }

    /** Far out nothing is without a value that has a limit. */
    @Test
    void largeArguments() {
        for (double z : new double[] {-1e4, -800, 800, 1e4}) {
            for (Activation own :
                    List.of(OwnFunctions.MISH, OwnFunctions.LOGISTIC, OwnFunctions.GAUSSIAN, OwnFunctions.HARD_TANH)) {
                double out = own.value(z);
                assertThat(out).isFinite();
                assertThat(own.derivative(z, out)).isFinite();
            }
            Activation logistic = OwnFunctions.own(
                    "logistic", Formula.quotient(call(Function.EXP, Z), sum(number(1), call(Function.EXP, Z))));
            assertThat(logistic.value(z)).isEqualTo(z > 0 ? 1 : 0);
            assertThat(logistic.derivative(z, logistic.value(z))).isEqualTo(0);
            assertThat(FormulaSyntax.text(logistic.value())).isEqualTo("exp(z) / (1 + exp(z))");
        }
        double[] t = {0};
        double[] o = {1000};
        assertThat(derivative(OwnFunctions.LOG_COSH, t, o)).isEqualTo(1);
    }

    /** Where e^z is near 1, or near 0 beside 1, no digit is lost. */
    @Test
    void digitsNearZeroStay() {
        Formula power = call(Function.EXP, Z);
        Activation less = OwnFunctions.own("less", Formula.difference(power, number(1)));
        Activation half = OwnFunctions.own("half", product(number(0.5), Formula.difference(power, number(1))));
        Activation softplus = OwnFunctions.own("softplus", call(Function.LN, sum(number(1), power)));
        Activation other = OwnFunctions.own("other", call(Function.LN, sum(power, number(1))));
        for (double z : new double[] {1e-300, 1e-20, -1e-12, 1e-7, -0.001}) {
            double expected = StrictMath.expm1(z);
            assertThat(less.value(z)).isCloseTo(expected, within(4e-16 * Math.abs(expected)));
            assertThat(half.value(z)).isCloseTo(expected / 2, within(2e-16 * Math.abs(expected)));
        }
        for (double z : new double[] {-700, -40, -36, -20, -5}) {
            double expected = StrictMath.log1p(StrictMath.exp(z));
            assertThat(softplus.value(z)).isCloseTo(expected, within(4e-16 * expected));
            assertThat(other.value(z)).isCloseTo(expected, within(4e-16 * expected));
        }
    }

    private static double derivative(Loss loss, double[] target, double[] out) {
        double[] derivatives = new double[out.length];
        new LayerLoss(loss, out.length).derivatives(target, out, derivatives);
        return derivatives[0];
    }

    @Test
    void equalByNameAndFormulas() {
        Formula square = product(Z, Z);
        assertThat(OwnFunctions.own("square", square))
                .isEqualTo(OwnFunctions.own("square", product(Z, Z)))
                .hasSameHashCodeAs(OwnFunctions.own("square", product(Z, Z)))
                .isNotEqualTo(OwnFunctions.own("other", square))
                .isNotEqualTo(OwnFunctions.own("square", Formula.square(Z)));
        assertThat(OwnFunctions.LOSSES.getFirst()).isEqualTo(OwnFunctions.LOSSES.getFirst());
        assertThat(OwnFunctions.LOSSES.getFirst()).isNotEqualTo(OwnFunctions.LOSSES.getLast());
    }

    @Test
    void whatIsFlatIsFoundSo() {
        Activation stairs = OwnFunctions.own(
                "stairs", Formula.cases(Z, org.nnlang.math.Reason.Relation.ABOVE, number(0), number(1), number(0)));
        Network network = Networks.dense(
                2, List.of(3, 2), List.of(Activations.TANH.standard(), stairs), Losses.SQUARED.standard());
        assertThat(stairs.flat()).isTrue();
        assertThat(network.flatLayer(1)).isEqualTo(2);
        assertThat(OwnFunctions.MISH.flat()).isFalse();
    }

    @Test
    void aVariableMayBeCalledOut() {
        Activation own = Activation.own("own", "out", call(Function.EXP, variable("out")));
        assertThat(own.derivative(2, own.value(2))).isCloseTo(Math.exp(2), within(1e-15 * Math.exp(2)));
    }
}
