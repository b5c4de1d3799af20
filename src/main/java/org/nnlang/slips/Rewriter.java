package org.nnlang.slips;

import static org.nnlang.math.Function.MAX;
import static org.nnlang.math.Function.SIGN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.Network;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Entries.Entry;
import org.nnlang.slips.Factors.Factor;
import org.nnlang.slips.Rewriting.Pattern;
import org.nnlang.slips.Sheet.Line;

/**
 * All that can be done wrong in one line, made from the structure of its formula: anything left out, doubled, turned round or
 * added, a neighbour or another function used instead.
 *
 * <p>The weights are relative: how likely a slip is among those of its {@link Candidate.Kind}.
 */
final class Rewriter {
    /** Extra factors are tried at places less deep than this. */
    private static final int DEEP = 3;

    /** Of like places so many are changed alone, and the last one. */
    private static final int FIRST = 3;

    /** The weight of what is hardly ever done: tried as a belief about all lines of a kind. */
    static final double RARE = 0.09;

    private static final Set<Kind> GRADIENTS = EnumSet.of(Kind.GRADIENT, Kind.MEAN);

    /** What is often negative. */
    private static final Set<Kind> SIGNED = EnumSet.of(Kind.WEIGHT, Kind.DELTA, Kind.GRADIENT, Kind.MEAN);

    /** Lines whose sums have a term for the neuron's own number. */
    private static final Set<String> OWN_TERM = Set.of("net", "error back", "delta");

    private final Sheet sheet;
    private final Line line;
    private final Network network;
    /** The only variant that is made; null for all. */
    private final Pattern only;

    private final List<Variant> variants = new ArrayList<>();
    private Place root;
    private int stamp;

    /**
     * A line written otherwise.
     *
     * @param weight how likely it is
     */
    record Variant(Pattern pattern, Line line, double weight, Description.InLine description) {}

    /** A place in the line; like places have the same role. */
    private static final class Place {
        private final Place parent;
        private final Entry entry;
        /** What it is an entry of; null for the whole line. */
        private final Entries within;

        private final int depth;
        private final Entries entries;
        private final List<Place> parts = new ArrayList<>();
        private String role;
        /** What stands there in the variant that is being made; null for the same. */
        private List<Entry> instead;
        /** The last variant in which something below was changed. */
        private int stamp;

        Place(Place parent, Entry entry, Entries within) {
            this.parent = parent;
            this.entry = entry;
            this.within = within;
            depth = parent == null ? 0 : parent.depth + 1;
            entries = Entries.of(entry.of());
            for (int i = 0; i < entries.all().size(); i++) {
                parts.add(new Place(this, entries.all().get(i), entries));
            }
        }

        boolean isRoot() {
            return parent == null;
        }

        /** Adds it and its parts by their roles. */
        void collect(Map<String, List<Place>> alike, boolean update) {
            role = isRoot() ? "" : parent.role + " › " + Entries.role(entry.of(), update);
            alike.computeIfAbsent(role, _ -> new ArrayList<>()).add(this);
            parts.forEach(part -> part.collect(alike, update));
        }
    }

    private Rewriter(Sheet sheet, Line line, Pattern only) {
        this.sheet = sheet;
        this.line = line;
        this.only = only;
        network = sheet.network();
    }

    /** The variants of a line. */
    static List<Variant> of(Sheet sheet, Line line) {
        return new Rewriter(sheet, line, null).variants();
    }

    /** The line in the variant of a pattern; null if it has none. */
    static Line of(Sheet sheet, Line line, Pattern pattern) {
        List<Variant> variants = new Rewriter(sheet, line, pattern).variants();
        return variants.isEmpty() ? null : variants.getFirst().line();
    }

