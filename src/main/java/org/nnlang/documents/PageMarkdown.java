package org.nnlang.documents;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.nnlang.draw.SvgPicture;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.text.Span;

/**
 * Renders a page as Markdown that any site generator reads: outputs as text and MathML, formulas as MathML, pictures as files,
 * values in place of their comments. Everything else stays as the author wrote it.
 */
final class PageMarkdown {
    /** What means something in Markdown, in its dialects and in templates, and may stand in MathML. */
    private static final String SPECIAL = "*_`[]\\|~^${}!";

    private final Page page;
    private final String text;
    private final List<Transcript> transcripts;
    private final Documents.Style style;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, byte[]> pictures = new TreeMap<>();

    /**
     * A page with current outputs.
     *
     * @param transcripts one for each block, null if the block did not run
     * @param style with what the names of its pictures begin with
     */
    PageMarkdown(Page page, List<Transcript> transcripts, Documents.Style style) {
        this.page = page;
        this.text = page.source().text();
        this.transcripts = transcripts;
        this.style = style;
    }

    /** The pictures of outputs, by the names of their files beside the page. */
    Map<String, byte[]> pictures() {
        return pictures;
    }

    String markdown() {
        int block = 0;
        for (PageItem part : page.parts()) {
            switch (part) {
                case PageItem.Block script -> block(script, transcripts.get(block++));
                case PageItem.InlineValue(Span asked, Span shown) -> {
                    edit(text.lastIndexOf("<!--", asked.start()), shown.start(), "");
                    edit(shown.end(), text.indexOf("-->", shown.end()) + "-->".length(), "");
                }
                case PageItem.Explanation _ -> {}
            }
        }
        page.fences().stream()
                .filter(fence -> fence.closed() && fence.isFormula())
                .forEach(fence -> replace(fence, List.of(math(fence.formula()))));
        String masked = ValueScanner.masked(FrontMatter.of(text).blanked(text), page.parts());
        Node tree = Markdown.parse(masked);
        tree.accept(new Formulas());
        if (style.site() != null) {
            PageOutline.links(page.source(), tree).forEach(this::link);
        }
        return Edit.apply(text, Edit.apart(edits));
    }

    private void link(PageOutline.Reference link) {
        String elsewhere = link.isPicture() ? null : style.site().elsewhere(link.address());
        if (elsewhere != null && link.place().text().equals(link.address())) {
            edit(link.place().start(), link.place().end(), elsewhere);
        }
    }

    private void edit(int start, int end, String now) {
        edits.add(new Edit(new Span(page.source(), start, end), now));
    }

    private void block(PageItem.Block block, Transcript transcript) {
        Fence script = block.script();
        if (block.words().hidden()) {
            replace(script, List.of());
        } else {
            edit(script.info().start(), script.info().end(), "nn");
        }
        if (block.output() != null) {
            boolean whole = transcript != null
                    && transcript
                            .text()
                            .lines()
                            .toList()
                            .equals(block.output().text().lines().toList());
            replace(
                    block.output(),
                    whole ? parts(transcript) : List.of(fenced(block.output().text())));
        }
    }

    /** An output as text, derivations and pictures. */
    private List<String> parts(Transcript transcript) {
        HtmlPrinter html = new HtmlPrinter("", Cancellation.NONE);
        List<OutputBlock.Part> parts = OutputBlock.parts(
                transcript,
                event -> event instanceof Event.Pictured pictured ? picture(pictured) : quiet(html.print(event)));
        return parts.stream()
                .map(part -> part.kind() == OutputBlock.Kind.DRAWN ? part.content() : fenced(part.content()))
                .toList();
    }

    private static String fenced(String output) {
        String mark = "```";
        while (output.contains(mark)) {
            mark += "`";
        }
        return mark + "text\n" + output.stripTrailing() + "\n" + mark;
    }

    private String picture(Event.Pictured pictured) {
        String name = style.pictures() + "-" + (pictures.size() + 1) + ".svg";
        pictures.put(name, SvgPicture.file(pictured.figure()).getBytes(StandardCharsets.UTF_8));
        String words = pictured.figure()
                .caption()
                .title()
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]");
        return "![" + words + "](" + Addresses.of(Path.of(name)) + ")";
    }

    private static String math(Formula formula) {
        return quiet(formula.html("div"));
    }

    /** HTML in which Markdown finds nothing of its own, not even the empty line that would end it; null for null. */
    private static String quiet(String html) {
        if (html == null) {
            return null;
        }
        StringBuilder quiet = new StringBuilder();
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            inTag = c == '<' || inTag && c != '>';
            if (!inTag && SPECIAL.indexOf(c) >= 0) {
                quiet.append("&#").append((int) c).append(';');
            } else {
                quiet.append(c);
            }
        }
        return quiet.toString().strip().replaceAll("\n\\s*\n", "\n");
    }

    /** Puts other parts in place of a block, with empty lines around each. */
    private void replace(Fence fence, List<String> parts) {
        replace(fence.start(), page.source().lineEnd(fence.lastLine()), parts);
    }

    private void replace(int start, int end, List<String> parts) {
        int line = page.source().line(start);
        String prefix = prefix(text.substring(page.source().lineStart(line), start));
        String empty = "\n" + prefix.stripTrailing() + "\n" + prefix;
        List<String> lines = new ArrayList<>();
        parts.forEach(part -> lines.add(part.replace("\n", "\n" + prefix)));
        boolean follows = line > 1 && !isEmpty(line - 1);
        int last = page.source().line(end);
        boolean precedes = last < page.source().line(text.length()) && !isEmpty(last + 1);
        String now = String.join(empty, lines);
        String before = follows ? "\n" + prefix : "";
        String after = precedes ? "\n" + prefix.stripTrailing() : "";
        edit(start, end, parts.isEmpty() ? "" : before + now + after);
    }

    /** The marks of quotes at the beginning of a line, and spaces for those of lists. */
    private static String prefix(String before) {
        StringBuilder prefix = new StringBuilder();
        before.chars().forEach(c -> prefix.append(c == '>' || c == '\t' ? (char) c : ' '));
        return prefix.toString();
    }

    private boolean isEmpty(int line) {
        return text.substring(page.source().lineStart(line), page.source().lineEnd(line))
                .replace('>', ' ')
                .isBlank();
    }

    /** Puts MathML in place of formulas. */
    private final class Formulas extends AbstractVisitor {
        private int at;

        @Override
        public void visit(CustomNode node) {
            if (node instanceof Formula.Inline inline) {
                place(node, (start, end) -> inline(start, end, inline.formula()));
            } else {
                visitChildren(node);
            }
        }

        @Override
        public void visit(CustomBlock node) {
            if (node instanceof Formula.Displayed displayed) {
                place(node, (start, end) -> replace(start, end, List.of(math(displayed.formula()))));
            } else {
                visitChildren(node);
            }
        }

        /** Puts a formula in its place, which the parser gives a little too far left after a vertical bar in a table: {@code \|}. */
        private void inline(int from, int to, Formula formula) {
            int start = text.indexOf('$', Math.max(from, at));
            int end = to;
            while (end <= start + 1 || text.charAt(end - 1) != '$') {
                end++;
            }
            at = end;
            edit(start, end, quiet(formula.html()));
        }

        private interface Place {
            void take(int start, int end);
        }

        private static void place(Node node, Place place) {
            List<SourceSpan> spans = node.getSourceSpans();
            SourceSpan last = spans.getLast();
            place.take(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
        }
    }
}
