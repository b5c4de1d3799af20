package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nnlang.explain.PassFormulas;
import org.nnlang.explain.Symbol;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.math.Reason;
import org.nnlang.math.Recipe;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Rewriting.Pattern;
import org.nnlang.training.Plan;
import org.nnlang.training.Shaping;

/**
 * The worksheet of one update, or of a reading, as formulas of cells: every line that a careful person writes down, in the
 * order of working. A slip changes some of its lines.
 */
public final class Sheet {
    /** Families of lines that are more work aren't rewritten: they are long sums, or very many. */
    private static final double MOST_REWRITING = 400_000;

    /** Above this, lapses are looked for only near what is asked for. */
    private static final double MOST_FOR_LAPSES = 200_000;

    /** A line has at most about as many variants: like parts of long sums aren't all changed alone. */
    private static final int MOST_VARIANTS = 100;

    /** The work of a variant of the shortest line, in parts of a line. */
    private static final double SHORT = 20;

    /** Ends the name of a memory that is corrected for its start. */
    static final String CORRECTED = "̂";

    /** The lines of some samples, and after them those of the update, or of the mean error. */
    private final List<Line> lines;

    /** From what an update makes to what the next one starts from. */
    private final Map<Cell, Cell> carried;

    private final Set<Cell> known;
    private final Set<Formula.Named> settings;
    /** The worksheet of the same lines that keeps what is made of them, whatever is asked for: often itself. */
    private final Sheet whole;

    private final Network network;
    private final int rows;
    /** The formulas of each sample. */
    private final List<PassFormulas> passes;

    /** Derivatives that the reader's others go on from. */
    private final List<Quantity.Partial> given;

    private final Cell[] parameters;
    /** The variants of each family's lines, by their pattern and the number of the line. */
    private final Map<String, Map<Pattern, Map<Integer, Rewriter.Variant>>> families = new HashMap<>();

    private Map<Cell, Integer> numbers;
    private int[][] sources;
    private Rewriting.Scope[][] scopes;
    private List<List<Rewriter.Variant>> rewritten;
    private Program.Lines compiled;
    private final BitSet asked = new BitSet();
    private final Set<Cell> askedFor = new LinkedHashSet<>();
    private final Set<Cell> questions = new HashSet<>();
    private Set<Cell> lapses;
    private boolean leavesOut;
    private final Map<Pattern, Boolean> needsOrder = new HashMap<>();
    /** Rules out lines that no derivative can be found for. */
    private final boolean backward;

    /** Whether deltas are computed with updated weights, and so aren't derivatives. */
    private final boolean sequential;

    /**
     * A line.
     *
     * @param family what the line has in common with others that one learns together: all deltas, all that an optimizer
     *     remembers
     * @param kind the same, finer: the deltas of hidden neurons, the gradients of biases
     */
    public record Line(Cell cell, Formula formula, String family, String kind) {
        Line with(Formula other) {
            return new Line(cell, other, family, kind);
        }

        /** Shows the cells that it reads, one that is read twice twice. */
        void cells(Consumer<Cell> to) {
            Parts.walk(formula, part -> {
                if (part instanceof Cell read) {
                    to.accept(read);
                }
            });
        }

        /** Whether it is a line of an update, where weights and biases are alike. */
        public boolean isOfUpdate() {
            return cell.kind() == Kind.LINE || cell.kind() == Kind.NEXT;
        }
    }

    private Sheet(List<QuantityValues> readings, List<Quantity.Partial> given) {
        this.given = given;
        lines = new ArrayList<>();
        carried = new HashMap<>();
        known = new HashSet<>();
        settings = new LinkedHashSet<>();
        passes = new ArrayList<>();
        whole = this;
        network = readings.getFirst().network();
        rows = readings.size();
        parameters = new Cell[network.parameterCount()];
        sequential = readings.getFirst().arithmetic().sequence() != null;
        backward = readings.getFirst().sample().target() != null && network.flatLayer(1) < 0;
        for (int row = 0; row < rows; row++) {
            QuantityValues reading = general(readings.get(row));
            passes.add(new PassFormulas(reading, row + 1));
            pass(passes.get(row), row, reading.sample());
        }
    }

