package org.nnlang.language.statement;

import org.nnlang.language.Faults;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.network.NetworkPass;
import org.nnlang.network.QuantityValues;
import org.nnlang.text.Message;

/**
 * Compares back-propagation's gradients with central differences.
 *
 * <p>∂error/∂p ≈ (8 (E(p + h) − E(p − h)) − (E(p + 2h) − E(p − 2h))) / 12h, whose error falls with h⁴ (Abramowitz and
 * Stegun 25.3.6); h moves a net by a thousandth, whatever number p is multiplied by. If the two
 * differ, a kink may lie within h, so shorter steps are tried.
 *
 * <p>The difference is relative to the larger of the two, or, if both are small, to a hundred-thousandth of the largest
 * gradient, or of E for a net that moves by 1: below that little but rounding is left of a difference quotient.
 */
final class GradientCheck {
    private static final double SMALL = 1e-5;
    private static final double ALIKE = 1e-7;
    private static final double SHORTEST = 1e-6;

    private final QuantityValues reading;
    private final double[] parameters;
    private final NetworkPass pass;
    private final Cancellation cancellation;
    private Message fault;

    GradientCheck(QuantityValues reading, double[] parameters, Cancellation cancellation) {
        this.reading = reading;
        this.parameters = parameters.clone();
        this.pass = new NetworkPass(reading.network(), ArithmeticMode.DOUBLE);
        this.cancellation = cancellation;
    }

    /** The worst relative difference over all parameters. */
    double worst() {
        Network network = reading.network();
        double[] gradient = reading.gradient();
        double largest = 0;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        double worst = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (network.isTrained(i) || gradient[i] != 0) {
                cancellation.check();
                worst = Math.max(worst, difference(i, gradient[i], largest));
            }
        }
        return worst;
    }

    /** The relative difference of parameter {@code i}. */
    private double difference(int i, double gradient, double largest) {
        double factor = Math.max(1, Math.abs(factor(i)));
        double small = SMALL * Math.max(largest, factor * Math.abs(error(i, 0)));
        double least = Double.POSITIVE_INFINITY;
        for (double step = 1e-3; least > ALIKE && step > SHORTEST / 2; step /= 10) {
            double quotient = quotient(i, step / factor + 1e-9 * Math.abs(parameters[i]));
            double scale = Math.max(Math.max(Math.abs(quotient), Math.abs(gradient)), small);
            if (Double.isFinite(
                    quotient)) { // else a user-defined formula has no value there; a shorter step may have one
                least = Math.min(least, scale == 0 ? 0 : Math.abs(quotient - gradient) / scale);
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            fault = fault(i, SHORTEST / factor);
        }
        return least;
    }

    /** The first user-defined formula without a value within a step, on at least one side; null if there is none. */
    private Message fault(int i, double h) {
        error(i, h);
        Message above = new Faults(reading.network(), pass, reading.sample().target()).error();
        error(i, -h);
        return above != null
                ? above
                : new Faults(reading.network(), pass, reading.sample().target()).error();
    }

    /** Why a parameter has no difference quotient, after {@link #worst}; null if each has one. */
    Message fault() {
        return fault;
    }

    private double quotient(int i, double h) {
        double near = error(i, h) - error(i, -h);
        double far = error(i, 2 * h) - error(i, -2 * h);
        return (8 * near - far) / (12 * h);
    }

    /** The factor that parameter {@code i} is multiplied by. */
    private double factor(int i) {
        Network network = reading.network();
        int l = network.layerOf(i);
        double[] source = reading.forward().out(l - 1);
        return network.isWeight(i) ? source[(i - network.weightStart(l)) % source.length] : 1;
    }

    private void set(int index, double value) {
        for (int tied : reading.network().tied(index)) {
            parameters[tied] = value;
        }
    }

    private double error(int i, double h) {
        double before = parameters[i];
        set(i, before + h);
        pass.forward(parameters, reading.sample().input());
        set(i, before);
        return pass.error(reading.sample().target(), reading.sample().weight());
    }
}
