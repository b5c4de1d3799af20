package org.nnlang.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.LayerActivation;
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
}
