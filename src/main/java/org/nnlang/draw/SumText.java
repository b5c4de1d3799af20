package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Figure;

/** Sums of products as lines of text: what the factors of the lit paths amount to. */
final class SumText {
    private static final int DIGITS = 9;
    private static final String PRODUCT = " · ";

    private SumText() {}

    /** The lines of a sum. */
    static List<String> lines(Figure.Sum sum) {
        boolean paths = sum.terms().size() > 1
                && sum.terms().stream().noneMatch(term -> term.through().isEmpty());
        return paths ? paths(sum) : products(sum);
    }

    /** The names of the factors, then their numbers. */
    private static List<String> products(Figure.Sum sum) {
        List<String> names = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (Figure.Term term : sum.terms()) {
            names.add(term.factors().isEmpty() ? "⋯" : names(term));
            numbers.add(term.factors().isEmpty() ? "⋯" : numbers(term, numbers.isEmpty()));
        }
        return List.of(
                sum.name() + " = " + String.join(" + ", names),
                "= " + String.join(" + ", numbers) + " = " + number(sum.value()));
    }

    /** A line for each path, then their sum. */
    private static List<String> paths(Figure.Sum sum) {
        List<String> lines = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Figure.Term term : sum.terms()) {
            lines.add("through " + term.through() + ":  " + numbers(term, true) + " = " + number(term.value()));
            values.add(values.isEmpty() ? number(term.value()) : factor(term.value()));
        }
        lines.add(sum.name() + " = " + String.join(" + ", values) + " = " + number(sum.value()));
        return lines;
    }

    private static String names(Figure.Term term) {
        return String.join(
                PRODUCT, term.factors().stream().map(Figure.Factor::name).toList());
    }

    private static String numbers(Figure.Term term, boolean first) {
        List<String> numbers = new ArrayList<>();
        for (Figure.Factor factor : term.factors()) {
            numbers.add(first && numbers.isEmpty() ? number(factor.value()) : factor(factor.value()));
        }
        return String.join(PRODUCT, numbers);
    }

    private static String number(double value) {
        return NumberLabel.of(value, DIGITS);
    }

    /** A number after a sign. */
    private static String factor(double value) {
        return value < 0 ? "(" + number(value) + ")" : number(value);
    }
}
