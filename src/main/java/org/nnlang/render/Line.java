package org.nnlang.render;

/**
 * One line of a derivation as text; any part but the first may be empty.
 *
 * @param lhs what is derived
 * @param formula its formula in symbols
 * @param numbers the formula with the numbers put in
 * @param result its value
 * @param remark what is to be said of it
 */
public record Line(String lhs, String formula, String numbers, String result, String remark) {
    static Line of(String lhs, String formula, String numbers, String result) {
        return new Line(lhs, formula, numbers, result, "");
    }

    Line with(String other) {
        return new Line(lhs, formula, numbers, result, other);
    }

    String cell(int column) {
        return switch (column) {
            case 0 -> lhs;
            case 1 -> formula;
            case 2 -> numbers;
            default -> result;
        };
    }

    /** Whether a number stands for all that is equal. */
    boolean isFact() {
        return formula.isEmpty() && numbers.isEmpty() && !result.isEmpty();
    }

    /** Whether nothing is equal to it. */
    boolean isBare() {
        return formula.isEmpty() && numbers.isEmpty() && result.isEmpty();
    }
}
