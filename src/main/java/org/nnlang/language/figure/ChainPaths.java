package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nnlang.explain.Names;
import org.nnlang.explain.Paths;
import org.nnlang.language.Texts;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Figure;
import org.nnlang.text.Thousands;

/**
 * The chain rule of ∂error/∂w on a diagram: the paths from the error back to the parameter, with a factor at each neuron and edge.
 *
 * <p>A path goes back from the error through one neuron of each layer. It has the factors ∂error/∂out(k), ∂out/∂net of each
 * neuron, each weight on the way as ∂net/∂out, and ∂net/∂w at the end. It begins with the neuron's ∂error/∂net, in one factor,
 * if that has no simple factors: in a layer whose neurons depend on one another, or after a loss made for the activation. If
 * there are too many paths, the sum over a layer's neurons takes their place, as {@code explain} writes it.
 */
final class ChainPaths implements DiagramContent {
    /** The most paths that are written out. */
    private static final int MOST_PATHS = 8;

    /** Of more paths, the number is rounded. */
    private static final double MOST_COUNTED = 1e9;

    /** Longer sums show their first terms and the last. */
    private static final int MOST_TERMS = 8;

    private static final int FIRST_TERMS = 3;
    private static final Figure.Term GAP = new Figure.Term("", List.of(), Double.NaN);

    /** Where a parameter, or one that is tied to it, acts: neuron {@code neuron} of its layer. */
    private record Start(int index, int layer, int neuron) {}

    private final QuantityValues reading;
    private final Network network;
    private final Names names;
    private final Paths layerPaths;
    private final int parameter;
    private final List<Start> starts = new ArrayList<>();
    /** How many paths there are. */
    private final double count;

    ChainPaths(QuantityValues reading, int parameter) {
        this.reading = reading;
        this.parameter = parameter;
        network = reading.network();
        names = new Names(network);
        layerPaths = new Paths(network);
        for (int index : network.tied(parameter)) {
            int l = network.layerOf(index);
            boolean all = !network.isWeight(index) && network.biasIndex(l, network.size(l) - 1) == network.biasStart(l);
            int[] neurons = all ? IntStream.range(0, network.size(l)).toArray() : new int[] {layerPaths.neuron(index)};
            for (int j : neurons) {
                starts.add(new Start(index, l, j));
            }
        }
        double paths = 0;
        for (Start start : starts) {
            double ways = 1;
            for (int l = start.layer + 1; l <= last(start.layer); l++) {
                ways *= network.size(l);
            }
            paths += ways;
        }
        count = paths;
    }

    /** Whether the neurons of a layer have the factors ∂error/∂out and ∂out/∂net, not ∂error/∂net in one. */
    private boolean isLocal(int l) {
        return layerPaths.elementwise(l) && !layerPaths.simplifies(new Quantity.TotalError(), l);
    }

    /** The layer, from {@code l} on, of whose neurons the first factors of a path are. */
    private int last(int l) {
        return l < network.depth() && isLocal(l) ? last(l + 1) : l;
    }

    /** Whether a parameter that acts before layer {@code l}, or in it, has paths whose factors reach that layer. */
    private boolean reaches(int l, boolean before) {
        return starts.stream()
                .anyMatch(start -> (before ? start.layer < l : start.layer <= l) && l <= last(start.layer));
    }

    private boolean few() {
        return count <= MOST_PATHS;
    }

    /** The neurons that must be shown: where the parameter acts, and where it comes from. */
    List<int[]> needed() {
        List<int[]> needed = new ArrayList<>();
        for (Start start : starts) {
            needed.add(new int[] {start.layer, start.neuron});
            if (network.isWeight(start.index)) {
                needed.add(new int[] {start.layer - 1, layerPaths.source(start.index)});
            }
        }
        return needed;
    }

