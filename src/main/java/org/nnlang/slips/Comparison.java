package org.nnlang.slips;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nnlang.explain.Derivation;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.slips.Course.Asked;
import org.nnlang.slips.FirstDifference.Row;
import org.nnlang.slips.Sheet.Line;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** Lays the worksheet with a slip beside the right one, and finds the line where they part. */
final class Comparison {
    /** Lines shown before the place, and after it. */
    private static final int BEFORE = 2;

    private static final int AFTER = 5;

    /** Updates looked at one by one before the place is bracketed. */
    private static final long ONE_BY_ONE = 3;

    /** Formulas of more parts are not written. */
    private static final int MOST_PARTS = 200;

    /** Terms of a sum that are written; of more, those that differ and the outermost. */
    private static final int TERMS = 10;

    /** Values that differ by less, relatively, are printed alike. */
    private static final double SAME = 1e-14;

    private final Course right;
    private final Course wrong;
    private final Change rest;
    private final Asked asked;
    private final Network network;
    private final Network other;
    private long step;
    private Sheet sheet;
    private Sheet otherSheet;
    private Map<Cell, Double> values;
    private Map<Cell, Double> otherValues;
    private Map<Integer, Line> changed;

    private Comparison(Course right, Course wrong, Change rest) {
        this.right = right;
        this.wrong = wrong;
        this.rest = rest;
        asked = right.asked().getFirst();
        network = right.calculation().network();
        other = wrong.calculation().network();
    }

    /** Where the calculation of one of a course's questions with a change leaves the right one; null if that can't be shown. */
    static FirstDifference of(Course course, int question, Change change) {
        Course right = course.asking(List.of(course.asked().get(question)));
        Course wrong = change.script() == null ? right : right.with(change.script());
        if (wrong == null || wrong.end() != right.end()) {
            return null;
        }
        Change rest = new Change(null, change.givens(), change.rewritings(), change.digits());
        try {
            return new Comparison(right, wrong, rest).difference();
        } catch (Course.Circle circle) {
            return null;
        }
    }

    /** Where the calculation with nets that are 0 by hand leaves the one in doubles; null if that can't be shown. */
    static FirstDifference byHand(Course course, int question) {
        Course right = course.asking(List.of(course.asked().get(question)));
        Course hand = right.with(new Change.Script(
                c -> c.with(plan -> plan.with(plan.arithmetic().withZerosByHand())), at -> at));
        return new Comparison(right, hand, Change.NONE).difference();
    }

    private FirstDifference difference() {
        long end = right.end();
        long only = onlyStep();
        if (only >= 0) {
            return load(only) ? shown() : null;
        }
        for (long at = 0; at < Math.min(end, ONE_BY_ONE); at++) {
            if (load(at) && isCarriedOn()) {
                return shown();
            }
            FirstDifference trained = at == 0 && wrong != right ? trained() : null;
            if (trained != null) {
                return trained;
            }
        }
        long at = end > ONE_BY_ONE ? partingStep() : end;
        return load(at) ? shown() : null;
    }

    /** The only update with a slip; −1 if there may be more. */
    private long onlyStep() {
        boolean once = wrong == right
                && rest.givens().isEmpty()
                && rest.digits().isExact()
                && rest.rewritings().size() == 1;
        long at = once ? rest.rewritings().getFirst().at() : Rewriting.ALWAYS;
        return at == Rewriting.READING ? right.end() : at;
    }

    /** The first update, of those not looked at yet, after which the parameters differ; the reading if none does. */
    private long partingStep() {
        long same = ONE_BY_ONE;
        long differs = right.end() + 1;
        while (differs - same > 1) {
            long middle = (same + differs) / 2;
            if (sameAfter(middle)) {
                same = middle;
            } else {
                differs = middle;
            }
        }
        return same;
    }

