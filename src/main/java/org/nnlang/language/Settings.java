package org.nnlang.language;

import org.nnlang.language.statement.SetChoice;
import org.nnlang.network.Method;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Precision;
import org.nnlang.network.Rule;

/**
 * How a script trains and prints.
 *
 * @param batch samples for each update, or {@link Plan#ALL}
 * @param decay NaN when the script does not set it
 * @param order whether gradients are taken at the old weights, or layer by layer at the updated ones
 * @param decimals what every figure is rounded to, or {@link Method#UNROUNDED}
 */
record Settings(
        Optimizer optimizer,
        double learningRate,
        int batch,
        boolean shuffle,
        double decay,
        SetChoice.Choice order,
        int decimals,
        long seed,
        SetChoice.Choice engine,
        Precision precision,
        int digits) {
    private static final int ALL_DIGITS = 15;

    /** What a script begins with. */
    static final Settings STANDARD = new Settings(
            new Optimizer.Sgd(),
            0.1,
            1,
            false,
            Double.NaN,
            SetChoice.Choice.SIMULTANEOUS,
            Method.UNROUNDED,
            1,
            SetChoice.Choice.AUTO,
            Precision.DOUBLE,
            9);

    /** How figures are worked out: rounded to decimals, they are doubles, whatever the precision is. */
    Method method() {
        boolean rounds = decimals != Method.UNROUNDED;
        Method.Sequence sequence = order == SetChoice.Choice.SEQUENTIAL
                ? new Method.Sequence(learningRate, Rule.weightDecay(optimizer, decay))
                : null;
        return new Method(rounds ? Precision.DOUBLE : precision, decimals, sequence);
    }

    /** How many significant digits derivations have: of rounded figures all, so that each can be worked out again. */
    int derivationDigits() {
        return decimals == Method.UNROUNDED ? digits : Math.max(digits, ALL_DIGITS);
    }

    /** The decimals as a script writes them. */
    String round() {
        return decimals == Method.UNROUNDED ? "off" : Integer.toString(decimals);
    }

    Settings withOptimizer(Optimizer value) {
        return new Settings(
                value, learningRate, batch, shuffle, decay, order, decimals, seed, engine, precision, digits);
    }

    Settings withLearningRate(double value) {
        return new Settings(optimizer, value, batch, shuffle, decay, order, decimals, seed, engine, precision, digits);
    }

    Settings withBatch(int value) {
        return new Settings(
                optimizer, learningRate, value, shuffle, decay, order, decimals, seed, engine, precision, digits);
    }

    Settings withShuffle(boolean value) {
        return new Settings(
                optimizer, learningRate, batch, value, decay, order, decimals, seed, engine, precision, digits);
    }

    Settings withDecay(double value) {
        return new Settings(
                optimizer, learningRate, batch, shuffle, value, order, decimals, seed, engine, precision, digits);
    }

    Settings withOrder(SetChoice.Choice value) {
        return new Settings(
                optimizer, learningRate, batch, shuffle, decay, value, decimals, seed, engine, precision, digits);
    }

    Settings withDecimals(int value) {
        return new Settings(
                optimizer, learningRate, batch, shuffle, decay, order, value, seed, engine, precision, digits);
    }

    Settings withSeed(long value) {
        return new Settings(
                optimizer, learningRate, batch, shuffle, decay, order, decimals, value, engine, precision, digits);
    }

    Settings withEngine(SetChoice.Choice value) {
        return new Settings(
                optimizer, learningRate, batch, shuffle, decay, order, decimals, seed, value, precision, digits);
    }

    Settings withPrecision(Precision value) {
        return new Settings(
                optimizer, learningRate, batch, shuffle, decay, order, decimals, seed, engine, value, digits);
    }

    Settings withDigits(int value) {
        return new Settings(
                optimizer, learningRate, batch, shuffle, decay, order, decimals, seed, engine, precision, value);
    }
}
