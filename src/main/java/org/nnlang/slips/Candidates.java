package org.nnlang.slips;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.nnlang.slips.Candidate.Kind;
import org.nnlang.slips.Rewriter.Variant;
import org.nnlang.slips.Rewriting.Pattern;
import org.nnlang.slips.Rewriting.Scope;

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

    /** A belief about several kinds of lines is less likely than about one. */
    private static final double LINKED = 0.6;

    /** Operations on functions that are in several kinds of lines. */
    private static final Set<String> EVERYWHERE = Set.of("degrees", "by tanh", "by sigmoid");

    /** Rewritings that are less likely aren't tried as lapses: there are too many places for them. */
    private static final double LAPSE = 0.1;

    private static final double LAPSE_ONCE = 0.2;

    /** The share of lapses that are made in every update: a lapse passes. */
    private static final double LAPSE_ALWAYS = 0.25;

    private static final int WIDTHS = Scope.Width.values().length;

    private final List<Sheet> sheets;
    private final List<Long> times;
    /** The lines in which lapses are looked for; null for all. */
    private final Set<Cell> lapses;

    private final List<Candidate> all = new ArrayList<>();

    private Candidates(List<Sheet> sheets, List<Long> times, Set<Cell> lapses) {
        this.sheets = sheets;
        this.times = times;
        this.lapses = lapses;
    }

    /**
     * The candidates of rewriting lines.
     *
     * @param sheets the worksheets of the updates and of the reading
     * @param times the updates in which something could have been done once, {@link Rewriting#READING} for the reading
     * @param lapses the lines in which lapses are looked for; null for all
     */
    static List<Candidate> ofLines(List<Sheet> sheets, List<Long> times, Set<Cell> lapses) {
        return of(sheets, times, lapses, Sheet::patterns);
    }

    /** The same of some families of lines. */
    static List<Candidate> ofLines(List<Sheet> sheets, List<Long> times, Set<Cell> lapses, Set<String> families) {
        return of(sheets, times, lapses, sheet -> sheet.patterns(families));
    }

    private static List<Candidate> of(
            List<Sheet> sheets, List<Long> times, Set<Cell> lapses, Function<Sheet, Set<Pattern>> ofSheet) {
        Candidates candidates = new Candidates(sheets, times, lapses);
        Set<Pattern> patterns = new LinkedHashSet<>();
        sheets.forEach(sheet -> patterns.addAll(ofSheet.apply(sheet)));
        patterns.forEach(candidates::add);
        return candidates.all;
    }

    /**
     * Beliefs that change lines alike which are written otherwise: the same number used instead of another one wherever that is read,
     * or in two kinds of lines; the same operation in the slopes of different activations.
     */
    static List<Candidate> ofLikes(List<Sheet> sheets) {
        Map<String, Map<String, List<Pattern>>> all = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            for (Pattern pattern : sheet.patterns()) {
                if (pattern.ordinal() < 0 && sheets.stream().noneMatch(s -> s.needsOrder(always(pattern)))) {
                    List<Pattern> patterns = all.computeIfAbsent(likeness(pattern), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(pattern.family(), _ -> new ArrayList<>());
                    if (!patterns.contains(pattern)) {
                        patterns.add(pattern);
                    }
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        all.forEach((operation, byFamily) -> {
            List<List<Pattern>> families = new ArrayList<>(byFamily.values());
            families.stream()
                    .filter(patterns -> patterns.size() > 1 && areApart(sheets, patterns))
                    .forEach(patterns -> addLinked(candidates, sheets, patterns));
            if (families.size() > 1 && (operation.startsWith("neighbour ") || EVERYWHERE.contains(operation))) {
                addLinked(
                        candidates,
                        sheets,
                        families.stream().flatMap(List::stream).toList());
                for (int i = 0; i < families.size() && families.size() > 2; i++) {
                    for (int j = i + 1; j < families.size(); j++) {
                        List<Pattern> both = new ArrayList<>(families.get(i));
                        both.addAll(families.get(j));
                        addLinked(candidates, sheets, both);
                    }
                }
            }
        });
        return candidates;
    }

    /** What is done; in derivatives, whose lines differ from layer to layer, also to what: a weight in any product. */
    private static String likeness(Pattern pattern) {
        boolean ofPart =
                pattern.family().startsWith("∂") && !pattern.operation().startsWith("neighbour ");
        String part = pattern.place().substring(pattern.place().lastIndexOf('›') + 1);
        return ofPart ? pattern.operation() + " at" + part : pattern.operation();
    }

    /** Whether patterns are of different lines. */
    private static boolean areApart(List<Sheet> sheets, List<Pattern> patterns) {
        for (Sheet sheet : sheets) {
            Set<Integer> lines = new HashSet<>();
            for (Pattern pattern : patterns) {
                for (int line : sheet.variants(pattern).keySet()) {
                    if (!lines.add(line)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static void addLinked(List<Candidate> to, List<Sheet> sheets, List<Pattern> patterns) {
        Candidate linked =
                linked(sheets, patterns.stream().map(Candidates::always).toArray(Rewriting[]::new));
        double weight = sheets.stream()
                .flatMap(sheet -> sheet.variants(patterns.getFirst()).values().stream())
                .mapToDouble(Variant::weight)
                .max()
                .orElse(0);
        to.add(linked.times(weight * LINKED));
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

    private static Rewriting always(Pattern pattern) {
        return always(pattern, Scope.FAMILY);
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
                    .flatMap(sheet -> sheet.variants(rewriting.pattern()).values().stream())
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                change = change.and(Change.of(rewriting));
                description = description == null ? found.description() : description;
            }
        }
        return description == null ? null : new Candidate(change, Kind.BELIEF, 1, description);
    }

    /** The lines of a scope that have a pattern, and the likeliest of them. */
    private static final class Group {
        private final BitSet lines = new BitSet();
        private Variant example;

        void add(int line, Variant variant) {
            lines.set(line);
            example = example == null || example.weight() < variant.weight() ? variant : example;
        }
    }

    private void add(Pattern pattern) {
        Map<Scope, Group> groups = new LinkedHashMap<>();
        int count = sheets.stream()
                .mapToInt(sheet -> sheet.variants(pattern).size())
                .sum();
        int widths = count == 1 ? 1 : WIDTHS; // one line is in all scopes alone
        for (int s = 0; s < sheets.size(); s++) {
            Sheet sheet = sheets.get(s);
            for (Map.Entry<Integer, Variant> entry : sheet.variants(pattern).entrySet()) {
                int line = entry.getKey();
                Scope[] scopes = sheet.scopes(line);
                for (int width = 0; width < widths; width++) {
                    if (isTried(scopes[width])) {
                        groups.computeIfAbsent(scopes[width], _ -> new Group())
                                .add(line * sheets.size() + s, entry.getValue());
                    }
                }
            }
        }
        Group whole = groups.get(Scope.FAMILY);
        int lines = sheets.stream()
                .mapToInt(sheet -> sheet.variants(pattern).size())
                .max()
                .orElse(0);
        boolean known = Beliefs.of(whole.example.description()) != null;
        Set<BitSet> seen = new HashSet<>();
        for (Scope.Width width : Scope.Width.values()) {
            groups.forEach((scope, group) -> {
                if (scope.width() == width && isTried(scope, group.example) && seen.add(group.lines)) {
                    add(pattern, scope, group.example, group == whole, lines, known);
                }
            });
        }
    }

    /** What is hardly ever done is only tried in all lines of a kind. */
    private static boolean isTried(Scope scope, Variant example) {
        boolean narrow = scope.width() == Scope.Width.FORMULA || scope.width().compareTo(Scope.Width.PARAMETERS) > 0;
        return !narrow || example.weight() >= LAPSE;
    }

    private boolean isTried(Scope scope) {
        return lapses == null || !scope.isLapse() || scope.cell() != null && lapses.contains(scope.cell());
    }

    private void add(Pattern pattern, Scope scope, Variant example, boolean whole, int lines, boolean known) {
        boolean lapse = scope.isLapse();
        Kind kind = lapse && !whole ? Kind.LAPSE : Kind.BELIEF;
        double weight = example.weight() * (lapse ? lines == 1 ? 1 : 0.5 / lines : BELIEVED.get(scope.width()));
        if (!lapse) {
            weight *= pattern.ordinal() >= 0 ? BELIEF_OF_ONE_TERM : known ? KNOWN : 1;
        }
        boolean once = times.size() > 1;
        double always = lapse && once ? LAPSE_ALWAYS : 1;
        boolean ofOneSample = scope.width() == Scope.Width.ONE;
        boolean seldom = kind == Kind.LAPSE && example.weight() < LAPSE;
        if (!seldom && (!once || !ofOneSample)) { // nobody makes the same lapse with the same sample time and again
            add(new Rewriting(pattern, scope, Rewriting.ALWAYS), kind, weight * always, example);
        }
        boolean tried = lapse ? example.weight() >= LAPSE_ONCE : scope.width() == Scope.Width.FAMILY;
        for (long at : once && tried ? times : List.<Long>of()) {
            double factor = lapse ? (1 - LAPSE_ALWAYS) / times.size() : BELIEF_ONCE;
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