    private Sheet(Sheet of) {
        lines = of.lines;
        carried = of.carried;
        known = of.known;
        settings = of.settings;
        network = of.network;
        rows = of.rows;
        parameters = of.parameters;
        passes = of.passes;
        given = of.given;
        backward = of.backward;
        sequential = of.sequential;
        whole = of.whole;
    }

    /** The same worksheet, of which nothing is asked yet. */
    Sheet again() {
        return new Sheet(this);
    }

    /**
     * A reading whose formulas hold for the sample of any other batch: with a weight as a factor if the samples are weighted, even
     * where it is 1, and with the sum of the targets of a cross entropy unless it is 1 in all samples.
     */
    private QuantityValues general(QuantityValues reading) {
        Sample sample = reading.sample();
        Samples all = reading.samples();
        if (all == null || sample.target() == null) {
            return reading;
        }
        double weight = all.isWeighted() && sample.weight() == 1 ? 0.5 : sample.weight();
        double[] target = sample.target().clone();
        boolean sums = network.loss().entropy() != null && addsToOne(target);
        if (sums && !Arrays.stream(all.targets()).allMatch(Sheet::addsToOne)) {
            target[0] += 0.5;
        }
        return reading.on(new Sample(sample.input(), target, weight));
    }

    private static boolean addsToOne(double[] target) {
        return Math.abs(Arrays.stream(target).sum() - 1) < 1e-15;
    }

    /** The worksheet of some samples without an update; of several, with their mean error. */
    static Sheet reading(List<QuantityValues> readings, List<Quantity.Partial> given) {
        Sheet sheet = new Sheet(readings, given);
        if (sheet.rows > 1 && readings.getFirst().sample().target() != null) {
            sheet.means();
        }
        return sheet;
    }

    /** The worksheet of an update from some samples. */
    static Sheet update(List<QuantityValues> readings, Plan plan, List<Quantity.Partial> given) {
        Sheet sheet = new Sheet(readings, given);
        sheet.update(plan);
        return sheet;
    }

    Network network() {
        return network;
    }

    int rows() {
        return rows;
    }

    List<Line> lines() {
        return lines;
    }

    /** The line that computes a cell, or null. */
    Line line(Cell cell) {
        Integer number = numbers().get(cell);
        return number == null ? null : lines.get(number);
    }

    /** Where a cell stands in the order of working, in lines: a derivative after the last of what it is computed from. */
    double place(Cell cell) {
        Integer number = numbers().get(cell);
        if (number == null || cell.kind() != Kind.PARTIAL) {
            return number == null ? 0 : number;
        }
        double[] last = {0};
        lines.get(number).cells(source -> last[0] = Math.max(last[0], place(source)));
        return last[0] + 0.5;
    }

