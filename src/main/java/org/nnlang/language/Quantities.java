package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Finds the quantity that an expression names: {@code w5}, {@code h1}, {@code net(h1)}, {@code d(error, w5)}. */
final class Quantities {
    /** The quantities that take arguments. */
    static final List<String> CALLS = List.of(
            "out",
            "net",
            "delta",
            "grad",
            "error",
            "target",
            "bias",
            "w",
            "d",
            "loss",
            "accuracy",
            "weights",
            "biases",
            "memory");

    /** The quantities without arguments. */
    static final List<String> NAMES = List.of("error", "loss", "accuracy", "step", "epoch", "input", "target");

    private final Declarations declarations;
    private final Resolver resolver;
    private final Evaluator at;
    private boolean certain = true;

    /** Finds quantities, with indices evaluated by {@code at}; if that is null, an unknown index counts as 1. */
    Quantities(Declarations declarations, Resolver resolver, Evaluator at) {
        this.declarations = declarations;
        this.resolver = resolver;
        this.at = at;
    }

    /** Whether all indices so far were known. */
    boolean areCertain() {
        return certain;
    }

    /** The quantity that an expression names; null if it names none. */
    Quantity find(Expr expression) {
        return expression instanceof Expr.Name e
                ? name(e)
                : expression instanceof Expr.Index e
                        ? element(e)
                        : expression instanceof Expr.Call e && CALLS.contains(e.name()) ? call(e) : null;
    }

    private Quantity name(Expr.Name e) {
        return switch (e.name()) {
            case "error" -> ofNetwork(e, new Quantity.TotalError());
            case "loss" -> ofNetwork(e, new Quantity.MeanLoss(Quantity.Set.TRAINING));
            case "accuracy" -> ofNetwork(e, new Quantity.Accuracy(Quantity.Set.TRAINING));
            case "step" -> new Quantity.Step();
            case "epoch" -> new Quantity.Epoch();
            case "target" -> ofNetwork(e, new Quantity.Targets());
            case "input" -> ofNetwork(e, new Quantity.LayerOutputs(0));
            default -> BuiltInNames.isParameter(e.name()) ? new Quantity.Parameter(parameter(e)) : layerOrNeuron(e);
        };
    }

    private Quantity ofNetwork(Expr.Name e, Quantity quantity) {
        declarations.network(e.span());
        return quantity;
    }

    private int parameter(Expr.Name e) {
        Network network = declarations.network(e.span());
        boolean weight = e.name().charAt(0) == 'w';
        int number = Neurons.number(e.name(), 1);
        int found = weight ? network.weightNumbered(number) : network.biasNumbered(number);
        if (found < 0) {
            int count = weight ? network.weightCount() : network.biasCount();
            String letter = weight ? "w" : "b";
            String range = count == 1 ? letter + "1" : letter + "1 to " + letter + count;
            String parameters = Message.count(count, weight ? "weight" : "bias") + ", " + range;
            throw new Failure(e.span(), Problem.NO_SUCH_PARAMETER, e.name(), count == 0 ? "no biases" : parameters);
        }
        return found;
    }

    private Quantity layerOrNeuron(Expr.Name e) {
        List<String> layers = declarations.layerNames();
        int layer = layers.indexOf(e.name());
        if (layer >= 0) {
            return ofNetwork(e, new Quantity.LayerOutputs(layer));
        }
        for (int l = 0; l < layers.size(); l++) {
            int j = neuron(e, declarations.neurons(l));
            if (j >= 0) {
                return ofNetwork(e, new Quantity.Output(l, j));
            }
        }
        return null;
    }

    /** The neuron of that name in a layer, −1 if there is none; fails if the name is a neuron's name miswritten. */
    private static int neuron(Expr.Name e, Neurons neurons) {
        String name = e.name();
        int found = neurons.indexOf(name);
        if (found < 0 && name.startsWith(neurons.layer()) && neurons.names().isEmpty()) {
            int number = Neurons.number(name, neurons.layer().length());
            if (number > 0 && number <= neurons.size()) {
                throw new Failure(e.span(), Problem.BRACKETS_ONLY, name, neurons.name(number - 1));
            }
            if (number > 0 && neurons.shortNames()) {
                throw noSuchNeuron(neurons, number, e.span());
            }
        }
        return found;
    }

    private static Failure noSuchNeuron(Neurons neurons, int number, Span span) {
        return new Failure(span, Problem.NO_SUCH_NEURON, Integer.toString(number), neurons.layer(), neurons.size());
    }

