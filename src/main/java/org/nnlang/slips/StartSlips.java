package org.nnlang.slips;

import java.util.function.UnaryOperator;
import org.nnlang.network.Network;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;

/** The slips with what is given: weights by columns for rows, two weights, inputs or targets swapped. */
final class StartSlips {
    /** Of more inputs or targets than this only neighbours are swapped, and of weights those of one neuron. */
    private static final int MOST_TO_SWAP = 8;

    private static final int MOST_SWAPS = 100;

    private final SlipList list;
    private final Network network;
    private final Sample sample;

    StartSlips(SlipList list) {
        this.list = list;
        network = list.network();
        sample = list.calculation().sample();
    }

    void columns() {
        boolean edited = list.calculation().replay().edited();
        list.addByLayer(
                "by-columns",
                "",
                "the weights are read by columns, not by rows, in",
                l -> network.size(l) > 1 && network.size(l - 1) > 1 && !edited,
                StartSlips::byColumns);
    }

    private static Calculation byColumns(Calculation calculation, int l) {
        Network network = calculation.network();
        return calculation.from(start -> {
            double[] moved = start.clone();
            for (int j = 0; j < network.size(l); j++) {
                for (int i = 0; i < network.size(l - 1); i++) {
                    moved[network.weightIndex(l, j, i)] = start[network.weightStart(l) + i * network.size(l) + j];
                }
            }
            return moved;
        });
    }

    void inputs() {
        if (sample != null && sample.input() != null) {
            swaps(
                    "inputs-swapped",
                    0,
                    sample.input(),
                    (samples, i, j) -> new Samples(
                            swapped(samples.inputs(), i, j),
                            samples.targets(),
                            samples.weights(),
                            swapped(samples.testInputs(), i, j),
                            samples.testTargets(),
                            samples.testWeights(),
                            samples.classes()));
        }
        if (sample != null && sample.target() != null) {
            swaps(
                    "targets-swapped",
                    network.depth(),
                    sample.target(),
                    (samples, i, j) -> new Samples(
                            samples.inputs(),
                            swapped(samples.targets(), i, j),
                            samples.weights(),
                            samples.testInputs(),
                            swapped(samples.testTargets(), i, j),
                            samples.testWeights(),
                            samples.classes()));
        }
    }

    private interface Swap {
        Samples in(Samples samples, int i, int j);
    }

    private void swaps(String kind, int l, double[] values, Swap swap) {
        for (int i = 0; i < values.length; i++) {
            int last = values.length <= MOST_TO_SWAP ? values.length - 1 : Math.min(i + 1, values.length - 1);
            for (int j = i + 1; j <= last && list.count(kind) < MOST_SWAPS; j++) {
                int a = i;
                int b = j;
                String names = network.neurons(l).name(i) + " and "
                        + network.neurons(l).name(j);
                String words =
                        l == 0 ? "the inputs " + names + " are swapped" : "the targets of " + names + " are swapped";
                list.add(kind, (i + 1) + " " + (j + 1), words, s -> swap(s, l, a, b, swap));
            }
        }
    }

    private static Calculation swap(Calculation calculation, int l, int i, int j, Swap swap) {
        UnaryOperator<Samples> change = samples -> samples == null ? null : swap.in(samples, i, j);
        Sample old = calculation.sample();
        Sample other = l == 0
                ? new Sample(swapped(old.input(), i, j), old.target(), old.weight())
                : new Sample(old.input(), swapped(old.target(), i, j), old.weight());
        return calculation.with(plan -> plan.with(change.apply(plan.samples()))).on(other);
    }

    private static double[][] swapped(double[][] rows, int i, int j) {
        double[][] all = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            all[row] = swapped(rows[row], i, j);
        }
        return all;
    }

    private static double[] swapped(double[] values, int i, int j) {
        double[] copy = values.clone();
        copy[i] = values[j];
        copy[j] = values[i];
        return copy;
    }

    void weights() {
        for (int layer = 1; layer <= network.depth(); layer++) {
            int l = layer;
            int count = network.size(l) * network.size(l - 1);
            int reach = count <= 2 * MOST_TO_SWAP ? count : 1;
            for (int a = 0; a < count; a++) {
                for (int b = a + 1;
                        b < Math.min(count, a + 1 + reach) && list.count("weights-swapped") < MOST_SWAPS;
                        b++) {
                    weights(l, a, b);
                }
            }
        }
    }

    private void weights(int l, int a, int b) {
        String first = network.parameterName(network.weightStart(l) + a);
        String second = network.parameterName(network.weightStart(l) + b);
        list.add("weights-swapped", first + " " + second, first + " and " + second + " are swapped", s -> {
            int at = s.network().weightStart(l);
            return s.from(start -> swapped(start, at + a, at + b));
        });
    }
}
