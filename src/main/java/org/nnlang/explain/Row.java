package org.nnlang.explain;

/**
 * One line of a derivation: what is derived, its formula, the numbers put in, the result, a remark on it; any but the first
 * may be empty.
 */
record Row(String lhs, String formula, String numbers, String result, String remark) {
    static Row of(String lhs, String formula, String numbers, String result) {
        return new Row(lhs, formula, numbers, result, "");
    }

    Row with(String other) {
        return new Row(lhs, formula, numbers, result, other);
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