    private List<Variant> variants() {
        Map<String, List<Place>> alike = new LinkedHashMap<>();
        root = new Place(null, new Entry(1, line.formula()), null);
        root.collect(alike, line.isOfUpdate());
        List<Factor> factors = Factors.of(sheet, line);
        alike.forEach((role, places) -> {
            at(role, -1, places, 1, factors);
            for (int i = 0; places.size() > 1 && i < places.size(); i = next(i, places.size())) {
                at(role, i, List.of(places.get(i)), (i == 0 ? 0.9 : 0.7) / places.size(), factors);
            }
            if (isSumOf(places)) {
                likeTerms(role, places);
            }
        });
        everywhere(alike);
        neighbours(alike);
        WholeLines.of(sheet, line, this::whole);
        return variants;
    }

    /** A function that stands in different places of a line, in all of them. */
    private void everywhere(Map<String, List<Place>> alike) {
        Map<String, List<Place>> all = new LinkedHashMap<>();
        alike.values()
                .forEach(places -> places.stream()
                        .filter(place -> place.entry.of() instanceof Formula.Call)
                        .forEach(place -> all.computeIfAbsent(roleOf(place.entry.of()), _ -> new ArrayList<>())
                                .add(place)));
        all.forEach((role, places) -> {
            if (places.stream().anyMatch(place -> !place.role.equals(places.getFirst().role))) {
                String where = "everywhere " + role;
                formulas(
                        (operation, other, each, likely) -> emit(where, -1, places, operation, other, each, likely),
                        places.getFirst());
            }
        });
    }

    private String roleOf(Formula formula) {
        return Entries.role(formula, line.isOfUpdate());
    }

    /** Whether places are several terms of one sum. */
    private static boolean isSumOf(List<Place> places) {
        Place first = places.getFirst();
        return places.size() > 1
                && !first.isRoot()
                && first.within.kind() == Entries.Kind.SUM
                && places.stream().allMatch(place -> place.parent == first.parent);
    }

    /** What else than being added can become of the like terms of a sum. */
    private void likeTerms(String role, List<Place> places) {
        Formula n = Formula.named("n", places.size());
        List<Formula> terms = places.stream().map(place -> place.entry.of()).toList();
        emit(role, -1, places, "averaged", n, e -> List.of(e.with(Formula.quotient(e.of(), n))), RARE);
        together(role, places, "product for sum", new Formula.Product(terms));
        together(role, places, "largest", new Formula.Call(MAX, terms));
        int own = line.cell().neuron();
        if (OWN_TERM.contains(line.family()) && own >= 0) {
            List<Place> others = new ArrayList<>(places);
            Place kept = others.remove(Math.min(own, places.size() - 1));
            emit(role, -1, others, "own term only", kept.entry.of(), _ -> List.of(), RARE);
        }
        if (terms.stream()
                .allMatch(
                        term -> term instanceof Formula.Product p && p.factors().size() == 2)) {
            Formula first =
                    new Formula.Sum(terms.stream().map(term -> factor(term, 0)).toList());
            Formula second =
                    new Formula.Sum(terms.stream().map(term -> factor(term, 1)).toList());
            together(role, places, "product of sums", Formula.product(first, second));
        }
    }

    private static Formula factor(Formula product, int at) {
        return ((Formula.Product) product).factors().get(at);
    }

    /** One formula instead of several terms. */
    private void together(String role, List<Place> places, String operation, Formula instead) {
        Place first = places.getFirst();
        for (Place place : places) {
            place.instead = place == first ? List.of(new Entry(1, instead)) : List.of();
        }
        add(operation, role, -1, rebuild(places), RARE, first.entry.of(), instead);
    }

    /** The next of many like places that is changed alone: the first few, and the last. */
    private static int next(int ordinal, int count) {
        return ordinal + 1 < FIRST || ordinal == count - 1 ? ordinal + 1 : count - 1;
    }

