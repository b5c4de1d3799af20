package org.nnlang.explain;

import org.nnlang.network.Quantity;

/** Why a formula takes the form that it has. */
public sealed interface Reason {
    /** How two numbers compare. */
    enum Relation {
        ABOVE(">"),
        AT_LEAST("≥"),
        BELOW("<"),
        AT_MOST("≤"),
        EQUAL("=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** The sign in print. */
        public String sign() {
            return sign;
        }
    }

    /** {@code net(h1) > 0}. */
    record Comparison(Formula left, Relation relation, Formula right) implements Reason {}

    /** {@code of} does not depend on {@code by}: no path leads from one to the other. */
    record NoPath(Quantity.Scalar of, Quantity.Scalar by) implements Reason {}

    /** The activation of this name has the slope 0 everywhere. */
    record Flat(String activation) implements Reason {}
}
