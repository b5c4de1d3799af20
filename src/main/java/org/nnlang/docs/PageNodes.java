package org.nnlang.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** What is drawn otherwise than CommonMark would: blocks of code, headings, and pictures. */
final class PageNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final List<String> fences;
    private final Images images;
    private final Headings headings = new Headings();
    private int fence;

    /** {@code fences} holds the HTML of each fenced block of the page, in order; null where it is none of nn's. */
    PageNodes(HtmlNodeRendererContext context, List<String> fences, Images images) {
        this.context = context;
        this.html = context.getWriter();
        this.fences = fences;
        this.images = images;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, Heading.class, Image.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case FencedCodeBlock block -> render(block);
            case Heading heading -> render(heading);
            case Image image -> render(image);
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    private void render(FencedCodeBlock block) {
        String ours = fences.get(fence++);
        html.line();
        html.raw(
                ours != null
                        ? ours
                        : "<pre class=\"nn-code\" tabindex=\"0\"><code>" + Html.escaped(block.getLiteral())
                                + "</code></pre>\n");
        html.line();
    }

    private void render(Heading heading) {
        String anchor = headings.anchor(text(heading));
        String tag = "h" + heading.getLevel();
        html.line();
        html.tag(tag, Map.of("id", anchor));
        for (Node child = heading.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.raw(" <a class=\"nn-anchor\" href=\"#" + Html.escaped(anchor)
                + "\" aria-label=\"Link to this section\">#</a>");
        html.tag("/" + tag);
        html.line();
    }

    private void render(Image image) {
        String url = images.embedded(image.getDestination());
        String alt = Html.escaped(text(image));
        if (url != null) {
            html.raw("<img src=\"" + url + "\" alt=\"" + alt + "\">");
        } else { // the page asks for nothing
            html.raw("<a href=\"" + Html.escaped(image.getDestination()) + "\">" + alt + "</a>");
        }
    }

    /** The text of a node without what marks it. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
