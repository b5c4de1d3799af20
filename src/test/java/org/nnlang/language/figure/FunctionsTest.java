package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Figure;

/** {@code plot sigmoid}, {@code plot huber}: curves of functions, against formulas written here. */
class FunctionsTest {
    private final Drawn drawn = new Drawn(Drawn.BACKPROP);

    private static void agree(Figure.Curve curve, DoubleUnaryOperator expected) {
        for (int i = 0; i < curve.x().length; i++) {
            double x = curve.x()[i];
            assertThat(curve.y()[i])
                    .as("%s at %s", curve.name(), x)
                    .isCloseTo(expected.applyAsDouble(x), within(1e-12 * (1 + Math.abs(curve.y()[i]))));
        }
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Test
    void anActivationWithItsDerivative() {
        Figure.Lines lines = drawn.figure("plot sigmoid");
        assertThat(lines.caption().title()).isEqualTo("sigmoid and its derivative");
        assertThat(lines.x().label()).isEqualTo("z");
        assertThat(lines.curves()).extracting(Figure.Curve::name).containsExactly("sigmoid(z)", "sigmoid′(z)");
        assertThat(lines.curves()).extracting(Figure.Curve::secondary).containsExactly(false, true);
        assertThat(lines.curves().getFirst().x()).startsWith(-6).contains(0, 3).endsWith(6);
        agree(lines.curves().getFirst(), FunctionsTest::sigmoid);
        agree(lines.curves().getLast(), z -> sigmoid(z) * (1 - sigmoid(z)));
    }

    @Test
    void severalActivationsWithArguments() {
        Figure.Lines lines = drawn.figure("plot leaky_relu(0.25), tanh from -1 to 3");
        assertThat(lines.caption().title()).isEqualTo("leaky_relu(0.25), tanh and their derivatives");
        assertThat(lines.curves())
                .extracting(Figure.Curve::name)
                .containsExactly("leaky_relu(0.25)", "leaky_relu(0.25)′", "tanh(z)", "tanh′(z)");
        agree(lines.curves().getFirst(), z -> z > 0 ? z : 0.25 * z);
        agree(lines.curves().get(1), z -> z > 0 ? 1 : 0.25);
        agree(lines.curves().get(3), z -> 1 - Math.tanh(z) * Math.tanh(z));
    }

    @Test
    void ownDefinitions() {
        drawn.run("activation swish(v) = v * sigmoid(v); activation lg(z) = ln(z); loss quartic(t, o) = (t - o)^4");
        Figure.Lines swish = drawn.figure("plot swish");
        assertThat(swish.x().label()).isEqualTo("v");
        agree(swish.curves().getFirst(), v -> v * sigmoid(v));
        agree(swish.curves().getLast(), v -> sigmoid(v) + v * sigmoid(v) * (1 - sigmoid(v)));
        Figure.Lines lg = drawn.figure("plot lg");
        for (Figure.Curve curve : lg.curves()) {
            for (int i = 0; i < curve.x().length; i++) {
                assertThat(Double.isNaN(curve.y()[i])).isEqualTo(curve.x()[i] <= 0);
            }
        }
        assertThat(lg.caption().notes())
                .containsExactly(
                        "lg(z) has no finite value at 121 of 241 points: a gap",
                        "lg′(z) has no finite value at 121 of 241 points: a gap");
        agree(drawn.<Figure.Lines>figure("plot quartic").curves().getFirst(), d -> d * d * d * d);
        drawn.run("plot lg from -2 to -1");
        assertThat(drawn.errors).containsExactly("this has no finite value");
    }

    @Test
    void aLossOverTheDistanceFromTheTarget() {
        Figure.Lines lines = drawn.figure("plot huber(0.5), mse");
        assertThat(lines.x().label()).isEqualTo("o − t");
        assertThat(lines.curves())
                .extracting(Figure.Curve::name)
                .containsExactly("huber(0.5)", "huber(0.5)′", "mse(o − t)", "mse′(o − t)");
        agree(lines.curves().get(0), d -> Math.abs(d) <= 0.5 ? d * d / 2 : 0.5 * (Math.abs(d) - 0.25));
        agree(lines.curves().get(1), d -> Math.clamp(d, -0.5, 0.5));
        agree(lines.curves().get(2), d -> d * d);
        agree(lines.curves().get(3), d -> 2 * d);
    }

    /** An entropy depends on more than a distance: a curve for each target, over the output. */
    @Test
    void anEntropyOverTheOutput() {
        Figure.Lines lines = drawn.figure("plot binary_cross_entropy");
        assertThat(lines.x().label()).isEqualTo("o");
        assertThat(lines.x().from()).isZero();
        assertThat(lines.x().to()).isEqualTo(1);
        agree(lines.curves().getFirst(), o -> -Math.log(o));
        agree(lines.curves().getLast(), o -> -Math.log(1 - o));
        assertThat(lines.caption().notes()).isEmpty();
    }

    @Test
    void theNetsOfALayerAreMarked() {
        drawn.run("train 10");
        Figure.Lines now = drawn.figure("plot sigmoid at h");
        assertThat(now.ticks()).extracting(Figure.Mark::name).containsExactly("h1", "h2");
        assertThat(now.ticks().getLast().at()).isEqualTo(drawn.number("net(h2)"));
        Figure.Lines then = drawn.figure("plot sigmoid @ 4 at h");
        assertThat(then.ticks().getFirst().at()).isEqualTo(drawn.number("net(h1) @ 4"));
        assertThat(then.caption().notes()).containsExactly("marked: the nets of h for the current sample, at step 4");
        Figure.Lines loss = drawn.figure("plot squared at y");
        assertThat(loss.ticks().getFirst().at()).isEqualTo(drawn.number("y1 - target[1]"));
        Figure.Lines narrow = drawn.figure("plot tanh at h from 0 to 0.38");
        assertThat(narrow.ticks()).extracting(Figure.Mark::name).containsExactly("h1");
        assertThat(narrow.caption().notes()).last().asString().startsWith("h2 is outside, at 0.39");
        drawn.run("w1 = 200");
        assertThat(drawn.<Figure.Lines>figure("plot relu at h").x().to()).isEqualTo(11);
    }

    @Test
    void aValueGoesBeforeAFunction() {
        drawn.run("let huber1 = 3; train 2");
        assertThat(drawn.<Figure.Lines>figure("plot step").curves().getFirst().y())
                .containsExactly(0, 1, 2);
        assertThat(drawn.<Figure.Lines>figure("plot tanh(w5)").curves()).hasSize(1);
    }
}
