package org.nnlang.slips;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nnlang.slips.Candidate.Kind;
import org.nnlang.slips.Rewriter.Variant;
import org.nnlang.slips.Rewriting.Pattern;
import org.nnlang.slips.Rewriting.Scope;
import org.nnlang.slips.Sheet.Line;

/**
 * The slips that could have been made, from the lines of the worksheet: each rewriting of a line is a belief in all lines of its
 * kind, and a lapse in one of them; in all updates, or in one.
 */
final class Candidates {
    private static final Map<Scope.Width, Double> BELIEVED = Map.of(
            Scope.Width.FAMILY, 1.0,
            Scope.Width.KIND, 0.6,
            Scope.Width.FORMULA, 0.6,
            Scope.Width.PARAMETERS, 0.5,
            Scope.Width.LAYER, 0.4);

    /** A rule that is believed is seldom used in one update only. */
    private static final double BELIEF_ONCE = 0.06;

    /** A belief about one of several like terms is usually one about all of them. */
    private static final double BELIEF_OF_ONE_TERM = 0.3;

    /** Beliefs that teachers know are likelier than others. */
    private static final double KNOWN = 3;

    private static final Scope.Width[] WIDTHS = Scope.Width.values();

    private final List<Sheet> sheets;
    private final List<Long> times;
    private final List<Candidate> all = new ArrayList<>();

    private Candidates(List<Sheet> sheets, List<Long> times) {
        this.sheets = sheets;
        this.times = times;
    }

    /**
     * The candidates of rewriting lines.
     *
     * @param sheets the worksheets of the updates and of the reading
     * @param times the updates in which something could have been done once, {@link Rewriting#READING} for the reading
     */
    static List<Candidate> ofLines(List<Sheet> sheets, List<Long> times) {
        Candidates candidates = new Candidates(sheets, times);
        Set<Pattern> patterns = new LinkedHashSet<>();
        sheets.forEach(sheet -> patterns.addAll(sheet.variants().keySet()));
        patterns.forEach(candidates::add);
        return candidates.all;
    }

    /** A layer that goes on with another number of the layer before, in its nets and its gradients. */
    static List<Candidate> ofSources(List<Sheet> sheets) {
        List<Candidate> all = new ArrayList<>();
        for (String how : List.of("net for out", "out of the layer before", "next out", "next input")) {
            String operation = "neighbour " + how;
            Candidate linked = linked(
                    sheets,
                    always(new Pattern("net", operation, how + " at  › (·w·out) › out", -1), Scope.FAMILY),
                    always(new Pattern("gradient", operation, how + " at  › out", -1), Scope.FAMILY));
            if (linked != null && linked.change().rewritings().size() == 2) {
                all.add(linked);
            }
        }
        return all;
    }

    /** The loss defined otherwise, its derivative with it. */
    static List<Candidate> ofLoss(List<Sheet> sheets) {
        Map<String, Double> factors = new LinkedHashMap<>();
        factors.put("times 2", 4.0);
        factors.put("times ½", 3.0);
        factors.put("times 1/n", 3.2);
        factors.put("times n", 0.8);
        factors.put("sign", 0.3);
        factors.put("times 1/ln 10", 0.5);
        factors.put("times 1/ln 2", 0.3);
        factors.put("times 1/samples", 0.3);
        boolean simple = sheets.stream()
                .allMatch(sheet ->
                        sheet.lines().stream().noneMatch(line -> line.family().equals("error slope")));
        List<Candidate> all = new ArrayList<>();
        factors.forEach((operation, weight) -> {
            Rewriting back = simple
                    ? always(new Pattern("delta", operation, "", -1), Scope.kind("delta of output"))
                    : always(new Pattern("error slope", operation, "", -1), Scope.FAMILY);
            Candidate linked = linked(sheets, always(new Pattern("error", operation, "", -1), Scope.FAMILY), back);
            if (linked != null) {
                all.add(linked.times(weight));
            }
        });
        return all;
    }

    private static Rewriting always(Pattern pattern, Scope scope) {
        return new Rewriting(pattern, scope, Rewriting.ALWAYS);
    }