    private boolean sameAfter(long updates) {
        double[] a = isByHand() ? right.state(updates).parameters() : parameters(right, Change.NONE, updates);
        double[] b = isByHand() ? wrong.state(updates).parameters() : parameters(wrong, rest, updates);
        Layout layout = new Layout(network, other);
        double[] moved = layout.parameters(a);
        return IntStream.range(0, b.length).noneMatch(i -> differ(moved[i], b[i]));
    }

    private static double[] parameters(Course course, Change change, long updates) {
        return course.asking(parameters(course, updates)).run(List.of(change), null, 0)[0];
    }

    private static List<Asked> parameters(Course course, long updates) {
        return IntStream.range(0, course.calculation().network().parameterCount())
                .mapToObj(p -> new Asked(new Quantity.Parameter(p), updates))
                .toList();
    }

    /** What matters of an update: all parameters, since any may matter later; of the last one what is asked for. */
    private static List<Asked> until(Course course, long updates) {
        return updates < course.end()
                ? parameters(course, updates)
                : List.of(new Asked(course.asked().getFirst().quantity(), updates));
    }

    private boolean load(long at) {
        step = at;
        boolean last = at == right.end();
        Course a = last ? right : right.asking(until(right, at + 1));
        Course b = last ? wrong : wrong.asking(until(wrong, at + 1));
        State before = right.state(at);
        State beforeOther = wrong == right ? before : wrong.state(at);
        if (before == null || beforeOther == null) {
            return false;
        }
        sheet = a.sheetAt(at, before);
        otherSheet = wrong == right ? sheet : b.sheetAt(at, beforeOther);
        State from = onlyStep() >= 0 && at > 0 ? before : null;
        values = isByHand() ? quantities(right, sheet, before) : a.cells(Change.NONE, from, at);
        otherValues = isByHand() ? quantities(wrong, otherSheet, beforeOther) : b.cells(rest, from, at);
        changed = Course.variant(sheet, rest, last ? Rewriting.READING : at);
        return true;
    }

    private boolean isByHand() {
        return wrong.calculation().now().arithmetic().byHand();
    }

    /** The quantities on a worksheet, as the network's own pass computes them. */
    private Map<Cell, Double> quantities(Course of, Sheet on, State before) {
        boolean update = step < right.end();
        Plan plan = update
                ? of.calculation().replay().planAt(step)
                : of.calculation().now();
        int[] rows = update ? new Trainer(plan).nextRows(before).clone() : null;
        State after = update ? of.state(step + 1) : before;
        Map<Cell, Double> all = new HashMap<>();
        for (int row = 0; row < on.rows(); row++) {
            Sample sample =
                    update ? plan.samples().row(rows[row]) : of.rowsRead().get(row);
            QuantityValues reading = before.values(plan.network(), sample, plan.samples(), plan.arithmetic());
            for (Cell cell : on.cells()) {
                Quantity.Scalar quantity = Symbols.quantity(cell, on.network());
                if (cell.kind() == Cell.Kind.NEXT) {
                    all.put(cell, after == null ? Double.NaN : after.parameters()[cell.parameter()]);
                } else if (quantity != null && (cell.row() == row || cell.row() == 0 && cell.ofParameter())) {
                    all.put(cell, reading.value(quantity));
                }
            }
        }
        return all;
    }

    /** The cell in the worksheet with the slip; null if that has none like it. */
    private Cell other(Cell cell) {
        if (wrong == right || !cell.ofParameter()) {
            return cell;
        }
        int index = new Layout(network, other).index(cell.parameter(), neuron(cell.parameter()));
        if (index < 0) {
            return null;
        }
        return otherSheet.parameter(index).as(cell.kind(), cell.name()).inRow(cell.row());
    }

    /** Of the bias that is asked for, the neuron that it is asked for; else −1. */
    private int neuron(int parameter) {
        Cell of = right.cell(sheet, asked.quantity());
        return of != null && of.parameter() == parameter ? asked.neuron() : -1;
    }

    private Line otherLine(int i) {
        Line line = sheet.lines().get(i);
        if (wrong == right) {
            return changed.getOrDefault(i, line);
        }
        Cell there = other(line.cell());
        return there == null ? null : otherSheet.line(there);
    }

