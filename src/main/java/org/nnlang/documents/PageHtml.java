package org.nnlang.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.nnlang.draw.SvgPicture;
import org.nnlang.text.Html;
import org.nnlang.text.Json;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Renders a page as one HTML file, which loads nothing unless the author's own HTML does. */
final class PageHtml {
    /** Makes the browser block everything that a page does not need, in case nn missed something. */
    private static final String POLICY = """
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            img-src data:; base-uri 'none'; form-action 'none'">
            """;

    /** The same for a live page: it runs its own scripts, and those in a Worker made of a blob, and compiles WebAssembly. */
    private static final String LIVE_POLICY = POLICY.replace(
            "img-src data:",
            "img-src data:; script-src 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'");

    private final Page page;
    private final List<Transcript> transcripts;
    private final Images images;
    private final Map<String, String> files;
    private final Documents.Style style;
    private final AuthorHtml authorHtml;
    private final FrontMatter front;
    private List<String> fences;

    /**
     * A page with current outputs.
     *
     * @param transcripts one for each block, null if the block did not run
     * @param files the texts of the files that the blocks have read
     */
    PageHtml(Page page, List<Transcript> transcripts, Images images, Map<String, String> files, Documents.Style style) {
        this.page = page;
        this.transcripts = transcripts;
        this.images = images;
        this.files = files;
        this.style = style;
        this.authorHtml = new AuthorHtml(style.allowsHtml());
        this.front = FrontMatter.of(page.source().text());
    }

    Images images() {
        return images;
    }

    AuthorHtml authorHtml() {
        return authorHtml;
    }

    /** The HTML of a fenced block by its number, from 0; null if it isn't one of nn's. */
    String fence(int number) {
        return number < fences.size() ? fences.get(number) : null;
    }

    /** A fenced block's formula by the block's number, from 0; null if it is none. */
    Formula formula(int number) {
        Fence fence = number < page.fences().size() ? page.fences().get(number) : null;
        return fence != null && fence.closed() && fence.isFormula() ? fence.formula() : null;
    }

    /** The page, or the part of it that the style asks for. */
    String html() {
        return style.fragment() ? fragment() : whole();
    }

    private boolean isLive() {
        return style.live() != null;
    }

