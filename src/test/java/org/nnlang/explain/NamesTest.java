package org.nnlang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.network.Activations;
import org.nnlang.network.Layer;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;

class NamesTest {
    private final Network network = new Network(
            Neurons.numbered("x", 2),
            List.of(
                    Examples.layer("h1", 2, Activations.TANH.standard()),
                    Layer.trained(Neurons.named("y", List.of("cat", "dog")), Activations.SOFTMAX.standard())),
            Losses.CROSS_ENTROPY.standard());
    private final Names names = new Names(network);

    @Test
    void scriptsSayIt() {
        both(new Quantity.Output(0, 1), "x2", "x2");
        both(new Quantity.Output(1, 1), "out(h1[2])", "out(h1[2])");
        both(new Quantity.Net(2, 0), "net(cat)", "net(cat)");
        both(new Quantity.Delta(1, 0), "delta(h1[1])", "∂error/∂net(h1[1])");
        both(new Quantity.Parameter(3), "w4", "w4");
        both(new Quantity.Gradient(3), "grad(w4)", "∂error/∂w4");
        both(new Quantity.Gradient(4), "grad(b1)", "∂error/∂b1");
        both(new Quantity.Target(1), "target(dog)", "target(dog)");
        both(new Quantity.TotalError(), "error", "error");
        both(new Quantity.ErrorShare(0), "error(cat)", "error(cat)");
        both(new Quantity.MeanLoss(Quantity.Set.TEST), "loss(test)", "loss(test)");
        both(new Quantity.Accuracy(Quantity.Set.TRAINING), "accuracy", "accuracy");
        both(new Quantity.Step(), "step", "step");
        both(new Quantity.Epoch(), "epoch", "epoch");
        Quantity.Scalar partial = new Quantity.Partial(new Quantity.Output(2, 0), new Quantity.Output(0, 0));
        both(partial, "d(out(cat), x1)", "∂out(cat)/∂x1");
        Quantity.Scalar loss = new Quantity.MeanLoss(Quantity.Set.TRAINING);
        both(new Quantity.Partial(loss, new Quantity.Parameter(0)), "d(loss, w1)", "∂loss/∂w1");
    }

    private void both(Quantity.Scalar quantity, String syntax, String math) {
        assertThat(names.syntax(quantity)).isEqualTo(syntax);
        assertThat(names.math(quantity, 0)).isEqualTo(math);
    }

    @Test
    void wholeLayers() {
        assertThat(names.syntax(new Quantity.LayerOutputs(0))).isEqualTo("x");
        assertThat(names.syntax(new Quantity.LayerOutputs(1))).isEqualTo("out(h1)");
        assertThat(names.syntax(new Quantity.LayerNets(2))).isEqualTo("net(y)");
        assertThat(names.syntax(new Quantity.LayerDeltas(2))).isEqualTo("delta(y)");
        assertThat(names.syntax(new Quantity.LayerWeights(2))).isEqualTo("weights(y)");
        assertThat(names.syntax(new Quantity.LayerBiases(2))).isEqualTo("biases(y)");
        assertThat(names.syntax(new Quantity.LayerGradients(2))).isEqualTo("grad(y)");
        assertThat(names.syntax(new Quantity.Targets())).isEqualTo("target");
    }

    @Test
    void ofOtherSamples() {
        assertThat(names.math(new Quantity.Gradient(0), 12)).isEqualTo("∂error₁₂/∂w1");
        assertThat(names.math(new Quantity.TotalError(), 3)).isEqualTo("error₃");
    }
}
