package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.OnPaper;
import org.nnlang.math.Formula;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;

/**
 * A derivation as lines of mathematics, in the order of the work: the formula, each factor in turn, the numbers, the
 * result. What is equal stands below each other, one step a line.
 */
final class Display {
    /**
     * What is derived, and what it equals, step by step; the lines of each step after its first go on with it.
     *
     * @param follows whether it makes no sense without the group before it
     */
    record Group(Notation lhs, List<List<Notation>> steps, boolean follows) {
        int lines() {
            return Math.max(1, steps.stream().mapToInt(List::size).sum());
        }
    }

    /** What fits the lines of a page of A4, in digits. */
    private static final double PAGE = 62;

    private final FormulaNotation symbols;
    private final FormulaNotation numbers;
    private final Cancellation cancellation;
    private final List<Group> groups = new ArrayList<>();

    private Display(Network network, int digits, Cancellation cancellation) {
        this.cancellation = cancellation;
        NameNotation names = new NameNotation(network);
        symbols = new FormulaNotation(names, digits, false);
        numbers = new FormulaNotation(names, digits, true);
    }

    /** The groups of derivations with all their factors. */
    static List<Group> of(List<Derivation> derivations, Network network, int digits, Cancellation cancellation) {
        Display display = new Display(network, digits, cancellation);
        derivations.forEach(display::add);
        return display.groups;
    }

    private void add(Derivation derivation) {
        cancellation.check();
        Formula lhs = derivation.lhs();
        if (derivation == Derivation.ELIDED) {
            groups.add(new Group(symbols.of(lhs), List.of(), false));
            return;
        }
        if (derivation.isLeaf()) {
            groups.add(group(symbols.of(lhs), steps(derivation), false));
            return;
        }
        Formula formula = derivation.forms().getFirst();
        groups.add(group(symbols.of(lhs), List.of(symbols.of(formula)), false));
        List<Derivation> factors = derivation.factors();
        factors.stream().filter(factor -> !factor.isLeaf()).forEach(this::add);
        factors.stream().filter(Derivation::isLeaf).forEach(this::add);
        if (derivation.simplified() == null) {
            groups.add(group(
                    symbols.of(lhs), steps(List.of(), formula, derivation.result(), derivation.onPaper()), false));
        } else {
            conclude(derivation, formula);
        }
    }

    /** The numbers and the result, then the simpler formula and its numbers. */
    private void conclude(Derivation derivation, Formula formula) {
        Notation lhs = symbols.of(derivation.lhs());
        double before = derivation.simplified().before();
        boolean known = Double.isFinite(before);
        if (known) {
            groups.add(group(lhs, steps(List.of(), formula, before), false));
        }
        Formula form = derivation.simplified().form();
        Notation start = known ? new Notation.Words(TextRenderer.SIMPLIFIED) : lhs;
        groups.add(group(start, steps(List.of(form), form, derivation.result()), known));
    }

    /** All formulas of a derivation, the numbers and the result. */
    private List<Notation> steps(Derivation derivation) {
        return derivation.forms().isEmpty()
                ? List.of(noted(numbers.number(derivation.result()), derivation.note()))
                : steps(derivation.forms(), derivation.forms().getLast(), derivation.result(), derivation.onPaper());
    }

    private List<Notation> steps(List<Formula> shown, Formula last, double value) {
        return steps(shown, last, value, null);
    }

    private List<Notation> steps(List<Formula> shown, Formula last, double value, OnPaper onPaper) {
        List<Notation> steps = new ArrayList<>();
        shown.forEach(formula -> add(steps, symbols.of(formula)));
        Notation result = numbers.number(value);
        Notation put = numbers.of(last);
        boolean said = put.equals(result) && last instanceof Formula.Because && !steps.isEmpty();
        if (!said) {
            add(steps, put);
        }
        if (onPaper != null) {
            List<Notation> parts = new ArrayList<>(List.of(result));
            parts.addAll(symbols.of(onPaper));
            add(steps, new Notation.Line(parts));
        } else if (!said) {
            add(steps, result);
        }
        return steps;
    }

    /** What a step looks like is said once. */
    private static void add(List<Notation> steps, Notation step) {
        if (steps.isEmpty() || !steps.getLast().equals(step)) {
            steps.add(step);
        }
    }

    private static Notation noted(Notation result, Derivation.Note note) {
        String words = note.words();
        return words.isEmpty() ? result : Notation.line(result, new Notation.Words(words));
    }

    private static Group group(Notation lhs, List<Notation> steps, boolean follows) {
        double room = PAGE - lhs.width();
        return new Group(
                lhs, steps.stream().map(step -> LineBreaks.lines(step, room)).toList(), follows);
    }
}