    /** The quantity {@code h[1]} or {@code target[1]}; null for an element of anything but a layer and the target. */
    private Quantity element(Expr.Index e) {
        String name = e.of().name();
        boolean target = name.equals("target");
        int layer = name.equals("input") ? 0 : declarations.layerNames().indexOf(name);
        if (declarations.isEmpty() || layer < 0 && !target) {
            return null;
        }
        Network network = declarations.network(e.span());
        Neurons neurons = target ? network.output().neurons() : network.neurons(layer);
        if (e.indices().size() != 1) {
            throw count(e.span(), name, "`" + name + "[1]`", e.indices());
        }
        Expr index = e.indices().getFirst();
        int j = index(index);
        if (j >= neurons.size()) {
            throw noSuchNeuron(neurons, j + 1, index.span());
        }
        return target ? new Quantity.Target(j) : new Quantity.Output(layer, j);
    }

    /** Evaluates an index, and counts it from 0. */
    private int index(Expr expression) {
        Resolved index = resolver.number(expression);
        double value = at == null ? index.number() : index.number(at);
        certain &= !Double.isNaN(value);
        return Double.isNaN(value) ? 0 : ValueArithmetic.index(value, expression.span()) - 1;
    }

    // calls

    private Quantity call(Expr.Call e) {
        Network network = declarations.network(e.nameSpan());
        return switch (e.name()) {
            case "out" -> neuronOrLayer(e);
            case "net" -> {
                Quantity of = notInput(e);
                yield of instanceof Quantity.Output q
                        ? new Quantity.Net(q.layer(), q.neuron())
                        : new Quantity.LayerNets(((Quantity.LayerOutputs) of).layer());
            }
            case "delta" -> {
                Quantity of = notInput(e);
                yield of instanceof Quantity.Output q
                        ? new Quantity.Delta(q.layer(), q.neuron())
                        : new Quantity.LayerDeltas(((Quantity.LayerOutputs) of).layer());
            }
            case "target" -> {
                Quantity of = outputLayer(network, e);
                yield of instanceof Quantity.Output q ? new Quantity.Target(q.neuron()) : new Quantity.Targets();
            }
            case "error" -> {
                if (outputLayer(network, e) instanceof Quantity.Output q) {
                    yield new Quantity.ErrorShare(q.neuron());
                }
                throw notOutput(network, e);
            }
            case "grad" -> gradient(e);
            case "bias" -> new Quantity.Parameter(bias(network, e));
            case "w" -> new Quantity.Parameter(weight(network, e));
            case "d" -> partial(e);
            case "loss" -> new Quantity.MeanLoss(set(e));
            case "accuracy" -> new Quantity.Accuracy(set(e));
            case "weights" -> new Quantity.LayerWeights(layer(e));
            case "memory" -> memory(e);
            default -> new Quantity.LayerBiases(layer(e));
        };
    }

    private static Failure count(Span span, String name, String form, List<Expr> found) {
        return new Failure(span, Problem.WRONG_ARGUMENT_COUNT, name, found.size(), form);
    }

    private static Expr only(Expr.Call e, String form) {
        if (e.arguments().size() != 1) {
            throw count(e.span(), e.name(), form, e.arguments());
        }
        return e.arguments().getFirst();
    }

    /** The neuron or layer in parentheses: {@code net(h1)}, {@code net(h)}. */
    private Quantity neuronOrLayer(Expr.Call e) {
        Expr argument = only(e, "`" + e.name() + "(neuron)` or `" + e.name() + "(layer)`");
        Quantity quantity = find(argument);
        if (quantity instanceof Quantity.Output || quantity instanceof Quantity.LayerOutputs) {
            return quantity;
        }
        if (quantity == null && argument instanceof Expr.Name name) {
            throw unknown(name);
        }
        throw wrong("a neuron or a layer", argument);
    }

    private static int layer(Quantity neuronOrLayer) {
        return neuronOrLayer instanceof Quantity.Output q ? q.layer() : ((Quantity.LayerOutputs) neuronOrLayer).layer();
    }

    /** The neuron or layer in parentheses; fails if it is in the input, which has no net, delta or bias. */
    private Quantity notInput(Expr.Call e) {
        return notInput(neuronOrLayer(e), e);
    }

    private static Quantity notInput(Quantity neuronOrLayer, Expr.Call e) {
        if (layer(neuronOrLayer) == 0) {
            Span argument = e.arguments().getFirst().span();
            throw new Failure(argument, Problem.INPUT_HAS_NONE, argument.text(), e.name());
        }
        return neuronOrLayer;
    }

