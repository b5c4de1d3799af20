package org.nnlang.math;

/** Choices being put in order: what is decided by its numbers is chosen. */
final class Cases {
    private Cases() {}

    /** {@code then} where a condition holds, else {@code otherwise}; all simplified. */
    static Formula of(Reason.Condition condition, Formula then, Formula otherwise) {
        if (then.equals(otherwise)) {
            return then;
        }
        if (decided(condition)) {
            return condition.holds() ? then : otherwise;
        }
        return Piecewise.of(new Formula.If(condition, then, otherwise));
    }

    private static boolean decided(Reason.Condition condition) {
        return switch (condition) {
            case Reason.Comparison c -> Term.isNumber(c.left()) && Term.isNumber(c.right());
            case Reason.All all -> all.conditions().stream().allMatch(Cases::decided);
            case Reason.Any any -> any.conditions().stream().allMatch(Cases::decided);
            case Reason.Not not -> decided(not.condition());
        };
    }
}
