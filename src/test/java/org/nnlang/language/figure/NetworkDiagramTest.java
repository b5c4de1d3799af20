package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.picture.Figure;
import org.nnlang.picture.Figure.Node.Kind;

/** Diagrams hold the numbers that the language gives for what they name. */
class NetworkDiagramTest {
    private static final String CLASSIC = """
            input x[2]; layer h[2] sigmoid; layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]
            weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed
            bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]
            learning rate = 0.5
            """;

    private static final String DATA = "data = [0, 0.5 -> 1, 0; 0.3, 1 -> 0, 1; 1, 0.2 -> 0, 1]; batch = 2; train 3\n";

    /** Networks for the paths: one of each kind that has factors of its own. */
    static Stream<String> networks() {
        return Stream.of(
                CLASSIC,
                CLASSIC + "order = sequential\ntrain 2",
                "input x[2]; layer h[3] tanh; layer y[2] softmax\n" + DATA,
                "input x[2]; layer h[3] softmax; layer y[2] sigmoid\n" + DATA,
                "input x[2]; layer h[2] softmax; layer y[2] softmax; loss squared\n" + DATA,
                "input x[2]; layer h[3] tanh; layer y[2] sigmoid; loss binary_cross_entropy\n" + DATA,
                "input x[2]; layer f[2] gelu; layer g[1] linear; layer y[2] sigmoid; bias g = none\n" + DATA,
                "input x[2]; layer h[2] tanh; layer y[2] sigmoid; tie w1, w4\n" + DATA,
                "input x[2]; layer h[2] tanh; layer y[2] sigmoid; tie w1, w6\n" + DATA,
                "input x[2]; layer h[2] tanh; layer k[2] softmax; layer y[2] sigmoid; tie w1, w12\n" + DATA,
                "input x[2]; layer f[4] tanh; layer g[4] relu; layer k[4] elu; layer y[2] sigmoid\n" + DATA,
                "input x[2]; layer h[12] tanh; layer y[2] sigmoid; bias h = 0.1 shared\n" + DATA,
                "input x[30]; layer h[12] tanh; layer k[12] tanh; layer y[1] sigmoid\ninput = x_of_30; target = 0.3"
                        .replace("x_of_30", "[" + "0.1, ".repeat(29) + "0.7]"));
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(1e-12 + 1e-10 * Math.abs(value));
    }

    private static List<Figure.Node> nodes(Figure.Diagram diagram) {
        return diagram.columns().stream()
                .flatMap(column -> column.nodes().stream())
                .toList();
    }

