package org.nnlang.engine;

import org.nnlang.network.Activation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;

/** Writes the forward and the backward pass of one sample, and the gradients, as {@link org.nnlang.network.NetworkPass} has them. */
final class StraightPass {
    /** About how many operations the code of a function of one number is worth. */
    private static final int CALL = 10;

    private final Network network;
    private final Arithmetic v;
    private final int depth;
    private final int[] parameters;
    private final int[][] net;
    private final int[][] out;
    private final int[][] delta;
    private final int[] target;

    StraightPass(Network network, Arithmetic v, int[] parameters) {
        this.network = network;
        this.v = v;
        this.parameters = parameters;
        depth = network.depth();
        net = new int[depth + 1][];
        out = new int[depth + 1][];
        delta = new int[depth + 1][];
        for (int l = 0; l <= depth; l++) {
            out[l] = l == 0 ? v.input(network.size(0)) : v.fresh(network.size(l));
            net[l] = v.fresh(l == 0 ? 0 : network.size(l));
            delta[l] = v.fresh(l == 0 ? 0 : network.size(l));
        }
        target = v.target(network.output().size());
    }

    /** The variables of the input. */
    int[] input() {
        return out[0];
    }

    /** The variables of the output layer's nets. */
    int[] outputNet() {
        return net[depth];
    }

    /** The variables of the outputs. */
    int[] output() {
        return out[depth];
    }

    /** The variables of the targets. */
    int[] target() {
        return target;
    }

    void forward() {
        for (int l = 1; l <= depth; l++) {
            each(l, out[l - 1].length, this::weightedInput);
            if (activation(l).elementwise()) {
                each(l, CALL, this::value);
            } else {
                softmax(l);
            }
        }
    }

    /** What is written for a neuron of a layer. */
    private interface Neuron {
        void write(int l, int j);
    }

    /** A piece for each neuron of a layer. */
    private void each(int l, int operations, Neuron neuron) {
        for (int j = 0; j < out[l].length; j++) {
            int number = j;
            v.piece(operations, () -> neuron.write(l, number));
        }
    }

    private void weightedInput(int l, int j) {
        for (int i = 0; i < out[l - 1].length; i++) {
            v.get(parameters[network.weightIndex(l, j, i)]).get(out[l - 1][i]).times();
            if (i > 0) {
                v.plus();
            }
        }
        int bias = network.biasIndex(l, j);
        if (bias >= 0) {
            v.get(parameters[bias]).plus();
        }
        v.set(net[l][j]);
    }

    private void value(int l, int j) {
        if (activation(l) instanceof Activation.Linear) {
            v.get(net[l][j]);
        } else {
            v.constant(l - 1, activation(l).getClass())
                    .get(net[l][j])
                    .call(activation(l).getClass(), "value", 1);
        }
        v.set(out[l][j]);
    }

    private void softmax(int l) {
        int largest = v.fresh();
        int sum = v.fresh();
        v.piece(net[l].length, () -> {
            v.get(net[l][0]).set(largest);
            for (int z : net[l]) {
                v.get(largest).get(z).call("max", Math.class, 2).set(largest);
            }
            v.number(0).set(sum);
        });
        each(l, CALL, (_, k) -> {
            v.get(net[l][k]).get(largest).call("power", Steps.class, 2).set(out[l][k]);
            v.get(sum).get(out[l][k]).plus().set(sum);
        });
        each(l, 1, (_, k) -> v.get(out[l][k]).get(sum).over().set(out[l][k]));
    }

    void backward() {
        outputDelta();
        for (int l = depth - 1; l >= 1; l--) {
            int[] back = v.fresh(out[l].length);
            each(l, delta[l + 1].length, (layer, i) -> {
                comeBack(layer, i);
                v.set(back[i]);
            });
            throughActivation(l, back);
        }
    }

    private void outputDelta() {
        int n = target.length;
        switch (network.loss()) {
            case Loss.CrossEntropy _ -> crossEntropyDelta();
            case Loss.BinaryCrossEntropy _ -> {
                each(
                        depth,
                        2,
                        (l, k) -> v.get(out[l][k])
                                .get(target[k])
                                .minus()
                                .number(n)
                                .over()
                                .set(delta[l][k]));
            }
            default -> {
                int[] back = v.fresh(n);
                Class<?> loss = network.loss().getClass();
                each(depth, 2, (l, k) -> {
                    v.constant(l, loss).get(target[k]).get(out[l][k]).whole(n);
                    v.callOfOutputs(loss, "derivative").set(back[k]);
                });
                throughActivation(depth, back);
            }
        }
    }

    private void crossEntropyDelta() {
        int sum = v.fresh();
        v.piece(target.length, () -> {
            v.number(0);
            for (int t : target) {
                v.get(t).plus();
            }
            v.set(sum);
        });
        each(
                depth,
                2,
                (l, k) ->
                        v.get(out[l][k]).get(sum).times().get(target[k]).minus().set(delta[l][k]));
    }

    /** Pushes Σⱼ delta(j) · w(i, j). */
    private void comeBack(int l, int i) {
        for (int j = 0; j < delta[l + 1].length; j++) {
            v.get(delta[l + 1][j])
                    .get(parameters[network.weightIndex(l + 1, j, i)])
                    .times();
            if (j > 0) {
                v.plus();
            }
        }
    }

    private void throughActivation(int l, int[] back) {
        if (!activation(l).elementwise()) {
            throughSoftmax(l, back);
            return;
        }
        each(l, 3, (_, j) -> {
            v.get(back[j]);
            if (!(activation(l) instanceof Activation.Linear)) {
                Class<?> type = activation(l).getClass();
                v.constant(l - 1, type)
                        .get(net[l][j])
                        .get(out[l][j])
                        .call(type, "derivative", 2)
                        .times();
            }
            v.set(delta[l][j]);
        });
    }

    private void throughSoftmax(int l, int[] back) {
        int mean = v.fresh();
        v.piece(back.length, () -> {
            v.number(0);
            for (int k = 0; k < back.length; k++) {
                v.get(back[k]).get(out[l][k]).times().plus();
            }
            v.set(mean);
        });
        each(
                l,
                2,
                (_, j) ->
                        v.get(out[l][j]).get(back[j]).get(mean).minus().times().set(delta[l][j]));
    }

    /** Pushes the gradient of parameter {@code index}. */
    void gradient(int index) {
        int l = network.layerOf(index);
        if (network.isWeight(index)) {
            int offset = index - network.weightStart(l);
            int sources = network.size(l - 1);
            v.get(delta[l][offset / sources]).get(out[l - 1][offset % sources]).times();
        } else if (network.layer(l).biasMode() == Layer.BiasMode.SHARED) {
            v.get(delta[l][0]);
            for (int j = 1; j < delta[l].length; j++) {
                v.get(delta[l][j]).plus();
            }
        } else {
            v.get(delta[l][index - network.biasStart(l)]);
        }
    }

    private Activation activation(int l) {
        return network.layer(l).activation();
    }
}
