package org.nnlang.interpreter;

import org.nnlang.ast.Stmt;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Precision;

/**
 * How a script trains and prints.
 *
 * @param batch samples for each update, or {@link Plan#ALL}
 * @param decay NaN when the script does not set it
 */
record Settings(
        Optimizer optimizer,
        double learningRate,
        int batch,
        boolean shuffle,
        double decay,
        long seed,
        Stmt.Choice engine,
        Precision precision,
        int digits) {
    /** What a script begins with. */
    static final Settings STANDARD =
            new Settings(new Optimizer.Sgd(), 0.1, 1, false, Double.NaN, 1, Stmt.Choice.AUTO, Precision.DOUBLE, 9);

    Settings withOptimizer(Optimizer value) {
        return new Settings(value, learningRate, batch, shuffle, decay, seed, engine, precision, digits);
    }

    Settings withLearningRate(double value) {
        return new Settings(optimizer, value, batch, shuffle, decay, seed, engine, precision, digits);
    }

    Settings withBatch(int value) {
        return new Settings(optimizer, learningRate, value, shuffle, decay, seed, engine, precision, digits);
    }

    Settings withShuffle(boolean value) {
        return new Settings(optimizer, learningRate, batch, value, decay, seed, engine, precision, digits);
    }

    Settings withDecay(double value) {
        return new Settings(optimizer, learningRate, batch, shuffle, value, seed, engine, precision, digits);
    }

    Settings withSeed(long value) {
        return new Settings(optimizer, learningRate, batch, shuffle, decay, value, engine, precision, digits);
    }

    Settings withEngine(Stmt.Choice value) {
        return new Settings(optimizer, learningRate, batch, shuffle, decay, seed, value, precision, digits);
    }

    Settings withPrecision(Precision value) {
        return new Settings(optimizer, learningRate, batch, shuffle, decay, seed, engine, value, digits);
    }

    Settings withDigits(int value) {
        return new Settings(optimizer, learningRate, batch, shuffle, decay, seed, engine, precision, value);
    }
}
