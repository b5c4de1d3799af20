package org.nnlang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.nnlang.explain.Examples.Example;
import org.nnlang.network.Activations;
import org.nnlang.network.Layer;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Quantity;
import org.nnlang.network.Samples;
import org.nnlang.render.TextRenderer;
import org.nnlang.training.Shaping;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** Derivations as they are printed; the figures are checked with independent arithmetic. */
class ExplainTextTest {
    private final Example worked = Examples.worked();

    /** The text that the language's description promises. */
    @Test
    void aWeightOfTheLastLayer() {
        assertThat(worked.text(worked.gradient(5))).isEqualTo("""
                        ∂error/∂w5 = ∂error/∂out(y1) · ∂out(y1)/∂net(y1) · ∂net(y1)/∂w5

                          ∂error/∂out(y1)   = out(y1) − target(y1)    = 0.75136507 − 0.01             = 0.74136507
                          ∂out(y1)/∂net(y1) = out(y1) · (1 − out(y1)) = 0.75136507 · (1 − 0.75136507) = 0.186815602
                          ∂net(y1)/∂w5      = out(h1)                                                 = 0.593269992

                        ∂error/∂w5 = 0.74136507 · 0.186815602 · 0.593269992 = 0.0821670406
                        """);
    }

    @Test
    void aWeightFurtherBack() {
        assertThat(worked.text(worked.gradient(1))).isEqualTo("""
                        ∂error/∂w1 = ∂error/∂out(h1) · ∂out(h1)/∂net(h1) · ∂net(h1)/∂w1

                          ∂error/∂out(h1) = ∂error/∂net(y1) · ∂net(y1)/∂out(h1) + ∂error/∂net(y2) · ∂net(y2)/∂out(h1)

                            ∂error/∂net(y1) = ∂error/∂out(y1) · ∂out(y1)/∂net(y1)

                              ∂error/∂out(y1)   = out(y1) − target(y1)    = 0.75136507 − 0.01             = 0.74136507
                              ∂out(y1)/∂net(y1) = out(y1) · (1 − out(y1)) = 0.75136507 · (1 − 0.75136507) = 0.186815602

                            ∂error/∂net(y1) = 0.74136507 · 0.186815602 = 0.138498562

                            ∂error/∂net(y2) = ∂error/∂out(y2) · ∂out(y2)/∂net(y2)

                              ∂error/∂out(y2)   = out(y2) − target(y2)    = 0.772928465 − 0.99              = −0.217071535
                              ∂out(y2)/∂net(y2) = out(y2) · (1 − out(y2)) = 0.772928465 · (1 − 0.772928465) = 0.175510053

                            ∂error/∂net(y2) = −0.217071535 · 0.175510053 = −0.0380982365

                            ∂net(y1)/∂out(h1) = w5 = 0.4
                            ∂net(y2)/∂out(h1) = w7 = 0.5

                          ∂error/∂out(h1) = 0.138498562 · 0.4 + (−0.0380982365) · 0.5 = 0.0363503064

                          ∂out(h1)/∂net(h1) = out(h1) · (1 − out(h1)) = 0.593269992 · (1 − 0.593269992) = 0.241300709
                          ∂net(h1)/∂w1      = x1                                                        = 0.05

                        ∂error/∂w1 = 0.0363503064 · 0.241300709 · 0.05 = 0.000438567734
                        """);
    }

    @Test
    void anOutput() {
        assertThat(worked.text(new Quantity.Output(1, 0))).isEqualTo("""
                        out(h1) = 1 / (1 + e^−net(h1))

                          net(h1) = w1 · x1 + w2 · x2 + b1 = 0.15 · 0.05 + 0.2 · 0.1 + 0.35 = 0.3775

                        out(h1) = 1 / (1 + e^−0.3775) = 0.593269992
                        """);
    }

    @Test
    void theError() {
        assertThat(worked.text(new Quantity.TotalError())).isEqualTo("""
                        error = error(y1) + error(y2)

                          error(y1) = ½ · (target(y1) − out(y1))² = ½ · (0.01 − 0.75136507)²  = 0.274811083
                          error(y2) = ½ · (target(y2) − out(y2))² = ½ · (0.99 − 0.772928465)² = 0.0235600256

                        error = 0.274811083 + 0.0235600256 = 0.298371109
                        """);
    }