    /** What must be said of the paths. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("in each neuron: out and, on the paths, below it delta, ∂error/∂net");
        if (!few()) {
            notes.add((count < MOST_COUNTED ? Thousands.of(count) : "about " + Texts.brief(count))
                    + " paths lead from the error back to " + name()
                    + ", too many to write out: each neuron adds up what comes back to it");
        }
        int whole = last(starts.getFirst().layer);
        if (!isLocal(whole)) {
            String neuron = names.neuron(whole, starts.getFirst().layer == whole ? starts.getFirst().neuron : 0);
            String activation = network.layer(whole).activation().name();
            String why = layerPaths.simplifies(new Quantity.TotalError(), whole)
                    ? network.loss().name() + " after " + activation + " has a simple one"
                    : activation + " makes each output depend on all nets of the layer";
            notes.add("∂error/∂net(" + neuron + ") is one factor, as " + why + ": `explain delta(" + neuron
                    + ")` derives it");
        }
        if (reading.arithmetic().rounds()) {
            notes.add("the gradient is rounded at each step, so the products can differ from it: `explain grad("
                    + name() + ")` shows each step");
        }
        if (starts.stream().map(Start::index).distinct().count() > 1) {
            notes.add("tied parameters are one: its gradient is the sum over all places");
        }
        return notes;
    }

    private String name() {
        return network.parameterName(parameter);
    }

    // the factors

    private double value(Quantity.Scalar quantity) {
        return reading.value(quantity);
    }

    private Figure.Factor partial(Quantity.Scalar of, Quantity.Scalar by, String means, double value) {
        return new Figure.Factor(names.math(new Quantity.Partial(of, by), 0), means, value);
    }

    private Figure.Factor errorByOut(int l, int j) {
        Quantity.Output out = new Quantity.Output(l, j);
        double value = l == network.depth()
                ? value(new Quantity.Partial(new Quantity.TotalError(), out))
                : reading.cameBack(l, j);
        return partial(new Quantity.TotalError(), out, "", value);
    }

    private Figure.Factor errorByNet(int l, int j) {
        Quantity.Delta delta = new Quantity.Delta(l, j);
        return partial(new Quantity.TotalError(), new Quantity.Net(l, j), names.syntax(delta), value(delta));
    }

    private Figure.Factor slope(int l, int j) {
        Quantity.Output out = new Quantity.Output(l, j);
        Quantity.Net net = new Quantity.Net(l, j);
        return partial(out, net, "", value(new Quantity.Partial(out, net)));
    }

    /** ∂net(l, j)/∂out(l − 1, i): the weight, in sequence the one that is updated already. */
    private Figure.Factor weight(int l, int j, int i) {
        int index = network.weightIndex(l, j, i);
        boolean updated = reading.arithmetic().sequence() != null && network.isTrained(index);
        return partial(
                new Quantity.Net(l, j),
                new Quantity.Output(l - 1, i),
                network.parameterName(index) + (updated ? " @ " + (reading.step() + 1) : ""),
                reading.weightOnTheWayBack(index));
    }

    /** ∂net(l, j)/∂w: the weight's source, or 1 for a bias. */
    private Figure.Factor source(Start start) {
        Quantity.Net net = new Quantity.Net(start.layer, start.neuron);
        Quantity.Parameter by = new Quantity.Parameter(start.index);
        if (!network.isWeight(start.index)) {
            return partial(net, by, "", 1);
        }
        Quantity.Output source = new Quantity.Output(start.layer - 1, layerPaths.source(start.index));
        return partial(net, by, names.math(source, 0), value(source));
    }

    // the sums

    /** What the factors amount to: the parameter's gradient. */
    List<Figure.Sum> sums() {
        double gradient = value(new Quantity.Gradient(parameter));
        String lhs = names.math(new Quantity.Gradient(parameter), 0);
        if (few()) {
            List<Figure.Term> terms = new ArrayList<>();
            starts.forEach(start -> addTerms(start, List.of(start.neuron), terms));
            return List.of(new Figure.Sum(lhs, terms, gradient));
        }
        if (starts.size() > 1) {
            List<Figure.Term> terms = some(starts.size(), i -> {
                Start start = starts.get(i);
                return term("", List.of(errorByNet(start.layer, start.neuron), source(start)));
            });
            return List.of(new Figure.Sum(lhs, terms, gradient));
        }
        Start start = starts.getFirst();
        Figure.Factor back = errorByOut(start.layer, start.neuron);
        List<Figure.Term> terms = some(
                network.size(start.layer + 1),
                j -> term("", List.of(errorByNet(start.layer + 1, j), weight(start.layer + 1, j, start.neuron))));
        Figure.Term product = term("", List.of(back, slope(start.layer, start.neuron), source(start)));
        return List.of(
                new Figure.Sum(back.name(), terms, back.value()), new Figure.Sum(lhs, List.of(product), gradient));
    }