    private String whole() {
        Node tree = tree();
        PageIndex index = PageIndex.of(tree);
        String own = front.get("title");
        String heading = own != null && index.headings().stream().noneMatch(h -> h.getLevel() == 1)
                ? "<h1>" + Html.escaped(own) + "</h1>\n"
                : "";
        String language = front.get("lang");
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                %s<meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s%s%s</style>
                </head>
                <body%s>
                %s<main>
                %s%s%s</main>
                %s%s</body>
                </html>
                """.formatted(
                        language == null ? "en" : Html.escaped(language),
                        authorHtml.isAllowed() ? "" : policy(),
                        Html.escaped(title(front, index, page.source())),
                        blockStyle(),
                        style("page.css"),
                        style.site() == null ? "" : style("site.css"),
                        style.site() == null ? "" : " class=\"nn-site\"",
                        style.site() == null ? "" : "<a class=\"nn-skip\" href=\"#nn-contents\">Contents</a>\n",
                        heading,
                        body(tree, index),
                        style.site() == null ? "" : style.site().steps(),
                        style.site() == null ? "" : style.site().contents(),
                        live());
    }

    /** What the browser may load: in a site, its pictures too. */
    private String policy() {
        String policy = isLive() ? LIVE_POLICY : POLICY;
        return style.site() == null ? policy : policy.replace("img-src data:", "img-src 'self' data:");
    }

    /** The title in the front matter, or the first heading, or the file's name. */
    static String title(FrontMatter front, PageIndex index, Source page) {
        String own = front.get("title");
        String name = page.name();
        return own != null
                ? own
                : index.headings().isEmpty()
                        ? name.substring(name.lastIndexOf('/') + 1)
                        : PageIndex.text(index.headings().getFirst());
    }

    /** A fragment for somebody else's page, with the style of nn's own elements only. */
    private String fragment() {
        Node tree = tree();
        return "<style>\n" + blockStyle() + "</style>\n" + body(tree, PageIndex.of(tree)) + live();
    }

    /** The address of a link; null if links may not lead there, or if it leads nowhere in the site. */
    String address(String written) {
        String address = authorHtml.address(written);
        return address == null || style.site() == null ? address : style.site().link(address);
    }

    /** The address of a picture: of its file in a site, or with the picture itself. */
    String pictureAddress(String written, Images.Embedded picture) {
        String address = style.site() == null ? null : style.site().picture(written, images.made());
        return address == null ? picture.url() : address;
    }

    /** The attribute by which a live page finds a picture that a script draws again. */
    String madeBy(String path) {
        return isLive() ? attribute("path", path) : "";
    }

    /** What makes the page live; nothing if it isn't. */
    private String live() {
        if (!isLive()) {
            return "";
        }
        LiveParts live = style.live();
        String engine = live.address() == null
                ? "\"engine\":" + json(live.packed())
                : "\"address\":" + json(live.address()) + ",\"integrity\":" + json(live.integrity());
        String texts = files.entrySet().stream()
                .map(file -> json(file.getKey()) + ":" + json(file.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return "<script type=\"application/json\" id=\"nn-live\">{" + engine + ",\"worker\":" + json(live.worker())
                + ",\"files\":" + texts + "}</script>\n<script type=\"module\">\n" + live.script() + "</script>\n";
    }

    /** A string of JSON that can't end a script element. */
    private static String json(String text) {
        return Json.text(text).replace("<", "\\u003c");
    }

    private String body(Node tree, PageIndex index) {
        fences = fences();
        return HtmlRenderer.builder()
                .nodeRendererFactory(context -> new PageNodes(context, this, index))
                .attributeProviderFactory(_ -> (_, tag, attributes) -> PageNodes.addRoles(tag, attributes))
                .extensions(Markdown.EXTENSIONS)
                .escapeHtml(!authorHtml.isAllowed())
                .build()
                .render(tree);
    }

    private Node tree() {
        return Markdown.parse(text());
    }

    /** The text of the page with its values tagged, and without its front matter. */
    private String text() {
        List<Edit> edits = new ArrayList<>();
        String text = page.source().text();
        for (PageItem part : page.parts()) {
            if (part instanceof PageItem.InlineValue(Span asked, Span shown)) {
                int open = text.lastIndexOf("<!--", asked.start());
                int end = text.indexOf("-->", shown.end()) + 3;
                edits.add(new Edit(
                        new Span(page.source(), open, shown.start()), authorHtml.beforeValue(attributes(asked))));
                edits.add(new Edit(new Span(page.source(), shown.end(), end), authorHtml.afterValue()));
            }
        }
        edits.removeIf(edit -> edit.old().start() < front.end());
        edits.addFirst(new Edit(new Span(page.source(), 0, front.end()), ""));
        return Edit.apply(text, Edit.apart(edits));
    }

    private String attributes(Span asked) {
        String title = "title=\"" + Html.escaped(String.join(" ", asked.text().split("\\s+"))) + "\"";
        InlineValue value = InlineValue.of(asked);
        return isLive() && value.expression() != null
                ? title + " data-expression=\""
                        + Html.escaped(value.expression().strip()) + "\" data-digits=\"" + value.digits() + "\""
                : title;
    }

    /** The HTML of each fenced block; null for blocks that are not nn's. */
    private List<String> fences() {
        Map<Integer, String> ours = new HashMap<>();
        int number = 0;
        for (PageItem part : page.parts()) {
            if (part instanceof PageItem.Block block) {
                Transcript transcript = transcripts.get(number++);
                String prefix = "nn" + number + "-";
                String result = block.output() == null ? "" : output(block.output(), transcript, prefix);
                if (isLive()) {
                    result = "<div class=\"nn-result\">\n" + result + "</div>\n";
                }
                boolean inScript = isLive() && block.output() == null;
                ours.put(block.script().start(), script(block) + (inScript ? result : ""));
                if (block.output() != null) {
                    ours.put(block.output().start(), result);
                }
            }
        }
        String[] all =
                page.fences().stream().map(fence -> ours.get(fence.start())).toArray(String[]::new);
        return Arrays.asList(all);
    }

    /** A script; a hidden one is in live pages only, which run it. */
    private String script(PageItem.Block block) {
        BlockWords words = block.words();
        if (words.hidden() && !isLive()) {
            return "";
        }
        boolean named = words.file() != null && !words.hidden();
        String caption = named ? "<div class=\"nn-file\">" + Html.escaped(words.file()) + "</div>\n" : "";
        return caption + "<pre class=\"nn-script\" tabindex=\"0\"" + (isLive() ? attributes(words) : "") + "><code>"
                + Highlighter.html(block.script().text()) + "</code></pre>\n";
    }

    /** The words of a block as attributes. */
    private static String attributes(BlockWords words) {
        return (words.hidden() ? " hidden" : "")
                + (words.fresh() ? " data-new" : "")
                + (words.skip() ? " data-skip" : "")
                + attribute("file", words.file())
                + attribute("name", words.name())
                + attribute("after", words.after());
    }

    private static String attribute(String name, String value) {
        return value == null ? "" : " data-" + name + "=\"" + Html.escaped(value) + "\"";
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
    private String blockStyle() {
        return style("block.css") + style("math.css") + (isLive() ? style.live().style() : "")
                + "@media screen and (prefers-color-scheme: dark) {\n  :root { " + SvgPicture.darkVariables()
                + " }\n}\n";
    }

    private static String style(String name) {
        try (InputStream in = PageHtml.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
