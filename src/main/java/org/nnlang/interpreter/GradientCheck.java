package org.nnlang.interpreter;

import org.nnlang.network.Network;
import org.nnlang.network.Pass;
import org.nnlang.network.Precision;
import org.nnlang.network.Reading;

/**
 * Back-propagation against central differences.
 *
 * <p>∂error/∂p ≈ (8 (E(p + h) − E(p − h)) − (E(p + 2h) − E(p − 2h))) / 12h, whose error falls with h⁴ (Abramowitz and
 * Stegun 25.3.6); h moves a net by a thousandth, however large the number is that p is multiplied with. The difference is
 * relative to the larger of the two, or to a hundred-thousandth of the largest gradient where both are small. Where it is
 * large, what the rounding of E alone can make of it is taken off, and shorter steps are tried: a kink may lie within.
 */
final class GradientCheck {
    private static final double SMALL = 1e-5;
    private static final double ALIKE = 1e-7;
    private static final double SHORTEST = 1e-6;
    private static final double ROUNDING = 16 * Math.ulp(1.0);

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
                worst = Math.max(worst, difference(i, gradient[i], SMALL * largest));
            }
        }
        return worst;
    }

    /** The relative difference of parameter {@code i}. */
    private double difference(int i, double gradient, double small) {
        double least = Double.POSITIVE_INFINITY;
        for (double step = 1e-3; least > ALIKE && step > SHORTEST / 2; step /= 10) {
            double h = step / Math.max(1, Math.abs(factor(i))) + 1e-9 * Math.abs(parameters[i]);
            least = Math.min(least, difference(i, gradient, small, h));
        }
        return least;
    }

    private double difference(int i, double gradient, double small, double h) {
        double near = error(i, h) - error(i, -h);
        double far = error(i, 2 * h) - error(i, -2 * h);
        double quotient = (8 * near - far) / (12 * h);
        double rounding = ROUNDING * Math.abs(error(i, 0)) / h;
        double scale = Math.max(Math.max(Math.abs(quotient), Math.abs(gradient)), small);
        double difference = Math.abs(quotient - gradient);
        if (difference <= ALIKE * scale) {
            return scale == 0 ? 0 : difference / scale;
        }
        return Math.max(0, difference - rounding) / scale;
    }

    /** What parameter {@code i} is multiplied with. */
    private double factor(int i) {
        Network network = reading.network();
        int l = network.layerOf(i);
        double[] source = reading.forward().out(l - 1);
        return network.isWeight(i) ? source[(i - network.weightStart(l)) % source.length] : 1;
    }

    private double error(int i, double h) {
        double before = parameters[i];
        parameters[i] = before + h;
        pass.forward(parameters, reading.sample().input());
        parameters[i] = before;
        return pass.error(reading.sample().target());
    }
}