    private double otherValue(Cell cell) {
        Cell there = other(cell);
        boolean stays = there != null && cell.kind() == Cell.Kind.NEXT && otherSheet.line(there) == null;
        return there == null ? Double.NaN : otherValues.getOrDefault(stays ? unchanged(cell) : there, Double.NaN);
    }

    /** The parameter that a line without an update would change. */
    private Cell unchanged(Cell next) {
        Cell there = other(next);
        return there == null || !there.ofParameter() ? next : otherSheet.parameter(there.parameter());
    }

    private boolean differs(int i) {
        Cell cell = sheet.lines().get(i).cell();
        return (otherLine(i) != null || cell.kind() == Cell.Kind.NEXT)
                && differ(values.getOrDefault(cell, Double.NaN), otherValue(cell));
    }

    private static boolean differ(double a, double b) {
        return !(Math.abs(a - b) <= SAME * Math.abs(a)) && a != b && !(Double.isNaN(a) && Double.isNaN(b));
    }

    /** Whether the next update starts from other numbers. */
    private boolean isCarriedOn() {
        return sheet.carried().keySet().stream()
                .anyMatch(cell -> differs(sheet.numbers().get(cell)));
    }

    /** A parameter that only the calculation with the slip updates; null for none. */
    private FirstDifference trained() {
        for (Line line : otherSheet.lines()) {
            Cell next = line.cell();
            if (next.kind() == Cell.Kind.NEXT) {
                Cell parameter = sheet.parameter(new Layout(other, network).index(next.parameter(), -1));
                double before = values.getOrDefault(parameter, Double.NaN);
                double after = otherValues.getOrDefault(next, Double.NaN);
                if (sheet.line(parameter.as(Cell.Kind.NEXT)) == null && differ(before, after)) {
                    Row row = new Row(name(parameter.as(Cell.Kind.NEXT)), before, after, 0);
                    Derivation a = derivation(null, line, parameter, new Symbols(sheet, values, right.stepAfter(step)));
                    Derivation b =
                            derivation(line, null, next, new Symbols(otherSheet, otherValues, right.stepAfter(step)));
                    return new FirstDifference(
                            "update " + right.stepAfter(step + 1), List.of(row), 0, a, b, network, other);
                }
            }
        }
        return null;
    }

    private FirstDifference shown() {
        Set<Integer> needed = needed();
        int first = IntStream.range(0, sheet.lines().size())
                .filter(i -> needed.contains(i) && differs(i))
                .findFirst()
                .orElse(-1);
        if (first < 0) {
            return null;
        }
        List<Integer> lines = lines(first, needed);
        List<Row> rows = new ArrayList<>();
        int last = -1;
        for (int i : lines) {
            Cell cell = sheet.lines().get(i).cell();
            rows.add(new Row(name(cell), values.get(cell), otherValue(cell), last < first ? 0 : gap(last, i, needed)));
            last = i;
        }
        Line line = sheet.lines().get(first);
        Line wrongLine = otherLine(first);
        Derivation a = derivation(line, wrongLine, line.cell(), new Symbols(sheet, values, right.stepAfter(step)));
        Derivation b = derivation(
                wrongLine, line, unchanged(line.cell()), new Symbols(otherSheet, otherValues, right.stepAfter(step)));
        String where = step < right.end() ? "update " + right.stepAfter(step + 1) : "step " + right.stepAfter(step);
        return new FirstDifference(where, rows, lines.indexOf(first), a, b, network, other);
    }

    /** A line with its formula; of a parameter without a line, that it stays; null if that is too long. */
    private static Derivation derivation(Line line, Line beside, Cell cell, Symbols symbols) {
        if (line == null) {
            return Derivation.fact(symbols.of(cell), Derivation.Note.FIXED);
        }
        Formula formula = beside == null ? line.formula() : elided(line.formula(), beside.formula());
        return Parts.size(formula) > MOST_PARTS ? null : Derivation.of(symbols.of(line.cell()), symbols.of(formula));
    }

