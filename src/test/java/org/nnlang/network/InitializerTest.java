package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.session.Session;

/** Starting values are distributed as they should be, and each layer's by the seed alone. */
class InitializerTest {
    private static final int DRAWS = 400_000;
    private static final int FAN_IN = 30;
    private static final int FAN_OUT = 20;

    /** Initialiser, mean, variance, and the range of all values: of normal ones, where all but 1 in 10⁸ lie. */
    static Stream<Arguments> initializers() {
        double xavier = Math.sqrt(6.0 / (FAN_IN + FAN_OUT));
        double he = Math.sqrt(6.0 / FAN_IN);
        double xavierSd = Math.sqrt(2.0 / (FAN_IN + FAN_OUT));
        double heSd = Math.sqrt(2.0 / FAN_IN);
        return Stream.of(
                Arguments.of(Initializers.XAVIER.standard(), 0, xavier * xavier / 3, -xavier, xavier),
                Arguments.of(Initializers.HE.standard(), 0, he * he / 3, -he, he),
                Arguments.of(
                        Initializers.XAVIER_NORMAL.standard(), 0, xavierSd * xavierSd, -6 * xavierSd, 6 * xavierSd),
                Arguments.of(Initializers.HE_NORMAL.standard(), 0, heSd * heSd, -6 * heSd, 6 * heSd),
                Arguments.of(Initializers.UNIFORM.of(-1, 3), 1, 16 / 12.0, -1, 3),
                Arguments.of(Initializers.NORMAL.of(5, 0.1), 5, 0.01, 4.4, 5.6),
                Arguments.of(Initializers.ZEROS.standard(), 0, 0, 0, 0),
                Arguments.of(Initializers.ONES.standard(), 1, 0, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void distribution(Initializer initializer, double mean, double variance, double from, double to) {
        Random64 random = Random64.of(1, 2);
        double sum = 0;
        double squares = 0;
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int i = 0; i < DRAWS; i++) {
            double value = initializer.draw(1, random, FAN_IN, FAN_OUT)[0];
            sum += value - mean;
            squares += (value - mean) * (value - mean);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double sd = Math.sqrt(variance);
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * sd / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / DRAWS)));
        assertThat(least).isBetween(from, from + 2.5 * sd);
        assertThat(most).isBetween(to - 2.5 * sd, to);
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void sameSeedSameDigits(Initializer initializer, double mean, double variance, double from, double to) {
        Random64 one = Random64.of(9, 4);
        Random64 two = Random64.of(9, 4);
        for (int i = 0; i < 100; i++) {
            assertThat(initializer.draw(1, one, FAN_IN, FAN_OUT)).isEqualTo(initializer.draw(1, two, FAN_IN, FAN_OUT));
        }
    }

    /** he before what is like relu: uniform in ±√(6 / 100); else xavier: uniform in ±√(6 / 160). */
    @Test
    void whatAScriptDoesNotSay() {
        for (var entry : Catalogue.ACTIVATIONS) {
            boolean reluLike = switch (entry.name()) {
                case "relu", "leaky_relu", "elu", "gelu", "silu", "softplus" -> true;
                default -> false;
            };
            Session session = new Session();
            session.run("input x[100]; layer h[60] " + entry.name() + "; layer y[2] sigmoid");
            double limit = Math.sqrt(6.0 / (reluLike ? 100 : 160));
            double[] weights = session.vector("weights(h)");
            double largest = 0;
            for (double w : weights) {
                largest = Math.max(largest, Math.abs(w));
            }
            assertThat(largest).as(entry.name()).isBetween(0.99 * limit, limit);
            assertThat(session.vector("biases(h)")).containsOnly(0.0);
            double[] again = session.vector("weights(h)");
            assertThat(again).isEqualTo(weights);
        }
    }

    @Test
    void oneLayerSetByHandLeavesTheOthersAsTheyWere() {
        String network = "input x[3]; layer g[4] relu; layer h[5] tanh; layer y[2] sigmoid\n";
        Session plain = new Session();
        plain.run(network);
        for (String change : new String[] {
            "weights h = 0 * weights(h)", "weights h = xavier_normal", "bias h = normal(0, 1)", "w21 = 3",
        }) {
            Session changed = new Session();
            changed.run(network + change);
            assertThat(changed.vector("weights(g)")).isEqualTo(plain.vector("weights(g)"));
            assertThat(changed.vector("weights(y)")).isEqualTo(plain.vector("weights(y)"));
        }
        Session other = new Session();
        other.run("seed = 2\n" + network);
        assertThat(other.vector("weights(g)")).isNotEqualTo(plain.vector("weights(g)"));
        Session later = new Session();
        later.run(network + "seed = 2");
        assertThat(later.vector("weights(g)")).isEqualTo(other.vector("weights(g)"));
    }
}
