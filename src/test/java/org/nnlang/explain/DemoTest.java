package org.nnlang.explain;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.network.*;

class DemoTest {
    @Test
    void demo() {
        var e = Examples.worked();
        System.out.println(e.text(e.gradient(5)));
        System.out.println(e.text(e.gradient(1)));
        System.out.println(e.text(e.weight(5)));
        System.out.println(e.text(new Quantity.Gradient(4)));
        System.out.println(e.text(new Quantity.Parameter(4)));
        System.out.println(e.text(new Quantity.Net(1, 0)));
        System.out.println(e.text(new Quantity.Net(2, 0)));
        System.out.println(e.text(new Quantity.Output(1, 0)));
        System.out.println(e.text(new Quantity.Output(0, 0)));
        System.out.println(e.text(new Quantity.TotalError()));
        System.out.println(e.text(new Quantity.ErrorShare(1)));
        System.out.println(e.text(new Quantity.Delta(1, 1)));
        System.out.println(e.text(new Quantity.Partial(new Quantity.Output(1, 0), new Quantity.Parameter(7))));
        System.out.println(e.text(new Quantity.Partial(new Quantity.Output(2, 0), new Quantity.Output(0, 1))));
        System.out.println(e.text(new Quantity.MeanLoss(Quantity.Set.TRAINING)));
        System.out.println(e.text(new Quantity.Accuracy(Quantity.Set.TRAINING)));
        System.out.println(e.text(new Quantity.Step()));
        System.out.println(e.renderer().narrate(e.narrator().forward()));
        System.out.println(e.renderer().narrate(e.narrator().backward()));
        System.out.println(e.renderer().narrate(e.narrator().update(e.plan(), e.state())));
        for (Optimizer o : List.of(
                new Optimizer.Momentum(.9),
                new Optimizer.Nesterov(.9),
                new Optimizer.Adagrad(.1, 1e-10),
                new Optimizer.RmsProp(.99, 1e-8),
                new Optimizer.Adam(.9, .999, 1e-8),
                new Optimizer.AdamW(.01, .9, .999, 1e-8))) {
            var f = e.with(o, 0.1);
            System.out.println(f.text(f.weight(5)));
            System.out.println(f.renderer().narrate(f.narrator().update(f.plan(), f.state())));
        }
        Network n = new Network(
                Neurons.numbered("x", 2),
                List.of(
                        Examples.layer("h", 3, new Activation.Softmax()),
                        Examples.layer("g", 2, new Activation.Relu()),
                        Examples.layer("y", 3, new Activation.Softmax())),
                new Loss.CrossEntropy());
        var s = new Examples.Example(
                n,
                new State(Examples.parameters(n)),
                Samples.of(
                        new double[][] {{1, -2}, {.5, .3}, {1, 1}}, new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}),
                new Optimizer.Sgd(),
                2,
                0.01);
        System.out.println(s.text(s.gradient(1)));
        System.out.println(s.text(s.weight(1)));
        System.out.println(s.text(new Quantity.TotalError()));
        System.out.println(s.text(new Quantity.Output(3, 1)));
        System.out.println(s.text(new Quantity.MeanLoss(Quantity.Set.TRAINING)));
        System.out.println(s.text(new Quantity.Accuracy(Quantity.Set.TRAINING)));
        System.out.println(s.text(new Quantity.Delta(3, 1)));
        System.out.println(s.renderer().narrate(s.narrator().forward()));
        System.out.println(s.renderer().narrate(s.narrator().backward()));
        Layer[] ls = new Layer[30];
        for (int i = 0; i < 30; i++)
            ls[i] = Examples.layer(
                    "l" + (char) ('a' + i % 26) + (i / 26 == 0 ? "" : "b"), i == 29 ? 1 : 4, new Activation.Tanh());
        Network d = new Network(Neurons.numbered("x", 784), List.of(ls), new Loss.Squared());
        double[] in = new double[784];
        Arrays.setAll(in, i -> (i % 10) / 10.0);
        var de = new Examples.Example(
                d,
                new State(Examples.parameters(d)),
                Samples.of(new double[][] {in}, new double[][] {{1}}),
                new Optimizer.Sgd(),
                2,
                0.01);
        System.out.println(de.text(new Quantity.Net(1, 0)));
        System.out.println(de.text(de.gradient(1)));
    }
}