    private void at(String role, int ordinal, List<Place> places, double weight, List<Factor> factors) {
        Place first = places.getFirst();
        Entry entry = first.entry;
        Formula of = entry.of();
        Entries.Kind kind = first.isRoot() ? Entries.Kind.OTHER : first.within.kind();
        boolean all = ordinal < 0;
        Editor edit = (operation, other, each, likely) ->
                emit(role, ordinal, places, operation, other, each, weight * likely);
        if (kind != Entries.Kind.OTHER && first.within.all().size() > (all ? 0 : 1)) {
            boolean sum = kind == Entries.Kind.SUM;
            edit.apply("drop", null, _ -> List.of(), 1);
            edit.apply("twice", null, e -> List.of(e, e), sum ? 0.3 : isRate(of) ? 0.4 : 0.15);
        }
        if (kind == Entries.Kind.SUM || first.isRoot()) {
            edit.apply("sign", null, e -> List.of(e.turned()), first.isRoot() ? 0.6 : 0.8);
        }
        if (kind == Entries.Kind.PRODUCT && !(of instanceof Formula.Number)) {
            edit.apply("inverse", null, e -> List.of(e.turned()), 0.15);
        }
        if (kind == Entries.Kind.PRODUCT) {
            edit.apply("sign", null, e -> List.of(e.with(Formula.negation(e.of()))), 0.5);
        }
        if (kind != Entries.Kind.OTHER
                && places.size() == 1
                && first.within.all().size() > 2) {
            only(role, ordinal, first, weight * 0.3);
        }
        formulas(edit, first);
        if (kind != Entries.Kind.PRODUCT
                && !(of instanceof Formula.Number)
                && first.depth < DEEP) { // else the product is tried
            factors.stream().filter(factor -> factor.fits(of, first.isRoot())).forEach(factor -> {
                Formula x = factor.formula();
                edit.apply(
                        "times " + factor.name(),
                        x,
                        e -> List.of(e.with(new Formula.Product(List.of(e.of(), x)))),
                        factor.weight() * (first.isRoot() ? 1 : 0.25));
            });
        }
        counts(edit, of);
        if (of instanceof Cell cell && SIGNED.contains(cell.kind()) && !first.isRoot()) {
            edit.replace("without sign", null, Formula::absolute, RARE);
        }
        if (of instanceof Cell cell && line.family().equals("step") && GRADIENTS.contains(cell.kind())) {
            edit.replace("sign only", null, f -> Formula.call(SIGN, f), RARE);
        }
        if (first.isRoot()) {
            biases(edit);
        }
    }

    /** A count, or the number of the update, one too small or too large. */
    private static void counts(Editor edit, Formula of) {
        if (isCount(of)) {
            edit.replace("one less", of, f -> Formula.difference(f, Formula.number(1)), 0.2);
            edit.replace("one more", of, f -> Formula.sum(f, Formula.number(1)), RARE);
        } else if (of instanceof Formula.Power power && isCount(power.exponent())) {
            edit.replace("one less", power.exponent(), f -> countedFrom(f, -1), 0.2);
            edit.replace("one more", power.exponent(), f -> countedFrom(f, 1), 0.2);
        }
    }

    private static boolean isCount(Formula formula) {
        return formula instanceof Formula.Named named && named.letter().equals("n")
                || formula instanceof Cell cell && cell.kind() == Kind.UPDATES;
    }

    private static Formula countedFrom(Formula power, int more) {
        Formula.Power of = (Formula.Power) power;
        return new Formula.Power(of.base(), Formula.sum(of.exponent(), Formula.number(more)));
    }

    /** A bias added on the way back, as on the way forward. */
    private void biases(Editor edit) {
        Cell cell = line.cell();
        boolean back = cell.kind() == Kind.DELTA || cell.kind() == Kind.BY_OUTPUT;
        if (back && cell.layer() > 0 && network.biasIndex(cell.layer(), cell.neuron()) >= 0) {
            Formula bias = sheet.parameter(network.biasIndex(cell.layer(), cell.neuron()));
            edit.apply("plus b", bias, e -> List.of(e, new Entry(1, bias)), RARE);
        }
    }

    /** Makes a variant by an operation at like places; {@code other} is what comes in. */
    interface Editor {
        void apply(String operation, Formula other, Function<Entry, List<Entry>> each, double weight);

        default void replace(String operation, Formula other, UnaryOperator<Formula> each, double weight) {
            apply(operation, other, e -> List.of(e.with(each.apply(e.of()))), weight);
        }
    }

