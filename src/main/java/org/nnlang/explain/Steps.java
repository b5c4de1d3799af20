package org.nnlang.explain;

import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.square;
import static org.nnlang.math.Formula.sum;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Quantity;
import org.nnlang.network.Rule;
import org.nnlang.network.State;

/**
 * The rule of one update of one parameter as formulas: the new value, and what the optimizer remembers.
 *
 * <p>g is the gradient, with the weight decay where there is any; ḡ the mean gradient of a batch; η the learning rate, λ
 * the weight decay, n the number of the update; mₙ, vₙ and sₙ are what the optimizer remembers after it.
 */
final class Steps {
    private static final Formula ONE = number(1);

    /** The formula of the new value, and the derivations of what stands in it. */
    record Step(Formula formula, List<Derivation> memory) {}

    private final Plan plan;
    private final State before;
    private final State after;
    private final int index;
    private final Formula parameter;
    private final Formula rate;
    private final Formula decay;
    private final Formula n;
    private final List<Derivation> memory = new ArrayList<>();

    Steps(Plan plan, State before, State after, int index, Formula parameter, Formula rate) {
        this.plan = plan;
        this.before = before;
        this.after = after;
        this.index = index;
        this.parameter = parameter;
        this.rate = rate;
        decay = named("λ", Rule.weightDecay(plan.optimizer(), plan.weightDecay()));
        n = named("n", after.optimizerSteps());
    }

    /** The step along a gradient. */
    Step along(Formula gradient) {
        Formula g = withDecay(gradient);
        Formula formula = switch (plan.optimizer()) {
            case Optimizer.Sgd _ -> less(product(rate, g));
            case Optimizer.Momentum o -> less(product(rate, velocity(o.mu(), g)));
            case Optimizer.Nesterov o -> less(product(rate, sum(g, product(mu(o.mu()), velocity(o.mu(), g)))));
            case Optimizer.Adagrad o -> less(scaled(adagradRate(o), g, squares(g), o.epsilon()));
            case Optimizer.RmsProp o -> less(scaled(rate, g, meanSquare(o, g), o.epsilon()));
            case Optimizer.Adam o -> less(moments(g, o.beta1(), o.beta2(), o.epsilon()));
            case Optimizer.AdamW o -> adamW(o, g);
        };
        return new Step(formula, List.copyOf(memory));
    }

    /** The gradient that the optimizer works with; but for sgd it gets a letter where it is more than that. */
    private Formula withDecay(Formula gradient) {
        boolean adds = decay.value() != 0 && !(plan.optimizer() instanceof Optimizer.AdamW);
        Formula g = adds ? sum(gradient, product(decay, parameter)) : gradient;
        boolean plain =
                g instanceof Formula.Named || g instanceof Symbol s && s.quantity() instanceof Quantity.Gradient;
        return plain || plan.optimizer() instanceof Optimizer.Sgd ? g : defined("g", "", g);
    }

    private Formula less(Formula step) {
        return difference(parameter, step);
    }

    private static Formula mu(double mu) {
        return named("μ", mu);
    }

    /** vₙ = μ · vₙ₋₁ + g. */
    private Formula velocity(double mu, Formula g) {
        return remembered("v", 0, sum(product(mu(mu), last("v", 0)), g));
    }

    /** sₙ = sₙ₋₁ + g². */
    private Formula squares(Formula g) {
        return remembered("s", 0, sum(last("s", 0), square(g)));
    }

    /** sₙ = α · sₙ₋₁ + (1 − α) · g². */
    private Formula meanSquare(Optimizer.RmsProp o, Formula g) {
        return remembered("s", 0, mixed(named("α", o.alpha()), last("s", 0), square(g)));
    }

    /** ηₙ = η / (1 + (n − 1) · lr_decay). */
    private Formula adagradRate(Optimizer.Adagrad o) {
        Formula fall = named("lr_decay", o.learningRateDecay());
        return fall.value() == 0
                ? rate
                : defined("η", "n", quotient(rate, sum(ONE, product(difference(n, ONE), fall))));
    }

    /** rate · g / (√s + ε). */
    private static Formula scaled(Formula rate, Formula g, Formula s, double epsilon) {
        return quotient(product(rate, g), sum(new Formula.Root(s), named("ε", epsilon)));
    }

    private Formula adamW(Optimizer.AdamW o, Formula g) {
        Formula shrunk = decay.value() == 0 ? parameter : product(parameter, difference(ONE, product(rate, decay)));
        return difference(shrunk, moments(g, o.beta1(), o.beta2(), o.epsilon()));
    }

    /** η · m̂ / (√v̂ + ε). */
    private Formula moments(Formula g, double beta1, double beta2, double epsilon) {
        Formula b1 = new Formula.Named("β", "1", beta1);
        Formula b2 = new Formula.Named("β", "2", beta2);
        Formula m = remembered("m", 0, mixed(b1, last("m", 0), g));
        Formula v = remembered("v", 1, mixed(b2, last("v", 1), square(g)));
        return scaled(rate, corrected("m̂", m, b1), corrected("v̂", v, b2), epsilon);
    }

    /** β · old + (1 − β) · fresh. */
    private static Formula mixed(Formula beta, Formula old, Formula fresh) {
        return sum(product(beta, old), product(difference(ONE, beta), fresh));
    }

    /** m̂ = mₙ / (1 − βⁿ). */
    private Formula corrected(String letter, Formula moment, Formula beta) {
        return defined(letter, "", quotient(moment, difference(ONE, new Formula.Power(beta, n))));
    }

    private Formula defined(String letter, String subscript, Formula formula) {
        return kept(new Formula.Named(letter, subscript, plan.arithmetic().round(formula.value())), formula);
    }

    private Formula last(String letter, int slot) {
        return new Formula.Named(letter, "n−1", before.memory(slot, index));
    }

    private Formula remembered(String letter, int slot, Formula formula) {
        return kept(new Formula.Named(letter, "n", after.memory(slot, index)), formula);
    }

    private Formula kept(Formula lhs, Formula formula) {
        memory.add(Derivation.of(lhs, formula));
        return lhs;
    }
}
