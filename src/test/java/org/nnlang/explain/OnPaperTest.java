package org.nnlang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nnlang.explain.Examples.Example;
import org.nnlang.math.ByHand;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.math.Reason.Relation;
import org.nnlang.network.Activations;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Layer;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;

/** Numbers that only the rounding of binary arithmetic makes what they are are told from those that paper has. */
class OnPaperTest {
    private final SplittableRandom random = new SplittableRandom(23);

    /** A net of decimals that add up to 0 never lies outside its bound, and often isn't 0. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void whatIsZeroOnPaperIsFound(Precision precision) {
        int dust = 0;
        for (int i = 0; i < 3_000; i++) {
            int n = 1 + random.nextInt(40);
            BigDecimal sum = BigDecimal.ZERO;
            double[] parameters = new double[n + 1];
            double[] input = new double[n];
            for (int k = 0; k < n; k++) {
                BigDecimal w = decimal();
                BigDecimal x = decimal();
                sum = sum.add(w.multiply(x));
                parameters[k] = w.doubleValue();
                input[k] = x.doubleValue();
            }
            parameters[n] = sum.negate().doubleValue();
            double net = net(n, parameters, input, precision).result();
            if (net != 0) {
                dust++;
                assertThat(net(n, parameters, input, precision).onPaper()).isNotNull();
            }
        }
        assertThat(dust).isGreaterThan(1_000);
    }

    /** A net of ten digits less than its terms is left alone. */
    @Test
    void whatIsNotZeroOnPaperIsLeftAlone() {
        for (int i = 0; i < 3_000; i++) {
            int n = 1 + random.nextInt(40);
            double[] parameters = new double[n + 1];
            double[] input = new double[n];
            Arrays.setAll(input, _ -> decimal().doubleValue());
            Arrays.setAll(parameters, _ -> decimal().doubleValue());
            parameters[n] = 0;
            double size = 0;
            for (int k = 0; k < n; k++) {
                size += Math.abs(parameters[k] * input[k]);
            }
            parameters[n] =
                    1e-10 * size - net(n, parameters, input, Precision.DOUBLE).result();
            assertThat(net(n, parameters, input, Precision.DOUBLE).onPaper()).isNull();
        }
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextLong(-9_999, 10_000), random.nextInt(5));
    }

    private static Derivation net(int inputs, double[] parameters, double[] input, Precision precision) {
        Layer y = Examples.layer("y", 1, Activations.RELU.standard());
        double[] values = parameters.clone();
        if (precision == Precision.SINGLE) {
            Arrays.setAll(values, i -> (float) parameters[i]);
        }
        Example example = Examples.example(inputs, List.of(y), Losses.SQUARED.standard(), values, input, 0);
        QuantityValues reading = example.state()
                .values(example.network(), example.samples().row(0), example.samples(), ArithmeticMode.of(precision));
        return new Explainer(reading, null, null, Limits.STANDARD).explain(new Quantity.Net(1, 0));
    }

    /** What is off in one layer is off in the next: h = 0.1 + 0.2, y = h − 0.3. */
    @Test
    void errorsGoOnFromLayerToLayer() {
        int dust = 0;
        for (int i = 0; i < 500; i++) {
            int depth = 2 + random.nextInt(4);
            List<Layer> layers = new ArrayList<>();
            for (int l = 1; l <= depth; l++) {
                layers.add(Examples.layer("h" + l + "_", 1, Activations.LINEAR.standard()));
            }
            Network network = new Network(Neurons.numbered("x", 1), layers, Losses.SQUARED.standard());
            BigDecimal out = decimal();
            double x = out.doubleValue();
            double[] parameters = new double[network.parameterCount()];
            for (int l = 0; l < depth; l++) {
                BigDecimal w = decimal();
                out = out.multiply(w);
                BigDecimal b = l == depth - 1 ? out.negate() : decimal();
                out = out.add(b);
                parameters[2 * l] = w.doubleValue();
                parameters[2 * l + 1] = b.doubleValue();
            }
            Example example = Examples.example(1, layers, Losses.SQUARED.standard(), parameters, new double[] {x}, 0);
            Derivation net = example.explain(new Quantity.Net(depth, 0));
            if (net.result() != 0) {
                dust++;
                assertThat(net.onPaper()).isNotNull();
            }
        }
        assertThat(dust).isGreaterThan(100);
    }

    @Test
    void comparisonsInFormulas() {
        Formula z = Formula.number(0.3);
        Formula less = Formula.difference(z, Formula.number(0.2));
        Formula choice = Formula.cases(less, Relation.ABOVE, Formula.number(0.1), Formula.number(5), Formula.number(7));
        assertThat(choice.value()).isEqualTo(7); // 0.09999999999999998
        assertThat(value(Formula.cases(less, Relation.AT_LEAST, Formula.number(0.1), z, Formula.number(7))))
                .isEqualTo(0.3);
        Formula sum = Formula.sum(Formula.number(0.1), Formula.number(0.2), Formula.number(-0.3));
        assertThat(Formula.call(Function.SIGN, sum).value()).isEqualTo(1);
        assertThat(value(Formula.call(Function.SIGN, sum))).isZero();
        assertThat(value(sum)).isZero();
        assertThat(ByHand.valueOf(Formula.sum(leaf(0.1), leaf(0.2), leaf(-0.3))))
                .isZero();
        assertThat(ByHand.valueOf(Formula.sum(leaf(0.1), leaf(0.2), leaf(-0.3 - 1e-15))))
                .isNotZero();
        assertThat(value(Formula.call(Function.SIGN, Formula.number(1e-17)))).isEqualTo(1);
        Formula logarithm = Formula.call(Function.LN, Formula.number(-1));
        assertThat(new ByHand(Formula.call(Function.SIGN, logarithm), _ -> 0).equal())
                .isEmpty();
    }

    private static Symbol leaf(double value) {
        return new Symbol(new Quantity.Step(), 0, -1, value);
    }

    private static double value(Formula formula) {
        return new ByHand(formula, _ -> 0).value();
    }

    /** Every function: a number off by e gives a value off by at most the bound. */
    @Test
    void boundsHold() {
        for (Function function : Function.values()) {
            for (int i = 0; i < 300; i++) {
                double at = random.nextDouble(-3, 3);
                double error = Math.pow(10, -random.nextInt(2, 15));
                Symbol symbol = leaf(at);
                Formula[] arguments = function == Function.NEG_LOG_SOFTMAX
                        ? new Formula[] {symbol, Formula.number(0.5), symbol}
                        : new Formula[] {symbol};
                Formula call = Formula.call(function, arguments);
                ByHand hand = new ByHand(call, _ -> error);
                double moved = at + random.nextDouble(-error, error);
                double other =
                        Parts.replace(call, symbol, Formula.number(moved)).value();
                if (function != Function.SIGN && Double.isFinite(hand.error())) {
                    assertThat(Math.abs(other - call.value()))
                            .as(function + " at " + at)
                            .isLessThanOrEqualTo(hand.error());
                }
            }
        }
    }
}
