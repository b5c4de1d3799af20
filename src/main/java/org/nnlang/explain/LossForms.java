package org.nnlang.explain;

import static org.nnlang.math.Formula.named;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Activation;
import org.nnlang.network.Loss;
import org.nnlang.network.Quantity;

/** The losses and their derivatives as formulas: t target, o output, n outputs. */
final class LossForms {
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
        boolean good = values.rounds()
                ? Double.isFinite(share.value())
                : Math.abs(share.value() - result) <= LOST * Math.abs(result);
        return good || loss.entropy() == null || loss.variation() != null
                ? List.of(share)
                : List.of(share, bound(NamedFormula.general(loss.entropy().share()), k, k));
    }

    /** The share of output {@code k} with all its cases. */
    Formula shareWithCases(int k) {
        return bound(loss.share(), k, k);
    }

    /** A formula of the target of output {@code k} and of output {@code j}; of one output, the mean is that output's own. */
    private Formula bound(Formula formula, int k, int j) {
        Map<String, Formula> symbols = new HashMap<>(loss.symbols(target(k), values.out(last, j), named("n", size)));
        symbols.putIfAbsent(Activation.NET, values.net(last, j));
        return Each.spread(weighted(size == 1 ? withoutMean(formula) : formula), this::some)
                .bind(symbols);
    }

    private List<Formula> some(Formula each) {
        return limits.some(
                Range.all(size),
                limits.terms(),
                new Formula.Elided(),
                k -> each.bind(Map.of(loss.target(), target(k), Activation.NET, values.net(last, k))));
    }

    private static Formula withoutMean(Formula formula) {
        return formula instanceof Formula.Quotient q && q.denominator().equals(Formula.variable(Loss.COUNT))
                ? withoutMean(q.numerator())
                : Parts.map(formula, LossForms::withoutMean);
    }

    /** The outputs whose terms are shown: where there are many, those that a cross entropy leaves at 0 are left out. */
    Range outputs() {
        Range all = Range.all(size);
        boolean mostlyZero = loss.entropy() != null
                && !values.network().output().activation().elementwise()
                && size > limits.terms();
        Range some = mostlyZero ? all.where(i -> values.target()[i] != 0) : all;
        return some.size() == 0 ? all : some;
    }

    /** ∂error/∂out(k). */
    Formula derivative(int k) {
        return values.taken(derivativeWithCases(k));
    }

    /** The same with all its cases. */
    Formula derivativeWithCases(int k) {
        return bound(loss.derivative(), k, k);
    }

    /** ∂error/∂net(j) after the entropy's own activation. */
    Formula simplified(int j) {
        Formula delta = loss.entropy().delta();
        return bound(targetsAddToOne() ? withoutSum(delta) : delta, j, j);
    }

    /** ∂error(k)/∂net(j) after the entropy's own activation. */
    Formula simplified(int k, int j) {
        return bound(k == j ? loss.entropy().own() : loss.entropy().other(), k, j);
    }

    private boolean targetsAddToOne() {
        double sum = 0;
        for (double t : values.target()) {
            sum += t;
        }
        return Math.abs(sum - 1) < 1e-15;
    }

    /** The formula without Σ target as a factor. */
    private static Formula withoutSum(Formula formula) {
        Formula sum = Each.sum(Formula.variable(Loss.TARGET));
        return formula instanceof Formula.Product product && product.factors().contains(sum)
                ? Formula.product(product.factors().stream()
                        .filter(factor -> !factor.equals(sum))
                        .toArray(Formula[]::new))
                : Parts.map(formula, LossForms::withoutSum);
    }

    private Formula target(int k) {
        return values.symbol(new Quantity.Target(k));
    }

    /** The formula times the weight of the sample, if it has one. */
    private Formula weighted(Formula of) {
        double weight = values.reading().sample().weight();
        return weight == 1 ? of : Formula.product(named(PassFormulas.SAMPLE_WEIGHT, weight), of);
    }
}
