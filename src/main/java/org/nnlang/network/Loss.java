package org.nnlang.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Derivative;
import org.nnlang.math.Formula;
import org.nnlang.math.Program;
import org.nnlang.math.Stable;

/**
 * How far the outputs of one sample are from its targets, as formulas of one output's share: the loss is the sum of the shares.
 * {@link Losses} states the built-in ones; a script's own are the same kind of thing.
 *
 * @param name the name in a script, without arguments
 * @param arguments the arguments that follow the name, in order
 * @param target what the formulas call the target
 * @param output what they call the output; {@link #COUNT} is the number of outputs
 * @param share one output's share of the error, as a book prints it
 * @param derivative the share's derivative by that output
 * @param shares how the share is computed, from {@link #COUNT}, the target and the output
 * @param derivatives how the derivative is computed, from {@link #COUNT}, the target and the output
 * @param entropy the forms of an entropy by the net, else null
 * @param isOwn whether a script defines it
 * @param variation a reader's slip in the factors, or null
 */
public record Loss(
        String name,
        List<Double> arguments,
        String target,
        String output,
        Formula share,
        Formula derivative,
        Program shares,
        Program derivatives,
        Entropy entropy,
        boolean isOwn,
        Variation variation) {
    /** The target in the built-in formulas. */
    public static final String TARGET = "t";

    /** The output in the built-in formulas. */
    public static final String OUTPUT = "o";

    /** The number of outputs. */
    public static final String COUNT = "n";

    /**
     * Forms of an entropy with the one activation that it goes with, in {@link #TARGET}, {@link #OUTPUT} and
     * {@link Activation#NET}; they neither overflow nor lose digits.
     *
     * @param partner the activation's name
     * @param share the share by the net
     * @param delta ∂error/∂net
     * @param own ∂share/∂net of that output
     * @param other ∂share/∂net of another output, in the share's target and the other's output
     * @param shares how the share is computed, from {@link #COUNT}, the target and the net
     * @param deltas how delta is computed, from {@link #COUNT}, the target and the output
     */
    public record Entropy(
            String partner, Formula share, Formula delta, Formula own, Formula other, Program shares, Program deltas) {
        Entropy(String partner, Formula share, Formula delta, Formula own, Formula other) {
            this(
                    partner,
                    share,
                    delta,
                    own,
                    other,
                    Program.of(share, COUNT, TARGET, Activation.NET),
                    Program.of(delta, COUNT, TARGET, OUTPUT));
        }

        private Entropy varied(double size, double slope, boolean again) {
            return new Entropy(
                    partner,
                    times(size, share),
                    slope(slope, again, delta),
                    slope(slope, again, own),
                    slope(slope, again, other));
        }

        private static Formula slope(double slope, boolean again, Formula of) {
            Formula out = Formula.variable(OUTPUT);
            Formula product = times(slope, of);
            return again ? Formula.product(product, out, Formula.difference(Formula.number(1), out)) : product;
        }
    }

    /** A loss whose value and derivative were multiplied by factors; see {@link #varied}. */
    public record Variation(Loss base, double size, double slope, boolean again) {}

    private static Loss of(
            String name,
            List<Double> arguments,
            String target,
            String output,
            Formula share,
            Formula derivative,
            Formula computed,
            Entropy entropy,
            boolean isOwn,
            Variation variation) {
        return new Loss(
                name,
                arguments,
                target,
                output,
                share,
                derivative,
                Program.of(share, COUNT, target, output),
                Program.of(computed, COUNT, target, output),
                entropy,
                isOwn,
                variation);
    }

    /** A loss without a name. */
    static Loss of(Formula share, Formula derivative) {
        return of(share, derivative, derivative);
    }

    /** The same, its derivative computed by a formula of its own. */
    static Loss of(Formula share, Formula derivative, Formula computed) {
        return of("", List.of(), TARGET, OUTPUT, share, derivative, computed, null, false, null);
    }

    /** The formula that the derivative is computed by: as it is written, or without branches. */
    public Formula computed() {
        return derivatives.lines().getLast().formula();
    }

    /** The same, an entropy. */
    Loss after(Entropy forms) {
        return of(name, arguments, target, output, share, derivative, computed(), forms, isOwn, variation);
    }

    /** The same without the entropy's forms by the net: its derivative goes by way of the outputs. */
    public Loss byOutputs() {
        return of(name, arguments, target, output, share, derivative, computed(), null, isOwn, variation);
    }

    /** The same under a name. */
    Loss named(String other, double[] given) {
        List<Double> all = Arrays.stream(given).boxed().toList();
        return of(other, all, target, output, share, derivative, computed(), entropy, isOwn, variation);
    }

    /**
     * A loss of a script; its derivative by the output is found.
     *
     * @throws Derivative.TooLarge if the formula is too large for that
     */
    public static Loss own(String name, String target, String output, Formula share) {
        Formula derivative = Derivative.of(share, output);
        return of(name, List.of(), target, output, Stable.of(share), derivative, derivative, null, true, null);
    }

    /**
     * The loss with factors.
     *
     * @param size what its value is multiplied by
     * @param slope what its derivative is multiplied by
     * @param again whether the output's delta is multiplied once more by out · (1 − out), though the loss has cancelled that
     *     already
     */
    public Loss varied(double size, double slope, boolean again) {
        return of(
                name,
                arguments,
                target,
                output,
                times(size, share),
                times(slope, derivative),
                times(slope, computed()),
                entropy == null ? null : entropy.varied(size, slope, again),
                isOwn,
                new Variation(this, size, slope, again));
    }

    private static Formula times(double factor, Formula of) {
        return factor == 1
                ? of
                : factor == -1 ? Formula.negation(of) : new Formula.Product(List.of(Formula.number(factor), of));
    }

    /** The loss without slips. */
    public Loss plain() {
        return variation == null ? this : variation.base.plain();
    }

    /** The name of the only activation this loss goes with; null if it goes with all. */
    public String partner() {
        return entropy == null ? null : entropy.partner;
    }

    /** What the variables of the formulas are, for a target and an output. */
    public Map<String, Formula> symbols(Formula ofTarget, Formula ofOutput, Formula count) {
        Map<String, Formula> symbols = new HashMap<>(Map.of(COUNT, count));
        symbols.put(target, ofTarget);
        symbols.put(output, ofOutput);
        return symbols;
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? name : name + arguments;
    }
}
