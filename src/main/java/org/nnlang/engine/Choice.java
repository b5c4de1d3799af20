package org.nnlang.engine;

import org.nnlang.math.Reason.Relation;

/**
 * What generated code calls to choose between numbers by how two others compare; NaN if they can't be compared.
 *
 * <p>As branches of the generated code, these would take the compiler longer, and it would have to see each of them go both ways
 * before its code lasts.
 */
final class Choice {
    private Choice() {}

    /** The name of the method that chooses by a relation. */
    static String method(Relation relation) {
        return switch (relation) {
            case ABOVE -> "above";
            case AT_LEAST -> "atLeast";
            case BELOW -> "below";
            case AT_MOST -> "atMost";
            case EQUAL -> "equal";
            case UNEQUAL -> "unequal";
        };
    }

    static double above(double left, double right, double then, double otherwise) {
        return left > right ? then : left <= right ? otherwise : Double.NaN;
    }

    static double atLeast(double left, double right, double then, double otherwise) {
        return left >= right ? then : left < right ? otherwise : Double.NaN;
    }

    static double below(double left, double right, double then, double otherwise) {
        return left < right ? then : left >= right ? otherwise : Double.NaN;
    }

    static double atMost(double left, double right, double then, double otherwise) {
        return left <= right ? then : left > right ? otherwise : Double.NaN;
    }

    static double equal(double left, double right, double then, double otherwise) {
        return left == right ? then : left < right || left > right ? otherwise : Double.NaN;
    }

    static double unequal(double left, double right, double then, double otherwise) {
        return equal(left, right, otherwise, then);
    }
}
