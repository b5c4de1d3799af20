package org.nnlang.slips;

import static org.nnlang.math.Function.EXP;
import static org.nnlang.math.Function.TANH;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Entries.Entry;
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

    private static final double LN_10 = 2.302585092994046;

    private static final double LN_2 = 0.6931471805599453;

    private final Sheet sheet;
    private final Line line;
    private final Network network;
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

    /** A factor that could be added by mistake. */
    private record Factor(String name, Formula formula, double weight) {}

    private Rewriter(Sheet sheet, Line line) {
        this.sheet = sheet;
        this.line = line;
        network = sheet.network();
    }

    /** The variants of a line. */
    static List<Variant> of(Sheet sheet, Line line) {
        return new Rewriter(sheet, line).variants();
    }

    private List<Variant> variants() {
        Map<String, List<Place>> alike = new LinkedHashMap<>();
        root = new Place(null, new Entry(1, line.formula()), null);
        root.collect(alike, line.isOfUpdate());
        List<Factor> factors = factors();
        alike.forEach((role, places) -> {
            at(role, -1, places, 1, factors);
            for (int i = 0; places.size() > 1 && i < places.size(); i = next(i, places.size())) {
                at(role, i, List.of(places.get(i)), (i == 0 ? 0.9 : 0.7) / places.size(), factors);
            }
        });
        neighbours(alike);
        wholeLines();
        return variants;
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
        if (!(of instanceof Formula.Number) && first.depth < DEEP) {
            for (Factor factor : factors) {
                Formula x = factor.formula;
                edit.apply(
                        "times " + factor.name,
                        x,
                        e -> List.of(e.with(new Formula.Product(List.of(e.of(), x)))),
                        factor.weight * (first.isRoot() ? 1 : 0.25));
            }
        }
    }

    /** Makes a variant by an operation at like places; {@code other} is what comes in. */
    private interface Editor {
        void apply(String operation, Formula other, Function<Entry, List<Entry>> each, double weight);

        default void replace(String operation, Formula other, UnaryOperator<Formula> each, double weight) {
            apply(operation, other, e -> List.of(e.with(each.apply(e.of()))), weight);
        }
    }

    /** What can be done to a function, a power, a root, a product. */
    private void formulas(Editor edit, Place place) {
        Formula of = place.entry.of();
        switch (of) {
            case Formula.Call call -> function(edit, call);
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
            case Formula.Sum sum when sum.terms().size() == 2 -> sumOfTwo(edit, sum);
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

    private void function(Editor edit, Formula.Call call) {
        switch (call.function()) {
            case MAX, MIN -> {
                if (call.arguments().getFirst() instanceof Formula.Number) {
                    edit.replace(
                            "function",
                            call.arguments().getLast(),
                            f -> ((Formula.Call) f).arguments().getLast(),
                            0.7);
                }
            }
            case LN -> {
                edit.replace(
                        "function",
                        call.arguments().getFirst(),
                        f -> ((Formula.Call) f).arguments().getFirst(),
                        0.7);
                edit.replace("log10", null, f -> Formula.quotient(f, Formula.number(LN_10)), 0.6);
                edit.replace("log2", null, f -> Formula.quotient(f, Formula.number(LN_2)), 0.6);
            }
            case NORMAL_CDF ->
                edit.replace(
                        "by tanh",
                        null,
                        f -> tanhCdf(((Formula.Call) f).arguments().getFirst()),
                        0.6);
            case SIN, COS, TAN ->
                edit.replace(
                        "degrees",
                        null,
                        f -> Formula.call(
                                call.function(),
                                Formula.product(
                                        Formula.number(Math.PI / 180),
                                        ((Formula.Call) f).arguments().getFirst())),
                        0.6);
            default -> {
                if (call.arguments().size() == 1) {
                    edit.replace(
                            "function",
                            call.arguments().getFirst(),
                            f -> ((Formula.Call) f).arguments().getFirst(),
                            0.7);
                }
            }
        }
    }

    /** Φ(z) by way of ½ (1 + tanh(√(2/π) (z + 0.044715 z³))). */
    private static Formula tanhCdf(Formula z) {
        Formula cube = Formula.product(Formula.number(0.044715), z, z, z);
        Formula of = Formula.product(Formula.number(0.7978845608028654), Formula.sum(z, cube));
        Formula tanh = Formula.call(TANH, of);
        return Formula.product(Formula.number(0.5), Formula.sum(Formula.number(1), tanh));
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
        for (Place place : places) {
            place.instead = each.apply(place.entry);
        }
        Formula changed = rebuild(places);
        Formula piece = places.getFirst().entry.of();
        add(operation, role, ordinal, changed, weight, piece, other);
    }

    private void add(
            String operation, String role, int ordinal, Formula changed, double weight, Formula piece, Formula other) {
        if (!changed.equals(line.formula())) {
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

    /** Factors that are added by mistake, by the kind of line. */
    private List<Factor> factors() {
        List<Factor> all = new ArrayList<>();
        int outputs = network.output().size();
        Cell cell = line.cell();
        switch (cell.kind()) {
            case SHARE, ERROR -> ofLoss(all, outputs);
            case BY_OUTPUT -> {
                if (cell.layer() == network.depth()) {
                    ofLoss(all, outputs);
                } else {
                    halves(all, 0.2);
                }
            }
            case DELTA -> {
                if (cell.layer() == network.depth()) {
                    ofLoss(all, outputs);
                } else {
                    halves(all, 0.2);
                    samples(all);
                }
                slopes(all);
                all.add(new Factor("net", cell.as(Kind.NET), 0.05));
                all.add(new Factor("out", cell.as(Kind.OUT), 0.15));
            }
            case GRADIENT, MEAN -> {
                halves(all, 0.2);
                samples(all);
                all.add(new Factor("η", Cell.single(Kind.RATE, 0), 0.3));
            }
            case PARTIAL -> {
                if (cell.partial().of() instanceof Quantity.ErrorShare) {
                    halves(all, 0.2);
                    all.add(new Factor("η", Cell.single(Kind.RATE, 0), 0.3));
                }
            }
            case LINE, NEXT -> {
                for (Formula.Named setting : sheet.settings()) {
                    if (!setting.letter().equals("ε") && !setting.letter().equals("λ")) {
                        String name = setting.letter() + setting.index();
                        Formula rest = Formula.difference(Formula.number(1), setting);
                        all.add(new Factor("1 − " + name, rest, 0.4));
                        all.add(new Factor(name, setting, 0.15));
                    }
                }
                all.add(new Factor("η", Cell.single(Kind.RATE, 0), 0.3));
                halves(all, 0.2);
            }
            default -> {}
        }
        all.removeIf(factor -> factor.formula instanceof Cell c && !sheet.has(c));
        return all;
    }

    private void ofLoss(List<Factor> all, int outputs) {
        halves(all, 0.8);
        if (outputs > 1) {
            Formula n = Formula.named("n", outputs);
            all.add(new Factor("1/n", Formula.quotient(Formula.number(1), n), 0.6));
            all.add(new Factor("n", n, 0.6));
        }
        if (network.loss().entropy() != null) {
            all.add(new Factor("1/ln 10", Formula.number(1 / LN_10), 0.02));
            all.add(new Factor("1/ln 2", Formula.number(1 / LN_2), 0.02));
        }
        samples(all);
    }

    private void samples(List<Factor> all) {
        if (sheet.rows() > 1) {
            Formula n = Formula.named("n", sheet.rows());
            all.add(new Factor("1/samples", Formula.quotient(Formula.number(1), n), 0.3));
        }
    }

    private static void halves(List<Factor> all, double weight) {
        all.add(new Factor("½", Formula.number(0.5), weight));
        all.add(new Factor("2", Formula.number(2), weight));
    }

    /** The derivative of the activation once more; after an entropy, which has cancelled it, once. */
    private void slopes(List<Factor> all) {
        Cell cell = line.cell();
        Cell own = Cell.slope(cell.row(), cell.layer(), cell.neuron(), cell.neuron());
        if (sheet.has(own)) {
            all.add(new Factor("slope", own, 1));
        } else {
            Formula out = cell.as(Kind.OUT);
            all.add(new Factor("slope", Formula.product(out, Formula.difference(Formula.number(1), out)), 1));
        }
    }

    /** A line replaced as a whole: another activation, or another slope. */
    private void wholeLines() {
        Cell cell = line.cell();
        if (cell.kind() == Kind.ERROR || cell.kind() == Kind.LOSS) {
            penalty();
        }
        if (cell.kind() == Kind.MEAN) {
            whole("first of the batch", cell.as(Kind.GRADIENT), 0.5);
            whole("last of the batch", cell.as(Kind.GRADIENT).inRow(sheet.rows() - 1), 0.4);
        }
        if (cell.kind() == Kind.GRADIENT) {
            Formula parameter = sheet.parameter(cell.parameter());
            Formula step = Formula.product(Cell.single(Kind.RATE, 0), line.formula());
            whole("new value for gradient", Formula.difference(parameter, step), 0.15);
            whole("parameter minus gradient", Formula.difference(parameter, line.formula()), 0.15);
        }
        if (cell.kind() == Kind.NEXT) {
            whole("gradient for new value", cell.as(sheet.rows() > 1 ? Kind.MEAN : Kind.GRADIENT), 0.1);
        }
        if (cell.kind() == Kind.PARTIAL) {
            derivative(cell);
        }
        if (cell.kind() == Kind.OUT) {
            activations();
        } else if (cell.kind() == Kind.SLOPE && cell.neuron() == cell.other()) {
            Activation own = network.layer(cell.layer()).activation();
            Cell net = cell.as(Kind.NET).plain();
            Cell out = cell.as(Kind.OUT).plain();
            for (Activation other : familiar(own)) {
                whole("slope of " + other.name(), slope(other, net, out), 0.6);
            }
            whole("out for slope", out, 0.3);
            whole("net for slope", net, 0.3);
            if (own.elementwise()) {
                whole("slope at out", slope(own, out, own.value().bind(own.symbols(out, out))), 0.5);
            }
        }
    }

    /** The derivative of the whole error instead of one output's; of a net, what it is derived by instead of its factor. */
    private void derivative(Cell cell) {
        Quantity.Scalar by = cell.partial().by();
        boolean ofNet = cell.partial().of() instanceof Quantity.Net;
        Quantity.Scalar instead = ofNet ? by : new Quantity.Partial(new Quantity.TotalError(), by);
        Cell taken = cell.partial().of() instanceof Quantity.Output ? null : sheet.cell(instead, cell.row());
        if (taken != null) {
            whole(ofNet ? "by for derivative" : "whole error", taken, ofNet ? 0.4 : 0.6);
        }
    }

    /** The error with the decay's penalty, ½ λ Σ w². */
    private void penalty() {
        sheet.settings().stream()
                .filter(n -> n.letter().equals("λ"))
                .findFirst()
                .ifPresent(decay -> {
                    List<Formula> squares = new ArrayList<>();
                    for (int p = 0; p < network.parameterCount(); p++) {
                        if (network.isWeight(p)) {
                            squares.add(Formula.square(sheet.parameter(p)));
                        }
                    }
                    Formula sum = Formula.product(decay, new Formula.Sum(squares));
                    whole("penalty", Formula.sum(line.formula(), Formula.product(Formula.number(0.5), sum)), 0.4);
                    whole("penalty without ½", Formula.sum(line.formula(), sum), 0.2);
                });
    }

    private static Formula slope(Activation of, Formula net, Formula out) {
        return of.derivative().bind(of.symbols(net, out));
    }

    private void activations() {
        Cell cell = line.cell();
        Activation own = network.layer(cell.layer()).activation();
        Cell net = cell.as(Kind.NET);
        for (Activation other : familiar(own)) {
            whole(
                    "activation " + other.name(),
                    other.value().bind(other.symbols(net, net)),
                    other.name().equals("relu") ? 0.5 : 1);
        }
        if (!own.isLinear() && own.elementwise()) {
            whole("activation twice", line.formula().equals(net) ? net : again(own, line.formula()), 0.3);
        } else if (!own.elementwise()) {
            softmax(cell, net);
        }
        if (!own.isLinear()) {
            whole("e^net", Formula.call(EXP, net), 0.1);
        }
    }

    private static Formula again(Activation activation, Formula once) {
        return activation.value().bind(Map.of(activation.variable(), once));
    }

    private void softmax(Cell cell, Cell net) {
        List<Formula> powers = new ArrayList<>();
        for (int k = 0; k < network.size(cell.layer()); k++) {
            Line once = sheet.line(Cell.neuron(Kind.OUT, cell.row(), cell.layer(), k));
            powers.add(Formula.call(EXP, once.formula()));
        }
        whole("softmax twice", Formula.quotient(powers.get(cell.neuron()), new Formula.Sum(powers)), 0.6);
        whole("without division", Formula.call(EXP, net), 0.3);
    }

    private static List<Activation> familiar(Activation own) {
        return List.of(Activations.SIGMOID, Activations.TANH, Activations.RELU, Activations.LINEAR).stream()
                .map(Catalogue.Entry::standard)
                .filter(other -> !other.name().equals(own.name()))
                .toList();
    }

    private void whole(String operation, Formula formula, double weight) {
        add(operation, "", -1, formula, weight, line.formula(), formula);
    }
}