    /** The numbers of the lines, by their cells. */
    Map<Cell, Integer> numbers() {
        if (whole.numbers == null) {
            whole.numbers = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                whole.numbers.put(lines.get(i).cell(), i);
            }
        }
        return whole.numbers;
    }

    /** What the next update starts from, by what gives it. */
    Map<Cell, Cell> carried() {
        return carried;
    }

    /** Whether the next update starts from a line of this one. */
    boolean isCarried(Cell cell) {
        return carried.containsKey(cell) && !cell.name().endsWith(CORRECTED);
    }

    /** All cells that are given or computed here. */
    Set<Cell> cells() {
        return known;
    }

    /** Whether a cell is given or computed here. */
    boolean has(Cell cell) {
        return known.contains(cell);
    }

    /** The optimizer's settings, except the learning rate. */
    Set<Formula.Named> settings() {
        return settings;
    }

    /**
     * Leaves all lines out of account that some cells aren't computed from.
     *
     * @param about those of them that a reader's numbers are about
     */
    void ask(Collection<Cell> cells, Collection<Cell> about) {
        cells.stream().map(numbers()::get).filter(Objects::nonNull).forEach(number -> need(number, asked));
        askedFor.addAll(cells);
        questions.addAll(about);
    }

    /** The cells that are asked for. */
    Set<Cell> askedFor() {
        return askedFor;
    }

    /** Adds a cell and all that it is computed from. */
    void addSources(Cell cell, Set<Cell> to) {
        Line line = to.add(cell) ? line(cell) : null;
        if (line != null) {
            line.cells(source -> addSources(source, to));
        }
    }

    /** The lines that what is asked for is computed from, by their number. */
    BitSet asked() {
        return asked;
    }

    /** The patterns of the variants of all lines that are asked for. */
    Set<Pattern> patterns() {
        return patterns(asked.stream()
                .mapToObj(i -> lines.get(i).family())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The patterns of the variants of some families. */
    Set<Pattern> patterns(Collection<String> names) {
        Set<Pattern> patterns = new LinkedHashSet<>();
        names.forEach(name -> patterns.addAll(family(name).keySet()));
        return patterns;
    }

    /** The variants that have a pattern, by the number of the line. */
    Map<Integer, Rewriter.Variant> variants(Pattern pattern) {
        return family(pattern.family()).getOrDefault(pattern, Map.of());
    }

    private Map<Pattern, Map<Integer, Rewriter.Variant>> family(String name) {
        Map<Pattern, Map<Integer, Rewriter.Variant>> known = families.get(name);
        if (known == null) {
            known = new LinkedHashMap<>();
            int[] family = asked.stream()
                    .filter(i -> lines.get(i).family().equals(name))
                    .toArray();
            boolean rewritten = work(Arrays.stream(family)) <= MOST_REWRITING;
            leavesOut |= !rewritten;
            for (int i : rewritten ? family : new int[0]) {
                for (Rewriter.Variant variant : whole.rewritten(i)) {
                    known.computeIfAbsent(variant.pattern(), _ -> new LinkedHashMap<>())
                            .putIfAbsent(i, variant);
                }
            }
            families.put(name, known);
        }
        return known;
    }

    /** The work of rewriting lines. */
    private double work(IntStream some) {
        return some.mapToDouble(i -> Parts.size(lines.get(i).formula()))
                .map(parts -> Math.min(parts, MOST_VARIANTS) * (parts + SHORT))
                .sum();
    }

    /** Whether some families of lines weren't rewritten, as that is too much work. */
    boolean leavesOut() {
        return leavesOut;
    }

    /** Whether there are too many lines to look for a lapse in each. */
    boolean isWide() {
        return work(asked.stream()) > MOST_FOR_LAPSES;
    }

    /** The lines in which lapses are looked for if it is wide: those that are asked for and those that they read. */
    Set<Cell> lapses() {
        if (lapses == null) {
            Set<Cell> found = new HashSet<>(questions);
            questions.stream().map(this::line).filter(Objects::nonNull).forEach(line -> line.cells(found::add));
            lapses = found.stream()
                    .flatMap(cell -> Stream.of(cell, cell.inRow(0)))
                    .collect(Collectors.toSet());
        }
        return lapses;
    }

    private List<Rewriter.Variant> rewritten(int line) {
        if (rewritten == null) {
            rewritten = new ArrayList<>(Collections.nCopies(lines.size(), null));
        }
        if (rewritten.get(line) == null) {
            rewritten.set(line, Rewriter.of(this, lines.get(line)));
        }
        return rewritten.get(line);
    }

    /** The lines that a rewriting changes, by their number, after some were changed already. */
    Map<Integer, Line> rewritten(Rewriting rewriting, Map<Integer, Line> changed) {
        Map<Integer, Line> all = new LinkedHashMap<>(changed);
        variants(rewriting.pattern()).forEach((i, variant) -> {
            if (contains(rewriting.scope(), i)) {
                Line before = changed.get(i);
                Line after = before == null ? variant.line() : Rewriter.of(this, before, rewriting.pattern());
                if (after != null) {
                    all.put(i, after);
                }
            }
        });
        return all;
    }

    /** Whether a rewriting makes a line read what is computed after it. */
    boolean needsOrder(Rewriting rewriting) {
        return needsOrder.computeIfAbsent(rewriting.pattern(), this::needsOrder);
    }

    private boolean needsOrder(Pattern pattern) {
        for (Map.Entry<Integer, Rewriter.Variant> entry : variants(pattern).entrySet()) {
            Formula other = entry.getValue().description().other();
            int number = entry.getKey();
            if (other != null
                    && Arrays.stream(sources(lines.get(number).with(other))).anyMatch(source -> source >= number)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a line and all that it is computed from. */
    void need(int number, BitSet needed) {
        if (!needed.get(number)) {
            needed.set(number);
            for (int source : whole.sources(number)) {
                need(source, needed);
            }
        }
    }

    /** The numbers of the lines that a line reads. */
    private int[] sources(int number) {
        if (sources == null) {
            sources = new int[lines.size()][];
        }
        if (sources[number] == null) {
            sources[number] = sources(lines.get(number));
        }
        return sources[number];
    }

    private int[] sources(Line line) {
        IntStream.Builder all = IntStream.builder();
        line.cells(cell -> {
            Integer source = numbers().get(cell);
            if (source != null) {
                all.add(source);
            }
        });
        return all.build().toArray();
    }

    /** The lines as operations. */
    Program.Lines compiled() {
        if (whole.compiled == null) {
            whole.compiled = new Program.Lines(whole);
        }
        return whole.compiled;
    }

    private boolean contains(Rewriting.Scope scope, int line) {
        return scopes(line)[scope.width().ordinal()].equals(scope);
    }

    /** The scopes of all widths that a line is in. */
    Rewriting.Scope[] scopes(int line) {
        if (whole.scopes == null) {
            whole.scopes = new Rewriting.Scope[lines.size()][];
        }
        if (whole.scopes[line] == null) {
            whole.scopes[line] = Arrays.stream(Rewriting.Scope.Width.values())
                    .map(width -> Rewriting.Scope.of(width, lines.get(line), this))
                    .toArray(Rewriting.Scope[]::new);
        }
        return whole.scopes[line];
    }

    /** How many lines a rewriting changes. */
    int count(Rewriting rewriting) {
        return (int) variants(rewriting.pattern()).keySet().stream()
                .filter(i -> contains(rewriting.scope(), i))
                .count();
    }

    /** The cell of a parameter before the update. */
    Cell parameter(int index) {
        if (parameters[index] == null) {
            parameters[index] = makeParameter(index);
        }
        return parameters[index];
    }

    private Cell makeParameter(int index) {
        int l = network.layerOf(index);
        if (network.isWeight(index)) {
            int offset = index - network.weightStart(l);
            int sources = network.size(l - 1);
            return new Cell(Kind.WEIGHT, "", 0, l, offset / sources, offset % sources, index);
        }
        return new Cell(Kind.BIAS, "", 0, l, index - network.biasStart(l), -1, index);
    }

    /** The cell of a quantity of the sample in row {@code row}, or null if no line gives it. */
    Cell cell(Quantity.Scalar quantity, int row) {
        Cell cell = cellOf(quantity, row);
        boolean given = cell != null && (cell.ofParameter() && cell.kind() != Kind.GRADIENT || isGiven(cell));
        return given || line(cell) != null ? cell : null;
    }

    private static boolean isGiven(Cell cell) {
        return cell.kind() == Kind.TARGET || cell.kind() == Kind.OUT && cell.layer() == 0;
    }

    private Cell cellOf(Quantity.Scalar quantity, int row) {
        return switch (quantity) {
            case Quantity.Net(int l, int j) -> Cell.neuron(Kind.NET, row, l, j);
            case Quantity.Output(int l, int j) -> Cell.neuron(Kind.OUT, row, l, j);
            case Quantity.Delta(int l, int j) -> Cell.neuron(Kind.DELTA, row, l, j);
            case Quantity.Target(int j) -> Cell.neuron(Kind.TARGET, row, network.depth(), j);
            case Quantity.ErrorShare(int j) -> network.output().size() == 1 ? total(row) : share(row, j);
            case Quantity.TotalError() -> total(row);
            case Quantity.Parameter(int index) -> parameter(index);
            case Quantity.Memory(String name, int index) -> parameter(index).as(Kind.OLD, name);
            case Quantity.Gradient(int index) -> gradient(index, row);
            case Quantity.MeanLoss(Quantity.Set set)
            when set == Quantity.Set.TRAINING -> rows == 1 ? total(row) : Cell.single(Kind.LOSS, 0);
            case Quantity.Partial(Quantity.TotalError(), Quantity.Scalar by) -> byError(by, row);
            case Quantity.Partial(Quantity.ErrorShare(int k), Quantity.Scalar by)
            when isByTotal(k, by) -> byError(by, row);
            case Quantity.Partial(Quantity.Output(int l, int k), Quantity.Net(int m, int j))
            when l == m -> Cell.slope(row, l, j, k);
            case Quantity.Partial(Quantity.MeanLoss _, Quantity.Parameter(int index)) ->
                rows == 1 ? gradient(index, row) : parameter(index).as(Kind.MEAN);
            case Quantity.Partial partial -> partial(partial, row);
            default -> null;
        };
    }

    /** Whether the derivative of the error of output {@code k} is that of the whole error. */
    private boolean isByTotal(int k, Quantity.Scalar by) {
        int last = network.depth();
        return network.output().size() == 1
                || by.equals(new Quantity.Output(last, k))
                || network.output().activation().elementwise() && by.equals(new Quantity.Net(last, k));
    }

    private Cell partial(Quantity.Partial partial, int row) {
        int source = partial.by() instanceof Quantity.Parameter(int index)
                ? parameter(index).other()
                : -1;
        return switch (partial.of()) {
            case Quantity.ErrorShare(int k) -> Cell.partial(row, network.depth(), k, source, partial);
            case Quantity.Output(int l, int j) -> Cell.partial(row, l, j, source, partial);
            case Quantity.Net(int l, int j) -> Cell.partial(row, l, j, source, partial);
            default -> null;
        };
    }

    /** Adds the lines of a derivative that no update needs, by the chain rule; nothing for other quantities. */
    void derive(Quantity.Scalar quantity, int row) {
        Cell cell = cellOf(quantity, row);
        boolean derived = cell != null
                && switch (cell.kind()) {
                    case PARTIAL, SLOPE -> true;
                    case BY_OUTPUT -> backward && !sequential;
                    default -> false;
                };
        if (!derived || network.flatLayer(1) >= 0 || line(cell) != null) {
            return;
        }
        Formula formula = passes.get(row).partial((Quantity.Partial) Symbols.quantity(cell, network));
        if (formula == null) {
            return;
        }
        Parts.walk(formula, part -> {
            if (part instanceof Symbol symbol) {
                derive(symbol.quantity(), row);
            }
        });
        Formula written = general(cells(formula, row));
        boolean sum = cell.kind() == Kind.BY_OUTPUT && cell.layer() < network.depth();
        boolean single = written instanceof Formula.Leaf || written instanceof Formula.Number;
        add(cell, sum || single ? asSum(written) : written, derivedFamily(cell));
    }

    private String derivedFamily(Cell cell) {
        return switch (cell.kind()) {
            case SLOPE -> "slope";
            case BY_OUTPUT -> cell.layer() == network.depth() ? "error slope" : "error back";
            default -> cell.shortName();
        };
    }

    private Cell byError(Quantity.Scalar by, int row) {
        return switch (by) {
            case Quantity.Output(int l, int j) -> Cell.neuron(Kind.BY_OUTPUT, row, l, j);
            case Quantity.Net(int l, int j) -> Cell.neuron(Kind.DELTA, row, l, j);
            case Quantity.Parameter(int index) -> gradient(index, row);
            default -> null;
        };
    }

    private Cell share(int row, int k) {
        return Cell.neuron(Kind.SHARE, row, network.depth(), k);
    }

    private static Cell total(int row) {
        return Cell.single(Kind.ERROR, row);
    }

    private Cell gradient(int index, int row) {
        return parameter(index).as(Kind.GRADIENT).inRow(row);
    }

    /** The cell that a line of the worksheet calls so. */
    private Formula cellOf(Formula.Leaf leaf, int row) {
        Symbol symbol = (Symbol) leaf;
        int of = symbol.row() > 0 ? symbol.row() - 1 : row;
        return symbol.step() >= 0 && symbol.quantity() instanceof Quantity.Parameter(int index)
                ? parameter(index).as(Kind.NEXT)
                : cellOf(symbol.quantity(), of);
    }

    private Formula cells(Formula formula, int row) {
        return switch (formula) {
            case Formula.Leaf leaf -> cellOf(leaf, row);
            case Formula.Named named
            when named.letter().equals(PassFormulas.SAMPLE_WEIGHT) -> Cell.single(Kind.SAMPLE_WEIGHT, row);
            default -> Parts.map(formula, part -> cells(part, row));
        };
    }

    private void add(Cell cell, Formula formula, String family, String kind) {
        Line line = new Line(cell, formula, family, kind);
        lines.add(line);
        if (numbers != null) {
            numbers.put(cell, lines.size() - 1);
        }
        known.add(cell);
        line.cells(known::add);
    }

    private void add(Cell cell, Formula formula, String family) {
        add(cell, formula, family, family);
    }

    private void pass(PassFormulas formulas, int row, Sample sample) {
        int depth = network.depth();
        for (int l = 1; l <= depth; l++) {
            for (int j = 0; j < network.size(l); j++) {
                add(Cell.neuron(Kind.NET, row, l, j), asSum(cells(formulas.net(l, j), row)), "net");
            }
            for (int j = 0; j < network.size(l); j++) {
                add(Cell.neuron(Kind.OUT, row, l, j), cells(formulas.out(l, j), row), "out");
            }
        }
        if (sample.target() != null) {
            int outputs = network.output().size();
            for (int k = 0; k < outputs; k++) {
                add(outputs == 1 ? total(row) : share(row, k), general(cells(formulas.share(k), row)), "error");
            }
            if (outputs > 1) {
                add(total(row), cells(formulas.error(), row), "total");
            }
        }
        for (int l = depth; backward && l >= 1; l--) {
            backward(formulas, row, l);
        }
    }

    private void backward(PassFormulas formulas, int row, int l) {
        boolean last = l == network.depth();
        for (int i = 0; i < network.size(l) && !formulas.simplifies(l); i++) {
            int neuron = i;
            Formula formula = general(derivative(new Quantity.Output(l, i), row, () -> formulas.byOutput(l, neuron)));
            add(
                    Cell.neuron(Kind.BY_OUTPUT, row, l, i),
                    last ? formula : asSum(formula),
                    last ? "error slope" : "error back");
        }
        boolean elementwise = network.layer(l).activation().elementwise();
        for (int j = 0; j < network.size(l) && !formulas.simplifies(l); j++) {
            for (int k = elementwise ? j : 0; k < (elementwise ? j + 1 : network.size(l)); k++) {
                add(Cell.slope(row, l, j, k), cells(formulas.slope(l, k, j), row), "slope");
            }
        }
        for (int j = 0; j < network.size(l); j++) {
            int neuron = j;
            Formula delta = derivative(new Quantity.Net(l, j), row, () -> formulas.delta(l, neuron));
            add(Cell.neuron(Kind.DELTA, row, l, j), delta, "delta", last ? "delta of output" : "delta");
        }
        for (int index = network.weightStart(l); index < network.end(l); index++) {
            int parameter = index;
            Formula gradient = derivative(new Quantity.Parameter(index), row, () -> formulas.gradient(parameter));
            Cell cell = gradient(index, row);
            boolean shared = cell.ofBias() && gradient instanceof Formula.Sum;
            add(
                    cell,
                    gradient,
                    "gradient",
                    cell.ofBias() ? shared ? "gradient of shared" : "gradient of b" : "gradient of w");
        }
    }

    /** A derivative of the error, by way of one that a reader gives if there is one. */
    private Formula derivative(Quantity.Scalar by, int row, Supplier<Formula> usual) {
        return given.stream()
                .filter(partial -> partial.by().equals(by))
                .findFirst()
                .map(partial -> through(partial, row))
                .orElseGet(() -> cells(usual.get(), row));
    }

    /** ∂error/∂w = Σ ∂error/∂out · ∂out/∂w; null if the error isn't derived by what is given. */
    private Formula through(Quantity.Partial partial, int row) {
        List<Formula> terms = new ArrayList<>();
        for (Quantity.Scalar of : besides(partial.of())) {
            Quantity.Partial factor = new Quantity.Partial(of, partial.by());
            derive(factor, row);
            Cell cell = cellOf(factor, row);
            if (cell != null && cell.kind() == Kind.PARTIAL && line(cell) != null) {
                boolean share = of instanceof Quantity.ErrorShare;
                if (!share && line(byError(of, row)) == null) {
                    return null; // an entropy is derived by the nets at once
                }
                terms.add(share ? cell : Formula.product(byError(of, row), cell));
            }
        }
        return terms.isEmpty() ? null : terms.size() == 1 ? terms.getFirst() : new Formula.Sum(terms);
    }

    /** All numbers of the same kind and layer. */
    private List<Quantity.Scalar> besides(Quantity.Scalar one) {
        return switch (one) {
            case Quantity.Net(int l, int _) -> each(network.size(l), k -> new Quantity.Net(l, k));
            case Quantity.Output(int l, int _) -> each(network.size(l), k -> new Quantity.Output(l, k));
            case Quantity.ErrorShare _ -> each(network.output().size(), Quantity.ErrorShare::new);
            default -> List.of();
        };
    }

    private static List<Quantity.Scalar> each(int count, IntFunction<Quantity.Scalar> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }

    /** A formula without the cases of targets 0 and 1, in which an entropy's logarithm is left out. */
    private static Formula general(Formula formula) {
        return formula instanceof Formula.If(Reason.Comparison c, Formula _, Formula otherwise)
                        && c.left() instanceof Cell cell
                        && cell.kind() == Kind.TARGET
                        && c.relation() == Reason.Relation.EQUAL
                ? general(otherwise)
                : Parts.map(formula, Sheet::general);
    }

    private static Formula asSum(Formula formula) {
        return formula instanceof Formula.Sum ? formula : new Formula.Sum(List.of(formula));
    }

    private void means() {
        List<Formula> errors = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            errors.add(total(row));
        }
        add(Cell.single(Kind.LOSS, 0), mean(errors), "loss");
        for (int index = 0; backward && index < network.parameterCount(); index++) {
            mean(index);
        }
    }

    private Formula mean(List<Formula> all) {
        return Formula.quotient(new Formula.Sum(all), samples());
    }

    private Formula samples() {
        return Formula.named("n", rows);
    }

    private Cell mean(int index) {
        List<Formula> gradients = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            gradients.add(gradient(index, row));
        }
        Cell mean = parameter(index).as(Kind.MEAN);
        add(mean, mean(gradients), "mean", mean.ofBias() ? "mean of b" : "mean of w");
        return mean;
    }

    private void update(Plan plan) {
        Cell[] gradients = new Cell[network.parameterCount()];
        for (int index = 0; index < gradients.length; index++) {
            if (network.isTrained(index)) {
                gradients[index] = rows > 1 ? mean(index) : gradient(index, 0);
            }
        }
        Formula norm = plan.shaping().needsNorm() ? norm(gradients) : null;
        for (int index = 0; index < gradients.length; index++) {
            if (gradients[index] != null) {
                update(plan, index, shaped(plan.shaping(), index, gradients[index], norm));
            }
        }
    }

    private Formula norm(Cell[] gradients) {
        List<Formula> squares = new ArrayList<>();
        for (int index = 0; index < gradients.length; index++) {
            if (gradients[index] != null && network.tied(index)[0] == index) {
                squares.add(Formula.square(gradients[index]));
            }
        }
        Cell norm = new Cell(Kind.LINE, "‖g‖", 0, -1, -1, -1, -1);
        add(norm, new Formula.Root(new Formula.Sum(squares)), "norm");
        return norm;
    }

    /** The gradient after clipping and absolute decay, in a line of its own. */
    private Formula shaped(Shaping shaping, int index, Formula gradient, Formula norm) {
        Formula shaped = shaping.of(gradient, parameter(index), norm);
        if (shaped == gradient) {
            return gradient;
        }
        Cell cell = parameter(index).as(Kind.LINE, "ĝ");
        add(cell, shaped, "shaped gradient");
        return cell;
    }

    private void addSettings(Formula formula) {
        Parts.walk(formula, part -> {
            if (part instanceof Formula.Named named) {
                settings.add(named);
            }
        });
    }

    private void update(Plan plan, int index, Formula gradient) {
        Cell parameter = parameter(index);
        String of = parameter.ofBias() ? " of b" : " of w";
        List<String> memory = plan.optimizer().memory();
        Map<String, Formula> values = new HashMap<>(Map.of(
                "p", parameter, "g", gradient, "η", Cell.single(Kind.RATE, 0), "n", Cell.single(Kind.UPDATES, 0)));
        memory.forEach(name -> values.put(name, parameter.as(Kind.OLD, name)));
        List<Recipe.Line> recipe = plan.optimizer().recipe(plan.decay(index)).lines();
        recipe.forEach(line -> addSettings(line.formula()));
        Map<String, Integer> written = new HashMap<>();
        int last = 0;
        for (int i = 0; i < recipe.size(); i++) {
            last = recipe.get(i).name().equals("p") ? i : last;
        }
        for (int i = 0; i < recipe.size(); i++) {
            String name = recipe.get(i).name();
            int again = written.merge(name, 1, Integer::sum);
            boolean next = i == last;
            Cell cell = next ? parameter.as(Kind.NEXT) : parameter.as(Kind.LINE, name + "′".repeat(again - 1));
            String family =
                    next ? "step" : memory.contains(name) ? "memory" : name.endsWith(CORRECTED) ? "correction" : name;
            add(cell, PassFormulas.written(recipe.get(i).formula()).bind(values), family, next ? "step" + of : name);
            values.put(name, cell);
        }
        carried.put((Cell) values.get("p"), parameter);
        memory.forEach(name -> {
            if (values.get(name) instanceof Cell now && now.kind() == Kind.LINE) {
                carried.put(now, parameter.as(Kind.OLD, name));
            }
            if (values.get(name + CORRECTED) instanceof Cell now) { // goes on only with a slip
                Cell old = parameter.as(Kind.OLD, name + CORRECTED);
                carried.put(now, old);
                known.add(old);
            }
        });
    }
}
