package org.nnlang.engine;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Network;
import org.nnlang.network.Passes;

/**
 * Forward passes by products of matrices.
 *
 * <p>The last digits may differ from those of {@link org.nnlang.network.Pass}, as those of the parameters do that were
 * trained in this way; nothing else is to be read by it.
 */
final class MatrixPasses<V> {
    /** The most samples at a time: their rows should stay near the processor. */
    private static final int MOST_ROWS = 256;

    private final Network network;
    private final Numbers<V> numbers;
    private final MatrixProducts products;
    private final Batched<V> batched;
    private final List<Part> parts;
    private final List<MatrixPass<V>> passes = new ArrayList<>();
    private final Runnable firstPass = () -> pass(0);
    private final Runnable otherPass = () -> pass(1);

    /** What is passed now. */
    private V parameters;

    private double[][] inputs;
    private int from;
    private int samples;

    MatrixPasses(Network network, Numbers<V> numbers, MatrixProducts products) {
        this.network = network;
        this.numbers = numbers;
        this.products = products;
        batched = new Batched<>(network, numbers, MOST_ROWS);
        parts = Part.of(products.inTwo() && Costs.inTwo(network, MOST_ROWS));
        for (Part part : parts) {
            passes.add(new MatrixPass<>(network, numbers, products, batched, part.most(MOST_ROWS)));
        }
    }

    /** As {@link Passes#each}. */
    void each(double[] with, double[][] rows, Passes.Visitor visitor) {
        parameters = numbers.hold(with);
        inputs = rows;
        for (from = 0; from < inputs.length; from += MOST_ROWS) {
            samples = Math.min(MOST_ROWS, inputs.length - from);
            if (parts.size() > 1) {
                products.both(firstPass, otherPass);
            } else {
                pass(0);
            }
            for (Part part : parts) {
                show(part, visitor);
            }
        }
        inputs = null;
    }

    private void pass(int part) {
        int start = parts.get(part).from(samples);
        int end = parts.get(part).to(samples);
        if (start < end) {
            for (int r = start; r < end; r++) {
                numbers.read(inputs[from + r], 0, batched.out(0), r * network.size(0), network.size(0));
            }
            passes.get(part).begin(start, end);
            passes.get(part).forward(parameters);
        }
    }

    private void show(Part part, Passes.Visitor visitor) {
        MatrixPass<V> pass = passes.get(part.index());
        int start = part.from(samples);
        for (int r = start; r < part.to(samples); r++) {
            pass.turnTo(r - start, !visitor.readsNetsOnly());
            visitor.sample(from + r, numbers.wide(pass.outputNet()), numbers.wide(pass.output()));
        }
    }
}
