package org.nnlang.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Examples;
import org.nnlang.explain.Examples.Example;
import org.nnlang.explain.Explainer;
import org.nnlang.explain.Limits;
import org.nnlang.explain.Names;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;

/** Where factors are infinite or digits are lost, the last form still gives the right number. */
class ExtremesTest {
    private static Example example(Activation activation, Loss loss, double weight, double... target) {
        double[] parameters = {weight, -weight, 0, 0};
        return Examples.example(
                1, List.of(Examples.layer("y", 2, activation)), loss, parameters, new double[] {1}, target);
    }

    private static void holds(Example example, Quantity.Scalar quantity, double expected) {
        Derivation derivation = example.explain(quantity);
        assertThat(derivation.result()).isEqualTo(expected);
        assertThat(derivation.last().value()).isEqualTo(expected);
    }

    @Test
    void crossEntropyOfAVanishingOutput() {
        Example example = example(Activations.SOFTMAX.standard(), Losses.CROSS_ENTROPY.standard(), 900, 0, 1);
        holds(example, new Quantity.ErrorShare(1), 1800);
        holds(example, new Quantity.TotalError(), 1800);
        holds(example, new Quantity.Delta(1, 0), 1);
        holds(example, new Quantity.Delta(1, 1), -1);
    }

    @Test
    void binaryCrossEntropyOfAVanishingOutput() {
        Example example = example(Activations.SIGMOID.standard(), Losses.BINARY_CROSS_ENTROPY.standard(), 800, 0.5, 1);
        holds(example, new Quantity.ErrorShare(0), 200);
        holds(example, new Quantity.ErrorShare(1), 400);
        holds(example, new Quantity.Delta(1, 0), 0.25);
        holds(example, new Quantity.Delta(1, 1), -0.5);
    }

    @Test
    void targetsThatDoNotAddToOne() {
        Example example = example(Activations.SOFTMAX.standard(), Losses.CROSS_ENTROPY.standard(), 1, 0.5, 1);
        assertThat(example.text(new Quantity.Delta(1, 1)))
                .contains("= out(y2) · (target(y1) + target(y2)) − target(y2)\n");
    }

    @Test
    void bothBranchesOfHuber() {
        Example example = example(Activations.LINEAR.standard(), Losses.HUBER.of(1), 0.5, 0, 1);
        assertThat(example.text(new Quantity.Partial(new Quantity.TotalError(), new Quantity.Output(1, 0))))
                .isEqualTo("""
                        ∂error/∂out(y1) = (out(y1) − target(y1)) / n, as |out(y1) − target(y1)| ≤ δ
                                        = (0.5 − 0) / 2, as |0.5 − 0| ≤ 1
                                        = 0.25
                        """);
        assertThat(example.text(new Quantity.Partial(new Quantity.TotalError(), new Quantity.Output(1, 1))))
                .isEqualTo("∂error/∂out(y2) = −δ / n, as out(y2) − target(y2) < −δ"
                        + " = −1 / 2, as −0.5 − 1 < −1 = −0.5\n");
    }

    @Test
    void singlePrecisionOnlyChangesTheValues() {
        Example worked = Examples.worked();
        QuantityValues reading = worked.state()
                .values(worked.network(), worked.samples().row(0), worked.samples(), ArithmeticMode.SINGLE);
        Explainer explainer = new Explainer(reading, null, null, Limits.STANDARD);
        for (Quantity.Scalar quantity : List.of(
                worked.gradient(1), new Quantity.Delta(1, 1), new Quantity.Net(2, 0), new Quantity.TotalError())) {
            Derivation derivation = explainer.explain(quantity);
            assertThat(derivation.result()).isEqualTo(reading.value(quantity));
            assertThat(derivation.result()).isEqualTo((float) derivation.result());
            assertThat(formulas(derivation, worked)).isEqualTo(formulas(worked.explain(quantity), worked));
        }
    }

    private static List<String> formulas(Derivation derivation, Example example) {
        FormulaText text = new FormulaText(new Names(example.network()), 9, false, false);
        return derivation.forms().stream().map(formula -> text.text(formula)).toList();
    }
}
