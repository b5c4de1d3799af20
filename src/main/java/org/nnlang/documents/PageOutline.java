package org.nnlang.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * What a site needs to know of a page before it renders any.
 *
 * @param title the title in its front matter, or its first heading, or its file's name
 * @param order its place among its neighbours, from its front matter; not a number if it has none
 * @param anchors where links can lead in it
 * @param links its links and pictures
 * @param problems what is wrong with its front matter
 */
record PageOutline(String title, double order, Set<String> anchors, List<Reference> links, List<Diagnostic> problems) {
    /** An address in a page. */
    record Reference(Span place, String address, boolean isPicture) {}

    /** What site generators call a page's place. */
    private static final List<String> ORDERS = List.of("order", "nav_order", "sidebar_position", "weight");

    private static final Pattern ID = Pattern.compile("\\b(?:id|name)\\s*=\\s*[\"']?([^\\s\"'>]+)");

    /** Reads a page; anchors in its own HTML count if that is allowed. */
    static PageOutline of(Source source, boolean allowsHtml) {
        FrontMatter front = FrontMatter.of(source.text());
        String text = ValueScanner.masked(
                front.blanked(source.text()), PageReader.read(source).parts());
        Node tree = Markdown.parse(text);
        PageIndex index = PageIndex.of(tree);
        Set<String> anchors = new HashSet<>();
        index.headings().forEach(heading -> anchors.add(index.anchor(heading)));
        List<Reference> links = links(source, tree, allowsHtml ? anchors : new HashSet<>());
        List<Diagnostic> problems = new ArrayList<>();
        double order = order(front, source, problems);
        return new PageOutline(PageHtml.title(front, index, source), order, anchors, links, problems);
    }

    /** The links and pictures of a page that has been parsed; anchors in its own HTML are added to {@code anchors}. */
    private static List<Reference> links(Source source, Node tree, Set<String> anchors) {
        Finder finder = new Finder(source, anchors);
        tree.accept(finder);
        return finder.links;
    }

    /** The links and pictures of a page that has been parsed. */
    static List<Reference> links(Source source, Node tree) {
        return links(source, tree, new HashSet<>());
    }

    private static double order(FrontMatter front, Source source, List<Diagnostic> problems) {
        for (String key : ORDERS) {
            String order = front.get(key);
            if (order != null) {
                try {
                    return Double.parseDouble(order);
                } catch (NumberFormatException other) {
                    int at = Math.max(0, source.text().indexOf("\n" + key) + 1);
                    Span line = new Span(source, at, source.lineEnd(source.line(at)));
                    problems.add(Diagnostic.error(line, Problem.BAD_PAGE_ORDER, key));
                }
            }
        }
        return Double.NaN;
    }

    /** Collects links, pictures and anchors. */
    private static final class Finder extends AbstractVisitor {
        private final Source source;
        private final Set<String> anchors;
        private final List<Reference> links = new ArrayList<>();

        Finder(Source source, Set<String> anchors) {
            this.source = source;
            this.anchors = anchors;
        }

        @Override
        public void visit(Link link) {
            links.add(new Reference(place(link, link.getDestination()), link.getDestination(), false));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(new Reference(place(image, image.getDestination()), image.getDestination(), true));
        }

        @Override
        public void visit(HtmlBlock block) {
            html(block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            html(inline.getLiteral());
        }

        private void html(String literal) {
            Matcher id = ID.matcher(literal);
            while (id.find()) {
                anchors.add(id.group(1));
            }
        }

        /** The address as it is written, or the whole link if it is written elsewhere. */
        private Span place(Node node, String address) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                return new Span(source, 0, 0);
            }
            int start = spans.getFirst().getInputIndex();
            int end = spans.getLast().getInputIndex() + spans.getLast().getLength();
            int at =
                    address.isEmpty() ? -1 : source.text().substring(start, end).lastIndexOf(address);
            return at < 0
                    ? new Span(source, start, Math.min(end, source.lineEnd(source.line(start))))
                    : new Span(source, start + at, start + at + address.length());
        }
    }
}
