package org.nnlang.network;

import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.power;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;
import static org.nnlang.math.Recipe.line;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.nnlang.math.Formula;
import org.nnlang.math.Formula.Named;
import org.nnlang.math.Formula.Root;
import org.nnlang.math.Recipe;

/**
 * The optimizers that scripts can name: PyTorch's of these names, with its defaults and its order of operations.
 *
 * <p>In PyTorch, Adam's bias corrections are not lines of their own, so its last digits differ.
 */
public final class Optimizers {
    private static final Formula P = variable("p");
    private static final Formula G = variable("g");
    private static final Formula N = variable("n");
    private static final Formula RATE = variable("η");
    private static final Formula M = variable("m");
    private static final Formula V = variable("v");
    private static final Formula S = variable("s");
    private static final Formula ONE = number(1);

    private static final Catalogue.Parameter MU = parameter("mu", 0.9, Catalogue.Range.BELOW_ONE);
    private static final Catalogue.Parameter BETA1 = parameter("beta1", 0.9, Catalogue.Range.BELOW_ONE);
    private static final Catalogue.Parameter BETA2 = parameter("beta2", 0.999, Catalogue.Range.BELOW_ONE);

    /** All optimizers. */
    public static final List<Catalogue.Entry<Optimizer>> ALL = List.of(
            entry("sgd", List.of(), _ -> new Recipe(line("p", difference(P, product(RATE, G)))), _ -> 2),
            entry("momentum", List.of(MU), Optimizers::momentum, a -> 2 * (1 + a[0])),
            entry("nesterov", List.of(MU), Optimizers::nesterov, Optimizers::nesterovLimit),
            entry(
                    "adagrad",
                    List.of(parameter("lr_decay", 0, Catalogue.Range.NOT_NEGATIVE), epsilon(1e-10)),
                    Optimizers::adagrad,
                    Optimizers::bounded),
            entry(
                    "rmsprop",
                    List.of(parameter("alpha", 0.99, Catalogue.Range.BELOW_ONE), epsilon(1e-8)),
                    Optimizers::rmsprop,
                    Optimizers::bounded),
            entry("adam", List.of(BETA1, BETA2, epsilon(1e-8)), a -> moments(P, a[0], a[1], a[2]), Optimizers::bounded),
            entry(new Optimizer.Definition(
                    "adamw",
                    List.of(parameter("decay", 0.01, Catalogue.Range.NOT_NEGATIVE), BETA1, BETA2, epsilon(1e-8)),
                    a -> moments(P, a[1], a[2], a[3]),
                    a -> moments(product(P, difference(ONE, product(RATE, variable("λ")))), a[1], a[2], a[3]),
                    _ -> 2)));

    /** Plain gradient descent. */
    public static final Optimizer SGD = of("sgd");

    private Optimizers() {}

    /** An optimizer of the table; further arguments have their defaults. */
    public static Optimizer of(String name, double... arguments) {
        Catalogue.Entry<Optimizer> entry = Catalogue.find(ALL, name);
        double[] all = entry.defaults();
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        return entry.make().apply(all);
    }

    /** An optimizer that a script defines; {@code recipe} makes its recipe from its arguments. */
    public static Catalogue.Entry<Optimizer> own(
            String name, List<Catalogue.Parameter> parameters, Function<double[], Recipe> recipe) {
        return entry(name, List.copyOf(parameters), recipe, Optimizers::bounded);
    }

    private static Recipe momentum(double[] a) {
        return new Recipe(
                line("v", sum(product(named("μ", a[0]), V), G)), //
                line("p", difference(P, product(RATE, V))));
    }

    private static Recipe nesterov(double[] a) {
        Formula mu = named("μ", a[0]);
        return new Recipe(
                line("v", sum(product(mu, V), G)), //
                line("p", difference(P, product(RATE, sum(G, product(mu, V))))));
    }

    private static Recipe adagrad(double[] a) {
        Recipe.Line squares = line("s", sum(S, product(G, G)));
        Formula slower = quotient(RATE, sum(ONE, product(difference(N, ONE), named("lr_decay", a[0]))));
        return a[0] == 0
                ? new Recipe(squares, line("p", difference(P, product(RATE, scaled(G, S, a[1])))))
                : new Recipe(
                        line("η_n", slower),
                        squares,
                        line("p", difference(P, product(variable("η_n"), scaled(G, S, a[1])))));
    }

    private static Recipe rmsprop(double[] a) {
        return new Recipe(
                line("s", mixed(named("α", a[0]), S, product(G, G))),
                line("p", difference(P, product(RATE, scaled(G, S, a[1])))));
    }

    /** adam, and adamw, which starts from a smaller parameter. */
    private static Recipe moments(Formula from, double beta1, double beta2, double epsilon) {
        Formula b1 = new Named("β", "1", beta1);
        Formula b2 = new Named("β", "2", beta2);
        return new Recipe(
                line("m", mixed(b1, M, G)),
                line("v", mixed(b2, V, product(G, G))),
                line("m̂", quotient(M, difference(ONE, power(b1, N)))),
                line("v̂", quotient(V, difference(ONE, power(b2, N)))),
                line("p", difference(from, product(RATE, scaled(variable("m̂"), variable("v̂"), epsilon)))));
    }

    /** β · old + (1 − β) · new. */
    private static Formula mixed(Formula beta, Formula old, Formula now) {
        return sum(product(beta, old), product(difference(ONE, beta), now));
    }

    /** g / (√s + ε). */
    private static Formula scaled(Formula g, Formula s, double epsilon) {
        return quotient(g, sum(new Root(s), named("ε", epsilon)));
    }

    /**
     * The limit of a = η · λ. An update multiplies a parameter p and a velocity v = η · (what momentum remembers) by a
     * matrix: [1 − a, −μ; a, μ] for momentum, whose limit is 2 (1 + μ), and [1 − a − μa, −μ²; a, μ] for nesterov. The
     * eigenvalues are within the unit circle while |det| &lt; 1 and |trace| &lt; 1 + det.
     */
    private static double nesterovLimit(double[] a) {
        double mu = a[0];
        return Math.min(2 * (1 + mu) / (1 + 2 * mu), 1 + 1 / mu);
    }

    /** Steps are divided by the size of the gradient, decay included. */
    private static double bounded(double[] arguments) {
        return Double.POSITIVE_INFINITY;
    }

    private static Catalogue.Parameter parameter(String name, double standard, Catalogue.Range range) {
        return new Catalogue.Parameter(name, standard, range);
    }

    private static Catalogue.Parameter epsilon(double standard) {
        return parameter("eps", standard, Catalogue.Range.POSITIVE);
    }

    private static Catalogue.Entry<Optimizer> entry(
            String name,
            List<Catalogue.Parameter> parameters,
            Function<double[], Recipe> recipe,
            ToDoubleFunction<double[]> decayLimit) {
        return entry(new Optimizer.Definition(name, parameters, recipe, null, decayLimit));
    }

    private static Catalogue.Entry<Optimizer> entry(Optimizer.Definition definition) {
        return new Catalogue.Entry<>(
                definition.name(), definition.parameters(), arguments -> new Optimizer(definition, arguments));
    }
}
