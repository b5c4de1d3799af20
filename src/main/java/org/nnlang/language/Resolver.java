package org.nnlang.language;

import java.util.function.ToIntFunction;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Finds the quantity that an expression names. */
final class Resolver {
    private final Declarations declarations;
    private final ToIntFunction<Expr> index;
    private final Calls calls;

    /** A resolver; {@code index} gives the value of an expression in brackets, or 0 where it is not known yet. */
    Resolver(Declarations declarations, ToIntFunction<Expr> index) {
        this.declarations = declarations;
        this.index = index;
        calls = new Calls(declarations, this);
    }

    /** The quantity, or null when the expression is another kind of value. */
    Quantity resolve(Expr expression) {
        return switch (expression) {
            case Expr.Name e -> name(e);
            case Expr.Index e -> element(e);
            case Expr.Call e -> Calls.NAMES.contains(e.name()) ? calls.resolve(e) : null;
            case Expr.Number _,
                    Expr.Text _,
                    Expr.Negation _,
                    Expr.Chain _,
                    Expr.Power _,
                    Expr.Comparison _,
                    Expr.Junction _,
                    Expr.Not _,
                    Expr.If _,
                    Expr.Matrix _,
                    Expr.Numbers _,
                    Expr.At _ -> null;
        };
    }

    private Quantity name(Expr.Name e) {
        return switch (e.name()) {
            case "error" -> needsNetwork(e.span(), new Quantity.TotalError());
            case "loss" -> needsNetwork(e.span(), new Quantity.MeanLoss(Quantity.Set.TRAINING));
            case "accuracy" -> needsNetwork(e.span(), new Quantity.Accuracy(Quantity.Set.TRAINING));
            case "step" -> new Quantity.Step();
            case "epoch" -> new Quantity.Epoch();
            case "target" -> needsNetwork(e.span(), new Quantity.Targets());
            case "input" -> needsNetwork(e.span(), new Quantity.LayerOutputs(0));
            default -> parameterOrNeuron(e);
        };
    }

    private Quantity needsNetwork(Span span, Quantity quantity) {
        declarations.network(span);
        return quantity;
    }

    private Quantity parameterOrNeuron(Expr.Name e) {
        if (Words.isParameter(e.name())) {
            return new Quantity.Parameter(parameter(e));
        }
        if (declarations.isEmpty()) {
            return null;
        }
        int layer = declarations.layerNames().indexOf(e.name());
        if (layer >= 0) {
            return needsNetwork(e.span(), new Quantity.LayerOutputs(layer));
        }
        return neuron(e.name(), e.span());
    }

    private Quantity.Output neuron(String name, Span span) {
        for (int l = 0; l < declarations.layerNames().size(); l++) {
            Neurons neurons = declarations.neurons(l);
            int j = neurons.indexOf(name);
            if (j >= 0) {
                declarations.network(span);
                return new Quantity.Output(l, j);
            }
            if (name.startsWith(neurons.layer()) && neurons.names().isEmpty()) {
                int number = Neurons.number(name, neurons.layer().length());
                if (number > 0 && number <= neurons.size()) {
                    throw new Failure(span, new Problem.BracketsOnly(name, neurons.name(number - 1)));
                }
                if (number > 0 && neurons.shortNames()) {
                    throw new Failure(
                            span, new Problem.NoSuchNeuron(neurons.layer(), neurons.size(), Integer.toString(number)));
                }
            }
        }
        return null;
    }

    private int parameter(Expr.Name e) {
        Network network = declarations.network(e.span());
        boolean weight = e.name().charAt(0) == 'w';
        int number = Neurons.number(e.name(), 1);
        int found = weight ? network.weightNumbered(number) : network.biasNumbered(number);
        if (found < 0) {
            int count = weight ? network.weightCount() : network.biasCount();
            throw new Failure(e.span(), new Problem.NoSuchParameter(e.name(), weight ? "weight" : "bias", count));
        }
        return found;
    }

    /** {@code h[1]} of a layer, {@code target[1]}; null for an element of anything else. */
    private Quantity element(Expr.Index e) {
        String name = e.of().name();
        if (declarations.isEmpty()) {
            return null;
        }
        boolean target = name.equals("target");
        int layer = name.equals("input") ? 0 : declarations.layerNames().indexOf(name);
        if (layer < 0 && !target) {
            return null;
        }
        Network network = declarations.network(e.span());
        if (e.indices().size() != 1) {
            throw new Failure(
                    e.span(),
                    new Problem.WrongArgumentCount(
                            name, "`" + name + "[1]`", e.indices().size()));
        }
        int l = target ? network.depth() : layer;
        int i = index.applyAsInt(e.indices().getFirst());
        if (i < 0 || i > network.size(l)) {
            throw new Failure(
                    e.indices().getFirst().span(),
                    new Problem.NoSuchNeuron(network.neurons(l).layer(), network.size(l), Integer.toString(i)));
        }
        int j = Math.max(i, 1) - 1;
        return target ? new Quantity.Target(j) : new Quantity.Output(l, j);
    }
}
