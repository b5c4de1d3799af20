package org.nnlang.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.nnlang.math.Formula;
import org.nnlang.math.Recipe;

/** How a gradient changes a parameter: an optimizer's definition with values for its arguments. */
public final class Optimizer {
    /** The norm of all gradients, where clipping needs it. */
    public static final String NORM = "‖g‖";

    /** What a recipe reads for each parameter but doesn't remember: the parameter, its gradient, η and n. */
    private static final Set<String> GIVEN = Set.of("p", "g", "n", "η");

    /**
     * An optimizer as {@link Optimizers} or a script defines it.
     *
     * <p>Recipes are given {@code p}, the parameter; {@code g}, its gradient; {@code η}, the learning rate; {@code n}, the
     * number of the update since the memory was empty, from 1. A decaying recipe is also given {@code λ}, the weight decay.
     *
     * @param plain makes the recipe without weight decay from the arguments
     * @param decaying makes the recipe with weight decay; null if that is added to the gradient
     */
    public record Definition(
            String name,
            List<Catalogue.Parameter> parameters,
            Function<double[], Recipe> plain,
            Function<double[], Recipe> decaying) {}

    private final Definition definition;
    private final double[] arguments;
    private Recipe plain;
    private Recipe decaying;
    private List<String> memory;
    private Boolean descent;

    Optimizer(Definition definition, double... arguments) {
        this.definition = definition;
        this.arguments = arguments.clone();
    }

    /** The name in a script, without arguments. */
    public String name() {
        return definition.name();
    }

    /** What its arguments are called, in order. */
    public List<Catalogue.Parameter> parameters() {
        return definition.parameters();
    }

    /** The arguments that follow the name, in order. */
    public double[] arguments() {
        return arguments.clone();
    }

    /** The weight decay that applies: the setting, or, if that is NaN, the optimizer's argument of this name, or 0. */
    public double decay(double setting) {
        for (int i = 0; i < arguments.length; i++) {
            if (Double.isNaN(setting) && definition.parameters().get(i).name().equals("decay")) {
                return arguments[i];
            }
        }
        return Double.isNaN(setting) ? 0 : setting;
    }

    /**
     * The limit of η · λ at a learning rate: up to it, decay alone makes parameters smaller; beyond it, larger at each update,
     * with alternating signs. Infinite if steps are bounded.
     */
    public double decayLimit(double rate) {
        return DecayLimit.of(this, rate);
    }

    /** The same, given the sum of all gradients so far. */
    public Optimizer ofSums() {
        Function<double[], Recipe> decay = definition.decaying();
        return new Optimizer(
                new Definition(
                        definition.name(),
                        definition.parameters(),
                        a -> ofSums(definition.plain().apply(a)),
                        decay == null ? null : a -> ofSums(decay.apply(a))),
                arguments);
    }

    private static Recipe ofSums(Recipe recipe) {
        Formula sum = Formula.variable("Σg");
        return recipe.bind(Map.of("g", sum)).after(Recipe.line("Σg", Formula.sum(sum, Formula.variable("g"))));
    }

    /** The recipe with this weight decay. */
    public Recipe recipe(double decay) {
        return decay == 0 ? plain() : decaying().bind(Map.of("λ", Formula.named("λ", decay)));
    }

    /** Whether its recipe has a weight decay of its own, which isn't added to the gradient. */
    public boolean decays() {
        return definition.decaying() != null;
    }

    /** A recipe in lines for all parameters and lines for each. */
    public static Recipe.Split split(Recipe recipe) {
        return recipe.split(Set.of("n", "η", NORM), Set.of("p"));
    }

    private Recipe plain() {
        if (plain == null) {
            plain = definition.plain().apply(arguments);
        }
        return plain;
    }

    private Recipe decaying() {
        if (decaying == null) {
            decaying = definition.decaying() == null
                    ? withDecay(plain())
                    : definition.decaying().apply(arguments);
        }
        return decaying;
    }

    /** g + λ · p instead of the gradient; in a line of its own if it is needed more than once, or to remember something. */
    private static Recipe withDecay(Recipe recipe) {
        Formula g = Formula.sum(Formula.variable("g"), Formula.product(Formula.variable("λ"), Formula.variable("p")));
        return recipe.memory(GIVEN).isEmpty() && Recipe.reads(recipe.lines(), "g") == 1
                ? recipe.bind(Map.of("g", g))
                : recipe.after(Recipe.line("g", g));
    }

    /** The names of what it remembers for each parameter. */
    public List<String> memory() {
        if (memory == null) {
            memory = plain().memory(GIVEN);
        }
        return memory;
    }

    /** Whether it is p = p − η · g, and with decay p = p − η · (g + λ · p): by its recipe, whatever its name. */
    public boolean isDescent() {
        if (descent == null) {
            Optimizer sgd = Optimizers.SGD;
            descent = this == sgd || plain().equals(sgd.plain()) && decaying().equals(sgd.decaying());
        }
        return descent;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Optimizer o && definition.equals(o.definition) && Arrays.equals(arguments, o.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * definition.hashCode() + Arrays.hashCode(arguments);
    }
}
