package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.LayerActivation;
import org.nnlang.network.LayerLoss;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Networks;

/** Activations of many neurons at a time have the bits of {@link Activation}. */
class ActivationsTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e-310,
        0.55,
        40,
        -40,
        -400,
        800,
        -800,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    static Stream<Activation> all() {
        return Stream.concat(
                Networks.ALL_ACTIVATIONS.stream(),
                Stream.of(
                        Activations.LEAKY_RELU.of(0),
                        Activations.LEAKY_RELU.of(-0.0),
                        Activations.LEAKY_RELU.of(-0.3),
                        Activations.LEAKY_RELU.of(1.7)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameBits(Activation activation) {
        Random random = new Random(1);
        for (int count : List.of(1, 2, 10, 23, 24, 25, 40, 160, 1000)) {
            for (double special : List.of(0.0, 0.02, 0.5)) {
                for (int round = 0; round < 20; round++) {
                    inDouble(activation, numbers(random, count, special), numbers(random, count, special));
                    inSingle(activation, numbers(random, count, special), numbers(random, count, special));
                }
            }
        }
    }

    private static double[] numbers(Random random, int count, double special) {
        double size = Math.exp(3 * random.nextGaussian());
        double[] numbers = new double[count];
        for (int j = 0; j < count; j++) {
            numbers[j] = random.nextDouble() < special
                    ? SPECIAL[random.nextInt(SPECIAL.length)]
                    : size * random.nextGaussian();
        }
        return numbers;
    }

    private static void inDouble(Activation activation, double[] net, double[] outGradient) {
        Numbers.Activations<double[]> many = new Doubles().activations(activation, net.length);
        double[] out = new double[net.length];
        double[] expected = new double[net.length];
        new LayerActivation(activation, net.length).apply(net, expected);
        many.apply(net, out);
        EqualNumbers.of(out, expected, "%s of %s", activation, net);
        double[] delta = new double[net.length];
        new LayerActivation(activation, net.length).backward(net, out, outGradient, expected);
        many.backward(net, out, outGradient, delta);
        EqualNumbers.of(delta, expected, "%s back at %s", activation, net);
    }

    private static void inSingle(Activation activation, double[] net, double[] outGradient) {
        Numbers<float[]> singles = new Singles();
        Numbers.Activations<float[]> many = singles.activations(activation, net.length);
        float[] narrowNet = singles.hold(net);
        float[] out = new float[net.length];
        double[] wide = new double[net.length];
        new LayerActivation(activation, net.length).apply(singles.wide(narrowNet), wide);
        many.apply(narrowNet, out);
        EqualNumbers.of(out, singles.hold(wide), "%s of %s", activation, net);
        float[] narrowGradient = singles.hold(outGradient);
        float[] delta = new float[net.length];
        new LayerActivation(activation, net.length)
                .backward(singles.wide(narrowNet), singles.wide(out), singles.wide(narrowGradient), wide);
        many.backward(narrowNet, out, narrowGradient, delta);
        EqualNumbers.of(delta, singles.hold(wide), "%s back at %s", activation, net);
    }

    static Stream<Arguments> withLosses() {
        return Networks.ALL_LOSSES.stream()
                .flatMap(loss -> all().filter(activation ->
                                loss.partner() == null || loss.partner().equals(activation.name()))
                        .map(activation -> Arguments.of(loss, activation)));
    }

    @ParameterizedTest
    @MethodSource("withLosses")
    void deltasOfOutputs(Loss loss, Activation activation) {
        Random random = new Random(4);
        for (int count : List.of(1, 3, 10, 30)) {
            Numbers.Activations<double[]> many = new Doubles().activations(activation, count);
            LayerActivation one = new LayerActivation(activation, count);
            LayerLoss ready = new LayerLoss(loss, count);
            for (int round = 0; round < 20; round++) {
                double[] net = numbers(random, count, 0.05);
                double[] target = numbers(random, count, 0);
                double[] out = new double[count];
                double[] back = new double[count];
                double[] delta = new double[count];
                double[] expected = new double[count];
                one.apply(net, out);
                ready.delta(one, target, net, out, back, expected);
                many.delta(loss, target, net, out, back, delta);
                EqualNumbers.of(delta, expected, "%s after %s", loss, activation);
            }
        }
    }

    /** The loops for relu in place, and what comes back with its out taken for its net, are its recipe. */
    @Test
    void reluInPlace() {
        Random random = new Random(2);
        Activation relu = Activations.RELU.standard();
        for (int count : List.of(1, 7, 64, 1000)) {
            double[] net = numbers(random, count, 0.1);
            double[] gradient = numbers(random, count, 0.1);
            double[] out = new double[count];
            double[] delta = new double[count];
            new LayerActivation(relu, count).apply(net, out);
            new LayerActivation(relu, count).backward(net, out, gradient, delta);
            Singles singles = new Singles();
            float[] values = singles.hold(net);
            float[] deltas = singles.hold(gradient);
            RowLoops.of(relu.forward(), true).compute(values, values, null, null, 0, count);
            RowLoops.of(relu.backward(), true).compute(deltas, deltas, values, values, 0, count);
            RowLoops.of(relu.forward(), false).compute(net, net, null, null, 0, count);
            RowLoops.of(relu.backward(), false).compute(gradient, gradient, net, net, 0, count);
            EqualNumbers.of(net, out, "relu of %s", net);
            EqualNumbers.of(gradient, delta, "relu back of %s", net);
            EqualNumbers.of(values, singles.hold(out), "relu of %s", net);
        }
    }

    /** The deltas of softmax with cross-entropy by rows are those of the recipes but for rounding. */
    @Test
    void entropyByRows() {
        Random random = new Random(3);
        int samples = 8;
        for (int size : List.of(3, 10, 40)) {
            double[] net = random.doubles((long) samples * size, -3, 3).toArray();
            double[] deltas = new double[net.length];
            double[][] targets = new double[samples][];
            for (int r = 0; r < samples; r++) {
                targets[r] = random.doubles(size).toArray();
            }
            assertThat(new Entropy(samples, size).deltas(net, targets, samples, deltas))
                    .isTrue();
            LayerActivation softmax = new LayerActivation(Activations.SOFTMAX.standard(), size);
            LayerLoss loss = new LayerLoss(Losses.CROSS_ENTROPY.standard(), size);
            for (int r = 0; r < samples; r++) {
                double[] out = new double[size];
                double[] delta = new double[size];
                softmax.apply(Arrays.copyOfRange(net, r * size, (r + 1) * size), out);
                loss.delta(targets[r], out, delta);
                for (int k = 0; k < size; k++) {
                    assertThat(deltas[r * size + k]).isCloseTo(delta[k], within(1e-14 * size));
                }
            }
        }
    }
}
