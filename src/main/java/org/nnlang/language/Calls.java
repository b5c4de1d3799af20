package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;

/** Finds the quantity that a call names: {@code net(h1)}, {@code grad(w5)}, {@code d(error, w5)}. */
final class Calls {
    /** The calls that name a quantity. */
    static final List<String> NAMES = List.of(
            "net",
            "out",
            "delta",
            "target",
            "error",
            "grad",
            "bias",
            "w",
            "d",
            "loss",
            "accuracy",
            "weights",
            "biases");

    private final Declarations declarations;
    private final Resolver resolver;

    /** For the calls in a declarations's network; {@code resolver} finds their arguments. */
    Calls(Declarations declarations, Resolver resolver) {
        this.declarations = declarations;
        this.resolver = resolver;
    }

    /** The quantity that a call of one of the {@link #NAMES} names. */
    Quantity resolve(Expr.Call e) {
        Network network = declarations.network(e.nameSpan());
        return switch (e.name()) {
            case "net" -> net(network, e);
            case "out" -> out(e);
            case "delta" -> delta(network, e);
            case "target" -> target(network, e);
            case "error" -> error(network, e);
            case "grad" -> gradient(network, e);
            case "bias" -> new Quantity.Parameter(bias(network, e));
            case "w" -> new Quantity.Parameter(weight(network, e));
            case "d" -> partial(e);
            case "loss" -> new Quantity.MeanLoss(set(e));
            case "accuracy" -> new Quantity.Accuracy(set(e));
            case "weights" -> new Quantity.LayerWeights(layer(e, "weights"));
            default -> new Quantity.LayerBiases(layer(e, "biases"));
        };
    }

    private Expr only(Expr.Call e, String form) {
        if (e.arguments().size() != 1) {
            throw new Failure(
                    e.span(),
                    new Problem.WrongArgumentCount(e.name(), form, e.arguments().size()));
        }
        return e.arguments().getFirst();
    }

    /** The neuron or layer in parentheses: {@code net(h1)}, {@code net(h)}. */
    private Quantity neuronOrLayer(Expr.Call e) {
        Expr argument = only(e, "`" + e.name() + "(neuron)` or `" + e.name() + "(layer)`");
        Quantity quantity = resolver.resolve(argument);
        if (quantity instanceof Quantity.Output || quantity instanceof Quantity.LayerOutputs) {
            return quantity;
        }
        if (quantity == null && argument instanceof Expr.Name name) {
            throw unknown(name);
        }
        throw wrong("a neuron or a layer", argument);
    }

    private Quantity out(Expr.Call e) {
        return neuronOrLayer(e);
    }

    private Quantity net(Network network, Expr.Call e) {
        return switch (neuronOrLayer(e)) {
            case Quantity.Output q -> new Quantity.Net(behindInput(network, q.layer(), e, "net"), q.neuron());
            case Quantity.LayerOutputs q -> new Quantity.LayerNets(behindInput(network, q.layer(), e, "net"));
            case Quantity other -> throw new IllegalStateException(other.toString());
        };
    }

    private Quantity delta(Network network, Expr.Call e) {
        return switch (neuronOrLayer(e)) {
            case Quantity.Output q -> new Quantity.Delta(behindInput(network, q.layer(), e, "delta"), q.neuron());
            case Quantity.LayerOutputs q -> new Quantity.LayerDeltas(behindInput(network, q.layer(), e, "delta"));
            case Quantity other -> throw new IllegalStateException(other.toString());
        };
    }

    private int behindInput(Network network, int layer, Expr.Call e, String what) {
        if (layer == 0) {
            Expr argument = e.arguments().getFirst();
            throw new Failure(
                    argument.span(), new Problem.InputHasNone(argument.span().text(), what));
        }
        return layer;
    }

    private Quantity target(Network network, Expr.Call e) {
        return switch (neuronOrLayer(e)) {
            case Quantity.Output q when q.layer() == network.depth() -> new Quantity.Target(q.neuron());
            case Quantity.LayerOutputs q when q.layer() == network.depth() -> new Quantity.Targets();
            case Quantity _ -> throw notOutput(network, e);
        };
    }

    private Quantity error(Network network, Expr.Call e) {
        if (neuronOrLayer(e) instanceof Quantity.Output q && q.layer() == network.depth()) {
            return new Quantity.ErrorShare(q.neuron());
        }
        throw notOutput(network, e);
    }

    private Failure notOutput(Network network, Expr.Call e) {
        Neurons output = network.output().neurons();
        return wrong(
                "a neuron of the output layer, like `" + output.name(0) + "`,",
                e.arguments().getFirst());
    }

