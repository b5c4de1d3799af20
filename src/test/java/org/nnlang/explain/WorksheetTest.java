package org.nnlang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.nnlang.explain.Examples.Example;
import org.nnlang.network.Activations;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.render.Line;

class WorksheetTest {
    private final Example worked = Examples.worked();

    private static String told(Example example, Function<Worksheet, List<Worksheet.Part>> pass) {
        Worksheet worksheet = example.worksheet();
        return example.renderer().narrate(worksheet.shown(pass.apply(worksheet)));
    }

    @Test
    void forward() {
        assertThat(told(worked, Worksheet::forward)).isEqualTo("""
                        net(h1)   = w1 · x1 + w2 · x2 + b1           = 0.15 · 0.05 + 0.2 · 0.1 + 0.35               = 0.3775
                        net(h2)   = w3 · x1 + w4 · x2 + b1           = 0.25 · 0.05 + 0.3 · 0.1 + 0.35               = 0.3925
                        out(h1)   = 1 / (1 + e^−net(h1))             = 1 / (1 + e^−0.3775)                          = 0.593269992
                        out(h2)   = 1 / (1 + e^−net(h2))             = 1 / (1 + e^−0.3925)                          = 0.596884378
                        net(y1)   = w5 · out(h1) + w6 · out(h2) + b2 = 0.4 · 0.593269992 + 0.45 · 0.596884378 + 0.6 = 1.10590597
                        net(y2)   = w7 · out(h1) + w8 · out(h2) + b2 = 0.5 · 0.593269992 + 0.55 · 0.596884378 + 0.6 = 1.2249214
                        out(y1)   = 1 / (1 + e^−net(y1))             = 1 / (1 + e^−1.10590597)                      = 0.75136507
                        out(y2)   = 1 / (1 + e^−net(y2))             = 1 / (1 + e^−1.2249214)                       = 0.772928465
                        error(y1) = ½ · (target(y1) − out(y1))²      = ½ · (0.01 − 0.75136507)²                     = 0.274811083
                        error(y2) = ½ · (target(y2) − out(y2))²      = ½ · (0.99 − 0.772928465)²                    = 0.0235600256
                        error     = error(y1) + error(y2)            = 0.274811083 + 0.0235600256                   = 0.298371109
                        """);
    }

    @Test
    void backward() {
        assertThat(told(worked, Worksheet::backward)).isEqualTo("""
                        delta(y1) = (out(y1) − target(y1)) · out(y1) · (1 − out(y1))
                                  = (0.75136507 − 0.01) · 0.75136507 · (1 − 0.75136507)
                                  = 0.138498562
                        delta(y2) = (out(y2) − target(y2)) · out(y2) · (1 − out(y2))
                                  = (0.772928465 − 0.99) · 0.772928465 · (1 − 0.772928465)
                                  = −0.0380982365
                        grad(w5) = delta(y1) · out(h1)   = 0.138498562 · 0.593269992     = 0.0821670406
                        grad(w6) = delta(y1) · out(h2)   = 0.138498562 · 0.596884378     = 0.0826676278
                        grad(w7) = delta(y2) · out(h1)   = −0.0380982365 · 0.593269992   = −0.0226025405
                        grad(w8) = delta(y2) · out(h2)   = −0.0380982365 · 0.596884378   = −0.0227402422
                        grad(b2) = delta(y1) + delta(y2) = 0.138498562 + (−0.0380982365) = 0.100400325
                        delta(h1) = (delta(y1) · w5 + delta(y2) · w7) · out(h1) · (1 − out(h1))
                                  = (0.138498562 · 0.4 + (−0.0380982365) · 0.5) · 0.593269992 · (1 − 0.593269992)
                                  = 0.00877135469
                        delta(h2) = (delta(y1) · w6 + delta(y2) · w8) · out(h2) · (1 − out(h2))
                                  = (0.138498562 · 0.45 + (−0.0380982365) · 0.55) · 0.596884378 · (1 − 0.596884378)
                                  = 0.00995425471
                        grad(w1) = delta(h1) · x1        = 0.00877135469 · 0.05          = 0.000438567734
                        grad(w2) = delta(h1) · x2        = 0.00877135469 · 0.1           = 0.000877135469
                        grad(w3) = delta(h2) · x1        = 0.00995425471 · 0.05          = 0.000497712735
                        grad(w4) = delta(h2) · x2        = 0.00995425471 · 0.1           = 0.000995425471
                        grad(b1) = delta(h1) + delta(h2) = 0.00877135469 + 0.00995425471 = 0.0187256094
                        """);
    }

