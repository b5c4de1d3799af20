package org.nnlang.engine;

import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Network;
import org.nnlang.network.Precision;

/**
 * Forward passes of one network with the bits of {@link org.nnlang.network.NetworkPass}: in straight-line code where it is small
 * and there are many, in loops where it has enough weights for them.
 */
final class ExactPasses {
    private static final int WORTH_TURNING = 8;

    /** Weights from which loops are faster than straight-line code. */
    private static final int WORTH_LOOPS = 100;

    /** Plain work, in nanoseconds, that costs about as much as generating code and having it compiled. */
    private static final double WORTH_GENERATING = 50e6;

    private final Network network;
    private final ArithmeticMode arithmetic;
    private final double plain;
    private double work;
    /** Whether there is no straight-line code for it. */
    private boolean tooLong;

    private StraightForward straight;
    private LoopPass<?> loops;

    ExactPasses(Network network, ArithmeticMode arithmetic) {
        this.network = network;
        this.arithmetic = arithmetic;
        int neurons = 0;
        for (int l = 1; l <= network.depth(); l++) {
            neurons += network.size(l);
        }
        plain = 20 + 0.35 * network.weightCount() + 8.0 * neurons;
        tooLong = arithmetic.precision() != Precision.DOUBLE || network.weightCount() >= WORTH_LOOPS;
    }

    /** As {@link BatchForward#each}. */
    void each(double[] parameters, double[][] inputs, BatchForward.Visitor visitor) {
        if (arithmetic.rounds()) {
            BatchForward.PLAIN.each(network, arithmetic, parameters, inputs, visitor);
            return;
        }
        work += plain * inputs.length;
        if (isStraight()) {
            straight.each(parameters, inputs, visitor);
        } else if (inputs.length < WORTH_TURNING || network.weightCount() < WORTH_LOOPS) {
            BatchForward.PLAIN.each(network, arithmetic, parameters, inputs, visitor);
        } else {
            loops(parameters, inputs, visitor);
        }
    }

    private boolean isStraight() {
        if (straight == null && !tooLong && work > WORTH_GENERATING) {
            straight = StraightForward.of(network);
            tooLong = straight == null;
        }
        return straight != null;
    }

    private void loops(double[] parameters, double[][] inputs, BatchForward.Visitor visitor) {
        if (loops == null) {
            loops = arithmetic.precision() == Precision.SINGLE
                    ? new LoopPass<>(network, new Singles(), LoopPass.MOST_ROWS)
                    : new LoopPass<>(network, new Doubles(), LoopPass.MOST_ROWS);
        }
        loops(loops, parameters, inputs, visitor);
    }

    private static <V> void loops(
            LoopPass<V> pass, double[] parameters, double[][] inputs, BatchForward.Visitor visitor) {
        pass.read(parameters);
        for (int from = 0; from < inputs.length; from += LoopPass.MOST_ROWS) {
            int samples = Math.min(LoopPass.MOST_ROWS, inputs.length - from);
            for (int r = 0; r < samples; r++) {
                pass.take(r, inputs[from + r]);
            }
            pass.forward(samples);
            for (int r = 0; r < samples; r++) {
                pass.show(from + r, r, visitor);
            }
        }
    }
}