    private Quantity gradient(Network network, Expr.Call e) {
        Expr argument = only(e, "`grad(w5)`, `grad(b1)` or `grad(layer)`");
        if (resolver.resolve(argument) instanceof Quantity.LayerOutputs q && q.layer() > 0) {
            return new Quantity.LayerGradients(q.layer());
        }
        Problem problem = kind("a weight, a bias or a layer", argument);
        if (scalar(argument, problem) instanceof Quantity.Parameter q) {
            return new Quantity.Gradient(q.index());
        }
        throw new Failure(argument.span(), problem);
    }

    private int weight(Network network, Expr.Call e) {
        if (e.arguments().size() != 2) {
            throw new Failure(
                    e.span(),
                    new Problem.WrongArgumentCount(
                            "w", "`w(from, to)`", e.arguments().size()));
        }
        Quantity.Output f = neuron(e.arguments().getFirst());
        Quantity.Output t = neuron(e.arguments().getLast());
        if (t.layer() == f.layer() + 1) {
            return network.weightIndex(t.layer(), t.neuron(), f.neuron());
        }
        String from = network.neurons(f.layer()).name(f.neuron());
        String to = network.neurons(t.layer()).name(t.neuron());
        throw new Failure(e.span(), new Problem.NoWeightBetween(from, to));
    }

    private Quantity.Output neuron(Expr argument) {
        if (scalar(argument, kind("a neuron", argument)) instanceof Quantity.Output neuron) {
            return neuron;
        }
        throw wrong("a neuron", argument);
    }

    private int bias(Network network, Expr.Call e) {
        Expr argument = only(e, "`bias(neuron)`");
        Quantity.Output q = neuron(argument);
        behindInput(network, q.layer(), e, "bias");
        Layer layer = network.layer(q.layer());
        int found = network.biasIndex(q.layer(), q.neuron());
        if (found < 0) {
            throw new Failure(
                    argument.span(),
                    new Problem.NoBias(
                            layer.neurons().name(q.neuron()), layer.neurons().layer()));
        }
        return found;
    }

    private int layer(Expr.Call e, String what) {
        if (only(e, "`" + what + "(layer)`") instanceof Expr.Name name) {
            return Layers.find(declarations, name, what);
        }
        throw wrong("a layer", e.arguments().getFirst());
    }

    private Quantity.Set set(Expr.Call e) {
        Expr argument = only(e, "`" + e.name() + "` or `" + e.name() + "(test)`");
        if (argument instanceof Expr.Name name && name.name().equals("test")) {
            return Quantity.Set.TEST;
        }
        throw wrong("`test`", argument);
    }

    private Quantity partial(Expr.Call e) {
        if (e.arguments().size() != 2) {
            throw new Failure(
                    e.span(),
                    new Problem.WrongArgumentCount(
                            "d",
                            "`d(A, B)`: the derivative of A by B",
                            e.arguments().size()));
        }
        Expr upper = e.arguments().getFirst();
        Expr lower = e.arguments().getLast();
        Quantity.Scalar of = scalar(upper, new Problem.BadPartial(true));
        Quantity.Scalar by = scalar(lower, new Problem.BadPartial(false));
        if (!isUpper(of)) {
            throw new Failure(upper.span(), new Problem.BadPartial(true));
        }
        boolean mean = of instanceof Quantity.MeanLoss;
        boolean parameter = by instanceof Quantity.Parameter;
        if (!(parameter || !mean && (by instanceof Quantity.Output || by instanceof Quantity.Net))) {
            throw new Failure(lower.span(), new Problem.BadPartial(false));
        }
        return new Quantity.Partial(of, by);
    }

    private static boolean isUpper(Quantity.Scalar of) {
        return of instanceof Quantity.TotalError
                || of instanceof Quantity.ErrorShare
                || of instanceof Quantity.Net
                || of instanceof Quantity.Output
                || of instanceof Quantity.MeanLoss(Quantity.Set set) && set == Quantity.Set.TRAINING;
    }

    /** The single quantity, where nothing else will do: after {@code grad(}, {@code d(} and the like. */
    private Quantity.Scalar scalar(Expr expression, Problem otherwise) {
        Quantity quantity = resolver.resolve(expression);
        if (quantity == null && expression instanceof Expr.Name name && !Words.BUILT_IN.contains(name.name())) {
            throw unknown(name);
        }
        if (!(quantity instanceof Quantity.Scalar single)) {
            throw new Failure(expression.span(), otherwise);
        }
        return single;
    }

    private static Failure wrong(String needed, Expr found) {
        return new Failure(found.span(), kind(needed, found));
    }

    private static Problem kind(String needed, Expr found) {
        return new Problem.WrongKind(needed, "`" + Texts.source(found.span()) + "`");
    }

    private Failure unknown(Expr.Name name) {
        return Suggestions.notAValue(declarations, List.of(), name);
    }
}
