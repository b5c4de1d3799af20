package org.nnlang.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Derivative;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.math.Program;
import org.nnlang.math.Recipe;
import org.nnlang.math.Simplifier;
import org.nnlang.math.Stable;

/**
 * What a neuron makes of its weighted input, {@code out = f(net)}, as formulas. {@link Activations} states the built-in ones;
 * a script's own are the same kind of thing.
 *
 * @param name the name in a script, without arguments
 * @param arguments the arguments that follow the name, in order
 * @param variable what the formulas call the weighted input
 * @param value f(net), as a book prints it
 * @param derivative f′(net), by way of {@link #OUT} too
 * @param across the derivative by the net of another neuron of the layer, in {@link #OUT} and that neuron's {@link #OTHER};
 *     null if each output depends on its own net alone
 * @param forward how f(net) is computed: in a form that neither overflows nor loses digits
 * @param backward how ∂error/∂net is computed from {@link #GRADIENT}, ∂error/∂out
 * @param variation a reader's slip in the derivative, or null
 * @param least the bound that outputs are not below, −∞ if it has none
 * @param greatest the bound that outputs are not above, ∞ if it has none
 */
public record Activation(
        String name,
        List<Double> arguments,
        String variable,
        Formula value,
        Formula derivative,
        Formula across,
        Program forward,
        Program backward,
        Use use,
        Variation variation,
        double least,
        double greatest) {
    /** The weighted input in the built-in formulas. */
    public static final String NET = "z";

    /** The output. */
    public static final String OUT = "out";

    /** Another neuron's output. */
    public static final String OTHER = "other";

    /** ∂error/∂out. */
    public static final String GRADIENT = "g";

    /** ∂error/∂net. */
    public static final String DELTA = "delta";

    private static final Formula ONE = Formula.number(1);

    /** What an activation is for. */
    public enum Use {
        ANY,
        /** Weights in front of it start as {@code he}. */
        RELU_LIKE,
        /** A script defines it. */
        OWN
    }

    /** A derivative that is another activation's, or taken at another place. */
    public record Variation(Activation base, Activation slope, Place place) {}

    /** What a derivative is taken at. */
    public enum Place {
        /** net and out where they belong. */
        RIGHT,
        /** net also instead of out. */
        NET,
        /** out instead of net. */
        OUT
    }

    /** An activation that works neuron by neuron, computed as it is written. */
    static Activation of(Formula value, Formula derivative) {
        return of(value, derivative, value, derivative);
    }

    /** The same, computed by formulas of its own: {@code stable}, and {@code slope} for the derivative. */
    static Activation of(Formula value, Formula derivative, Formula stable, Formula slope) {
        return of("", NET, value, derivative, stable, slope, Use.ANY, null);
    }

    private static Activation of(
            String name,
            String variable,
            Formula value,
            Formula derivative,
            Formula stable,
            Formula slope,
            Use use,
            Variation variation) {
        Formula gradient = Formula.variable(GRADIENT);
        Formula delta = slope.equals(ONE) ? gradient : new Formula.Product(List.of(gradient, slope));
        return new Activation(
                name,
                List.of(),
                variable,
                value,
                derivative,
                null,
                Program.of(stable, variable),
                Program.of(delta, GRADIENT, OUT, variable),
                use,
                variation,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** An activation of a whole layer. */
    static Activation ofLayer(Formula value, Formula derivative, Formula across, Recipe forward, Recipe backward) {
        return new Activation(
                "",
                List.of(),
                NET,
                value,
                derivative,
                across,
                new Program(forward, NET),
                new Program(backward, GRADIENT, OUT, NET),
                Use.ANY,
                null,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /**
     * An activation of a script; its derivative is found.
     *
     * @throws Derivative.TooLarge if the formula is too large for that
     */
    public static Activation own(String name, String variable, Formula value) {
        Formula found = Derivative.of(value, variable);
        Formula derivative = variable.equals(OUT) ? found : byOutput(value, found);
        Formula stable = Stable.of(value);
        return of(name, variable, stable, derivative, stable, derivative, Use.OWN, null);
    }

    /** The derivative with {@code out} instead of the value, if that saves a function's call. */
    private static Formula byOutput(Formula value, Formula derivative) {
        Formula simple = Simplifier.simplify(value);
        return Parts.hasCalls(simple) ? Parts.replace(derivative, simple, Formula.variable(OUT)) : derivative;
    }

    /** The same, used as relu is. */
    Activation reluLike() {
        return with(name, arguments, Use.RELU_LIKE, least, greatest);
    }

    /** The same, whose outputs are from {@code from} to {@code to}. */
    Activation within(double from, double to) {
        return with(name, arguments, use, from, to);
    }

    /** The same under a name. */
    Activation named(String other, double[] given) {
        return with(other, Arrays.stream(given).boxed().toList(), use, least, greatest);
    }

    private Activation with(String other, List<Double> given, Use purpose, double from, double to) {
        return new Activation(
                other, given, variable, value, derivative, across, forward, backward, purpose, variation, from, to);
    }

    /** The same with the derivative of another activation, or at another place. */
    public Activation varied(Activation slope, Place place) {
        Formula net = Formula.variable(variable);
        Formula wrong = slope.derivative.bind(
                switch (place) {
                    case RIGHT -> slope.symbols(net, Formula.variable(OUT));
                    case NET -> slope.symbols(net, net);
                    case OUT ->
                        slope.symbols(
                                Formula.variable(OUT), slope.value.bind(Map.of(slope.variable, Formula.variable(OUT))));
                });
        Formula stable = forward.lines().getLast().formula();
        return of(name, variable, value, wrong, stable, wrong, use, new Variation(this, slope, place))
                .with(name, arguments, use, least, greatest);
    }

    /** What the formulas' variables are, for a net and its output. */
    public Map<String, Formula> symbols(Formula net, Formula out) {
        return variable.equals(OUT) ? Map.of(variable, net) : Map.of(variable, net, OUT, out);
    }

    /** Whether each output depends on its own net alone. */
    public boolean elementwise() {
        return across == null;
    }

    /** Whether a script defines it. */
    public boolean isOwn() {
        return use == Use.OWN;
    }

    /** Whether there are bounds on both sides of its outputs. */
    public boolean isBounded() {
        return Double.isFinite(least) && Double.isFinite(greatest);
    }

    /** Whether out = net. */
    public boolean isLinear() {
        return value.equals(Formula.variable(variable));
    }

    /** Whether the derivative is 0 everywhere: nothing can be trained through it. */
    public boolean flat() {
        return derivative instanceof Formula.Number n && n.value() == 0;
    }

    /** f(net) of one neuron. */
    public double value(double net) {
        double[] out = new double[1];
        new LayerActivation(this, 1).apply(new double[] {net}, out);
        return out[0];
    }

    /** f′(net) of one neuron, given also out = f(net). */
    public double derivative(double net, double out) {
        double[] delta = new double[1];
        new LayerActivation(this, 1).backward(new double[] {net}, new double[] {out}, new double[] {1}, delta);
        return delta[0];
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? name : name + arguments;
    }
}
