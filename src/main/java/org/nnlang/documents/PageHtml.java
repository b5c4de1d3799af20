package org.nnlang.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.nnlang.draw.SvgPicture;
import org.nnlang.text.Html;
import org.nnlang.text.Span;

/** Renders a page as one HTML file, which loads nothing unless the author's own HTML does. */
final class PageHtml {
    /** Makes the browser block everything that a page does not need, in case nn missed something. */
    private static final String POLICY = """
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            img-src data:; base-uri 'none'; form-action 'none'">
            """;

    private final Page page;
    private final List<Transcript> transcripts;
    private final Images images;
    private final AuthorHtml authorHtml;
    private List<String> fences;

    /** A page with current outputs; {@code transcripts} has one for each block, null if the block did not run. */
    PageHtml(Page page, List<Transcript> transcripts, Images images, boolean allowsHtml) {
        this.page = page;
        this.transcripts = transcripts;
        this.images = images;
        this.authorHtml = new AuthorHtml(allowsHtml);
    }

    Images images() {
        return images;
    }

    AuthorHtml authorHtml() {
        return authorHtml;
    }

    /** The HTML of a fenced block by its number, from 0; null if it isn't one of nn's. */
    String fence(int number) {
        return fences.get(number);
    }

    /** A whole page. */
    String whole() {
        Node tree = tree();
        String title = tree.getFirstChild() instanceof Heading heading
                ? PageNodes.text(heading)
                : page.source().name().substring(page.source().name().lastIndexOf('/') + 1);
        return """
                <!DOCTYPE html>
                <html>
                <head>
                <meta charset="utf-8">
                %s<meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s%s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(
                authorHtml.isAllowed() ? "" : POLICY, Html.escaped(title), blockStyle(), style("page.css"), body(tree));
    }

    /** A fragment for somebody else's page, with the style of nn's own elements only. */
    String fragment() {
        return "<style>\n" + blockStyle() + "</style>\n" + body(tree());
    }

    private String body(Node tree) {
        fences = fences();
        return HtmlRenderer.builder()
                .extensions(Markdown.TABLES)
                .escapeHtml(!authorHtml.isAllowed())
                .nodeRendererFactory(context -> new PageNodes(context, this))
                .build()
                .render(tree);
    }

    private Node tree() {
        return Markdown.withTables(text());
    }

    /** The text of the page with its values tagged, and without a site generator's front matter. */
    private String text() {
        List<Edit> edits = new ArrayList<>();
        String text = page.source().text();
        for (PageItem part : page.parts()) {
            if (part instanceof PageItem.InlineValue(Span asked, Span shown)) {
                int open = text.lastIndexOf("<!--", asked.start());
                int end = text.indexOf("-->", shown.end()) + 3;
                String expression = String.join(" ", asked.text().split("\\s+"));
                edits.add(new Edit(new Span(page.source(), open, shown.start()), authorHtml.beforeValue(expression)));
                edits.add(new Edit(new Span(page.source(), shown.end(), end), authorHtml.afterValue()));
            }
        }
        edits.sort(Comparator.comparingInt(edit -> edit.old().start()));
        return withoutFrontMatter(Edit.apply(text, edits));
    }

    /** Removes the front matter of site generators: settings between two lines of dashes at the beginning. */
    private static String withoutFrontMatter(String text) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().equals("---")
                ? -1
                : lines.subList(1, lines.size()).indexOf("---");
        boolean settings = end >= 0 && lines.subList(1, end + 1).stream().noneMatch(String::isBlank);
        return settings ? String.join("\n", lines.subList(end + 2, lines.size())) + "\n" : text;
    }

    /** The HTML of each fenced block; null for blocks that are not nn's. */
    private List<String> fences() {
        Map<Integer, String> ours = new HashMap<>();
        int number = 0;
        for (PageItem part : page.parts()) {
            if (part instanceof PageItem.Block block) {
                Transcript transcript = transcripts.get(number++);
                ours.put(block.script().start(), block.words().hidden() ? "" : script(block));
                if (block.output() != null) {
                    ours.put(block.output().start(), output(block.output(), transcript, "nn" + number + "-"));
                }
            }
        }
        String[] all =
                page.fences().stream().map(fence -> ours.get(fence.start())).toArray(String[]::new);
        return Arrays.asList(all);
    }

    private static String script(PageItem.Block block) {
        String file = block.words().file();
        String caption = file == null ? "" : "<div class=\"nn-file\">" + Html.escaped(file) + "</div>\n";
        return caption + "<pre class=\"nn-script\" tabindex=\"0\"><code>"
                + Highlighter.html(block.script().text()) + "</code></pre>\n";
    }

    /** Keeps an output in which the author leaves out lines. */
    private static String output(Fence output, Transcript transcript, String prefix) {
        boolean whole = transcript != null
                && transcript
                        .text()
                        .lines()
                        .toList()
                        .equals(output.text().lines().toList());
        return whole ? OutputBlock.html(transcript, prefix) : OutputBlock.html(output.text());
    }

    /** The style of blocks, with the colours of pictures on dark pages; their light ones are in the pictures. */
    private static String blockStyle() {
        return style("block.css") + "@media screen and (prefers-color-scheme: dark) {\n  :root { "
                + SvgPicture.darkVariables() + " }\n}\n";
    }

    private static String style(String name) {
        try (InputStream in = PageHtml.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