    private Quantity outputLayer(Network network, Expr.Call e) {
        Quantity quantity = neuronOrLayer(e);
        if (layer(quantity) != network.depth()) {
            throw notOutput(network, e);
        }
        return quantity;
    }

    private static Failure notOutput(Network network, Expr.Call e) {
        Neurons output = network.output().neurons();
        return wrong(
                "a neuron of the output layer, like `" + output.name(0) + "`,",
                e.arguments().getFirst());
    }

    private Quantity gradient(Expr.Call e) {
        Expr argument = only(e, "`grad(w5)`, `grad(b1)` or `grad(layer)`");
        if (find(argument) instanceof Quantity.LayerOutputs q && q.layer() > 0) {
            return new Quantity.LayerGradients(q.layer());
        }
        Message problem = kind("a weight, a bias or a layer", argument);
        if (scalar(argument, problem) instanceof Quantity.Parameter q) {
            return new Quantity.Gradient(q.index());
        }
        throw new Failure(argument.span(), problem);
    }

    private Quantity memory(Expr.Call e) {
        if (e.arguments().size() != 2) {
            throw count(
                    e.span(),
                    "memory",
                    "`memory(v, w1)`: the name in the optimizer's lines, and a parameter",
                    e.arguments());
        }
        if (!(e.arguments().getFirst() instanceof Expr.Name name) || BuiltInNames.isParameter(name.name())) {
            throw wrong(
                    "the name of the optimizer's memory, like v,", e.arguments().getFirst());
        }
        Expr parameter = e.arguments().getLast();
        Message problem = kind("a weight or a bias", parameter);
        if (scalar(parameter, problem) instanceof Quantity.Parameter q) {
            return new Quantity.Memory(name.name(), q.index());
        }
        throw new Failure(parameter.span(), problem);
    }

    private int weight(Network network, Expr.Call e) {
        if (e.arguments().size() != 2) {
            throw count(e.span(), "w", "`w(from, to)`", e.arguments());
        }
        Quantity.Output f = neuron(e.arguments().getFirst());
        Quantity.Output t = neuron(e.arguments().getLast());
        if (t.layer() == f.layer() + 1) {
            return network.weightIndex(t.layer(), t.neuron(), f.neuron());
        }
        String from = network.neurons(f.layer()).name(f.neuron());
        String to = network.neurons(t.layer()).name(t.neuron());
        throw new Failure(e.span(), Problem.NO_WEIGHT_BETWEEN, from, to);
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
        notInput(q, e);
        Layer layer = network.layer(q.layer());
        int found = network.biasIndex(q.layer(), q.neuron());
        if (found < 0) {
            throw new Failure(
                    argument.span(),
                    Problem.NO_BIAS,
                    layer.neurons().name(q.neuron()),
                    layer.neurons().layer());
        }
        return found;
    }

    private int layer(Expr.Call e) {
        if (only(e, "`" + e.name() + "(layer)`") instanceof Expr.Name name) {
            return declarations.layer(name, e.name());
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
            throw count(e.span(), "d", "`d(A, B)`: the derivative of A by B", e.arguments());
        }
        Expr upper = e.arguments().getFirst();
        Expr lower = e.arguments().getLast();
        Quantity.Scalar of = scalar(upper, Problem.NO_DERIVATIVE_OF.with());
        Quantity.Scalar by = scalar(lower, Problem.NO_DERIVATIVE_BY.with());
        if (!isUpper(of)) {
            throw new Failure(upper.span(), Problem.NO_DERIVATIVE_OF);
        }
        boolean mean = of instanceof Quantity.MeanLoss;
        boolean parameter = by instanceof Quantity.Parameter;
        if (!(parameter || !mean && (by instanceof Quantity.Output || by instanceof Quantity.Net))) {
            throw new Failure(lower.span(), Problem.NO_DERIVATIVE_BY);
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

    /** The single quantity in {@code grad( )}, {@code d( )} and the like; fails with {@code otherwise} if it isn't one. */
    private Quantity.Scalar scalar(Expr expression, Message otherwise) {
        Quantity quantity = find(expression);
        if (quantity == null && expression instanceof Expr.Name name && !BuiltInNames.ALL.contains(name.name())) {
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

    private static Message kind(String needed, Expr found) {
        return Problem.WRONG_KIND.with(needed, "`" + Texts.source(found.span()) + "`");
    }

    private Failure unknown(Expr.Name name) {
        return Suggestions.notAValue(declarations, List.of(), name);
    }
}
