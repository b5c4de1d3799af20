package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/**
 * Training gives the same bits on every machine, by every compiler of it: pinned here.
 *
 * <p>Also to be run by hand with {@code JAVA_TOOL_OPTIONS} -Xint, -XX:TieredStopAtLevel=1 and -XX:-TieredCompilation.
 */
class SameBitsTest {
    private static final List<Optimizer> STANDARD = Networks.OPTIMIZERS.subList(0, Optimizers.ALL.size());
    private static final List<Optimizer> VARIANTS =
            Networks.OPTIMIZERS.subList(STANDARD.size(), Networks.OPTIMIZERS.size());

    /** A linear congruential generator: what it makes must never change, not even with {@link Random64}. */
    private long state = 42;

    private double next() {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (state >> 11) * 0x1p-52;
    }

    private double[] numbers(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = next();
        }
        return numbers;
    }

    @Test
    void inDouble() {
        assertThat(hash(Precision.DOUBLE, STANDARD)).isEqualTo("593f18527935f9ca");
    }

    @Test
    void inSingle() {
        assertThat(hash(Precision.SINGLE, STANDARD)).isEqualTo("f0e263ca0b86db91");
    }

    @Test
    void ofVariants() {
        assertThat(hash(Precision.DOUBLE, VARIANTS)).isEqualTo("ffed4f5cd24bc0ff");
        state = 42;
        assertThat(hash(Precision.SINGLE, VARIANTS)).isEqualTo("858bb1b0abfdb311");
    }

    private String hash(Precision precision, List<Optimizer> optimizers) {
        long hash = 17;
        for (Activation hidden : Networks.ACTIVATIONS) {
            for (Optimizer optimizer : optimizers) {
                for (Loss loss : Networks.LOSSES) {
                    hash = 31 * hash + hash(trained(hidden, optimizer, loss, precision));
                }
            }
        }
        return Long.toHexString(hash);
    }

    private static long hash(State state) {
        long hash = 0;
        for (double p : state.parameters()) {
            hash = 31 * hash + Double.doubleToLongBits(p);
        }
        return hash;
    }

    private State trained(Activation hidden, Optimizer optimizer, Loss loss, Precision precision) {
        Activation output = loss.partner() == null
                ? Activations.SIGMOID.standard()
                : Catalogue.find(Catalogue.ACTIVATIONS, loss.partner()).standard();
        Network network =
                Networks.dense(3, List.of(4, 3, 2), List.of(hidden, Activations.TANH.standard(), output), loss);
        double[][] inputs = new double[5][];
        double[][] targets = new double[5][];
        for (int row = 0; row < 5; row++) {
            inputs[row] = numbers(3);
            double t = Math.abs(next()) / 4;
            targets[row] = new double[] {t, 1 - t};
        }
        Plan plan = new Plan(network, Samples.of(inputs, targets), optimizer, 0.02, 2, true, 0.001, 7, precision, null);
        State state = new State(precision.round(numbers(network.parameterCount())));
        new Trainer(plan).run(state, 300);
        assertThat(state.finite()).isTrue();
        return state;
    }
}
