package org.nnlang.explain;

import static org.nnlang.formula.Formula.because;
import static org.nnlang.formula.Formula.call;
import static org.nnlang.formula.Formula.difference;
import static org.nnlang.formula.Formula.named;
import static org.nnlang.formula.Formula.negation;
import static org.nnlang.formula.Formula.number;
import static org.nnlang.formula.Formula.product;
import static org.nnlang.formula.Formula.quotient;
import static org.nnlang.formula.Formula.square;
import static org.nnlang.formula.Formula.sum;

import java.util.List;
import org.nnlang.formula.Formula;
import org.nnlang.formula.Function;
import org.nnlang.formula.Reason.Relation;
import org.nnlang.network.Loss;
import org.nnlang.network.Quantity;

/** The losses and their derivatives as formulas: t target, o output, n outputs. */
final class LossForms {
    private static final Formula ZERO = number(0);
    private static final Formula ONE = number(1);
    private static final Formula HALF = number(0.5);

    /** A formula that is further from the result than this has lost digits, and its stable form is shown as well. */
    private static final double LOST = 1e-11;

    private final Values values;
    private final Limits limits;
    private final int last;
    private final int size;
    private final Loss loss;

    LossForms(Values values, Limits limits) {
        this.values = values;
        this.limits = limits;
        last = values.network().depth();
        size = values.network().size(last);
        loss = values.network().loss();
    }

    /** The share of output {@code k}; where the formula loses its digits, also the form that keeps them. */
    List<Formula> share(int k, double result) {
        Formula t = target(k);
        Formula o = values.out(last, k);
        return switch (loss) {
            case Loss.Squared _ -> List.of(product(HALF, square(difference(t, o))));
            case Loss.Mse _ -> List.of(mean(square(difference(t, o))));
            case Loss.Absolute _ -> List.of(mean(new Formula.Absolute(difference(t, o))));
            case Loss.Huber huber -> List.of(huber(huber, t, o));
            case Loss.CrossEntropy _ -> stable(crossEntropy(t, o), result, () -> crossEntropyOfNets(t, k));
            case Loss.BinaryCrossEntropy _ -> stable(binary(t, o), result, () -> binaryOfNet(t, values.net(last, k)));
        };
    }

    private Formula huber(Loss.Huber huber, Formula t, Formula o) {
        Formula e = new Formula.Absolute(difference(t, o));
        Formula delta = named("δ", huber.delta());
        return e.value() <= huber.delta()
                ? because(mean(product(HALF, square(difference(t, o)))), e, Relation.AT_MOST, delta)
                : because(mean(product(delta, difference(e, product(HALF, delta)))), e, Relation.ABOVE, delta);
    }

    private List<Formula> stable(Formula plain, double result, java.util.function.Supplier<Formula> otherForm) {
        boolean good = values.rounds()
                ? Double.isFinite(plain.value())
                : Math.abs(plain.value() - result) <= LOST * Math.abs(result);
        return good ? List.of(plain) : List.of(plain, otherForm.get());
    }

    private static Formula crossEntropy(Formula t, Formula o) {
        return t.value() == 0 ? because(ZERO, t, Relation.EQUAL, ZERO) : product(negation(t), call(Function.LN, o));
    }

    private Formula crossEntropyOfNets(Formula t, int k) {
        List<Formula> nets =
                limits.some(Range.all(size), limits.terms(), new Formula.Elided(), j -> values.net(last, j));
        return product(t, difference(new Formula.Call(Function.LOG_SUM_EXP, nets), values.net(last, k)));
    }

    private Formula binary(Formula t, Formula o) {
        Formula forOne = call(Function.LN, o);
        Formula forZero = call(Function.LN, difference(ONE, o));
        if (t.value() == 1 || t.value() == 0) {
            return because(
                    mean(negation(t.value() == 1 ? forOne : forZero)), t, Relation.EQUAL, t.value() == 1 ? ONE : ZERO);
        }
        return mean(negation(sum(product(t, forOne), product(difference(ONE, t), forZero))));
    }

