package org.nnlang.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.math.Formula;
import org.nnlang.math.Reason;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/**
 * ∂A/∂B by the chain rule: a sum over the paths of products of partial derivatives, each derived in turn, once.
 *
 * <p>By an output: Σⱼ ∂A/∂net(j) · ∂net(j)/∂out(i) over the next layer. By a net: Σₖ ∂A/∂out(k) · ∂out(k)/∂net(j) over
 * the neurons of the same layer that depend on it. By a parameter: ∂A/∂net(j) · ∂net(j)/∂w, its first factor written
 * out where that is a single product, unless it is written down with so many decimals: then it is one factor.
 */
final class Chain {
    private static final List<Quantity.Partial> GAP = List.of();

    private final Values values;
    private final Limits limits;
    private final int mostLevels;
    private final Network network;
    private final Paths paths;
    private final ActivationForms activations;
    private final LossForms losses;
    private final Set<Quantity.Partial> derived = new HashSet<>();
    private boolean cut;

    /** A chain that goes back over so many nets on each path; what lies behind is shown by its value alone. */
    private Chain(Values values, Limits limits, int mostLevels) {
        this.values = values;
        this.limits = limits;
        this.mostLevels = mostLevels;
        network = values.network();
        paths = new Paths(network);
        activations = new ActivationForms(values, limits);
        losses = new LossForms(values, limits);
    }

    /** The derivation of ∂of/∂by, as far back as the limits let it go. */
    static Derivation derive(Values values, Limits limits, Quantity.Scalar of, Quantity.Scalar by) {
        Derivation best = null;
        for (int levels = 0; ; levels++) {
            Chain chain = new Chain(values, limits, levels);
            Derivation deeper = chain.derive(new Quantity.Partial(of, by), 0);
            if (best != null && deeper.size() > limits.derivations()) {
                return best;
            }
            if (!chain.cut) {
                return deeper;
            }
            best = deeper;
        }
    }

    private Derivation derive(Quantity.Partial partial, int level) {
        values.checkCancelled();
        Formula lhs = values.partial(partial.of(), partial.by());
        if (partial.of().equals(partial.by()) || derived.contains(partial)) {
            return Derivation.fact(lhs, Derivation.Note.NONE);
        }
        if (!paths.lead(partial.of(), partial.by())) {
            return Derivation.of(lhs, new Formula.Because(Formula.number(0), noPath(partial)));
        }
        Formula direct = direct(partial);
        if (direct == null && level > mostLevels && partial.by() instanceof Quantity.Net) {
            cut = true;
            return Derivation.fact(lhs, Derivation.Note.NONE);
        }
        derived.add(partial);
        return direct != null ? leaf(partial, lhs, direct) : chain(partial, lhs, level);
    }

    /** A derivative without factors; an updated weight says what it was updated by. */
    private Derivation leaf(Quantity.Partial partial, Formula lhs, Formula direct) {
        if (!(partial.of() instanceof Quantity.Net net)
                || !(partial.by() instanceof Quantity.Output out)
                || !values.updatedBefore(net.layer())) {
            return Derivation.of(lhs, direct).onPaper(onPaper(partial));
        }
        int index = network.weightIndex(net.layer(), net.neuron(), out.neuron());
        Formula slope = values.partial(new Quantity.TotalError(), new Quantity.Parameter(index));
        return Derivation.of(lhs, direct, values.update(index, slope));
    }

    /** Of a derivative with cases, what it is on paper, if that is something else. */
    private OnPaper onPaper(Quantity.Partial partial) {
        Formula withCases = withCases(partial);
        return withCases == null ? null : values.onPaper(withCases);
    }

    /** A derivative without factors with all its cases; null if it can't have any. */
    private Formula withCases(Quantity.Partial partial) {
        return switch (partial.of()) {
            case Quantity.TotalError _, Quantity.ErrorShare _
            when partial.by() instanceof Quantity.Output o -> losses.derivativeWithCases(o.neuron());
            case Quantity.Output of
            when partial.by() instanceof Quantity.Net net ->
                activations.derivativeWithCases(of.layer(), of.neuron(), net.neuron());
            default -> null;
        };
    }

    /**
     * ∂of/∂by by one step of the chain rule, whatever its numbers: with all cases, and with a weight or a source for the
     * derivative of a net by the other one; null if nothing leads from one to the other.
     */
    static Formula step(Values values, Quantity.Partial partial) {
        return new Chain(values, Limits.NONE, 0).step(partial);
    }

    private Formula step(Quantity.Partial partial) {
        if (partial.of().equals(partial.by()) || !paths.lead(partial.of(), partial.by())) {
            return null;
        }
        Formula direct = direct(partial);
        if (direct != null) {
            Formula withCases = withCases(partial);
            return withCases != null ? withCases : direct;
        }
        return partial.by() instanceof Quantity.Net net && paths.simplifies(partial.of(), net.layer())
                ? simplified(partial.of(), net.neuron())
                : Formula.sum(routes(partial).stream().map(this::written).toList());
    }

    /** The product of a route's factors, without those that are 1. */
    private Formula written(List<Quantity.Partial> route) {
        Formula[] factors = route.stream()
                .map(p -> p.of() instanceof Quantity.Net && direct(p) != null
                        ? direct(p)
                        : values.partial(p.of(), p.by()))
                .filter(factor -> !factor.equals(Formula.number(1)))
                .toArray(Formula[]::new);
        return factors.length == 0 ? Formula.number(1) : Formula.product(factors);
    }

