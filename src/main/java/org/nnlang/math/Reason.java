package org.nnlang.math;

import java.util.List;

/** Why a formula takes the form that it has. */
public sealed interface Reason {
    /** How two numbers compare. */
    enum Relation {
        ABOVE(">"),
        AT_LEAST("≥"),
        BELOW("<"),
        AT_MOST("≤"),
        EQUAL("="),
        UNEQUAL("≠");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** The sign in print. */
        public String sign() {
            return sign;
        }

        /** What holds of two numbers, neither of them NaN, where this does not. */
        public Relation opposite() {
            return switch (this) {
                case ABOVE -> AT_MOST;
                case AT_LEAST -> BELOW;
                case BELOW -> AT_LEAST;
                case AT_MOST -> ABOVE;
                case EQUAL -> UNEQUAL;
                case UNEQUAL -> EQUAL;
            };
        }

        /** Whether two numbers compare so; of NaN only {@link #UNEQUAL} holds. */
        public boolean holds(double left, double right) {
            return switch (this) {
                case ABOVE -> left > right;
                case AT_LEAST -> left >= right;
                case BELOW -> left < right;
                case AT_MOST -> left <= right;
                case EQUAL -> left == right;
                case UNEQUAL -> left != right;
            };
        }
    }

    /** What holds or does not, by the values of its formulas. */
    sealed interface Condition extends Reason {
        /** Whether it holds. */
        boolean holds();

        /** Whether all that it has to look at, to tell whether it holds, has a value. */
        boolean known();
    }

    /** What holds where a condition does not. */
    static Condition opposite(Condition condition) {
        return switch (condition) {
            case Comparison c -> new Comparison(c.left(), c.relation().opposite(), c.right());
            case All all ->
                new Any(all.conditions().stream().map(Reason::opposite).toList());
            case Any any ->
                new All(any.conditions().stream().map(Reason::opposite).toList());
            case Not not -> not.condition();
        };
    }

    /** Whether the conditions are known, up to the first that decides by being {@code decided}. */
    private static boolean knownUpTo(List<Condition> conditions, boolean decided) {
        for (Condition condition : conditions) {
            if (!condition.known()) {
                return false;
            }
            if (condition.holds() == decided) {
                return true;
            }
        }
        return true;
    }

    /** {@code net(h1) > 0}. */
    record Comparison(Formula left, Relation relation, Formula right) implements Condition {
        @Override
        public boolean holds() {
            return relation.holds(left.value(), right.value());
        }

        @Override
        public boolean known() {
            return !Double.isNaN(left.value()) && !Double.isNaN(right.value());
        }
    }

    /** All of them hold. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds() {
            return conditions.stream().allMatch(Condition::holds);
        }

        @Override
        public boolean known() {
            return knownUpTo(conditions, false);
        }
    }

    /** One of them holds, or several. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds() {
            return conditions.stream().anyMatch(Condition::holds);
        }

        @Override
        public boolean known() {
            return knownUpTo(conditions, true);
        }
    }

    /** It does not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds() {
            return !condition.holds();
        }

        @Override
        public boolean known() {
            return condition.known();
        }
    }

    /** {@code of} does not depend on {@code by}: no path leads from one to the other. */
    record NoPath(Formula.Leaf of, Formula.Leaf by) implements Reason {}

    /** The activation of this name has the slope 0 everywhere. */
    record Flat(String activation) implements Reason {}
}