    @Test
    void update() {
        assertThat(told(worked, Worksheet::update)).isEqualTo("""
                        w1 @ 1 = w1 − η · grad(w1) = 0.15 − 0.5 · 0.000438567734  = 0.149780716
                        w2 @ 1 = w2 − η · grad(w2) = 0.2 − 0.5 · 0.000877135469   = 0.199561432
                        w3 @ 1 = w3 − η · grad(w3) = 0.25 − 0.5 · 0.000497712735  = 0.249751144
                        w4 @ 1 = w4 − η · grad(w4) = 0.3 − 0.5 · 0.000995425471   = 0.299502287
                        w5 @ 1 = w5 − η · grad(w5) = 0.4 − 0.5 · 0.0821670406     = 0.35891648
                        w6 @ 1 = w6 − η · grad(w6) = 0.45 − 0.5 · 0.0826676278    = 0.408666186
                        w7 @ 1 = w7 − η · grad(w7) = 0.5 − 0.5 · (−0.0226025405)  = 0.51130127
                        w8 @ 1 = w8 − η · grad(w8) = 0.55 − 0.5 · (−0.0227402422) = 0.561370121
                        """);
    }

    @Test
    void hasEachVectorWithItsLines() {
        Worksheet worksheet = worked.worksheet();
        assertThat(worksheet.forward())
                .extracting(Worksheet.Part::name)
                .containsExactly("net(h)", "out(h)", "net(y)", "out(y)", "error(y)", "error");
        assertThat(worksheet.backward())
                .extracting(Worksheet.Part::name)
                .containsExactly("delta(y)", "grad(y)", "grad(y)", "delta(h)", "grad(h)", "grad(h)");
        assertThat(worksheet.update()).extracting(Worksheet.Part::name).containsExactly("weights(h)", "weights(y)");
        Worksheet.Part nets = worksheet.forward().getFirst();
        assertThat(nets.size()).isEqualTo(2);
        assertThat(nets.values()).containsExactly(0.3775, 0.39249999999999996);
        assertThat(worked.renderer().lines(nets.lines()).getLast())
                .isEqualTo(
                        new Line("net(h2)", "w3 · x1 + w4 · x2 + b1", "0.25 · 0.05 + 0.3 · 0.1 + 0.35", "0.3925", ""));
    }

    @Test
    void largeLayersAreShortened() {
        Network network = new Network(
                Neurons.numbered("x", 100),
                List.of(
                        Examples.layer("h", 50, Activations.RELU.standard()),
                        Examples.layer("y", 10, Activations.SOFTMAX.standard())),
                Losses.CROSS_ENTROPY.standard());
        Example example = Examples.example(
                100,
                network.layers(),
                network.loss(),
                Examples.parameters(network),
                new double[100],
                0,
                0,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0);
        String forward = told(example, Worksheet::forward);
        assertThat(forward)
                .contains("\n⋯\nnet(h50) = w4901 · x1 + w4902 · x2 + w4903 · x3 + ⋯ + w5000 · x100 + b50\n")
                .contains("error(y7) = −target(y7) · ln(out(y7))")
                .contains("\nerror = error(y7) = ");
        assertThat(forward.lines().count()).isLessThan(60);
        String backward = told(example, Worksheet::backward);
        assertThat(backward.lines().count()).isLessThan(60);
        String update = told(example, Worksheet::update);
        assertThat(update.lines()).hasSize(5 + 5 + 5 + 10);
    }
}
