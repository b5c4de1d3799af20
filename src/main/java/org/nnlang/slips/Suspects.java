package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Candidate.Kind;
import org.nnlang.slips.Course.Asked;

/** The slips that could be behind some numbers, with what each would give. It doesn't know the reader's numbers. */
final class Suspects {
    /** The likeliest are tried with a second slip, and with numbers rounded on the way. */
    private static final int LIKELY = 150;

    private static final int PAIRED = 60;

    /** The share of readers that round on the way as well as making a slip. */
    private static final double ALSO_ROUNDED = 0.2;

    /** The lines that some round alone. */
    private static final List<String> ROUNDED = List.of("net", "out", "slope", "delta", "gradient", "step");

    private static final Set<String> BY_OUTPUTS = Set.of("error slope", "slope", "delta");

    /** The share of readers who don't use the short form of an entropy's delta. */
    private static final double SELDOM = 0.4;

    private final Course course;
    private final Search search;
    /** Whether only other scripts are tried. */
    private final boolean large;

    private final List<Candidate> candidates;
    private final List<double[]> values;

    Suspects(Course course, Cancellation cancellation) {
        this.course = course;
        search = new Search(course, cancellation);
        large = course.isLarge();
        candidates = large ? new ArrayList<>(Candidates.normalised(Statements.of(course))) : single();
        values = new ArrayList<>(search.values(candidates));
        if (!large) {
            others();
        }
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** What each candidate gives for each quantity; NaN if it wasn't tried. */
    List<double[]> values() {
        return values;
    }

    Answer.Tried tried() {
        boolean leavesOut = large || course.sheets().stream().anyMatch(Sheet::leavesOut);
        return new Answer.Tried(search.tried(), search.left(), leavesOut);
    }

    private List<Candidate> single() {
        List<Candidate> all = new ArrayList<>(Candidates.ofLines(course.sheets(), times(), course.lapses()));
        all.addAll(byOutputs());
        all.addAll(Candidates.ofLoss(course.sheets()));
        all.addAll(Candidates.ofLikes(course.sheets()));
        all.addAll(Statements.of(course));
        all.addAll(digits());
        if (course.calculation().now().arithmetic().rounds()) {
            all.add(new Candidate(
                    Change.of(c -> c.with(plan -> plan.with(plan.arithmetic().unrounded()))),
                    Kind.STATEMENT,
                    1,
                    new Description.OnTheWay("not rounded", -1)));
        } else {
            all.addAll(digitsOfSome());
        }
        all.addAll(Copying.of(course));
        return new ArrayList<>(Candidates.normalised(all));
    }

    /** Of an entropy, which is differentiated by its net at once, also what can be done wrong by way of the outputs. */
    private List<Candidate> byOutputs() {
        if (course.calculation().network().loss().entropy() == null) {
            return List.of();
        }
        Change script = Change.of(c -> c.withLoss(Loss::byOutputs));
        List<Sheet> sheets = course.with(script.script()).sheets();
        return Candidates.ofLines(sheets, times(), course.lapses(), BY_OUTPUTS).stream()
                .map(c -> new Candidate(script.and(c.change()), c.kind(), c.weight() * SELDOM, c.description()))
                .toList();
    }

    /** Every number rounded, or cut off, on the way. */
    static List<Candidate> digits() {
        List<Candidate> all = new ArrayList<>();
        for (int decimals = 1; decimals <= 6; decimals++) {
            for (boolean cut : new boolean[] {false, true}) {
                all.add(new Candidate(
                        Change.of(Change.Digits.of(decimals, cut)),
                        Kind.STATEMENT,
                        cut ? 0.3 : 0.5,
                        new Description.OnTheWay(cut ? "cut off" : "rounded", decimals)));
            }
        }
        return all;
    }

    /** Numbers of one kind rounded, and no others. */
    private static List<Candidate> digitsOfSome() {
        List<Candidate> all = new ArrayList<>();
        for (String family : ROUNDED) {
            for (int decimals = 1; decimals <= 4; decimals++) {
                all.add(new Candidate(
                        Change.of(Change.Digits.of(decimals, family)),
                        Kind.STATEMENT,
                        0.1,
                        new Description.OnTheWay("rounded " + family, decimals)));
            }
        }
        return all;
    }

    /** The updates in which something is tried once: the first two and the last two, and what is read after them. */
    private List<Long> times() {
        long end = course.end();
        TreeSet<Long> times = new TreeSet<>();
        for (long update : new long[] {0, 1, end - 2, end - 1}) {
            if (0 <= update && update < end) {
                times.add(update);
            }
        }
        List<Long> all = new ArrayList<>(times);
        if (end > 0 && course.reads()) {
            all.add(Rewriting.READING);
        }
        return all;
    }

    /** The number of another quantity of the same kind, taken for the one that was asked for. */
    private void others() {
        if (course.asked().size() > 1) {
            return;
        }
        Asked asked = course.asked().getFirst();
        List<Asked> others = related(asked.quantity()).stream()
                .map(quantity -> new Asked(quantity, asked.step()))
                .toList();
        Course of = course.asking(others);
        if (others.isEmpty() || !of.computes()) {
            return;
        }
        double[] found = of.run(List.of(Change.NONE), null, 0)[0];
        for (int i = 0; i < found.length; i++) {
            candidates.add(new Candidate(
                    Change.NONE,
                    Kind.COPY,
                    Kind.COPY.share() * 0.1 / found.length,
                    new Description.OfQuantity("other quantity", others.get(i).quantity())));
            values.add(new double[] {found[i]});
        }
    }

    private List<Quantity.Scalar> related(Quantity.Scalar asked) {
        Network network = course.calculation().network();
        return switch (asked) {
            case Quantity.Net(int l, int j) -> neurons(l, j, k -> new Quantity.Net(l, k));
            case Quantity.Output(int l, int j) -> neurons(l, j, k -> new Quantity.Output(l, k));
            case Quantity.Delta(int l, int j) -> neurons(l, j, k -> new Quantity.Delta(l, k));
            case Quantity.ErrorShare(int j) -> neurons(network.depth(), j, Quantity.ErrorShare::new);
            case Quantity.Gradient(int index) ->
                parameters(index)
                        .mapToObj(i -> (Quantity.Scalar) new Quantity.Gradient(i))
                        .toList();
            case Quantity.Parameter(int index)
            when course.end() > 0 ->
                parameters(index)
                        .mapToObj(i -> (Quantity.Scalar) new Quantity.Parameter(i))
                        .toList();
            default -> List.of();
        };
    }

    private List<Quantity.Scalar> neurons(int l, int except, IntFunction<Quantity.Scalar> make) {
        return IntStream.range(0, Math.min(course.calculation().network().size(l), 12))
                .filter(k -> k != except)
                .mapToObj(make)
                .toList();
    }

    private IntStream parameters(int except) {
        Network network = course.calculation().network();
        int l = network.layerOf(except);
        boolean weight = network.isWeight(except);
        int from = weight ? network.weightStart(l) : network.biasStart(l);
        int to = weight ? network.biasStart(l) : network.end(l);
        return IntStream.range(from, Math.min(to, from + 24)).filter(i -> i != except);
    }

    /** Tries the likeliest once more, by a reader who also rounds every number to some decimals. */
    void round(int decimals) {
        if (large || decimals < 2 || decimals > 6) {
            return;
        }
        Candidate rounded = digits().stream()
                .filter(c -> c.change().digits().decimals() == decimals)
                .findFirst()
                .orElseThrow();
        add(likely(LIKELY).stream()
                .map(c -> Candidate.pair(c, rounded, c.weight() * ALSO_ROUNDED))
                .toList());
    }

    /** Tries pairs of the likeliest. */
    void pairs() {
        if (large) {
            return;
        }
        List<Candidate> likely = likely(PAIRED);
        List<Candidate> pairs = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < likely.size(); i++) {
            for (int j = i + 1; j < likely.size(); j++) {
                Candidate a = likely.get(i);
                Candidate b = likely.get(j);
                Candidate first = a.kind() == Kind.STATEMENT ? a : b;
                Candidate second = first == a ? b : a;
                if (second.kind() != Kind.STATEMENT) {
                    double weight = a.weight() * b.weight();
                    sum += weight;
                    pairs.add(Candidate.pair(first, second, weight));
                }
            }
        }
        double all = sum;
        add(pairs.stream().map(c -> c.times(Kind.PAIR.share() / all)).toList());
    }

    private void add(List<Candidate> more) {
        candidates.addAll(more);
        values.addAll(search.values(more));
    }

    /** The likeliest beliefs and statements, one of each that give the same. */
    private List<Candidate> likely(int most) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, candidates.size())
                .boxed()
                .filter(i -> candidates.get(i).kind() == Kind.BELIEF
                        || candidates.get(i).kind() == Kind.STATEMENT)
                .filter(i -> candidates.get(i).change().digits().isExact())
                .filter(i -> !Double.isNaN(values.get(i)[0]))
                .sorted(Comparator.comparingDouble(i -> -candidates.get(i).weight()))
                .filter(i -> seen.add(Arrays.toString(values.get(i))))
                .limit(most)
                .map(candidates::get)
                .toList();
    }
}
