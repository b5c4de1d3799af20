package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.formula.Formula;
import org.nnlang.network.Network;

/**
 * A derivation as lines of mathematics, in the order of the work: the formula, each factor in turn, the numbers, the
 * result. What is equal stands below each other, one step a line.
 */
final class Display {
    /** What is derived, and what it equals, step by step; the lines of each step after its first go on with it. */
    record Group(Notation lhs, List<List<Notation>> steps) {
        int lines() {
            return Math.max(1, steps.stream().mapToInt(List::size).sum());
        }
    }

    /** What fits the lines of a page of A4, in digits. */
    private static final double PAGE = 62;

    private final FormulaNotation symbols;
    private final FormulaNotation numbers;
    private final List<Group> groups = new ArrayList<>();

    private Display(Network network, int digits) {
        NameNotation names = new NameNotation(network);
        symbols = new FormulaNotation(names, digits, false);
        numbers = new FormulaNotation(names, digits, true);
    }

    /** The groups of a derivation with all its factors. */
    static List<Group> of(Derivation derivation, Network network, int digits) {
        Display display = new Display(network, digits);
        display.add(derivation);
        return display.groups;
    }

    private void add(Derivation derivation) {
        if (derivation.isLeaf()) {
            group(derivation, derivation.forms());
            return;
        }
        groups.add(group(derivation.lhs(), List.of(symbols.of(derivation.forms().getFirst()))));
        List<Derivation> factors = derivation.factors();
        factors.stream().filter(factor -> !factor.isLeaf()).forEach(this::add);
        factors.stream().filter(Derivation::isLeaf).forEach(this::add);
        group(derivation, derivation.forms().subList(1, derivation.forms().size()));
    }

    /** Some of the formulas of a derivation, the numbers and the result. */
    private void group(Derivation derivation, List<Formula> shown) {
        if (derivation == Derivation.ELIDED) {
            groups.add(new Group(symbols.of(derivation.lhs()), List.of()));
            return;
        }
        List<Notation> steps = new ArrayList<>();
        shown.forEach(formula -> add(steps, symbols.of(formula)));
        Notation result = numbers.number(derivation.result());
        if (derivation.forms().isEmpty()) {
            add(steps, noted(result, derivation.note()));
        } else {
            Formula last = derivation.forms().getLast();
            Notation put = numbers.of(last);
            boolean said = put.equals(result) && last instanceof Formula.Because && !steps.isEmpty();
            if (!said) {
                add(steps, put);
                add(steps, result);
            }
        }
        groups.add(group(derivation.lhs(), steps));
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

    private Group group(Formula lhs, List<Notation> steps) {
        Notation left = symbols.of(lhs);
        double room = PAGE - left.width();
        return new Group(
                left, steps.stream().map(step -> LineBreaks.lines(step, room)).toList());
    }
}
