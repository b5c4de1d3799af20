package org.nnlang.formula;

import static org.nnlang.formula.Formula.difference;
import static org.nnlang.formula.Formula.product;
import static org.nnlang.formula.Formula.quotient;
import static org.nnlang.formula.Formula.square;

import java.util.function.UnaryOperator;

/** The rule of quotients. */
final class Fractions {
    private Fractions() {}

    /** (N′ · D − N · D′) / D². */
    static Formula rule(Formula.Quotient f, Formula slope, UnaryOperator<Formula> by) {
        Formula d = f.denominator();
        return quotient(difference(product(slope, d), product(f.numerator(), by.apply(d))), square(d));
    }
}