    private static double value(List<Figure.Reading> readings, String words) {
        return readings.stream()
                .filter(reading -> reading.words().equals(words))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void neuronsAndEdgesHaveTheirNumbers() {
        Plotted plotted = new Plotted(CLASSIC + "train 3");
        Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw");
        assertThat(diagram.caption().title()).isEqualTo("the network after 3 updates");
        int neurons = 0;
        for (Figure.Node node : nodes(diagram)) {
            if (node.kind() == Kind.NEURON) {
                neurons++;
                assertThat(value(node.readings(), "out")).isEqualTo(plotted.numbers("out(" + node.name() + ")")[0]);
                assertThat(value(node.readings(), "net")).isEqualTo(plotted.numbers("net(" + node.name() + ")")[0]);
            } else {
                String what = node.name();
                assertThat(node.readings().getFirst().value()).isEqualTo(plotted.numbers(what)[0]);
            }
        }
        assertThat(neurons).isEqualTo(4);
        List<String> edges = new ArrayList<>();
        for (Figure.Edge edge : diagram.edges()) {
            String from = diagram.node(edge.from()).name();
            String to = diagram.node(edge.to()).name();
            if (edge.name().startsWith("w")) {
                edges.add(edge.name());
                assertThat(edge.readings().getFirst().value())
                        .isEqualTo(plotted.numbers("w(" + from + ", " + to + ")")[0]);
                assertThat(edge.value()).isEqualTo(plotted.numbers(edge.name())[0]);
            } else if (to.equals("error")) {
                assertThat(value(edge.readings(), "target"))
                        .isEqualTo(plotted.numbers("target[" + from.substring(1) + "]")[0]);
            }
        }
        assertThat(edges).containsExactlyInAnyOrder("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8");
        assertThat(diagram.scale().to()).isEqualTo(0.6);
    }

    @Test
    void anEarlierStepHasItsOwnNumbers() {
        Plotted plotted = new Plotted(CLASSIC + "train 3");
        Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw @ 1");
        assertThat(diagram.caption().title()).isEqualTo("the network after 1 update");
        assertThat(nodes(diagram).stream()
                        .filter(node -> node.kind() == Kind.ERROR)
                        .map(node -> node.readings().getFirst().value()))
                .containsExactly(plotted.numbers("error @ 1")[0]);
    }

    @Test
    void gradientsAreAtTheEdges() {
        Plotted plotted = new Plotted(
                "input x[2]; layer h[3] tanh; layer y[2] softmax; data = [0, 0.5 -> 1, 0; 1, 1 -> 0, 1]; sample 2");
        Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw gradients");
        assertThat(diagram.caption().title()).isEqualTo("deltas and gradients before training, sample 2");
        for (Figure.Node node : nodes(diagram)) {
            if (node.kind() == Kind.NEURON) {
                assertThat(value(node.readings(), "delta")).isEqualTo(plotted.numbers("delta(" + node.name() + ")")[0]);
            }
        }
        long checked = diagram.edges().stream()
                .filter(edge -> !edge.name().isEmpty())
                .peek(edge -> assertThat(edge.readings().getFirst().value())
                        .isEqualTo(plotted.numbers("grad(" + edge.name() + ")")[0]))
                .count();
        assertThat(checked).isEqualTo(6 + 3 + 6 + 2);
    }

    /** The update is the one that {@code train} makes next, or made before step n. */
    @ParameterizedTest
    @MethodSource("networks")
    void updatesAreThoseOfTraining(String script) {
        Plotted plotted = new Plotted(script.replace("order = sequential\n", "order = sequential; batch = 1\n"));
        long step = (long) plotted.numbers("step")[0];
        Figure.Diagram next = plotted.figure(Figure.Diagram.class, "draw update");
        plotted.events("next");
        long made = step + 1;
        Figure.Diagram past = plotted.figure(Figure.Diagram.class, "draw update @ " + made);
        for (Figure.Diagram diagram : List.of(next, past)) {
            for (Figure.Edge edge : diagram.edges()) {
                if (edge.name().isEmpty() || edge.readings().isEmpty()) {
                    continue;
                }
                assertThat(edge.readings().getFirst().value())
                        .isEqualTo(plotted.numbers(edge.name() + " @ " + step)[0]);
                assertThat(edge.readings().getLast().value())
                        .isCloseTo(plotted.numbers(edge.name() + " @ " + made)[0], within(1));
            }
        }
        assertThat(past.edges()).isEqualTo(next.edges());
    }

    /** The products of the paths add up to the gradient, and each factor is the derivative that it is called. */
    @ParameterizedTest
    @MethodSource("networks")
    void factorsMultiplyToTheGradient(String script) {
        Plotted plotted = new Plotted(script);
        for (String parameter : List.of("w1", "w2", "w4", "w6", "b1")) {
            Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw path " + parameter);
            double gradient = plotted.numbers("grad(" + parameter + ")")[0];
            Figure.Sum last = diagram.sums().getLast();
            assertThat(last.value()).isEqualTo(gradient);
            for (Figure.Sum sum : diagram.sums()) {
                double total = 0;
                boolean all = true;
                for (Figure.Term term : sum.terms()) {
                    double product = 1;
                    for (Figure.Factor factor : term.factors()) {
                        check(plotted, factor);
                        product *= factor.value();
                    }
                    all &= !term.factors().isEmpty();
                    total += term.factors().isEmpty() ? 0 : product;
                }
                if (all) {
                    assertThat(total).as(sum.name()).isCloseTo(sum.value(), within(sum.value()));
                }
            }
            List<Figure.Factor> shown = new ArrayList<>();
            nodes(diagram).stream().map(Figure.Node::factor).forEach(shown::add);
            diagram.edges().stream().map(Figure.Edge::factor).forEach(shown::add);
            shown.removeIf(java.util.Objects::isNull);
            shown.forEach(factor -> check(plotted, factor));
            if (diagram.sums().getLast().terms().stream()
                    .noneMatch(term -> term.through().isEmpty())) {
                List<Figure.Factor> used = last.terms().stream()
                        .flatMap(term -> term.factors().stream())
                        .distinct()
                        .toList();
                if (!script.contains("tie")) {
                    assertThat(shown).containsExactlyInAnyOrderElementsOf(used);
                }
            }
        }
    }

    /** In sequence, the way back has the weights' new values: those have their step. */
    private static void check(Plotted plotted, Figure.Factor factor) {
        boolean updated = factor.means().contains("@");
        boolean back = updated
                || factor.name().startsWith("∂error/∂net")
                || factor.name().startsWith("∂error/∂out(h");
        String derivative = "d(" + factor.name().substring(1).replace("/∂", ", ") + ")";
        String means = factor.means();
        boolean sequential = plotted.numbers("step")[0] == 2;
        if (sequential && back) {
            return;
        }
        assertThat(factor.value()).as(factor.name()).isCloseTo(plotted.numbers(derivative)[0], within(factor.value()));
        if (!means.isEmpty()) {
            assertThat(factor.value()).as(means).isCloseTo(plotted.numbers(means)[0], within(factor.value()));
        }
    }

    @Test
    void theClassicPathHasTwoWays() {
        Plotted plotted = new Plotted(CLASSIC);
        Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw path w1");
        Figure.Sum sum = diagram.sums().getFirst();
        assertThat(sum.name()).isEqualTo("∂error/∂w1");
        assertThat(sum.terms()).extracting(Figure.Term::through).containsExactly("y1, h1", "y2, h1");
        assertThat(sum.terms().getFirst().factors())
                .extracting(Figure.Factor::name)
                .containsExactly(
                        "∂error/∂out(y1)",
                        "∂out(y1)/∂net(y1)",
                        "∂net(y1)/∂out(h1)",
                        "∂out(h1)/∂net(h1)",
                        "∂net(h1)/∂w1");
        assertThat(diagram.edges().stream().filter(Figure.Edge::lit).map(Figure.Edge::name))
                .containsExactlyInAnyOrder("w1", "w5", "w7", "", "");
        assertThat(nodes(diagram).stream().filter(Figure.Node::lit).map(Figure.Node::name))
                .containsExactlyInAnyOrder("h1", "y1", "y2", "error");
    }

    /** With rounding, the products are not the gradient that is shown, and a note says so. */
    @Test
    void roundingIsSaid() {
        Figure.Diagram diagram = new Plotted(CLASSIC + "round = 4").figure(Figure.Diagram.class, "draw path w1");
        assertThat(diagram.sums().getFirst().value()).isEqualTo(0.0004);
        assertThat(diagram.caption().notes().getLast()).contains("rounded at each step", "`explain grad(w1)`");
    }

    @Test
    void largeLayersAreShortened() {
        Plotted plotted = new Plotted("input x[10000]; layer h[50] tanh; layer y[1] sigmoid");
        Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw");
        assertThat(diagram.columns().getFirst().nodes())
                .extracting(Figure.Node::name)
                .containsExactly("x1", "x2", "x3", "x4", "x5", "x6", "x7", "9,992 more", "x10000", "1");
        assertThat(diagram.edges()).allMatch(edge -> edge.readings().isEmpty());
        assertThat(String.join(" ", diagram.caption().notes())).contains("no sample is given", "more than 40");
    }

    @Test
    void aPathIsShownWhereverItIs() {
        Plotted plotted = new Plotted("input x[100]; layer h[50] tanh; layer y[1] sigmoid; target = 1; input = ["
                + "0.5, ".repeat(99) + "1]");
        Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw path w(x42, h33)");
        assertThat(diagram.edges().stream().filter(Figure.Edge::lit)).hasSize(3);
        assertThat(diagram.columns().getFirst().nodes())
                .extracting(Figure.Node::name)
                .contains("34 more", "x42", "57 more");
    }

    @Test
    void deepNetworksAreShortened() {
        StringBuilder script = new StringBuilder("input x[2];");
        for (int l = 1; l <= 30; l++) {
            script.append("layer h").append(l).append("_[3] tanh;");
        }
        Plotted plotted = new Plotted(script + "layer y[1] sigmoid; input = [1, 2]; target = 0");
        assertThat(plotted.figure(Figure.Diagram.class, "draw").columns())
                .extracting(Figure.Column::name)
                .containsExactly("x", "h1_", "h2_", "h3_", "26 layers", "h30_", "y", "");
        assertThat(plotted.figure(Figure.Diagram.class, "draw path w100").columns())
                .extracting(Figure.Column::name)
                .containsExactly("x", "h1_", "h2_", "h3_", "7 layers", "h11_", "h12_", "17 layers", "h30_", "y", "");
    }

    @Test
    void withoutATargetThereIsNoError() {
        Plotted plotted = new Plotted("input x[2]; layer y[1] sigmoid; bias y = none; input = [1, 2]");
        Figure.Diagram diagram = plotted.figure(Figure.Diagram.class, "draw");
        assertThat(nodes(diagram)).extracting(Figure.Node::kind).containsExactly(Kind.INPUT, Kind.INPUT, Kind.NEURON);
        assertThat(diagram.edges()).hasSize(2);
    }
}