    @Test
    void plainFacts() {
        assertThat(worked.text(new Quantity.Net(1, 0)))
                .isEqualTo("net(h1) = w1 · x1 + w2 · x2 + b1 = 0.15 · 0.05 + 0.2 · 0.1 + 0.35 = 0.3775\n");
        assertThat(worked.text(new Quantity.Output(0, 1))).isEqualTo("x2 = 0.1, given\n");
        assertThat(worked.text(new Quantity.Target(1))).isEqualTo("target(y2) = 0.99, given\n");
        assertThat(worked.text(new Quantity.Parameter(4))).isEqualTo("b1 = 0.35, fixed: training leaves it alone\n");
        assertThat(worked.text(new Quantity.Step())).isEqualTo("step = 0\n");
        assertThat(worked.text(new Quantity.MeanLoss(Quantity.Set.TRAINING))).isEqualTo("loss = error = 0.298371109\n");
        assertThat(worked.text(new Quantity.Accuracy(Quantity.Set.TRAINING)))
                .isEqualTo("accuracy = right / samples = 1 / 1 = 1\n");
    }

    @Test
    void derivativesOfThemselvesAndWithoutAPath() {
        Quantity.Scalar h1 = new Quantity.Output(1, 0);
        assertThat(worked.text(new Quantity.Partial(h1, h1))).isEqualTo("∂out(h1)/∂out(h1) = 1\n");
        assertThat(worked.text(new Quantity.Partial(h1, worked.weight(5))))
                .isEqualTo("∂out(h1)/∂w5 = 0, as out(h1) does not depend on w5\n");
        assertThat(worked.text(new Quantity.Partial(new Quantity.Output(1, 1), worked.weight(1))))
                .isEqualTo("∂out(h2)/∂w1 = 0, as out(h2) does not depend on w1\n");
    }

    @Test
    void anUpdateByAdam() {
        Example example = worked.with(Optimizers.of("adam", 0.9, 0.999, 1e-8), Double.NaN);
        new Trainer(example.plan()).run(example.state(), 2);
        assertThat(example.text(example.weight(5))).isEqualTo("""
                        w5 @ 3 = w5 − η · m̂ / (√v̂ + ε)

                          ∂error/∂w5 = ∂error/∂out(y1) · ∂out(y1)/∂net(y1) · ∂net(y1)/∂w5

                            ∂error/∂out(y1)   = out(y1) − target(y1)    = 0.484679584 − 0.01              = 0.474679584
                            ∂out(y1)/∂net(y1) = out(y1) · (1 − out(y1)) = 0.484679584 · (1 − 0.484679584) = 0.249765285
                            ∂net(y1)/∂w5      = out(h1)                                                   = 0.574657931

                          ∂error/∂w5 = 0.474679584 · 0.249765285 · 0.574657931 = 0.0681305716

                          g  = ∂error/∂w5                                                                       = 0.0681305716
                          mₙ = β₁ · mₙ₋₁ + (1 − β₁) · g  = 0.9 · 0.0156868442 + (1 − 0.9) · 0.0681305716        = 0.0209312169
                          vₙ = β₂ · vₙ₋₁ + (1 − β₂) · g² = 0.999 · 1.36200833e-05 + (1 − 0.999) · 0.0681305716² = 1.8248238e-05
                          m̂  = mₙ / (1 − β₁ⁿ)            = 0.0209312169 / (1 − 0.9³)                            = 0.0772369628
                          v̂  = vₙ / (1 − β₂ⁿ)            = 1.8248238e-05 / (1 − 0.999³)                         = 0.00608883281

                        w5 @ 3 = −0.60011329 − 0.5 · 0.0772369628 / (√0.00608883281 + 1e-08) = −1.09502544
                        """);
    }

    @Test
    void softmaxWithCrossEntropy() {
        double[] parameters = {0.1, 0.2, -0.3, 0.4, 0.5, -0.6, 0, 0.1, -0.1};
        Layer y = Examples.layer("y", 3, Activations.SOFTMAX.standard());
        Example example = Examples.example(
                2, List.of(y), Losses.CROSS_ENTROPY.standard(), parameters, new double[] {1, -2}, 0, 1, 0);
        assertThat(example.text(example.gradient(3))).isEqualTo("""
                        ∂error/∂w3 = ∂error/∂net(y2) · ∂net(y2)/∂w3

                          ∂error/∂net(y2) = ∂error/∂out(y1) · ∂out(y1)/∂net(y2) + ∂error/∂out(y2) · ∂out(y2)/∂net(y2)
                                          + ∂error/∂out(y3) · ∂out(y3)/∂net(y2)

                            ∂error/∂out(y1)   = 0, as target(y1) = 0
                            ∂out(y1)/∂net(y2) = −out(y1) · out(y2)      = −0.12221234 · 0.0606888522        = −0.00741692666
                            ∂error/∂out(y2)   = −target(y2) / out(y2)   = −1 / 0.0606888522                 = −16.4774907
                            ∂out(y2)/∂net(y2) = out(y2) · (1 − out(y2)) = 0.0606888522 · (1 − 0.0606888522) = 0.0570057154
                            ∂error/∂out(y3)   = 0, as target(y3) = 0
                            ∂out(y3)/∂net(y2) = −out(y3) · out(y2)      = −0.817098807 · 0.0606888522       = −0.0495887887

                          ∂error/∂net(y2) = 0 · (−0.00741692666) + (−16.4774907) · 0.0570057154 + 0 · (−0.0495887887) = −0.939311148
                          simplified      = out(y2) − target(y2) = 0.0606888522 − 1 = −0.939311148

                          ∂net(y2)/∂w3 = x1 = 1

                        ∂error/∂w3 = −0.939311148 · 1 = −0.939311148
                        """);
    }