    /** What can be done to a function, a power, a root, a product. */
    private void formulas(Editor edit, Place place) {
        Formula of = place.entry.of();
        switch (of) {
            case Formula.Call call -> OtherFunctions.of(edit, call);
            case Formula.Power power -> {
                edit.replace("power", power.base(), f -> ((Formula.Power) f).base(), 0.8);
                if (power.exponent() instanceof Formula.Number) {
                    edit.replace("absolute", null, f -> Formula.absolute(((Formula.Power) f).base()), 0.3);
                }
            }
            case Formula.Root root -> {
                edit.replace("root", root.of(), f -> ((Formula.Root) f).of(), 0.8);
                edit.replace("square for root", null, f -> Formula.square(((Formula.Root) f).of()), 0.1);
            }
            case Formula.Sum sum -> {
                if (sum.terms().size() == 2) {
                    sumOfTwo(edit, sum);
                }
                factorOfAll(edit, sum);
                factorForTerm(edit, sum);
            }
            case Formula.Product product
            when product.factors().size() <= 3 ->
                edit.replace("sum for product", null, f -> new Formula.Sum(((Formula.Product) f).factors()), 0.08);
            default -> {}
        }
        brackets(edit, place);
    }

    /** ε inside the root instead of after it; x, or 1 + x, instead of 1 − x. */
    private static void sumOfTwo(Editor edit, Formula.Sum sum) {
        Formula first = sum.terms().getFirst();
        Formula last = sum.terms().getLast();
        if (first instanceof Formula.Root && last instanceof Formula.Named) {
            edit.replace(
                    "inside the root",
                    last,
                    f -> {
                        List<Formula> terms = ((Formula.Sum) f).terms();
                        return new Formula.Root(Formula.sum(((Formula.Root) terms.getFirst()).of(), terms.getLast()));
                    },
                    0.2);
        } else if (first instanceof Formula.Number && last instanceof Formula.Negation) {
            edit.replace(
                    "1 minus",
                    null,
                    f -> ((Formula.Negation) ((Formula.Sum) f).terms().getLast()).of(),
                    0.8);
            edit.replace(
                    "1 plus",
                    null,
                    f -> {
                        List<Formula> terms = ((Formula.Sum) f).terms();
                        return Formula.sum(terms.getFirst(), ((Formula.Negation) terms.getLast()).of());
                    },
                    0.3);
        }
    }

    /** A setting that multiplies one term as a factor of all: μ · (v + g) for μ · v + g. */
    private void factorOfAll(Editor edit, Formula.Sum sum) {
        List<Entry> terms = Entries.of(sum).all();
        for (int i = 0; i < terms.size() && terms.size() > 1; i++) {
            List<Entry> factors = Entries.of(terms.get(i).of()).all();
            int at = i;
            if (terms.get(i).of() instanceof Formula.Product
                    && isSetting(factors.getFirst().of())) {
                edit.replace("factor of all " + i, factors.getFirst().of(), f -> ofAll(f, at), RARE);
            }
        }
    }

    /** The last term of a sum as a factor of the others. */
    private void factorForTerm(Editor edit, Formula.Sum sum) {
        List<Entry> all = Entries.of(sum).all();
        Formula added = all.getLast().of();
        if (!roleOf(added).equals(roleOf(all.getFirst().of()))) {
            edit.replace(
                    "factor for term",
                    added,
                    f -> {
                        List<Entry> terms = new ArrayList<>(Entries.of(f).all());
                        Formula last = terms.removeLast().of();
                        return Formula.product(Entries.sum(terms), last);
                    },
                    RARE);
        }
    }

    private static Formula ofAll(Formula sum, int at) {
        List<Entry> terms = new ArrayList<>(Entries.of(sum).all());
        List<Entry> factors = new ArrayList<>(Entries.of(terms.get(at).of()).all());
        Entry setting = factors.removeFirst();
        terms.set(at, terms.get(at).with(Entries.product(factors)));
        return Formula.product(setting.of(), Entries.sum(terms));
    }

