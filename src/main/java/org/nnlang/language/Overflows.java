package org.nnlang.language;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Names;
import org.nnlang.explain.Symbol;
import org.nnlang.network.Initializer;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Makes sure that all numbers that a script sets or shows are finite in the precision of its computations. */
public final class Overflows {
    private final Precision precision;
    private final Span span;

    /** Checks numbers of a precision; one that is too large is reported at {@code span}. */
    public Overflows(Precision precision, Span span) {
        this.precision = precision;
        this.span = span;
    }

    /** Fails if a number is too large; the message quotes it. */
    public void check(double[] values) {
        for (double value : values) {
            if (isTooLarge(value)) {
                throw failure(Texts.number(value), value);
            }
        }
    }

    /** Fails if a number is too large; the message calls it {@code name}. */
    public void check(String name, double value) {
        if (isTooLarge(value)) {
            throw failure(name + ", " + Texts.number(value) + ",", value);
        }
    }

    /** Fails if an initialiser may give a number that is too large. */
    public void checkDrawn(Initializer initializer) {
        if (isTooLarge(initializer.largest())) {
            throw failure("what `" + initializer.name() + "` may draw", 0);
        }
    }

    /** Fails if an input or a target is too large; {@code values} may be null. */
    public void check(String what, double[] values, Neurons neurons) {
        for (int j = 0; values != null && j < values.length; j++) {
            if (isTooLarge(values[j])) {
                check("the " + what + " for " + neurons.name(j), values[j]);
            }
        }
    }

    /** Fails if a computed number is not finite; the message calls it {@code name}. */
    public void checkResult(String name, double value) {
        if (isTooLarge(value)) {
            throw failure((Double.isNaN(value) ? "a number on the way to " : "") + "`" + name + "`", 0);
        }
    }

    /** Fails if a number of a computed value is not finite. */
    void checkResult(Value value) {
        for (double number : value.values()) {
            if (isTooLarge(number)) {
                checkResult(Texts.source(span), number);
            }
        }
    }

    /** Fails at the first derivation whose result is not finite. */
    public void check(List<Derivation> lines, Network network) {
        for (Derivation line : lines) {
            if (line.lhs() instanceof Symbol symbol) {
                checkResult(new Names(network).syntax(symbol.quantity()), line.result());
            }
        }
    }

    /** Fails if a parameter of a network is too large. */
    public void check(double[] parameters, Network network) {
        for (int i = 0; i < parameters.length; i++) {
            if (isTooLarge(parameters[i])) {
                check(network.parameterName(i), parameters[i]);
            }
        }
    }

    /** Fails if a number of the samples is too large; even scaling a column may give such a number. */
    public void check(Samples samples, Network network) {
        rows(samples.inputs(), "the data", network, 0);
        rows(samples.targets(), "the data", network, network.depth());
        weights(samples.weights(), "the data");
        rows(samples.testInputs(), "the test data", network, 0);
        rows(samples.testTargets(), "the test data", network, network.depth());
        weights(samples.testWeights(), "the test data");
    }

    private void weights(double[] weights, String set) {
        for (int row = 0; weights != null && row < weights.length; row++) {
            check("the weight of row " + (row + 1) + " of " + set, weights[row]);
        }
    }

    private void rows(double[][] rows, String set, Network network, int layer) {
        for (int row = 0; row < rows.length; row++) {
            for (int j = 0; j < rows[row].length; j++) {
                if (isTooLarge(rows[row][j])) {
                    String name = (layer == 0 ? "" : "the target of ")
                            + network.neurons(layer).name(j);
                    throw failure(name + " in row " + (row + 1) + " of " + set, rows[row][j]);
                }
            }
        }
    }

    private boolean isTooLarge(double value) {
        return !Double.isFinite(precision.round(value));
    }

    private Failure failure(String what, double value) {
        boolean single = precision == Precision.SINGLE && Double.isFinite(value);
        return new Failure(span, single ? Problem.SINGLE_OVERFLOW : Problem.OVERFLOW, what);
    }
}
