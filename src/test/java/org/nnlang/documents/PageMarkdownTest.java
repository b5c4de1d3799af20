package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document as Markdown: {@code page.md} and what becomes of it, {@code page.out}; {@code -Dgolden.update=true} rewrites it. */
class PageMarkdownTest {
    private static final Path FOLDER = Path.of("src/test/resources/markdown");
    private static final Path PAGE = FOLDER.resolve("page.md");

    private static Documents.Rendered rendered() {
        Documents documents = DocumentTest.documents(FOLDER);
        Site.Plan plan = new Site.Plan(FOLDER, Path.of("target/markdown"), Path.of(""), "https://example.org", ".md");
        Site site = documents.site(plan, List.of(PAGE), false);
        return documents.render(PAGE, Documents.Style.markdown(site.page(PAGE), "page"));
    }

    @Test
    void aPageIsMarkdownForEveryGenerator() throws IOException {
        Documents.Rendered rendered = rendered();
        Path golden = FOLDER.resolve("page.out");
        boolean same = Files.exists(golden) && Files.readString(golden).equals(rendered.text());
        if (Boolean.getBoolean("golden.update") && !same) {
            Files.writeString(golden, rendered.text());
            fail("rewrote %s", golden);
        }
        assertThat(rendered.text()).isEqualTo(Files.readString(golden));
        assertThat(rendered.pictures()).containsOnlyKeys("page-1.svg", "images/s.svg");
        assertThat(new String(rendered.pictures().get("page-1.svg"), StandardCharsets.UTF_8))
                .contains("<svg", "sigmoid");
    }

    /** Plain CommonMark leaves all MathML as it is, and finds no emphasis or code in it. */
    @Test
    void markdownFindsNothingOfItsOwnInMathematics() {
        String html = HtmlRenderer.builder()
                .extensions(Markdown.EXTENSIONS)
                .build()
                .render(Markdown.parse(rendered().text()));
        assertThat(html.split("<math", -1)).hasSameSizeAs(rendered().text().split("<math", -1));
        assertThat(html).doesNotContain("<mo><em>", "&lt;math", "&lt;mi").contains("<mo>*</mo>");
    }

    /** Whatever is written, each finding has a place in the page, and there is a page and Markdown of it. */
    @Test
    void noTextBreaksAPage(@TempDir Path folder) throws IOException {
        String[] parts = {
            "$",
            "$$",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "```math\n",
            "```\n",
            "```nn hidden\n",
            "```nn\nshow 1\n```\n",
            "```output\n```\n",
            "|",
            "| - |\n",
            "\\",
            "`",
            "a",
            " ",
            "\t",
            "\r\n",
            "{",
            "}",
            "\\frac",
            "[^1]",
            "[^1]: ",
            "---\n",
            "title: x\n",
            "<!-- nn: 1 -->",
            "2<!-- /nn -->",
            "<div>",
            "~~",
            "- [ ] ",
            "# ",
            "[x](y.md)",
            "![x](y.png)",
            "*",
            "é",
            "𝔸"
        };
        Random random = new Random(11);
        Documents documents = DocumentTest.documents(folder);
        for (int i = 0; i < 1500; i++) {
            String text = Stream.generate(() -> parts[random.nextInt(parts.length)])
                    .limit(1 + random.nextInt(24))
                    .collect(Collectors.joining());
            Path page = Files.writeString(folder.resolve("page.md"), text);
            Site site = documents.site(
                    new Site.Plan(folder, folder.resolve("site"), null, null, ".html"), List.of(page), false);
            for (Documents.Style style : List.of(
                    new Documents.Style(false, false, null, site.page(page), null),
                    Documents.Style.markdown(site.page(page), "page"))) {
                Documents.Rendered rendered = documents.render(page, style);
                assertThat(rendered.text())
                        .as("%s, %s", text, rendered.checked().findings())
                        .isNotNull();
                assertThat(rendered.checked().findings())
                        .as(text)
                        .allSatisfy(finding -> assertThat(Report.text(rendered.checked(), finding, false))
                                .doesNotContain("a bug in nn"))
                        .allSatisfy(finding -> assertThat(finding.line()).isPositive());
            }
        }
    }
}