    /** Adds the term of each path that goes on from a neuron of the layer that {@code way} ends in, towards the error. */
    private void addTerms(Start start, List<Integer> way, List<Figure.Term> terms) {
        int l = start.layer + way.size() - 1;
        if (l == last(start.layer)) {
            terms.add(path(start, way));
            return;
        }
        for (int j = 0; j < network.size(l + 1); j++) {
            List<Integer> longer = new ArrayList<>(way);
            longer.add(j);
            addTerms(start, longer, terms);
        }
    }

    private Figure.Term path(Start start, List<Integer> way) {
        List<Figure.Factor> factors = new ArrayList<>();
        StringBuilder through = new StringBuilder();
        for (int i = way.size() - 1; i >= 0; i--) {
            int l = start.layer + i;
            int j = way.get(i);
            if (!isLocal(l)) {
                factors.add(errorByNet(l, j));
            } else {
                if (l == network.depth()) {
                    factors.add(errorByOut(l, j));
                }
                factors.add(slope(l, j));
            }
            factors.add(i > 0 ? weight(l, j, way.get(i - 1)) : source(start));
            through.append(through.isEmpty() ? "" : ", ").append(names.neuron(l, j));
        }
        return term(through.toString(), factors);
    }

    private static Figure.Term term(String through, List<Figure.Factor> factors) {
        double product = 1;
        for (Figure.Factor factor : factors) {
            product *= factor.value();
        }
        return new Figure.Term(through, factors, product);
    }

    private static List<Figure.Term> some(int size, IntFunction<Figure.Term> make) {
        List<Figure.Term> terms = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (size <= MOST_TERMS || i < FIRST_TERMS || i == size - 1) {
                terms.add(make.apply(i));
            } else if (i == FIRST_TERMS) {
                terms.add(GAP);
            }
        }
        return terms;
    }

    // the diagram

    @Override
    public boolean path() {
        return true;
    }

    @Override
    public String scale() {
        return "";
    }

    @Override
    public double color(int index) {
        return Double.NaN;
    }

    @Override
    public List<Figure.Reading> parameter(int index) {
        return List.of();
    }

    @Override
    public List<Figure.Reading> neuron(int l, int j) {
        List<Figure.Reading> readings = new ArrayList<>();
        readings.add(new Figure.Reading(l == 0 ? "" : "out", value(new Quantity.Output(l, j))));
        if (lit(l, j) && l > 0) {
            readings.add(new Figure.Reading("delta", value(new Quantity.Delta(l, j))));
        }
        return readings;
    }

    @Override
    public boolean lit(int l, int j) {
        for (Start start : starts) {
            boolean here = start.layer == l && start.neuron == j;
            if (here || start.layer < l) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Figure.Factor factor(int l, int j) {
        boolean shown = few() || starts.size() == 1 && l == starts.getFirst().layer;
        if (!shown || !lit(l, j) || !reaches(l, false)) {
            return null;
        }
        return isLocal(l) ? slope(l, j) : errorByNet(l, j);
    }

    @Override
    public boolean lit(int index, int l, int j) {
        return start(index, j) != null || network.isWeight(index) && l > 1 && lit(l - 1, layerPaths.source(index));
    }

    @Override
    public Figure.Factor factor(int index, int l, int j) {
        Start start = start(index, j);
        if (start != null) {
            return source(start);
        }
        boolean shown = few() || starts.size() == 1 && l == starts.getFirst().layer + 1;
        return shown && lit(index, l, j) && reaches(l, true) ? weight(l, j, layerPaths.source(index)) : null;
    }

    private Start start(int index, int j) {
        return starts.stream()
                .filter(start -> start.index == index && start.neuron == j)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Figure.Factor ofOutput(int k) {
        int l = network.depth();
        return few() && isLocal(l) && reaches(l, false) && lit(l, k) ? errorByOut(l, k) : null;
    }
}
