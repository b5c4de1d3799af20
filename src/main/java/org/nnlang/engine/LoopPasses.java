package org.nnlang.engine;

import org.nnlang.network.Method;
import org.nnlang.network.Network;
import org.nnlang.network.Passes;
import org.nnlang.network.Precision;

/** Forward passes on the loops of {@link LoopPass}, where there are enough samples and weights for them. */
final class LoopPasses implements Passes {
    private static final int WORTH_TURNING = 8;
    private static final int WORTH_LOOPS = 100;

    @Override
    public void each(Network network, Method method, double[] parameters, double[][] inputs, Visitor visitor) {
        if (method.rounds() || inputs.length < WORTH_TURNING || network.weightCount() < WORTH_LOOPS) {
            PLAIN.each(network, method, parameters, inputs, visitor);
        } else if (method.precision() == Precision.SINGLE) {
            each(new LoopPass<>(network, new Singles(), LoopPass.MOST_ROWS), parameters, inputs, visitor);
        } else {
            each(new LoopPass<>(network, new Doubles(), LoopPass.MOST_ROWS), parameters, inputs, visitor);
        }
    }

    private static <V> void each(LoopPass<V> pass, double[] parameters, double[][] inputs, Visitor visitor) {
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
