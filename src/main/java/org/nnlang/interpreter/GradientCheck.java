package org.nnlang.interpreter;

import org.nnlang.network.Network;
import org.nnlang.network.Pass;
import org.nnlang.network.Precision;
import org.nnlang.network.Reading;

/**
 * Back-propagation against central differences.
 *
 * <p>∂error/∂p ≈ (8 (E(p + h) − E(p − h)) − (E(p + 2h) − E(p − 2h))) / 12h, whose error falls with h⁴ (Abramowitz and
 * Stegun 25.3.6). The difference is relative to the larger of the two, or to a hundred-thousandth of the largest
 * gradient where both are small: below that nothing but rounding is left of a difference quotient.
 */
final class GradientCheck {
    private static final double SMALL = 1e-5;

    private final Reading reading;
    private final double[] parameters;
    private final Pass pass;
    private final Runnable keepOn;

    GradientCheck(Reading reading, double[] parameters, Runnable keepOn) {
        this.reading = reading;
        this.parameters = parameters.clone();
        this.pass = new Pass(reading.network(), Precision.DOUBLE);
        this.keepOn = keepOn;
    }

    /** The worst relative difference over all parameters. */
    double worst() {
        Network network = reading.network();
        double[] gradient = new double[network.parameterCount()];
        reading.backward().gradient(gradient, false);
        double largest = 0;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        double worst = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (network.isTrained(i) || gradient[i] != 0) {
                keepOn.run();
                double difference = difference(i);
                double scale = Math.max(Math.max(Math.abs(difference), Math.abs(gradient[i])), SMALL * largest);
                worst = scale == 0 ? worst : Math.max(worst, Math.abs(difference - gradient[i]) / scale);
            }
        }
        return worst;
    }

    private double difference(int i) {
        double h = 1e-3 * Math.max(1, Math.abs(parameters[i]));
        double near = error(i, h) - error(i, -h);
        double far = error(i, 2 * h) - error(i, -2 * h);
        return (8 * near - far) / (12 * h);
    }

    private double error(int i, double h) {
        double before = parameters[i];
        parameters[i] = before + h;
        pass.forward(parameters, reading.sample().input());
        parameters[i] = before;
        return pass.error(reading.sample().target());
    }
}
