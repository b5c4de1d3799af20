package org.nnlang.engine;

import org.nnlang.network.Activation;
import org.nnlang.network.Loss;

/**
 * Arithmetic on rows of numbers in double or in float32, which the loop kernel and the matrix kernel are written in.
 *
 * <p>The two classes for double and float32 say the same twice on purpose: Java has no arithmetic on a type that is left
 * open, and loops on anything but plain arrays don't become vector instructions.
 *
 * <p>All operations on rows are loops over one index, the same in every array: those the compiler turns into vector
 * instructions. Each result is the one that {@link org.nnlang.network.NetworkPass} has.
 *
 * @param <V> an array of such numbers
 */
abstract class Numbers<V> {
    /** A row of zeros. */
    abstract V row(int size);

    /** Rows of zeros. */
    abstract V[] rows(int count, int size);

    /** Rows of rows, not there yet. */
    abstract V[][] layers(int count);

    /** Rows of rows of rows, not there yet. */
    abstract V[][][] memories(int count);

    /** The numbers of an array, kept in this precision: the array itself, or a copy. */
    abstract V hold(double[] values);

    /** All rows of a table in one array, where they must be converted and there is room for them in one; else null. */
    abstract V table(double[][] rows);

    /** Copies a row of a table, which {@link #table} made that of. */
    abstract void copyRow(double[][] rows, V table, int row, V to, int at);

    /** Writes back what was held, where it is a copy. */
    abstract void release(V held, double[] values);

    /** Reads some numbers, rounded. */
    abstract void read(double[] from, int at, V to, int toAt, int count);

    /** Reads a row from numbers that lie a step apart. */
    abstract void readColumn(double[] from, int at, int step, V to);

    /** Writes a row to numbers that lie a step apart. */
    abstract void writeColumn(V from, double[] to, int at, int step);

    /** Copies some numbers. */
    abstract void copy(V from, int at, V to, int toAt, int count);

    /** Sets some numbers to one of another row. */
    abstract void fill(V row, int from, int to, V values, int index);

    /** to(r) ← rows(r)(index). */
    abstract void pick(V[] rows, int index, V to, int count);

    /** to ← Σᵢ factors(i) · rows(i), first to last; or the same added to what is there, term by term. */
    abstract void combine(V to, V[] rows, V factors, int count, boolean add);

    /** Two such sums of the same rows. */
    abstract void combineTwo(V to1, V to2, V[] rows, V factors1, V factors2, int count, boolean add);

    /** to(i) ← Σⱼ d(j) · rows(i)(j), first to last. */
    abstract void dots(V to, V[] rows, V d);

    /** to ← to + what. */
    abstract void add(V to, V what);

    /** to ← to + one number. */
    abstract void add(V to, V what, int index);

    /** Some of row ← row · factor. */
    abstract void scale(V row, int from, int to, double factor);

    /** to ← to / count. */
    abstract void divide(V to, int count);

    /** to(0) ← what(0) + what(1) + …, or the same added to what is there. */
    abstract void total(V to, V what, boolean add);

    /** row ← row − rate · (factor · d), with a factor out of a row. */
    abstract void descend(V row, double rate, V factors, int index, V d);

    /** c ← alpha · product + beta · c. */
    abstract void multiply(
            MatrixProducts products,
            MatrixProducts.Form form,
            int m,
            int n,
            int k,
            double alpha,
            V a,
            int aAt,
            int aStep,
            V b,
            int bAt,
            double beta,
            V c,
            int cAt);

    /** sums(j) ← Σᵣ matrix(r, j), first row to last, for some of the columns j. */
    abstract void columns(V matrix, int rows, int columns, int from, int to, V sums);

    /** to(at + j) ← alpha · what(j) + beta · to(at + j), for some j. */
    abstract void blend(double alpha, V what, int from, int end, double beta, V to, int at);

    /** An activation of so many numbers at a time: of a layer's neurons, or, neuron by neuron, of many layers'. */
    abstract Activations<V> activations(Activation activation, int count);

    /** The numbers of a row as doubles: the row itself, or a copy. */
    abstract double[] wide(V row);

    /**
     * An activation of always as many numbers at a time; with room of its own, so that it serves one thread.
     *
     * <p>Each result is the one that {@link Activation} has.
     */
    interface Activations<V> {
        /** out ← f(net). */
        void apply(V net, V out);

        /** delta by way of ∂error/∂out. */
        void backward(V net, V out, V outGradient, V delta);

        /** delta of the output layer. */
        void delta(Loss loss, V target, V net, V out, V outGradient, V delta);
    }
}