    /** a · (b + c) as a · b + c; after a minus also with the sign of c turned. */
    private void brackets(Editor edit, Place place) {
        Entries entries = place.entries;
        for (int i = 0;
                entries.kind() == Entries.Kind.PRODUCT && i < entries.all().size();
                i++) {
            Entry factor = entries.all().get(i);
            if (factor.sign() > 0
                    && entries.all().size() > 1
                    && factor.of() instanceof Formula.Sum s
                    && s.terms().size() > 1) {
                int at = i;
                edit.replace("brackets " + i, null, f -> open(f, at, false), 0.4);
                if (!place.isRoot() && place.within.kind() == Entries.Kind.SUM && place.entry.sign() < 0) {
                    edit.replace("brackets and sign " + i, null, f -> open(f, at, true), 0.2);
                }
            }
        }
    }

    private static Formula open(Formula product, int at, boolean turn) {
        List<Entry> factors = new ArrayList<>(Entries.of(product).all());
        if (at >= factors.size() || !(factors.get(at).of() instanceof Formula.Sum sum)) {
            return product;
        }
        List<Entry> terms = new ArrayList<>(Entries.of(sum).all());
        factors.remove(at);
        Entry kept = terms.remove(at > 0 ? 0 : terms.size() - 1);
        factors.add(at > 0 ? factors.size() : 0, new Entry(1, kept.of()));
        List<Entry> opened = new ArrayList<>(List.of(new Entry(kept.sign(), Entries.product(factors))));
        terms.forEach(term -> opened.add(turn ? term.turned() : term));
        return Entries.sum(opened);
    }

    private static boolean isRate(Formula formula) {
        return formula instanceof Cell cell && cell.kind() == Kind.RATE;
    }

    /** Everything but one entry left out. */
    private void only(String role, int ordinal, Place place, double weight) {
        List<Place> others =
                place.parent.parts.stream().filter(other -> other != place).toList();
        emit(role, ordinal, others, "only", place.entry.of(), _ -> List.of(), weight);
    }

    private void emit(
            String role,
            int ordinal,
            List<Place> places,
            String operation,
            Formula other,
            Function<Entry, List<Entry>> each,
            double weight) {
        if (!isMade(operation, role, ordinal)) {
            return;
        }
        for (Place place : places) {
            place.instead = each.apply(place.entry);
        }
        Formula changed = rebuild(places);
        Formula piece = places.getFirst().entry.of();
        add(operation, role, ordinal, changed, weight, piece, other);
    }

    private boolean isMade(String operation, String role, int ordinal) {
        return only == null
                || only.ordinal() == ordinal
                        && only.place().equals(role)
                        && only.operation().equals(operation)
                        && only.family().equals(line.family());
    }

    private void add(
            String operation, String role, int ordinal, Formula changed, double weight, Formula piece, Formula other) {
        if (isMade(operation, role, ordinal) && !changed.equals(line.formula())) {
            variants.add(new Variant(
                    new Pattern(line.family(), operation, role, ordinal),
                    line.with(changed),
                    weight,
                    new Description.InLine(operation, line, role, piece, other, ordinal < 0)));
        }
    }

    /** The line's formula with other entries at some places; they are forgotten after that. */
    private Formula rebuild(List<Place> places) {
        stamp++;
        for (Place place : places) {
            for (Place p = place.parent; p != null && p.stamp != stamp; p = p.parent) {
                p.stamp = stamp;
            }
        }
        Formula changed = root.instead != null ? Entries.sum(root.instead) : rebuilt(root);
        for (Place place : places) {
            place.instead = null;
        }
        return changed;
    }

    private Formula rebuilt(Place place) {
        if (place.stamp != stamp) {
            return place.entry.of();
        }
        List<Entry> changed = new ArrayList<>();
        for (Place part : place.parts) {
            if (part.instead != null) {
                changed.addAll(part.instead);
            } else {
                changed.add(part.entry.with(rebuilt(part)));
            }
        }
        return place.entries.rebuild(place.entry.of(), changed);
    }

