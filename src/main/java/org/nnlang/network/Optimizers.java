package org.nnlang.network;

import static org.nnlang.math.Formula.cases;
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
import org.nnlang.math.Formula;
import org.nnlang.math.Formula.Named;
import org.nnlang.math.Formula.Root;
import org.nnlang.math.Reason.Relation;
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
    private static final List<Catalogue.Parameter> MOMENTUM = List.of(
            MU,
            new Catalogue.Parameter("dampening", 0, Catalogue.Range.BELOW_ONE, true),
            variant("average"),
            variant("classic"));
    private static final Catalogue.Parameter EPS_INSIDE = variant("eps_inside");
    private static final Catalogue.Parameter BETA1 = parameter("beta1", 0.9, Catalogue.Range.BELOW_ONE);
    private static final Catalogue.Parameter BETA2 = parameter("beta2", 0.999, Catalogue.Range.BELOW_ONE);

    /** All optimizers. */
    public static final List<Catalogue.Entry<Optimizer>> ALL = List.of(
            entry("sgd", List.of(), _ -> new Recipe(line("p", difference(P, product(RATE, G))))),
            entry("momentum", MOMENTUM, Optimizers::momentum),
            entry("nesterov", List.of(MU), Optimizers::nesterov),
            entry(
                    "adagrad",
                    List.of(parameter("lr_decay", 0, Catalogue.Range.NOT_NEGATIVE), epsilon(1e-10), EPS_INSIDE),
                    Optimizers::adagrad),
            entry(
                    "rmsprop",
                    List.of(parameter("alpha", 0.99, Catalogue.Range.BELOW_ONE), epsilon(1e-8), EPS_INSIDE),
                    Optimizers::rmsprop),
            entry("adam", List.of(BETA1, BETA2, epsilon(1e-8), EPS_INSIDE), a -> moments(P, a[0], a[1], a[2], a[3])),
            entry(new Optimizer.Definition(
                    "adamw",
                    List.of(
                            parameter("decay", 0.01, Catalogue.Range.NOT_NEGATIVE),
                            BETA1,
                            BETA2,
                            epsilon(1e-8),
                            EPS_INSIDE),
                    a -> moments(P, a[1], a[2], a[3], a[4]),
                    a -> moments(product(P, difference(ONE, product(RATE, variable("λ")))), a[1], a[2], a[3], a[4]))));

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
        return entry(name, List.copyOf(parameters), recipe);
    }

    private static Recipe momentum(double[] a) {
        Formula mu = named("μ", a[0]);
        Formula dampened = product(difference(ONE, named("τ", a[1])), G);
        boolean average = a[2] == 1;
        boolean classic = a[3] == 1;
        Formula velocity = average ? mixed(mu, V, G) : sum(product(mu, V), classic ? product(RATE, G) : G);
        return new Recipe(
                line("v", a[1] == 0 ? velocity : cases(N, Relation.EQUAL, ONE, G, sum(product(mu, V), dampened))),
                line("p", difference(P, classic ? V : product(RATE, V))));
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
                ? new Recipe(squares, line("p", difference(P, product(RATE, scaled(G, S, a[1], a[2])))))
                : new Recipe(
                        line("η_n", slower),
                        squares,
                        line("p", difference(P, product(variable("η_n"), scaled(G, S, a[1], a[2])))));
    }

    private static Recipe rmsprop(double[] a) {
        return new Recipe(
                line("s", mixed(named("α", a[0]), S, product(G, G))),
                line("p", difference(P, product(RATE, scaled(G, S, a[1], a[2])))));
    }

    /** adam, and adamw, which starts from a smaller parameter. */
    private static Recipe moments(Formula from, double beta1, double beta2, double epsilon, double inside) {
        Formula b1 = new Named("β", "1", beta1);
        Formula b2 = new Named("β", "2", beta2);
        return new Recipe(
                line("m", mixed(b1, M, G)),
                line("v", mixed(b2, V, product(G, G))),
                line("m̂", quotient(M, difference(ONE, power(b1, N)))),
                line("v̂", quotient(V, difference(ONE, power(b2, N)))),
                line("p", difference(from, product(RATE, scaled(variable("m̂"), variable("v̂"), epsilon, inside)))));
    }

    /** β · old + (1 − β) · new. */
    private static Formula mixed(Formula beta, Formula old, Formula now) {
        return sum(product(beta, old), product(difference(ONE, beta), now));
    }

    /** g / (√s + ε), or g / √(s + ε) if ε is inside, as in TensorFlow's RMSprop. */
    private static Formula scaled(Formula g, Formula s, double epsilon, double inside) {
        Formula e = named("ε", epsilon);
        return quotient(g, inside == 1 ? new Root(sum(s, e)) : sum(new Root(s), e));
    }

    private static Catalogue.Parameter parameter(String name, double standard, Catalogue.Range range) {
        return new Catalogue.Parameter(name, standard, range);
    }

    private static Catalogue.Parameter variant(String name) {
        return new Catalogue.Parameter(name, 0, Catalogue.Range.ON_OFF, true);
    }

    private static Catalogue.Parameter epsilon(double standard) {
        return parameter("eps", standard, Catalogue.Range.POSITIVE);
    }

    private static Catalogue.Entry<Optimizer> entry(
            String name, List<Catalogue.Parameter> parameters, Function<double[], Recipe> recipe) {
        return entry(new Optimizer.Definition(name, parameters, recipe, null));
    }

    private static Catalogue.Entry<Optimizer> entry(Optimizer.Definition definition) {
        return new Catalogue.Entry<>(
                definition.name(), definition.parameters(), arguments -> new Optimizer(definition, arguments));
    }
}