    @Test
    void aWideLayer() {
        assertThat(deep().text(new Quantity.Net(1, 0))).isEqualTo("""
                        net(la1) = w1 · x1 + w2 · x2 + w3 · x3 + ⋯ + w784 · x784 + b1
                                 = −0.175 · 0 + (−0.025) · 0.1 + 0.125 · 0.2 + ⋯ + 0.425 · 0.3 + (−0.25)
                                 = −0.01
                        """);
    }

    @Test
    void aDeepNetworkStaysShort() {
        Example deep = deep();
        String text = deep.text(deep.gradient(2));
        assertThat(text)
                .startsWith("∂error/∂w2 = ∂error/∂out(la1) · ∂out(la1)/∂net(la1) · ∂net(la1)/∂w2\n\n")
                .contains("\n        ∂error/∂net(lc1)    = 1.39432401e-09\n")
                .endsWith("\n∂error/∂w2 = 5.47713414e-10 · 0.999900007 · 0.1 = 5.47658646e-11\n");
        assertThat(text.lines().count()).isLessThan(150);
        assertThat(text.lines()).allMatch(line -> line.length() <= TextRenderer.PAGE);
    }

    /** More than sixty parts are too many, sixty are not. */
    @Test
    void sixtyPartsAreShown() {
        Set<Integer> sizes = new TreeSet<>();
        List<Layer> layers = new ArrayList<>();
        for (int depth = 1; depth <= 20; depth++) {
            layers.add(Examples.layer("l" + (char) ('a' + depth), 1, Activations.TANH.standard()));
            Network network = new Network(Neurons.numbered("x", 1), layers, Losses.SQUARED.standard());
            Example example = Examples.example(
                    1, layers, Losses.SQUARED.standard(), Examples.parameters(network), new double[] {1}, 1);
            for (Quantity.Scalar quantity : List.of(
                    example.gradient(1), new Quantity.Partial(new Quantity.TotalError(), new Quantity.Output(1, 0)))) {
                int size = example.explain(quantity, Limits.NONE).size();
                sizes.add(size);
                assertThat(example.explain(quantity).size() == size)
                        .as("%s parts, %s layers", size, depth)
                        .isEqualTo(size <= 60);
            }
        }
        assertThat(sizes).contains(60, 61);
    }

    private static Example deep() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String name = "l" + (char) ('a' + i % 26) + (i < 26 ? "" : "b");
            layers.add(Examples.layer(name, i == 29 ? 1 : 4, Activations.TANH.standard()));
        }
        double[] input = new double[784];
        Arrays.setAll(input, i -> i % 10 / 10.0);
        Network network = new Network(Neurons.numbered("x", 784), layers, Losses.SQUARED.standard());
        return Examples.example(784, layers, Losses.SQUARED.standard(), Examples.parameters(network), input, 1);
    }

    @Test
    void aBatch() {
        Layer y = Examples.layer("y", 1, Activations.LINEAR.standard());
        Network network = new Network(Neurons.numbered("x", 1), List.of(y), Losses.SQUARED.standard());
        Samples samples = Samples.of(new double[][] {{1}, {2}, {3}}, new double[][] {{2}, {4}, {6}});
        Example example = new Example(
                network, new State(new double[] {1, 0}), samples, Optimizers.of("sgd"), 3, 0.1, Shaping.NONE);
        assertThat(example.text(new Quantity.Parameter(0))).isEqualTo("""
                        w1 @ 1 = w1 − η · (ḡ + λ · w1)

                          ḡ = (∂error₁/∂w1 + ∂error₂/∂w1 + ∂error₃/∂w1) / 3 = (−1 + (−4) + (−9)) / 3 = −4.66666667

                        w1 @ 1 = 1 − 0.5 · (−4.66666667 + 0.1 · 1) = 3.28333333
                        """);
        assertThat(example.text(new Quantity.MeanLoss(Quantity.Set.TRAINING)))
                .isEqualTo("loss = (error₁ + error₂ + error₃) / n = (0.5 + 2 + 4.5) / 3 = 2.33333333\n");
    }
}
