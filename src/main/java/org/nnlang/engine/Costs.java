package org.nnlang.engine;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.math.Recipe;
import org.nnlang.network.Activation;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.training.Plan;

/**
 * About what an update costs by each kernel, in nanoseconds.
 *
 * <p>The constants were fitted to measured times of networks from 2-4-1 to 784-128-10 with batches from 1 to 256, in
 * double on one processor with vectors of 512 bits. On another one all are slower together; only their ratios decide.
 */
final class Costs {
    /** Nanoseconds, from which two threads gain even where they wait for each other twice. */
    private static final double WORTH_TWO_THREADS = 100_000;

    private final double samples;
    private final double weights;
    private final double parameters;
    private final double neurons;
    private final double layers;
    /** Neurons whose activation is a function to be worked out; softmax is in what every neuron costs. */
    private final double curved;
    /** Multiplications of one sample's passes: forward, backward from the second layer on, and the gradients. */
    private final double products;
    /** Arrays that the weights of loops are in. */
    private final double rows;

    private final Extra steps;
    private final boolean oneByOne;

    /** What the steps of an optimizer cost for each parameter, beyond plain descent. */
    private record Extra(double plain, double straight, double loops, double matrices) {
        /** By what a recipe remembers, by the slow operations for each parameter, and by what needs all gradients at once. */
        static Extra of(Plan plan) {
            int memory = plan.optimizer().memory().size();
            int slow = 0;
            for (Recipe.Line line : Optimizer.split(plan.recipe()).each()) {
                slow += slow(line.formula());
            }
            double whole = plan.updatesAsAWhole() ? 3.5 : 0;
            double norm = plan.shaping().needsNorm() ? 1 : 0;
            return new Extra(
                    0.4 * memory + 0.7 * slow + 2.4 * norm,
                    0.4 * memory + 0.95 * slow + norm,
                    0.45 * slow + whole + 2.4 * norm,
                    0.3 * memory + 0.1 * slow + whole + 2.4 * norm);
        }

        /** A division or a root is one; a function is as slow as several. */
        private static int slow(Formula formula) {
            int own = switch (formula) {
                case Formula.Quotient _, Formula.Root _ -> 1;
                case Formula.Call f -> isSimple(f.function()) ? 0 : 8;
                case Formula.Power _ -> 8;
                default -> 0;
            };
            return own + Parts.of(formula).stream().mapToInt(Extra::slow).sum();
        }

        private static boolean isSimple(Function function) {
            return function == Function.MAX || function == Function.MIN || function == Function.SIGN;
        }
    }

    Costs(Plan plan) {
        Network network = plan.network();
        samples = Batch.most(plan);
        weights = network.weightCount();
        parameters = network.parameterCount();
        neurons = layers(network, network::size);
        layers = network.depth();
        curved = layers(network, l -> isCurved(network.layer(l).activation()) ? network.size(l) : 0);
        products = layers(network, l -> (l == 1 ? 2.0 : 3.0) * network.size(l) * network.size(l - 1));
        rows = layers(network, l -> LoopPass.rows(network, l));
        steps = Extra.of(plan);
        oneByOne = samples == 1 && plan.isPlainDescent();
    }

    private static double layers(Network network, IntToDoubleFunction count) {
        return IntStream.rangeClosed(1, network.depth()).mapToDouble(count).sum();
    }

    private static boolean isCurved(Activation activation) {
        return activation.elementwise() && activation.use() != Activation.Use.RELU_LIKE && !activation.isLinear();
    }

    /** The plain arithmetic: sums that wait for each addition, and loops over few neurons for each operation of a formula. */
    double plain() {
        return 40 + steps.plain * parameters + samples * (0.43 * products + 11.5 * neurons + 6 * layers);
    }

    /** Straight-line code: the same operations, without what is around them; the more code, the slower it is read. */
    double straight() {
        double each = 6 + (0.3 + 0.00034 * weights) * products + 1.6 * neurons + 2.3 * curved;
        return steps.straight * parameters + samples * each;
    }

    /** What it costs to have loops compiled, beyond the plain arithmetic. */
    double compilingLoops() {
        return 60e6;
    }

    /** What generating straight-line code and having it compiled costs. */
    double generating() {
        return 50e6 + 0.5e6 * parameters;
    }

    /** Loops: much for a sample and each row of weights, little for what is in it. */
    double loops() {
        double update = (oneByOne ? 8.6 : 22) * rows + (steps.loops + (samples > 1 ? 0.2 : 0)) * parameters;
        return update + samples * (70 + rows + 0.06 * products + 3.2 * neurons);
    }

    /** Products of matrices: calls of native code, a step for each weight, then very little for each sample. */
    double matrices() {
        return 450 + steps.matrices * parameters + 0.35 * weights + samples * (0.034 * products + 4 * neurons);
    }

    /** Whether an update by products is long enough to be made in two halves, by two threads that wait for each other. */
    boolean inTwo() {
        return samples >= Part.WORTH_HALVES && matrices() > WORTH_TWO_THREADS;
    }

    /** The same of so many forward passes. */
    static boolean inTwo(Network network, int samples) {
        return 0.034 * samples * network.weightCount() > WORTH_TWO_THREADS;
    }
}