    private Formula binaryOfNet(Formula t, Formula net) {
        Formula forOne = call(Function.SOFTPLUS, negation(net));
        Formula forZero = call(Function.SOFTPLUS, net);
        return mean(sum(product(difference(ONE, t), forZero), product(t, forOne)));
    }

    /** The outputs whose terms are shown: where there are many, those that a cross entropy leaves at 0 are left out. */
    Range outputs() {
        Range all = Range.all(size);
        boolean mostlyZero = loss instanceof Loss.CrossEntropy && size > limits.terms();
        Range some = mostlyZero ? all.whereNotZero(values.target()) : all;
        return some.size() == 0 ? all : some;
    }

    /** ∂error/∂out(k). */
    Formula derivative(int k) {
        Formula t = target(k);
        Formula o = values.out(last, k);
        return switch (loss) {
            case Loss.Squared _ -> difference(o, t);
            case Loss.Mse _ -> mean(product(number(2), difference(o, t)));
            case Loss.Absolute _ -> sided(ONE, o, t);
            case Loss.Huber huber -> huberDerivative(huber, o, t);
            case Loss.CrossEntropy _ ->
                t.value() == 0 ? because(ZERO, t, Relation.EQUAL, ZERO) : negation(quotient(t, o));
            case Loss.BinaryCrossEntropy _ -> binaryDerivative(t, o);
        };
    }

    /** The derivative of |t − o|, times a size. */
    private Formula sided(Formula size, Formula o, Formula t) {
        if (o.value() == t.value()) {
            return because(ZERO, o, Relation.EQUAL, t);
        }
        return o.value() > t.value()
                ? because(mean(size), o, Relation.ABOVE, t)
                : because(mean(negation(size)), o, Relation.BELOW, t);
    }

    private Formula huberDerivative(Loss.Huber huber, Formula o, Formula t) {
        Formula e = difference(o, t);
        Formula delta = named("δ", huber.delta());
        if (Math.abs(e.value()) <= huber.delta()) {
            return because(mean(e), new Formula.Absolute(e), Relation.AT_MOST, delta);
        }
        return e.value() > 0
                ? because(mean(delta), e, Relation.ABOVE, delta)
                : because(mean(negation(delta)), e, Relation.BELOW, negation(delta));
    }

    private Formula binaryDerivative(Formula t, Formula o) {
        Formula forOne = negation(quotient(t, o));
        Formula forZero = quotient(difference(ONE, t), difference(ONE, o));
        if (t.value() == 0 || t.value() == 1) {
            boolean one = t.value() == 1;
            Formula only = one ? negation(quotient(ONE, o)) : quotient(ONE, difference(ONE, o));
            return because(mean(only), t, Relation.EQUAL, one ? ONE : ZERO);
        }
        return mean(sum(forOne, forZero));
    }

    /** ∂error/∂net(j) after the entropy's own activation. */
    Formula simplified(int j) {
        Formula o = values.out(last, j);
        Formula t = target(j);
        return switch (loss) {
            case Loss.CrossEntropy _ -> difference(targetsAddToOne() ? o : product(o, targets()), t);
            case Loss.BinaryCrossEntropy _ -> mean(difference(o, t));
            case Loss.Squared _, Loss.Mse _, Loss.Absolute _, Loss.Huber _ -> throw new IllegalStateException();
        };
    }

    /** ∂error(k)/∂net(j) after the entropy's own activation. */
    Formula simplified(int k, int j) {
        Formula o = values.out(last, j);
        if (loss instanceof Loss.BinaryCrossEntropy) {
            return simplified(j);
        }
        return product(target(k), k == j ? difference(o, ONE) : o);
    }

    private boolean targetsAddToOne() {
        double sum = 0;
        for (double t : values.target()) {
            sum += t;
        }
        return Math.abs(sum - 1) < 1e-15;
    }

    private Formula targets() {
        return limits.sum(Range.all(size), this::target);
    }

    private Formula target(int k) {
        return values.symbol(new Quantity.Target(k));
    }

    private Formula mean(Formula of) {
        return size == 1 ? of : quotient(of, named("n", size));
    }
}
