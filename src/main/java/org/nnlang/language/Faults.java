package org.nnlang.language;

import java.util.Map;
import org.nnlang.math.Domain;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.LayerLoss;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.NetworkPass;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * Finds values at which a user-defined activation or loss has no value: {@code ln} of a negative number, say.
 *
 * <p>A fault is a neuron or an output whose formula has no value in a given pass. Each method returns the first fault, or
 * null.
 */
public final class Faults {
    private final Network network;
    private final NetworkPass pass;
    private final double[] target;

    /** Examines a pass; {@code target} may be null if the loss isn't asked about. */
    public Faults(Network network, NetworkPass pass, double[] target) {
        this.network = network;
        this.pass = pass;
        this.target = target;
    }

    /** Whether a network has user-defined formulas at all. */
    static boolean possible(Network network) {
        boolean own = network.loss().isOwn();
        for (int l = 1; l <= network.depth() && !own; l++) {
            own = network.layer(l).activation().isOwn();
        }
        return own;
    }

    /** Finds a fault in the outputs of the layers up to {@code last}. */
    public Message outputs(int last) {
        Message fault = null;
        for (int l = 1; l <= last && fault == null; l++) {
            fault = layer(l, false);
        }
        return fault;
    }

    /** Finds a fault in the activations' derivatives, from layer {@code first} on. */
    private Message derivatives(int first) {
        Message fault = null;
        for (int l = network.depth(); l >= Math.max(1, first) && fault == null; l--) {
            fault = layer(l, true);
        }
        return fault;
    }

    private Message layer(int l, boolean derivative) {
        Message fault = null;
        for (int j = 0; j < network.size(l) && fault == null; j++) {
            fault = neuron(l, j, derivative);
        }
        return fault;
    }

    /** Finds a fault in a neuron's output, or in its activation's derivative. */
    Message neuron(int l, int j, boolean derivative) {
        double net = pass.net(l)[j];
        double out = pass.out(l)[j];
        Activation own = network.layer(l).activation();
        if (!own.isOwn()
                || !Double.isFinite(net)
                || Double.isFinite(derivative ? own.derivative(net, out) : own.value(net))) {
            return null;
        }
        Map<String, Formula> values = own.symbols(Formula.number(net), Formula.number(out));
        Formula bound = (derivative ? own.derivative() : own.value()).bind(values);
        String neuron = network.neurons(l).name(j);
        String where = "neuron " + neuron + " of layer " + network.neurons(l).layer();
        String given = "net(" + neuron + ") = " + Texts.number(net);
        return problem(own.name(), where, given, derivative, Domain.fault(bound));
    }

    /** Finds a fault in the outputs or in output {@code k}'s share of the error. */
    Message share(int k) {
        Message fault = outputs(network.depth());
        return fault == null ? loss(k, false) : fault;
    }

    /** Finds a fault in the outputs or in the error. */
    public Message error() {
        Message fault = outputs(network.depth());
        for (int k = 0; k < pass.output().length && fault == null; k++) {
            fault = loss(k, false);
        }
        return fault;
    }

    /** Finds a fault in what the derivatives of the error by the nets need, from layer {@code first} on. */
    Message backward(int first) {
        Message fault = error();
        for (int k = 0; k < pass.output().length && fault == null; k++) {
            fault = loss(k, true);
        }
        return fault == null ? derivatives(first) : fault;
    }

    /** Finds a fault in the outputs up to layer {@code last} or in any activation's derivative; ignores the loss. */
    Message partial(int last) {
        Message fault = outputs(last);
        return fault == null ? derivatives(1) : fault;
    }

    private Message loss(int k, boolean derivative) {
        Loss own = network.loss();
        if (!own.isOwn()) {
            return null;
        }
        double[] out = pass.output();
        LayerLoss loss = new LayerLoss(own, out.length);
        double[] values = new double[out.length];
        if (derivative) {
            loss.derivatives(target, out, values);
        } else {
            values = loss.shares(target, out, out);
        }
        double value = values[k];
        if (Double.isFinite(value) || !Double.isFinite(out[k])) {
            return null;
        }
        Formula bound = (derivative ? own.derivative() : own.share())
                .bind(own.symbols(Formula.number(target[k]), Formula.number(out[k]), Formula.number(out.length)));
        String given =
                own.target() + " = " + Texts.number(target[k]) + ", " + own.output() + " = " + Texts.number(out[k]);
        String where = "output " + network.output().neurons().name(k);
        return problem(own.name(), where, given, derivative, Domain.fault(bound));
    }

    /** The value of a user-defined activation; fails if its formula has no value. */
    static double checked(Activation own, double x, Span span) {
        double result = own.value(x);
        if (!Double.isFinite(result)) {
            Domain.Fault fault = Domain.fault(own.value().bind(Map.of(own.variable(), Formula.number(x))));
            throw new Failure(span, problem(own.name(), "", own.variable() + " = " + Texts.number(x), false, fault));
        }
        return result;
    }

    /** Words the fault of a formula; {@code fault} is null if an infinite number hides the cause. */
    static Message problem(String own, String where, String given, boolean derivative, Domain.Fault fault) {
        String formula = derivative ? "the derivative of `" + own + "`" : "`" + own + "`";
        String reason = fault == null ? "it is not finite" : reason(fault.what(), Texts.number(fault.argument()));
        return Problem.OUTSIDE_DOMAIN.with(formula, reason, where.isEmpty() ? given : "at " + where + ", " + given);
    }

    private static String reason(String operation, String argument) {
        return switch (operation) {
            case "ln" -> "`ln` of " + argument + ", which takes numbers above 0";
            case "sqrt" -> "`sqrt` of " + argument + ", which takes numbers of at least 0";
            case "a division" ->
                argument.equals("0") ? "a division by 0" : "a division by " + argument + " is too large for a double";
            case "a power" ->
                argument.startsWith("-")
                        ? "a power of " + argument + " with a fractional exponent"
                        : "a power of " + argument + (argument.equals("0") ? "" : " is too large for a double");
            case "a sum", "a product" -> operation + " is too large for a double";
            default -> "`" + operation + "` of " + argument + " is too large for a double";
        };
    }

    /** The same fault, in an update. */
    static Message at(long update, Message fault) {
        return Problem.OUTSIDE_DOMAIN_AT.with(
                update, fault.gap("formula"), fault.gap("reason"), fault.gap("place"), update - 1);
    }
}
