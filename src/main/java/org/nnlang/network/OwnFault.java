package org.nnlang.network;

import java.util.HashMap;
import java.util.Map;
import org.nnlang.formula.Domain;
import org.nnlang.formula.Formula;

/**
 * A formula of one's own that has no value: an activation's or a loss's, at one neuron.
 *
 * @param layer the neuron's layer, from 1; of a loss the last
 * @param name the name of the activation or loss
 * @param fault the operation that has none, and what of
 */
public record OwnFault(Part part, int layer, int neuron, String name, Domain.Fault fault) {
    /** Which of the formulas. */
    public enum Part {
        ACTIVATION,
        ACTIVATION_DERIVATIVE,
        LOSS,
        LOSS_DERIVATIVE
    }

    /**
     * Looks a pass through, in its order, for the first such formula: for after a pass whose numbers are not finite.
     *
     * @return null where there is none
     */
    public static OwnFault find(Network network, State state, Sample sample, Method method) {
        Pass pass = new Pass(network, method);
        pass.forward(state.parameters(), sample.input());
        return new Search(network, pass, sample.target()).first();
    }

    private record Search(Network network, Pass pass, double[] target) {
        OwnFault first() {
            for (int l = 1; l <= network.depth(); l++) {
                OwnFault fault = ofLayer(l, false);
                if (fault != null) {
                    return fault;
                }
            }
            OwnFault fault = target == null ? null : ofLoss();
            for (int l = network.depth(); l >= 1 && fault == null; l--) {
                fault = ofLayer(l, true);
            }
            return fault;
        }

        private OwnFault ofLayer(int l, boolean derivative) {
            if (!(network.layer(l).activation() instanceof Activation.Own own)) {
                return null;
            }
            for (int j = 0; j < network.size(l); j++) {
                double net = pass.net(l)[j];
                double out = pass.out(l)[j];
                Formula formula = derivative ? own.derivative() : own.value();
                double value = derivative ? own.derivative(net, out) : own.value(net);
                if (Double.isFinite(net) && !Double.isFinite(value)) {
                    Part part = derivative ? Part.ACTIVATION_DERIVATIVE : Part.ACTIVATION;
                    Formula bound = bound(formula, Map.of(Stated.OUT, out), Map.of(own.variable(), net));
                    return new OwnFault(part, l, j, own.name(), Domain.fault(bound));
                }
            }
            return null;
        }

        private OwnFault ofLoss() {
            if (!(network.loss() instanceof Loss.Own own)) {
                return null;
            }
            double[] out = pass.output();
            for (int k = 0; k < out.length; k++) {
                double share = own.share(target, pass.net(network.depth()), out, k);
                double slope = own.derivative(target, out, k);
                if (Double.isFinite(out[k]) && !(Double.isFinite(share) && Double.isFinite(slope))) {
                    boolean derivative = Double.isFinite(share);
                    Formula bound = bound(
                            derivative ? own.derivative() : own.share(),
                            Map.of(Stated.N, (double) out.length),
                            Map.of(own.target(), target[k], own.output(), out[k]));
                    Part part = derivative ? Part.LOSS_DERIVATIVE : Part.LOSS;
                    return new OwnFault(part, network.depth(), k, own.name(), Domain.fault(bound));
                }
            }
            return null;
        }

        private static Formula bound(Formula formula, Map<String, Double> given, Map<String, Double> named) {
            Map<String, Formula> values = new HashMap<>();
            given.forEach((name, value) -> values.put(name, Formula.number(value)));
            named.forEach((name, value) -> values.put(name, Formula.number(value)));
            return formula.bind(values);
        }
    }
}
