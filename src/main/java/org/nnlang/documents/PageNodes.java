package org.nnlang.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.nnlang.draw.SvgPicture;
import org.nnlang.text.Html;

/** Renders what CommonMark would render differently: code blocks, headings, pictures, links, and the author's HTML. */
final class PageNodes implements NodeRenderer {
    /** Drawings up to this width, in pixels, fit every page. */
    private static final double NARROW = 300;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final PageHtml page;
    private final PageIndex index;

    PageNodes(HtmlNodeRendererContext context, PageHtml page, PageIndex index) {
        this.context = context;
        this.html = context.getWriter();
        this.page = page;
        this.index = index;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                FencedCodeBlock.class,
                Heading.class,
                Image.class,
                Link.class,
                HtmlBlock.class,
                HtmlInline.class,
                Formula.Inline.class,
                Formula.Displayed.class,
                TaskListItemMarker.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case FencedCodeBlock block -> render(block);
            case Heading heading -> render(heading);
            case Image image -> render(image);
            case Link link -> render(link);
            case HtmlBlock block -> render(block);
            case HtmlInline inline -> html.raw(page.authorHtml().of(inline.getLiteral()));
            case Formula.Inline formula -> html.raw(formula.formula().html());
            case Formula.Displayed formula -> displayed(formula.formula());
            case TaskListItemMarker task ->
                html.raw("<input type=\"checkbox\" class=\"nn-task\" disabled"
                        + (task.isChecked() ? " checked aria-label=\"done\"> " : " aria-label=\"to do\"> "));
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    /** Tells programs that read pages aloud what footnotes and the links to them are. */
    static void addRoles(String tag, Map<String, String> attributes) {
        if (tag.equals("section") && attributes.containsKey("data-footnotes")) {
            attributes.put("role", "doc-endnotes");
            attributes.put("aria-label", "Footnotes");
        } else if (attributes.containsKey("data-footnote-ref")) {
            attributes.put("role", "doc-noteref");
        } else if (attributes.containsKey("data-footnote-backref")) {
            attributes.put("role", "doc-backlink");
        }
    }

    private void render(FencedCodeBlock block) {
        Integer number = index.fence(block);
        if (page.formula(number) != null) {
            displayed(page.formula(number));
            return;
        }
        String ours = page.fence(number);
        html.line();
        html.raw(
                ours != null
                        ? ours
                        : "<pre class=\"nn-code\" tabindex=\"0\"><code>" + Html.escaped(block.getLiteral())
                                + "</code></pre>\n");
        html.line();
    }

    private void displayed(Formula formula) {
        html.line();
        html.raw("<p>" + formula.html() + "</p>");
        html.line();
    }

    private void render(Heading heading) {
        String anchor = index.anchor(heading);
        String tag = "h" + heading.getLevel();
        html.line();
        html.tag(tag, Map.of("id", anchor));
        children(heading);
        html.raw(" <a class=\"nn-anchor\" href=\"#" + Html.escaped(anchor)
                + "\" aria-label=\"Link to this section\">#</a>");
        html.tag("/" + tag);
        html.line();
    }

    private void render(Image image) {
        Images.Embedded picture = page.images().embedded(image.getDestination());
        if (picture != null) {
            String url = page.pictureAddress(image.getDestination(), picture);
            boolean scrolls = picture.width() > NARROW;
            String least = scrolls ? " style=\"min-width:" + SvgPicture.leastWidth(picture.width()) + "px\"" : "";
            html.raw((scrolls ? "<span class=\"nn-drawing\" tabindex=\"0\">" : "")
                    + "<img src=\"" + Html.escaped(url) + "\" alt=\"" + Html.escaped(PageIndex.text(image)) + "\""
                    + least
                    + page.madeBy(image.getDestination()) + ">"
                    + (scrolls ? "</span>" : ""));
            return;
        }
        String words = PageIndex.text(image).isBlank() ? image.getDestination() : PageIndex.text(image);
        link(isWithinLink(image) ? null : page.address(image.getDestination()), null, () -> html.text(words));
    }

    private static boolean isWithinLink(Node node) {
        Node around = node.getParent();
        while (around != null && !(around instanceof Link)) {
            around = around.getParent();
        }
        return around != null;
    }

    private void render(Link link) {
        link(page.address(link.getDestination()), link.getTitle(), () -> children(link));
    }

    /** Renders a link; only its words if it has no address. */
    private void link(String address, String title, Runnable words) {
        if (address == null) {
            words.run();
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", context.encodeUrl(address));
        if (title != null) {
            attributes.put("title", title);
        }
        html.tag("a", attributes);
        words.run();
        html.tag("/a");
    }

    private void render(HtmlBlock block) {
        String text = page.authorHtml().of(block.getLiteral());
        if (!text.isBlank()) {
            html.line();
            html.raw(page.authorHtml().isAllowed() ? text : "<p>" + text + "</p>");
            html.line();
        }
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
