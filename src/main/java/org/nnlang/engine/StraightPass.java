package org.nnlang.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.math.Recipe;
import org.nnlang.network.Activation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Samples;

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

    /** {@code weighted} if the weight of the sample follows the targets. */
    StraightPass(Network network, Arithmetic v, int[] parameters, boolean weighted) {
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
        target = v.target(network.output().size() + (weighted ? 1 : 0));
    }

    /** The targets of all samples, each followed by its weight if the samples have weights. */
    static double[][] targets(Samples samples) {
        double[][] targets = samples.targets();
        if (!samples.isWeighted()) {
            return targets;
        }
        double[][] weighted = new double[targets.length][];
        for (int row = 0; row < targets.length; row++) {
            weighted[row] = Arrays.copyOf(targets[row], targets[row].length + 1);
            weighted[row][targets[row].length] = samples.weight(row);
        }
        return weighted;
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

    /** The variables of the targets, and of the sample's weight if it has one. */
    int[] target() {
        return target;
    }

    void forward() {
        for (int l = 1; l <= depth; l++) {
            each(l, out[l - 1].length, this::weightedInput);
            lines(l, activation(l).forward().lines(), Map.of(activation(l).variable(), net[l]), out[l]);
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

    /** Writes the lines of a recipe for each neuron of a layer: what they are given, and what the last one gives. */
    private void lines(int l, List<Recipe.Line> lines, Map<String, int[]> given, int[] to) {
        Map<String, int[]> variables = new HashMap<>(given);
        for (Recipe.Line line : lines) {
            boolean last = line == lines.getLast();
            Formula formula = overLayer(line.formula(), variables, to.length);
            int[] result = last ? to : v.fresh(to.length);
            each(l, Parts.hasCalls(formula) ? CALL : 3, (_, j) -> {
                push(formula, variables, j);
                v.set(result[j]);
            });
            variables.put(line.name(), result);
        }
    }

    private void push(Formula formula, Map<String, int[]> variables, int j) {
        new FormulaCode(v, name -> v.get(variables.get(name)[j])).push(formula);
    }

    /** The formula with a variable in the place of each sum, and of each largest number, of all neurons. */
    private Formula overLayer(Formula formula, Map<String, int[]> variables, int size) {
        Formula each = switch (formula) {
            case Formula.Sum f -> f.terms().getFirst();
            case Formula.Call f
            when f.function() == Function.MAX -> f.arguments().getFirst();
            default -> null;
        };
        if (!(each instanceof Each(Formula of))) {
            return Parts.map(formula, part -> overLayer(part, variables, size));
        }
        Formula name = Formula.variable("over" + variables.size());
        int result = v.fresh();
        Map<String, int[]> before = Map.copyOf(variables);
        v.piece(size, () -> {
            boolean sum = formula instanceof Formula.Sum;
            for (int j = 0; j < size; j++) {
                if (j == 0 && sum) {
                    v.number(0);
                }
                push(of, before, j);
                if (sum) {
                    v.plus();
                } else if (j > 0) {
                    v.call("max", Math.class, 2);
                }
            }
            v.set(result);
        });
        int[] all = new int[size];
        Arrays.fill(all, result);
        variables.put(((Formula.Variable) name).name(), all);
        return name;
    }

    void backward() {
        outputDelta();
        int size = out[depth].length;
        if (target.length > size) {
            each(
                    depth,
                    1,
                    (l, k) -> v.get(delta[l][k]).get(target[size]).times().set(delta[l][k]));
        }
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
        Loss loss = network.loss();
        Map<String, int[]> variables = new HashMap<>(Map.of(loss.target(), target));
        variables.put(loss.output(), out[depth]);
        if (loss.entropy() != null) {
            lines(depth, List.of(line(loss.entropy().delta())), variables, delta[depth]);
            return;
        }
        int[] back = v.fresh(out[depth].length);
        lines(depth, List.of(line(loss.derivative())), variables, back);
        if (loss.isOwn()) {
            int[] shares = v.fresh(out[depth].length);
            lines(depth, List.of(line(loss.share())), variables, shares);
            each(depth, 1, (_, k) -> {
                v.get(back[k]).get(shares[k]).call("unlessUndefined", Steps.class, 2);
                v.set(back[k]);
            });
        }
        throughActivation(depth, back);
    }

    private Recipe.Line line(Formula formula) {
        return Recipe.line("", formula.bind(Map.of(Loss.COUNT, Formula.number(out[depth].length))));
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
        Map<String, int[]> variables = new HashMap<>(Map.of(Activation.GRADIENT, back, Activation.OUT, out[l]));
        variables.put(activation(l).variable(), net[l]);
        lines(l, activation(l).backward().lines(), variables, delta[l]);
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