    /** A formula whose long sums are written with the terms that the other hasn't, and the outermost. */
    private static Formula elided(Formula formula, Formula beside) {
        if (!(formula instanceof Formula.Sum sum) || sum.terms().size() <= TERMS) {
            return formula;
        }
        Set<Formula> known = new HashSet<>(Parts.of(beside));
        List<Formula> kept = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < sum.terms().size(); i++) {
            Formula term = sum.terms().get(i);
            boolean outer = i < 2 || i == sum.terms().size() - 1;
            if (outer || !known.contains(term) && kept.size() < TERMS) {
                kept.add(term);
                gap = false;
            } else if (!gap) {
                kept.add(new Formula.Elided());
                gap = true;
            }
        }
        return new Formula.Sum(kept);
    }

    private String name(Cell cell) {
        String name = Symbols.name(cell, network);
        boolean ofAll = cell.ofParameter() && cell.kind() != Cell.Kind.GRADIENT || cell.kind() == Cell.Kind.LOSS;
        return name
                + (cell.kind() == Cell.Kind.NEXT ? " @ " + right.stepAfter(step + 1) : "")
                + (ofAll || sheet.rows() == 1 ? "" : ", sample " + (cell.row() + 1));
    }

    /** All lines that what is asked for is made of; of an earlier update, those of a parameter that it changes. */
    private Set<Integer> needed() {
        Set<Integer> needed = new HashSet<>();
        Integer target = target();
        if (target != null) {
            need(target, needed);
        }
        return needed;
    }

    private Integer target() {
        if (step == right.end()) {
            return sheet.numbers().get(right.cell(sheet, asked.quantity()));
        }
        if (asked.quantity() instanceof Quantity.Parameter(int index)) {
            Integer own = sheet.numbers().get(sheet.parameter(index).as(Cell.Kind.NEXT));
            if (own != null && differs(own)) {
                return own;
            }
        }
        return IntStream.range(0, sheet.lines().size())
                .filter(i -> sheet.lines().get(i).cell().kind() == Cell.Kind.NEXT && differs(i))
                .boxed()
                .findFirst()
                .orElseGet(() -> sheet.carried().keySet().stream()
                        .map(sheet.numbers()::get)
                        .filter(this::differs)
                        .sorted()
                        .findFirst()
                        .orElse(null));
    }

    private void need(int i, Set<Integer> needed) {
        if (needed.add(i)) {
            parts(i).forEach(part -> need(part, needed));
        }
    }

    private Set<Integer> parts(int i) {
        Set<Integer> parts = new HashSet<>();
        Consumer<Cell> add = cell -> {
            if (sheet.numbers().containsKey(cell)) {
                parts.add(sheet.numbers().get(cell));
            }
        };
        sheet.lines().get(i).cells(add);
        if (wrong == right) {
            otherLine(i).cells(add);
        }
        return parts;
    }

    private List<Integer> lines(int first, Set<Integer> needed) {
        List<Integer> shown = new ArrayList<>();
        Set<Integer> parts = parts(first);
        for (int i = first - 1; i >= 0 && shown.size() < BEFORE; i--) {
            if (parts.contains(i)) {
                shown.addFirst(i);
            }
        }
        shown.add(first);
        List<Integer> after = IntStream.range(first + 1, sheet.lines().size())
                .filter(i -> needed.contains(i) && differs(i))
                .boxed()
                .toList();
        if (after.size() <= AFTER) {
            shown.addAll(after);
        } else {
            shown.addAll(after.subList(0, AFTER - 1));
            shown.add(after.getLast());
        }
        return shown;
    }

    /** How many lines that differ are left out between two. */
    private int gap(int from, int to, Set<Integer> needed) {
        return (int) IntStream.range(from + 1, to)
                .filter(i -> needed.contains(i) && differs(i))
                .count();
    }
}
