package org.nnlang.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Examples;
import org.nnlang.explain.Examples.Example;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Quantity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Derivations in LaTeX, MathML and Markdown: well-formed, and with the very numbers of the text. */
class FormatsTest {
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

    /** What amsmath knows, and MathJax and KaTeX too. */
    private static final List<String> KNOWN = List.of(
            ("begin end delta frac partial mathrm cdot text quad eta mu beta alpha varepsilon lambda hat bar sqrt ln tanh sigma"
                            + " Phi varphi pi cdots max min le ge ne lvert rvert Bigl Bigr infty")
                    .split(" "));

    private record Case(String name, Example example, Derivation derivation) {
        String latex() {
            return new LatexRenderer(example.network(), 9, Cancellation.NONE).render(derivation);
        }

        String mathMl() {
            return new MathMlRenderer(example.network(), 9, Cancellation.NONE).render(derivation);
        }
    }

    @TestFactory
    Stream<DynamicTest> mathMlIsXmlOfTwoCellsARow() {
        return cases().map(c -> DynamicTest.dynamicTest(c.name(), () -> {
            Element math = parse(c.mathMl()).getDocumentElement();
            assertThat(math.getTagName()).isEqualTo("math");
            assertThat(math.getAttribute("display")).isEqualTo("block");
            var rows = math.getElementsByTagName("mtr");
            assertThat(rows.getLength()).isPositive();
            for (int i = 0; i < rows.getLength(); i++) {
                assertThat(((Element) rows.item(i)).getElementsByTagName("mtd").getLength())
                        .isGreaterThanOrEqualTo(2);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> latexIsBalancedAndOfKnownCommands() {
        return cases().map(c -> DynamicTest.dynamicTest(c.name(), () -> {
            String latex = c.latex();
            assertBalanced(latex);
            Matcher command = COMMAND.matcher(latex);
            while (command.find()) {
                assertThat(KNOWN).contains(command.group(1));
            }
        }));
    }

    /** Each derivation ends in its result, in every format. */
    @TestFactory
    Stream<DynamicTest> theSameResults() {
        return cases().map(c -> DynamicTest.dynamicTest(c.name(), () -> {
            List<Double> expected = new ArrayList<>();
            results(c.derivation(), expected);
            List<String> rows = List.of(c.latex()
                    .replaceAll("(?s)\\\\begin\\{aligned}|\\\\end\\{aligned}|\\\\\\[\\s|\\\\]\\s", "")
                    .split("\\\\\\\\\\[1ex]\n|\n\n"));
            List<String> ends = rows.stream()
                    .map(String::strip)
                    .filter(row -> !row.isEmpty())
                    .map(row -> row.substring(row.lastIndexOf("&=") + 2).strip())
                    .toList();
            for (double result : expected) {
                assertThat(ends).anyMatch(end -> number(end) != null && near(number(end), result));
            }
        }));
    }

    private static void results(Derivation derivation, List<Double> results) {
        boolean reasoned = !derivation.forms().isEmpty()
                && derivation.forms().getLast() instanceof org.nnlang.math.Formula.Because;
        if (derivation != Derivation.ELIDED && !reasoned) {
            results.add(derivation.result());
        }
        derivation.factors().forEach(factor -> results(factor, results));
    }

    private static Double number(String latex) {
        String plain =
                latex.replaceAll("\\{\\\\cdot}10\\^\\{?(-?\\d+)}?", "e$1").replaceAll("\\\\text.*", "");
        try {
            return Double.valueOf(plain);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static boolean near(double shown, double result) {
        return Math.abs(shown - result) <= 1e-8 * Math.abs(result);
    }

    @Test
    void markdownIsAFenceOfMath() {
        Example worked = Examples.worked();
        Derivation derivation = worked.explain(worked.gradient(5));
        String markdown = new MarkdownRenderer(worked.network(), 9, Cancellation.NONE).render(derivation);
        assertThat(markdown).startsWith("```math\n\\begin{aligned}\n").endsWith("\n\\end{aligned}\n```\n");
        assertThat(new LatexRenderer(worked.network(), 9, Cancellation.NONE).render(derivation))
                .isEqualTo("\\[\n" + markdown.replace("```math\n", "").replace("```\n", "") + "\\]\n");
    }

    /** A long derivation goes on in another block, none of which is longer than a page. */
    @Test
    void aPageCanEnd() {
        Example worked = Examples.worked();
        String latex =
                new LatexRenderer(worked.network(), 9, Cancellation.NONE).render(worked.explain(worked.gradient(1)));
        List<String> blocks = List.of(latex.split("\\\\\\[\n"));
        assertThat(blocks).hasSizeGreaterThan(2);
        blocks.forEach(block -> assertThat(block.split("&=", -1).length - 1).isLessThanOrEqualTo(18));
    }

    private static void assertBalanced(String latex) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '{') {
                open.push(c);
            } else if (c == '}') {
                assertThat(open).isNotEmpty();
                open.pop();
            }
        }
        assertThat(open).isEmpty();
        assertThat(latex.chars().allMatch(c -> c < 128)).as("plain letters").isTrue();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** Every activation with every loss that fits, and every optimizer: error, a delta, the first and last parameter. */
    private static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Activation activation : activations()) {
            for (Loss loss : List.of(
                    Losses.SQUARED.standard(), Losses.HUBER.of(1), Losses.ABSOLUTE.standard(), Losses.MSE.standard())) {
                add(cases, activation.name() + " " + loss.name(), network(activation, loss));
            }
        }
        Example softmax = network(Activations.SOFTMAX.standard(), Losses.CROSS_ENTROPY.standard());
        add(cases, "softmax", softmax);
        Example worked = Examples.worked();
        for (Optimizer optimizer : optimizers()) {
            Example example = worked.with(optimizer, 0.01);
            cases.add(new Case(optimizer.toString(), example, example.explain(example.weight(5))));
        }
        return cases.stream();
    }

    private static void add(List<Case> cases, String name, Example example) {
        List<Quantity.Scalar> quantities = List.of(
                new Quantity.TotalError(), new Quantity.Delta(1, 0), example.gradient(1), new Quantity.Output(2, 1));
        quantities.forEach(quantity -> cases.add(new Case(name + " " + quantity, example, example.explain(quantity))));
    }

    private static Example network(Activation last, Loss loss) {
        List<Layer> layers = List.of(
                Examples.layer("h", 3, last.name().equals("softmax") ? Activations.GELU.standard() : last),
                Examples.layer("y", 2, last));
        double[] parameters = {
            0.3, -0.2, 0.1, 0.4, -0.5, 0.6, 0.05, 0.1, -0.1, 0.2, 0.7, -0.3, 0.9, 0.8, -0.6, 0.15, 1e-5
        };
        return Examples.example(2, layers, loss, parameters, new double[] {0.5, -1}, 1, 0);
    }

    private static List<Activation> activations() {
        return List.of(
                Activations.LINEAR.standard(),
                Activations.SIGMOID.standard(),
                Activations.TANH.standard(),
                Activations.RELU.standard(),
                Activations.LEAKY_RELU.of(0.01),
                Activations.ELU.of(1),
                Activations.GELU.standard(),
                Activations.SILU.standard(),
                Activations.SOFTPLUS.standard());
    }

    private static List<Optimizer> optimizers() {
        return List.of(
                Optimizers.of("sgd"),
                Optimizers.of("momentum", 0.9),
                Optimizers.of("nesterov", 0.9),
                Optimizers.of("adagrad", 0.1, 1e-10),
                Optimizers.of("rmsprop", 0.99, 1e-8),
                Optimizers.of("adam", 0.9, 0.999, 1e-8),
                Optimizers.of("adamw", 0.01, 0.9, 0.999, 1e-8));
    }
}
