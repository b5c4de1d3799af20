package org.nnlang.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Examples;
import org.nnlang.explain.Examples.Example;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;

/**
 * The derivative of an entropy by the net of its own activation: the printed sum of products and the printed simpler formula
 * give the printed result, in every format, and it is the slope that central differences have.
 */
class CancelledFactorsTest {
    private final SplittableRandom random = new SplittableRandom(17);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothStepsClose(boolean softmax) {
        for (int i = 0; i < 60; i++) {
            Example example = example(softmax, 1 + random.nextInt(8));
            int size = example.network().output().size();
            for (int j = 0; j < size; j++) {
                check(example, new Quantity.Delta(1, j), new Quantity.TotalError(), j);
                Quantity.ErrorShare share = new Quantity.ErrorShare(random.nextInt(size));
                if (softmax || share.neuron() == j) {
                    check(example, new Quantity.Partial(share, new Quantity.Net(1, j)), share, j);
                }
            }
        }
    }

    private static void check(Example example, Quantity.Scalar asked, Quantity.Scalar of, int j) {
        Derivation derivation = example.explain(asked);
        double slope = slope(example, of, j);
        assertThat(derivation.result()).isCloseTo(slope, within(1e-8));
        String text = example.renderer().render(derivation);
        List<Double> values = closings(text);
        assertThat(values).as(text).hasSize(4);
        for (double value : values) {
            assertThat(value).as(text).isCloseTo(slope, within(2e-8));
        }
        String result = new FormulaText(null, 9, false, false).text(derivation.result());
        String latex = new LatexRenderer(example.network(), 9, Cancellation.NONE).render(derivation);
        assertThat(latex).contains("\\text{simplified}\n  &= ");
        String mathml = new MathMlRenderer(example.network(), 9, Cancellation.NONE).render(derivation);
        assertThat(mathml).contains("<mtext>simplified</mtext></mtd>");
        if (!result.contains("e")) {
            assertThat(latex.split("&= " + result.replace('−', '-') + "\\b", -1))
                    .hasSizeGreaterThan(2);
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double most) {
        return org.assertj.core.data.Offset.offset(most);
    }

    /** What the printed sum and the printed simpler formula give, each beside its printed result. */
    private static List<Double> closings(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = lines.size() - 1;
        while (!lines.get(at).startsWith("simplified ")) {
            at--;
        }
        int from = at - 1;
        while (!lines.get(from).startsWith("∂")) {
            from--;
        }
        List<Double> values = new ArrayList<>();
        for (List<String> part : List.of(lines.subList(from, at), lines.subList(at, lines.size()))) {
            String joined = String.join(" ", part.stream().map(String::strip).toList());
            String[] sides = joined.split(" = ");
            values.add(new Arithmetic(sides[sides.length - 2]).sum());
            values.add(new Arithmetic(sides[sides.length - 1]).sum());
        }
        return values;
    }

    private static double slope(Example example, Quantity.Scalar of, int j) {
        double step = 1e-5;
        return (shifted(example, of, j, step) - shifted(example, of, j, -step)) / (2 * step);
    }

    private static double shifted(Example example, Quantity.Scalar of, int j, double step) {
        double[] parameters = example.state().parameters().clone();
        parameters[example.network().biasIndex(1, j)] += step;
        return Examples.example(
                        1,
                        example.network().layers(),
                        example.network().loss(),
                        parameters,
                        example.samples().inputs()[0],
                        example.samples().targets()[0])
                .reading()
                .value(of);
    }

    private Example example(boolean softmax, int size) {
        Activation activation = softmax ? Activations.SOFTMAX.standard() : Activations.SIGMOID.standard();
        Loss loss = softmax ? Losses.CROSS_ENTROPY.standard() : Losses.BINARY_CROSS_ENTROPY.standard();
        Network network = new Network(Neurons.numbered("x", 1), List.of(Examples.layer("y", size, activation)), loss);
        double[] parameters = new double[network.parameterCount()];
        Arrays.setAll(parameters, _ -> random.nextDouble(-1.5, 1.5));
        double[] target = new double[size];
        boolean soft = random.nextBoolean();
        Arrays.setAll(target, _ -> soft ? random.nextInt(100) / 100.0 : 0);
        target[random.nextInt(size)] = 1;
        return Examples.example(1, network.layers(), loss, parameters, new double[] {random.nextDouble()}, target);
    }

    /** Sums, products, quotients and brackets of printed numbers. */
    private static final class Arithmetic {
        private final String text;
        private int at;

        Arithmetic(String text) {
            this.text = text.replace(" ", "").replaceAll(",as.*", "");
        }

        double sum() {
            double sum = product();
            while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '−')) {
                sum += text.charAt(at++) == '+' ? product() : -product();
            }
            return sum;
        }

        private double product() {
            double product = factor();
            while (at < text.length() && (text.charAt(at) == '·' || text.charAt(at) == '/')) {
                product = text.charAt(at++) == '·' ? product * factor() : product / factor();
            }
            return product;
        }

        private double factor() {
            if (text.charAt(at) == '−') {
                at++;
                return -factor();
            }
            if (text.charAt(at) == '(') {
                at++;
                double inside = sum();
                at++;
                return inside;
            }
            int start = at;
            while (at < text.length() && "0123456789.e".indexOf(text.charAt(at)) >= 0) {
                at += text.charAt(at) == 'e' ? 2 : 1;
            }
            return Double.parseDouble(text.substring(start, at));
        }
    }
}
