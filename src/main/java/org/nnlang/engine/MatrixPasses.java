package org.nnlang.engine;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Network;

/**
 * Forward passes by products of matrices.
 *
 * <p>The last digits may differ from those of {@link org.nnlang.network.NetworkPass}, as those of the parameters do that were
 * trained in this way; nothing else is to be read by it.
 */
final class MatrixPasses<V> {
    private final Network network;
    private final Numbers<V> numbers;
    private final Batched<V> batched;
    private final Halves halves;
    private final List<MatrixPass<V>> passes = new ArrayList<>();
    private final List<Runnable> passing;

    /** What is passed now. */
    private V parameters;

    private double[][] inputs;
    private int from;
    private int samples;

    MatrixPasses(Network network, Numbers<V> numbers, MatrixProducts products) {
        this.network = network;
        this.numbers = numbers;
        batched = new Batched<>(network, numbers, Halves.MOST_ROWS);
        halves = new Halves(products, products.inTwo() && Costs.inTwo(network, Halves.MOST_ROWS));
        for (Part part : halves.parts()) {
            passes.add(new MatrixPass<>(network, numbers, products, batched, part.most(Halves.MOST_ROWS)));
        }
        passing = halves.each(this::pass);
    }

    /** As {@link BatchForward#each}. */
    void each(double[] with, double[][] rows, BatchForward.Visitor visitor) {
        parameters = numbers.hold(with);
        inputs = rows;
        for (from = 0; from < inputs.length; from += Halves.MOST_ROWS) {
            samples = Math.min(Halves.MOST_ROWS, inputs.length - from);
            halves.run(passing);
            for (Part part : halves.parts()) {
                show(part, visitor);
            }
        }
        inputs = null;
    }

    private void pass(Part part) {
        if (part.has(samples)) {
            int start = part.from(samples);
            int end = part.to(samples);
            for (int r = start; r < end; r++) {
                numbers.read(inputs[from + r], 0, batched.out(0), r * network.size(0), network.size(0));
            }
            passes.get(part.index()).begin(start, end);
            passes.get(part.index()).forward(parameters);
        }
    }

    private void show(Part part, BatchForward.Visitor visitor) {
        MatrixPass<V> pass = passes.get(part.index());
        int start = part.from(samples);
        for (int r = start; r < part.to(samples); r++) {
            pass.turnTo(r - start, !visitor.readsNetsOnly());
            visitor.sample(from + r, numbers.wide(pass.outputNet()), numbers.wide(pass.output()));
        }
    }
}