    private Reason noPath(Quantity.Partial partial) {
        return new Reason.NoPath(leaf(partial.of()), leaf(partial.by()));
    }

    private static Symbol leaf(Quantity.Scalar quantity) {
        return new Symbol(quantity, 0, -1, Double.NaN); // only its name is shown
    }

    private Derivation chain(Quantity.Partial partial, Formula lhs, int level) {
        boolean simple = partial.by() instanceof Quantity.Net net && paths.simplifies(partial.of(), net.layer());
        if (simple && values.rounds()) {
            return Derivation.of(lhs, simplified(partial.of(), ((Quantity.Net) partial.by()).neuron()));
        }
        List<List<Quantity.Partial>> routes = routes(partial);
        Formula sum = Formula.sum(routes.stream().map(this::product).toList());
        Set<Quantity.Partial> factors = new LinkedHashSet<>();
        routes.forEach(factors::addAll);
        List<Derivation> parts =
                factors.stream().map(factor -> derive(factor, level + 1)).toList();
        Derivation derivation = Derivation.of(lhs, sum).from(parts);
        return simple
                ? derivation.simplifiedTo(
                        routes.contains(GAP) ? lhs.value() : values.round(sum.value()),
                        simplified(partial.of(), ((Quantity.Net) partial.by()).neuron()))
                : derivation;
    }

    private Formula product(List<Quantity.Partial> route) {
        return route.isEmpty()
                ? new Formula.Elided()
                : Formula.product(
                        route.stream().map(p -> values.partial(p.of(), p.by())).toArray(Formula[]::new));
    }

    private Formula simplified(Quantity.Scalar of, int j) {
        return of instanceof Quantity.ErrorShare share ? losses.simplified(share.neuron(), j) : losses.simplified(j);
    }

    /** The formula of a derivative that has no factors, or null. */
    private Formula direct(Quantity.Partial partial) {
        int last = network.depth();
        return switch (partial.of()) {
            case Quantity.TotalError _
            when partial.by() instanceof Quantity.Output o && o.layer() == last -> losses.derivative(o.neuron());
            case Quantity.ErrorShare _
            when partial.by() instanceof Quantity.Output o && o.layer() == last -> losses.derivative(o.neuron());
            case Quantity.Output of
            when partial.by() instanceof Quantity.Net net && net.layer() == of.layer() ->
                activations.derivative(of.layer(), of.neuron(), net.neuron());
            case Quantity.Net of -> directOfNet(of, partial.by());
            default -> null;
        };
    }

    private Formula directOfNet(Quantity.Net of, Quantity.Scalar by) {
        int l = of.layer();
        return switch (by) {
            case Quantity.Output o when o.layer() == l - 1 -> values.weightBack(l, of.neuron(), o.neuron());
            case Quantity.Parameter p
            when network.layerOf(p.index()) == l ->
                network.isWeight(p.index()) ? values.out(l - 1, paths.source(p.index())) : Formula.number(1);
            default -> null;
        };
    }

    private List<List<Quantity.Partial>> routes(Quantity.Partial partial) {
        Quantity.Scalar of = partial.of();
        return switch (partial.by()) {
            case Quantity.Output by -> {
                int l = by.layer() + 1;
                yield some(paths.nets(of, l), j -> step(of, new Quantity.Net(l, j), by));
            }
            case Quantity.Net by -> some(outputs(of, by), k -> step(of, new Quantity.Output(by.layer(), k), by));
            case Quantity.Parameter by -> {
                int[] tied = paths.tied(of, by.index());
                List<List<Quantity.Partial>> all = new ArrayList<>();
                for (int index : tied) {
                    int l = network.layerOf(index);
                    Range neurons = paths.neurons(of, index);
                    boolean alone = neurons.size() == 1 && tied.length == 1;
                    all.addAll(some(neurons, j -> toParameter(of, l, j, new Quantity.Parameter(index), alone)));
                }
                yield all;
            }
            default -> throw new IllegalArgumentException("no derivative by " + partial.by());
        };
    }

    private Range outputs(Quantity.Scalar of, Quantity.Net by) {
        if (paths.elementwise(by.layer())) {
            return Range.single(by.neuron());
        }
        boolean error = of instanceof Quantity.TotalError && by.layer() == network.depth();
        return error ? losses.outputs() : paths.outputs(of, by.layer());
    }

    private List<List<Quantity.Partial>> some(
            Range range, java.util.function.IntFunction<List<Quantity.Partial>> route) {
        return limits.some(range, limits.terms(), GAP, route);
    }

    private static List<Quantity.Partial> step(Quantity.Scalar of, Quantity.Scalar through, Quantity.Scalar by) {
        return List.of(new Quantity.Partial(of, through), new Quantity.Partial(through, by));
    }

    private List<Quantity.Partial> toParameter(Quantity.Scalar of, int l, int j, Quantity.Parameter by, boolean alone) {
        Quantity.Net net = new Quantity.Net(l, j);
        if (!alone || values.rounds() || !paths.elementwise(l) || paths.simplifies(of, l)) {
            return step(of, net, by);
        }
        Quantity.Output out = new Quantity.Output(l, j);
        List<Quantity.Partial> route = new ArrayList<>();
        if (!of.equals(out)) {
            route.add(new Quantity.Partial(of, out));
        }
        route.addAll(step(out, net, by));
        return route;
    }
}