    /** Neighbours used instead of numbers: of all of a kind in the line, or of one. */
    private void neighbours(Map<String, List<Place>> alike) {
        record Found(Place place, String how, Formula by, double weight) {}
        Map<String, List<Found>> found = new LinkedHashMap<>();
        alike.values()
                .forEach(places -> places.forEach(place -> {
                    if (place.entry.of() instanceof Cell cell && !place.isRoot()) {
                        String role = line.family().equals("slope") ? "" : place.role;
                        for (Neighbours.Neighbour one : Neighbours.of(cell, line, sheet)) {
                            found.computeIfAbsent(one.how() + " at " + role, _ -> new ArrayList<>())
                                    .add(new Found(place, one.how(), one.cell(), one.weight()));
                        }
                        Worked worked = worked(cell, place);
                        if (worked != null) {
                            found.computeIfAbsent(worked.how + " at " + role, _ -> new ArrayList<>())
                                    .add(new Found(place, worked.how, worked.formula, RARE));
                        }
                    }
                    if (isSetting(place.entry.of())) {
                        sheet.settings().stream()
                                .filter(other -> !other.equals(place.entry.of()) && isSetting(other))
                                .forEach(other -> {
                                    String how =
                                            name(other, place.entry.of()) + " for " + Entries.role(place.entry.of());
                                    found.computeIfAbsent(how + " at " + place.role, _ -> new ArrayList<>())
                                            .add(new Found(place, how, other, 0.15));
                                });
                    }
                }));
        found.forEach((key, all) -> {
            for (int ordinal = -1; ordinal < (all.size() > 1 ? all.size() : 0); ordinal = next(ordinal, all.size())) {
                List<Found> some = ordinal < 0 ? all : List.of(all.get(ordinal));
                List<Place> places = new ArrayList<>();
                for (Found one : some) {
                    one.place.instead = List.of(one.place.entry.with(one.by));
                    places.add(one.place);
                }
                Formula changed = rebuild(places);
                Found first = some.getFirst();
                double weight = first.weight * (ordinal < 0 ? 1 : 0.5 / all.size());
                add("neighbour " + first.how, key, ordinal, changed, weight, first.place.entry.of(), first.by);
            }
        });
    }

    /** A number that something more is done to before it is used. */
    private record Worked(String how, Formula formula) {}

    /** What is worked out of a number that should be used as it is; null if nothing is. */
    private Worked worked(Cell cell, Place place) {
        Activation first = network.layer(1).activation();
        if (cell.kind() == Kind.OUT && cell.layer() == 0 && first.elementwise() && !first.isLinear()) {
            return new Worked("activation of input", WholeLines.again(first, cell));
        }
        if (cell.kind() == Kind.TARGET) {
            return new Worked("complement of target", Formula.difference(Formula.number(1), cell));
        }
        if (cell.kind() == Kind.WEIGHT && line.family().equals("error back")) {
            int l = cell.layer();
            List<Formula> weights = new ArrayList<>();
            for (int i = 0; i < network.size(l - 1); i++) {
                weights.add(sheet.parameter(network.weightIndex(l, cell.neuron(), i)));
            }
            return new Worked("share of weights", Formula.quotient(cell, new Formula.Sum(weights)));
        }
        boolean decays = place.within.kind() == Entries.Kind.PRODUCT
                && place.within.all().stream()
                        .anyMatch(entry -> entry.of() instanceof Formula.Named n
                                && n.letter().equals("λ"));
        return decays && cell.ofParameter() ? new Worked("sign of parameter", Formula.call(SIGN, cell)) : null;
    }

    /** The name of a setting used instead of another one: of the same letter, the letter. */
    private static String name(Formula setting, Formula of) {
        String role = Entries.role(setting);
        return setting instanceof Formula.Named named && !role.equals(Entries.role(of)) ? role + named.index() : role;
    }

    /** Whether it is the learning rate or a setting of the optimizer. */
    private boolean isSetting(Formula formula) {
        return isRate(formula)
                || formula instanceof Formula.Named n && sheet.settings().contains(n);
    }

    /** Adds a line that is replaced as a whole. */
    private void whole(String operation, Formula formula, double weight) {
        add(operation, "", -1, formula, weight, line.formula(), formula);
    }
}
