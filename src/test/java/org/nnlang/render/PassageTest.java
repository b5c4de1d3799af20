package org.nnlang.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.network.Cancellation;
import org.nnlang.session.Session;
import org.nnlang.text.Source;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Narrations and answers in HTML and LaTeX: the words of the text, and each of its formulas as mathematics. */
class PassageTest {
    private static final String WORKED = """
            input x[2]; layer h[2] sigmoid; layer y[2] sigmoid; loss squared
            weights h = [0.15, 0.20; 0.25, 0.30]; weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed; bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]; learning rate = 0.5
            """;

    private final HtmlPrinter html = new HtmlPrinter("", Cancellation.NONE);
    private final LatexPrinter latex = new LatexPrinter(Cancellation.NONE);

    private static List<Event> events(String script) {
        List<Event> events = new ArrayList<>();
        new Session(Host.NONE).run(new Source("test.nn", script), events::add);
        return events.stream()
                .filter(event -> event instanceof Event.Narrated || event instanceof Event.Answered)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theScriptsWithAnswersAndNarrations() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (String folder :
                List.of("src/test/resources/golden/why", "src/test/resources/golden/verbs", "samples/mistakes")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".nn")).sorted().forEach(scripts::add);
            }
        }
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(script.toString(), () -> {
                    for (Event event : events(Files.readString(script))) {
                        check(event);
                    }
                }));
    }

    private void check(Event event) throws Exception {
        String text = new TextPrinter(TextRenderer.PAGE).print(event);
        Element page = parsed(html.print(event));
        NodeList mathematics = page.getElementsByTagName("math");
        long titles = Passage.of(event).stream()
                .filter(passage -> passage instanceof Passage.Mathematics)
                .count();
        assertThat((long) mathematics.getLength()).isEqualTo(titles);
        while (mathematics.getLength() > 0) {
            mathematics.item(0).getParentNode().removeChild(mathematics.item(0));
        }
        assertThat(page.getTextContent().strip()).isNotEmpty();
        assertThatComeInOrder(words(page.getTextContent()), words(text.replace("`", "")));
        checkLatex(latex.print(event));
    }

    private static Element parsed(String html) throws Exception {
        String xml = html.replace("<br>", "<br/>").replace("</t", " </t"); // a space between cells
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.replace('\u2007', ' ').strip().split("\\s+")).toList();
    }

    private static void assertThatComeInOrder(List<String> words, List<String> all) {
        Iterator<String> rest = all.iterator();
        for (String word : words) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = rest.next().equals(word);
            }
            assertThat(found).as("%s in %s", word, all).isTrue();
        }
    }

    /** Its environments and dollar signs close, and it has no letters that LaTeX's usual fonts lack. */
    private static void checkLatex(String latex) {
        List<String> open = new ArrayList<>();
        Matcher environment = Pattern.compile("\\\\(begin|end)\\{(\\w+)}").matcher(latex);
        while (environment.find()) {
            if (environment.group(1).equals("begin")) {
                open.add(environment.group(2));
            } else {
                assertThat(open.removeLast()).isEqualTo(environment.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(latex.replace("\\$", "").chars().filter(c -> c == '$').count() % 2)
                .isZero();
        assertThat(latex).doesNotContain("$$").doesNotContainPattern("[^\\x00-\\x7f½²³]");
    }

    @Test
    void aNarrationIsOneElementWithNamedLines() {
        Event forward = events(WORKED + "forward").getFirst();
        assertThat(html.print(forward))
                .startsWith(
                        "<div class=\"nn-math\" tabindex=\"0\">\n<div>\n<p class=\"nn-title\"><b>forward</b></p>\n<math ")
                .contains("<mtr data-name=\"net(h1)\">", "<mtr data-name=\"out(y2)\">", "<mn>0.298371109</mn>")
                .containsOnlyOnce("<math ");
        assertThat(latex.print(forward))
                .startsWith(
                        "forward\n\\[\n\\begin{aligned}\n\\mathrm{net}(h_1)\n  &= w_1 \\cdot x_1 + w_2 \\cdot x_2 + b_1");
    }

    @Test
    void anAnswerIsProseATableAndTwoCalculations() {
        Event answer = events(WORKED + "train 1\nwhy w5 = 0.44108352").getFirst();
        assertThat(html.print(answer))
                .startsWith("<div class=\"nn-math\" tabindex=\"0\">\n<div>\n<p>w5 = 0.3589164797, not 0.44108352</p>\n")
                .contains("<p style=\"padding-left:1.5em\">(η is the learning rate)</p>\n</div>\n<div>\n<table")
                .contains(">0.44108352</td><td style=\"text-align:left\">← here they part</td></tr>")
                .containsSubsequence("<p class=\"nn-title\"><b>right</b></p>\n<math", "with the slip</b></p>\n<math");
        assertThat(latex.print(answer))
                .containsSubsequence(
                        "($\\eta$ is the learning rate)\n\n\\[\n\\begin{array}{llll}\n\\text{update 1} & \\text{right}",
                        "\\text{0.44108352} & \\text{$\\leftarrow$ here they part}\n\\end{array}\n\\]\n",
                        "right\n\\[\n\\begin{aligned}\nw_5^{(1)}\n  &= w_5 - \\eta \\cdot \\frac{",
                        "with the slip\n\\[\n\\begin{aligned}\nw_5^{(1)}\n  &= w_5 + \\eta");
    }

    @Test
    void possibleSlipsAreAList() {
        Event answer = events(WORKED + "train 1\nwhy w5 = 0.3595").getFirst();
        assertThat(html.print(answer))
                .contains(
                        "0.3595 could come from a slip:</p>\n<ul>\n<li>the target was subtracted twice in ∂error/∂out<br>\nor, ",
                        "</li>\n<li>all sources",
                        "</li>\n</ul>\n");
        assertThat(latex.print(answer))
                .contains(
                        "\\begin{itemize}\n\\item the target was subtracted twice in $\\partial$error/$\\partial$out \\\\\nor, ",
                        "\n\\end{itemize}\n\n");
    }

    @Test
    void severalNumbersAreATable() {
        Event answer =
                events(WORKED + "train 1\nwhy w5 = 0.3595, w6 = 0.408666186").getFirst();
        assertThat(html.print(answer))
                .contains("<tr><td style=\"text-align:left\"></td><th style=\"text-align:left\">yours</th>")
                .contains("<tr><th style=\"text-align:left\">w6</th><td style=\"text-align:left\">0.408666186</td>");
    }

    @Test
    void codeInSentencesIsMarked() {
        Event answer = events(WORKED + "train 10000\nwhy y1 = 0.015912196").getFirst();
        assertThat(html.print(answer)).contains("forward pass; <code>order = sequential</code> does it");
        assertThat(latex.print(answer)).contains("\\texttt{order = sequential}");
    }

    @Test
    void wordsBecomeLatex() {
        assertThat(LatexNames.escaped("√v̂ + ε, ∂error₁₂/∂w_5, |g| < f′ · −2 ^ 50% \\ 5$"))
                .isEqualTo("$\\surd\\hat{v}$ + $\\varepsilon$, $\\partial$error${}_1{}_2$/$\\partial$w\\_5, "
                        + "$|$g$|$ $<$ f$'$ $\\cdot$ $-$2 \\^{} 50\\% \\textbackslash{} 5\\$");
    }
}
