package org.nnlang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web page of a document. */
class RenderTest {
    private static final String NETWORK = """
            input x[1]
            layer y[1] sigmoid
            weights y = 2
            input = 1; target = 0
            """;

    @TempDir
    private Path folder;

    private String render(String text, boolean fragment) throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), text);
        return DocumentTest.documents(folder).render(page, fragment).html();
    }

    private static String block(String words, String script, String output) {
        return "```nn " + words + "\n" + script + "\n```\n\n```output\n" + output + "```\n\n";
    }

    @Test
    void aPageAsksForNothing() throws IOException {
        for (String name : new String[] {"README.md", "docs/tutorial.md", "docs/language.md"}) {
            String html = DocumentTest.documents(Path.of(""))
                    .render(Path.of(name), false)
                    .html();
            assertThat(html).startsWith("<!DOCTYPE html>").contains("<meta name=\"viewport\"");
            assertThat(html).doesNotContainPattern("<(script|link|iframe|img)\\b|src=|@import|url\\(");
        }
    }

    @Test
    void whatIsPrintedNowIsShown() throws IOException {
        String html =
                render(block("", "show 1 + 1", "1 + 1 = 3\n") + "It is <!-- nn: 2 *\n 3 -->5<!-- /nn -->.\n", false);
        assertThat(html)
                .contains("<samp>1 + 1 = 2\n</samp>")
                .contains("It is <span class=\"nn-value\" title=\"2 * 3\">6</span>.");
    }

    @Test
    void aValueMayBeginALine() throws IOException {
        assertThat(render("<!-- nn: 1 -->1<!-- /nn --> is *one*\n", true))
                .contains("<p><span class=\"nn-value\" title=\"1\">1</span> is <em>one</em></p>");
    }

    @Test
    void derivationsAreMathematicsBetweenTheOtherOutput() throws IOException {
        String script = NETWORK + "show w1\nexplain grad(w1)\nshow y1";
        String html = render(block("", script, ""), false);
        assertThat(html)
                .containsPattern(Pattern.compile(
                        "<samp>w1 = 2\n</samp></pre>.*<div class=\"nn-math\".*<math xmlns.*</math>.*<samp>y1 = 0.880797078\n",
                        Pattern.DOTALL));
        assertThat(render(block("", NETWORK + "explain grad(w1) as latex", ""), false))
                .contains("\\begin")
                .doesNotContain("<math");
    }

    @Test
    void linesThatAreLeftOutStayOut() throws IOException {
        String html = render(block("", "for i in [1, 2, 3] { print \"{i}\" }", "1\n…\n"), true);
        assertThat(html).contains("<samp>1\n…\n</samp>");
    }

    @Test
    void hiddenScriptsAreNotSeenAndSkippedOnesAreNotRun() throws IOException {
        String html = render(
                block("hidden", "let secret = 7", "")
                        + block("", "show 7 * secret", "")
                        + block("skip", "train the lot", "as it is\n"),
                true);
        assertThat(html)
                .doesNotContain("let</span>")
                .contains("= 49")
                .contains("the lot")
                .contains("<samp>as it is\n");
    }

    @Test
    void mistakesAreMarked() throws IOException {
        assertThat(render(block("fails", "show <b>", ""), true))
                .contains("<pre class=\"nn-output nn-mistake\"")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void theLexerColours() throws IOException {
        assertThat(render(block("skip", "train 1 # \"twice\" $ ~~\nprint \"a # b\" §", ""), true))
                .contains("<span class=\"nn-word\">train</span> <span class=\"nn-number\">1</span> "
                        + "<span class=\"nn-comment\"># &quot;twice&quot; $ ~~</span>\n"
                        + "<span class=\"nn-word\">print</span> <span class=\"nn-text\">&quot;a # b&quot;</span> §\n");
    }

    @Test
    void headingsAreLinkedAsGitHubLinksThem() throws IOException {
        assertThat(render("# A `b`, Größe_1!\n\n## Twice\n\n## Twice\n\n# a \"x\n", false))
                .contains("<title>A b, Größe_1!</title>")
                .contains(
                        "<h1 id=\"a-b-größe_1\">A <code>b</code>, Größe_1! <a class=\"nn-anchor\" href=\"#a-b-größe_1\"")
                .contains("id=\"twice\"", "id=\"twice-1\"", "id=\"a-x\"");
    }

    @Test
    void picturesComeAlongWhereTheyMay() throws IOException {
        Files.write(folder.resolve("dot.png"), new byte[] {1, 2, 3});
        Path outside = Files.createTempFile("outside", ".png");
        try {
            String html =
                    render("![a dot](dot.png) ![far](https://example.org/far.png) ![out](" + outside + ")\n", true);
            assertThat(html)
                    .contains("<img src=\"data:image/png;base64,"
                            + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}) + "\" alt=\"a dot\">")
                    .contains("<a href=\"https://example.org/far.png\">far</a>")
                    .contains("\">out</a>");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void aFragmentIsNoPageAndFrontMatterIsNoText() throws IOException {
        String html = render("---\ntitle: Team\n---\n\n| a | b |\n| - | - |\n| 1 | 2 |\n", true);
        assertThat(html)
                .startsWith("<style>")
                .contains("<table>")
                .doesNotContain("<html", "<body", "title: Team", "<hr", "body {");
    }

    @Test
    void blocksOfOthersStayAsTheyAre() throws IOException {
        assertThat(render("```python\nprint(1 < 2)\n```\n\n```nn\nshow 1\n```\n", true))
                .contains("<pre class=\"nn-code\" tabindex=\"0\"><code>print(1 &lt; 2)\n</code></pre>")
                .contains("<pre class=\"nn-script\"");
    }
}
