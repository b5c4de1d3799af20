package org.nnlang.explain;

import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.network.Loss;
import org.nnlang.network.Quantity;
import org.nnlang.network.Stated;

/** The losses and their derivatives as formulas: t target, o output, n outputs. */
final class LossForms {
    private static final Formula ONE = number(1);

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
        Formula share = values.taken(shareWithCases(k));
        return switch (loss) {
            case Loss.Varied _ -> List.of(share);
            case Loss.Squared _, Loss.Mse _, Loss.Absolute _, Loss.Huber _, Loss.Own _ -> List.of(share);
            case Loss.CrossEntropy _ -> stable(share, result, () -> crossEntropyOfNets(target(k), k));
            case Loss.BinaryCrossEntropy _ -> stable(share, result, () -> binaryOfNet(target(k), values.net(last, k)));
        };
    }

    /** The share of output {@code k} with all its cases. */
    Formula shareWithCases(int k) {
        return bound(Stated.of(loss).value(), k);
    }

    /** A formula of the loss for output {@code k}; of one output, the mean is that output's own. */
    private Formula bound(Formula stated, int k) {
        Formula formula = weighted(size == 1 ? withoutMean(stated) : stated);
        Map<String, Formula> symbols = new HashMap<>();
        symbols.put(Stated.N, named("n", size));
        symbols.put(plain() instanceof Loss.Own own ? own.target() : Stated.T, target(k));
        symbols.put(plain() instanceof Loss.Own own ? own.output() : Stated.O, values.out(last, k));
        return formula.bind(symbols);
    }

    private static Formula withoutMean(Formula formula) {
        return formula instanceof Formula.Quotient q && q.denominator().equals(Formula.variable(Stated.N))
                ? withoutMean(q.numerator())
                : Parts.map(formula, LossForms::withoutMean);
    }

    private List<Formula> stable(Formula plain, double result, java.util.function.Supplier<Formula> otherForm) {
        boolean good = values.rounds()
                ? Double.isFinite(plain.value())
                : Math.abs(plain.value() - result) <= LOST * Math.abs(result);
        return good ? List.of(plain) : List.of(plain, otherForm.get());
    }

    private Formula crossEntropyOfNets(Formula t, int k) {
        List<Formula> nets =
                limits.some(Range.all(size), limits.terms(), new Formula.Elided(), j -> values.net(last, j));
        return weighted(product(t, difference(new Formula.Call(Function.LOG_SUM_EXP, nets), values.net(last, k))));
    }

    private Formula binaryOfNet(Formula t, Formula net) {
        Formula forOne = call(Function.SOFTPLUS, negation(net));
        Formula forZero = call(Function.SOFTPLUS, net);
        return weighted(mean(sum(product(difference(ONE, t), forZero), product(t, forOne))));
    }

    /** The outputs whose terms are shown: where there are many, those that a cross entropy leaves at 0 are left out. */
    Range outputs() {
        Range all = Range.all(size);
        boolean mostlyZero = plain() instanceof Loss.CrossEntropy && size > limits.terms();
        Range some = mostlyZero ? all.where(i -> values.target()[i] != 0) : all;
        return some.size() == 0 ? all : some;
    }

    /** The loss without the slips that are made in it. */
    private Loss plain() {
        Loss plain = loss;
        while (plain instanceof Loss.Varied varied) {
            plain = varied.base();
        }
        return plain;
    }

    /** ∂error/∂out(k). */
    Formula derivative(int k) {
        return values.taken(derivativeWithCases(k));
    }

    /** The same with all its cases. */
    Formula derivativeWithCases(int k) {
        return bound(Stated.of(loss).derivative(), k);
    }

    /** ∂error/∂net(j) after the entropy's own activation. */
    Formula simplified(int j) {
        return simplified(loss, j);
    }

    private Formula simplified(Loss loss, int j) {
        Formula o = values.out(last, j);
        Formula t = target(j);
        return switch (loss) {
            case Loss.CrossEntropy _ -> weighted(difference(targetsAddToOne() ? o : product(o, targets()), t));
            case Loss.BinaryCrossEntropy _ -> weighted(mean(difference(o, t)));
            case Loss.Varied varied -> {
                Formula delta = Stated.times(varied.slope(), simplified(varied.base(), j));
                yield varied.again() ? product(delta, o, difference(ONE, o)) : delta;
            }
            case Loss.Squared _, Loss.Mse _, Loss.Absolute _, Loss.Huber _, Loss.Own _ ->
                throw new IllegalStateException();
        };
    }

    /** ∂error(k)/∂net(j) after the entropy's own activation. */
    Formula simplified(int k, int j) {
        Formula o = values.out(last, j);
        if (plain() instanceof Loss.BinaryCrossEntropy) {
            return simplified(j);
        }
        return weighted(product(target(k), k == j ? difference(o, ONE) : o));
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

    /** The formula times the weight of the sample, if it has one. */
    private Formula weighted(Formula of) {
        double weight = values.reading().sample().weight();
        return weight == 1 ? of : product(named("weight", weight), of);
    }

    private Formula mean(Formula of) {
        return size == 1 ? of : quotient(of, named("n", size));
    }
}
