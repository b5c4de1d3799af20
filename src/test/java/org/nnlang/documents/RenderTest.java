package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        return render(page, new Documents.Style(fragment, false, null));
    }

    private String render(Path page, Documents.Style style) {
        return DocumentTest.documents(folder).render(page, style).text();
    }

    private static String block(String words, String script, String output) {
        return "```nn " + words + "\n" + script + "\n```\n\n```output\n" + output + "```\n\n";
    }

    @Test
    void aPageAsksForNothing() throws IOException {
        for (String name : new String[] {"README.md", "docs/tutorial.md", "docs/language.md"}) {
            String html = DocumentTest.documents(Path.of(""))
                    .render(Path.of(name), new Documents.Style(false, false, null))
                    .text();
            assertThat(html).startsWith("<!DOCTYPE html>").contains("<meta name=\"viewport\"");
            assertThat(html).doesNotContainPattern("<(script|link|iframe)\\b|src=(?!\"data:)|@import|url\\((?!#)");
        }
    }

    @Test
    void aLivePageCarriesItsSessionsFilesAndEngine() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "</script>,y\n2,1\n");
        Path page = Files.writeString(folder.resolve("page.md"), """
                ```nn hidden name=start
                let a = 2
                ```

                ```nn new
                input x[1]; layer y[1] sigmoid
                data = csv("points.csv", target: y)
                ```

                ```nn after=start
                show a
                ```

                ```output
                a = 2
                ```

                It is <!-- nn: a * 3, 4 -->6<!-- /nn -->.
                """);
        LiveParts parts = new LiveParts(new byte[] {0, 97, 115, 109}, "0rr91", null, "worker", "start()", ".nn-bar {}");
        String html = render(page, new Documents.Style(false, false, parts));
        assertThat(html)
                .contains("<pre class=\"nn-script\" tabindex=\"0\" hidden data-name=\"start\"><code>")
                .contains("<pre class=\"nn-script\" tabindex=\"0\" data-new><code>")
                .contains("<pre class=\"nn-script\" tabindex=\"0\" data-after=\"start\"><code>")
                .contains(
                        "<div class=\"nn-result\">\n<pre class=\"nn-output\" tabindex=\"0\"><samp>a = 2\n</samp></pre>\n</div>")
                .contains("title=\"a * 3, 4\" data-expression=\"a * 3\" data-digits=\"4\">6.000</span>")
                .contains("\"files\":{\"points.csv\":\"\\u003c/script>,y\\n2,1\\n\"}")
                .contains("{\"engine\":\"0rr91\",\"worker\":\"worker\"")
                .contains("script-src 'unsafe-inline'")
                .contains("<script type=\"module\">\nstart()</script>");
    }

    @Test
    void pagesCanShareAnEngine() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), block("", "show 1", "1 = 1\n"));
        LiveParts parts = new LiveParts(new byte[0], "", "nn.wasm", "", "", "");
        assertThat(render(page, new Documents.Style(true, false, parts)))
                .contains("{\"address\":\"nn.wasm\",\"integrity\":\"sha384-"
                        + "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb\"");
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
    void narrationsAreMathematicsToo() throws IOException {
        String script = NETWORK + "loss squared\nforward\nbackward\nwhy y1 = 0.88";
        assertThat(render(block("", script, ""), false))
                .containsSubsequence(
                        "<p class=\"nn-title\"><b>forward</b></p>\n<math",
                        "<p class=\"nn-title\"><b>backward</b></p>\n<math",
                        "<p>0.88 is right: y1 = 0.880797078, rounded to 2 decimals</p>")
                .doesNotContain("<samp>");
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
    void theLexerColors() throws IOException {
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

    @Test
    void theHtmlOfADocumentIsText() throws IOException {
        String page = """
                # A <script>alert(1)</script>

                <script>alert(2)</script>

                a <img src=x onerror=alert(3)> <svg/onload=alert(4)> <iframe src=//example.org></iframe>

                <style>@import "https://example.org/a.css";</style>

                <meta http-equiv=refresh content="0;url=https://example.org">

                | <b onclick=alert(5)>a</b> |
                | - |
                | <i>b</i> |

                <!-- nn: "</span><script>alert(6)</script>" -->x<!-- /nn -->

                ```nn skip file="<u>.nn"
                show "<script>"
                ```

                ```html <script>
                <script>alert(7)</script>
                ```
                """;
        String html = render(page, false);
        assertThat(html)
                .contains("<p>&lt;script&gt;alert(2)&lt;/script&gt;</p>", "a &lt;img src=x onerror=alert(3)&gt;")
                .contains("Content-Security-Policy\" content=\"default-src 'none';");
        String body = html.substring(html.indexOf("<body>"));
        assertThat(body).doesNotContainPattern("(?i)<(script|img|svg|iframe|style|meta|b|i|u|link|base)\\b");
        assertThat(render(page, true)).endsWith(body.substring(body.indexOf("<h1"), body.indexOf("</main>")));
    }

    @Test
    void commentsAreLeftOut() throws IOException {
        String page = "<!-- first\nsecond -->\n\na<!-- third -->b\n\n<!-- fourth --> <i>\n\n<!-- fifth\n";
        assertThat(render(page, true))
                .contains("<p>ab</p>\n<p> &lt;i&gt;</p>")
                .doesNotContain("first", "third", "fourth");
    }

    @Test
    void ofWhatLooksLikeAValueOnlyTheValueIsOne() throws IOException {
        assertThat(render("<nn-value-1> <nn-value-0></nn-value> <!-- nn: 7 -->7<!-- /nn -->\n", true))
                .contains("&lt;nn-value-1&gt;")
                .contains("<span class=\"nn-value\" title=\"7\">7</span>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "&#106;avascript:alert(1)",
                "javascript&colon;alert(1)",
                "java&#9;script:alert(1)",
                "java&#10;script:alert(1)",
                "&#1;javascript:alert(1)",
                "%6aavascript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "data:image/svg+xml,x",
                "file:///etc/passwd",
                "blob:x",
                "view-source:x"
            })
    void anAddressThatCouldRunSomethingIsNoLink(String address) throws IOException {
        Files.writeString(
                folder.resolve("links.md"),
                "[a](%1$s) [b](< %1$s> \"t\") [c] ![d](%1$s) ![](%1$s) [![e](%1$s)](%1$s)\n\n[c]: %1$s\n\n<%1$s>\n"
                        .formatted(address));
        String html = render(folder.resolve("links.md"), new Documents.Style(true, false, null));
        assertThat(html.substring(html.indexOf("</style>")))
                .contains("a b c d ")
                .doesNotContain("<a", "href", "<img", "src=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a?b=c",
                "HTTP://example.org",
                "mailto:a@b.c",
                "other.md#part",
                "#part",
                "../a/b:c.html",
                "?a:b"
            })
    void otherAddressesAreLinks(String address) throws IOException {
        assertThat(render("[a](" + address + " \"a \\\"title\\\"\")\n", true))
                .contains("<p><a href=\"" + address + "\" title=\"a &quot;title&quot;\">a</a></p>");
    }

    @Test
    void onesOwnHtmlIsPassedOnWhereItIsAllowed() throws IOException {
        Path page = Files.writeString(
                folder.resolve("own.md"),
                "<div onclick=\"a()\">\n<!-- mine -->\n<!-- nn: 1 + 1 -->2<!-- /nn -->\n</div>\n\n[a](tel:1) b<br>c\n");
        String html = render(page, new Documents.Style(false, true, null));
        assertThat(html)
                .contains(
                        "<div onclick=\"a()\">\n<!-- mine -->\n<span class=\"nn-value\" title=\"1 + 1\">2</span>\n</div>")
                .contains("<a href=\"tel:1\">a</a> b<br>c")
                .doesNotContain("Content-Security-Policy");
    }

    @Test
    void aWideDrawingScrollsBeforeItIsTooSmallToRead() throws IOException {
        Files.writeString(folder.resolve("wide.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\"/>");
        Files.writeString(folder.resolve("icon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\"/>");
        assertThat(render("![w](wide.svg) ![i](icon.svg)\n", true))
                .containsPattern("<span class=\"nn-drawing\" tabindex=\"0\"><img src=\"[^\"]*\" alt=\"w\""
                        + " style=\"min-width:390px\"></span> <img src=\"[^\"]*\" alt=\"i\">");
    }

    @Test
    void aPictureThroughALinkThatLeadsOutStaysOut(@TempDir Path outside) throws IOException {
        Path secret = Files.write(outside.resolve("secret.png"), new byte[] {1, 2, 3});
        Files.createSymbolicLink(folder.resolve("link.png"), secret);
        Files.createSymbolicLink(folder.resolve("up"), outside);
        Files.createDirectory(folder.resolve("inside"));
        Files.write(folder.resolve("inside/dot.png"), new byte[] {4});
        Files.createSymbolicLink(folder.resolve("within.png"), folder.resolve("inside/dot.png"));
        String html = render("![a](link.png) ![b](up/secret.png) ![c](up/../secret.png) ![d](within.png)\n", true);
        assertThat(html)
                .contains("<a href=\"link.png\">a</a>", "<a href=\"up/secret.png\">b</a>")
                .contains("<img src=\"data:image/png;base64,BA==\" alt=\"d\">")
                .doesNotContain("AQID");
    }

    @Test
    void aPictureWithinALinkThatIsFarAwayIsItsWords() throws IOException {
        assertThat(render(
                        "[![built](https://example.org/b.png)](https://example.org) ![](https://example.org/c.png)\n",
                        true))
                .contains("<a href=\"https://example.org\">built</a> "
                        + "<a href=\"https://example.org/c.png\">https://example.org/c.png</a>");
    }

    @Test
    void formulasAreMathematics() throws IOException {
        assertThat(render("The $n$th, $5 and $6, `$x$`.\n\n$$\n\\frac{1}{2}\n$$\n\n```math\n\\alpha\n```\n", true))
                .contains("The <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>n</mi></math>th, $5 and $6,"
                        + " <code>$x$</code>.")
                .contains(
                        "<p><span class=\"nn-formula\" tabindex=\"0\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\""
                                + " display=\"block\"><mfrac><mn>1</mn><mn>2</mn></mfrac></math></span></p>")
                .contains("<mi>α</mi>");
    }

    @Test
    void aFormulaThatNobodyCanReadIsShownAsItIsWritten() throws IOException {
        assertThat(render("$\\foo<b>$ and $<!-- nn: 7 -->7<!-- /nn -->$\n", true))
                .contains("<code class=\"nn-unreadable\">$\\foo&lt;b&gt;$</code>")
                .contains("<code class=\"nn-unreadable\">$&lt;nn-value-0&gt;7&lt;/nn-value&gt;$</code>");
    }

    @Test
    void footnotesLinkThereAndBack() throws IOException {
        String html = render("""
                One[^b] two[^a].

                [^a]: The *second*.
                [^b]: The first, with a script:

                    ```nn
                    show 1
                    ```

                ```nn
                show 2
                ```
                """, true);
        assertThat(html)
                .contains(
                        "One<sup class=\"footnote-ref\"><a href=\"#fn-b\" id=\"fnref-b\" data-footnote-ref role=\"doc-noteref\">1</a></sup>")
                .contains("<section class=\"footnotes\" data-footnotes role=\"doc-endnotes\" aria-label=\"Footnotes\">")
                .contains("<li id=\"fn-a\">\n<p>The <em>second</em>. <a href=\"#fnref-a\" class=\"footnote-backref\"")
                .containsPattern(Pattern.compile(
                        "<span class=\"nn-number\">2</span>.*<li id=\"fn-b\">.*"
                                + "<span class=\"nn-number\">1</span>.*<li id=\"fn-a\">",
                        Pattern.DOTALL));
    }

    @Test
    void taskListsStrikethroughAndColumns() throws IOException {
        assertThat(render("- [x] a\n- [ ] b\n\n~~c~~\n\n| d | e |\n| -: | - |\n| 1 | 2 |\n", true))
                .contains("<li><input type=\"checkbox\" class=\"nn-task\" disabled checked aria-label=\"done\"> a</li>")
                .contains("<li><input type=\"checkbox\" class=\"nn-task\" disabled aria-label=\"to do\"> b</li>")
                .contains("<del>c</del>", "<td align=\"right\">1</td>\n<td>2</td>");
    }

    @Test
    void theTitleOfTheFrontMatterIsThePages() throws IOException {
        String front = "---\nlang: de\n\ntitle: \"Team: <b>\"\ntags:\n  - $x\n---\n";
        assertThat(render(front + "\n## Part\n", false))
                .contains(
                        "<html lang=\"de\">",
                        "<title>Team: &lt;b&gt;</title>",
                        "<h1>Team: &lt;b&gt;</h1>\n<h2 id=\"part\">")
                .doesNotContain("tags");
        assertThat(render(front + "# Whole\n", false))
                .contains("<title>Team: &lt;b&gt;</title>")
                .doesNotContain("<h1>Team");
        assertThat(render("---\n\nA rule, and a text: no settings.\n\n---\n", false))
                .contains("<hr />\n<p>A rule");
    }
}