    /** A belief that changes two kinds of lines alike, as far as they are on the worksheets; null if neither is. */
    private static Candidate linked(List<Sheet> sheets, Rewriting... both) {
        Change change = Change.NONE;
        Description description = null;
        for (Rewriting rewriting : both) {
            Variant found = sheets.stream()
                    .map(sheet -> sheet.variants().get(rewriting.pattern()))
                    .filter(Objects::nonNull)
                    .map(variants -> variants.values().iterator().next())
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                change = change.and(Change.of(rewriting));
                description = description == null ? found.description() : description;
            }
        }
        return description == null ? null : new Candidate(change, Kind.BELIEF, 1, description);
    }

    private void add(Pattern pattern) {
        Map<Scope, BitSet> scopes = new LinkedHashMap<>();
        Map<Scope, Variant> examples = new LinkedHashMap<>();
        BitSet whole = new BitSet();
        int lines = 0;
        for (int s = 0; s < sheets.size(); s++) {
            Sheet sheet = sheets.get(s);
            for (Map.Entry<Integer, Variant> entry :
                    sheet.variants().getOrDefault(pattern, Map.of()).entrySet()) {
                Line line = sheet.lines().get(entry.getKey());
                int key = entry.getKey() * sheets.size() + s;
                whole.set(key);
                for (Scope.Width width : WIDTHS) {
                    Scope scope = Scope.of(width, line, sheet);
                    BitSet all = scopes.get(scope);
                    if (all == null) {
                        all = new BitSet();
                        scopes.put(scope, all);
                        lines += width == Scope.Width.ONE ? 1 : 0;
                    }
                    all.set(key);
                    Variant known = examples.get(scope);
                    if (known == null || known.weight() < entry.getValue().weight()) {
                        examples.put(scope, entry.getValue());
                    }
                }
            }
        }
        boolean known = Beliefs.of(examples.values().iterator().next().description()) != null;
        Set<BitSet> seen = new HashSet<>();
        for (Scope.Width width : WIDTHS) {
            for (Map.Entry<Scope, BitSet> entry : scopes.entrySet()) {
                if (entry.getKey().width() == width && seen.add(entry.getValue())) {
                    Scope scope = entry.getKey();
                    add(pattern, scope, examples.get(scope), entry.getValue().equals(whole), lines, known);
                }
            }
        }
    }

    private void add(Pattern pattern, Scope scope, Variant example, boolean whole, int lines, boolean known) {
        boolean lapse = scope.isLapse();
        Kind kind = lapse && !whole ? Kind.LAPSE : Kind.BELIEF;
        double weight = example.weight() * (lapse ? lines == 1 ? 1 : 0.5 / lines : BELIEVED.get(scope.width()));
        if (!lapse) {
            weight *= pattern.ordinal() >= 0 ? BELIEF_OF_ONE_TERM : known ? KNOWN : 1;
        }
        boolean once = times.size() > 1;
        double always = lapse && once ? 0.5 : 1;
        boolean ofOneSample = scope.width() == Scope.Width.ONE;
        if (!once || !ofOneSample) { // nobody makes the same lapse with the same sample time and again
            add(new Rewriting(pattern, scope, Rewriting.ALWAYS), kind, weight * always, example);
        }
        for (long at : once ? times : List.<Long>of()) {
            double factor = lapse ? 0.5 / times.size() : BELIEF_ONCE;
            add(new Rewriting(pattern, scope, at), kind, weight * factor, example);
        }
    }

    private void add(Rewriting rewriting, Kind kind, double weight, Variant example) {
        all.add(new Candidate(Change.of(rewriting), kind, weight, example.description()));
    }

    /** The candidates with probabilities: each kind has its share. */
    static List<Candidate> normalised(List<Candidate> all) {
        Map<Kind, Double> sums = new EnumMap<>(Kind.class);
        all.forEach(c -> sums.merge(c.kind(), c.weight(), Double::sum));
        return all.stream()
                .map(c -> c.times(c.kind().share() / sums.get(c.kind())))
                .toList();
    }
}
