package org.nnlang.render;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.network.Cancellation;
import org.nnlang.text.Html;
import org.nnlang.text.Printable;

/** Writes passages as HTML: sentences as paragraphs and lists, tables, and mathematics as MathML. */
final class PassageHtml {
    private PassageHtml() {}

    /** The passages as elements; a gap separates parts. */
    static String of(List<Passage> passages, Cancellation cancellation) {
        StringBuilder html = new StringBuilder("<div>\n");
        passages.forEach(passage -> html.append(of(passage, cancellation)));
        return html.append("</div>\n").toString();
    }

    private static String of(Passage passage, Cancellation cancellation) {
        return switch (passage) {
            case Passage.Sentence s -> paragraph(s.level() > 0 ? " style=\"padding-left:1.5em\"" : "", text(s.text()));
            case Passage.Choices c ->
                c.items().stream()
                        .map(item -> item.stream().map(PassageHtml::text).collect(Collectors.joining("<br>\n")))
                        .collect(Collectors.joining("</li>\n<li>", "<ul>\n<li>", "</li>\n</ul>\n"));
            case Passage.Table t -> new TextTable(t).html("");
            case Passage.Mathematics m ->
                paragraph(" class=\"nn-title\"", "<b>" + text(m.title()) + "</b>")
                        + new MathMlRenderer(m.network(), m.digits(), cancellation).render(m.lines());
            case Passage.Gap _ -> "</div>\n<div>\n";
        };
    }

    private static String paragraph(String attributes, String html) {
        return "<p" + attributes + ">" + html + "</p>\n";
    }

    private static String text(String sentence) {
        return Passage.written(
                Html.escaped(Printable.line(sentence)), words -> words, code -> "<code>" + code + "</code>");
    }
}
