package org.nnlang.render;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.draw.SvgPicture;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;

/** Prints those of a script's results as HTML that a browser draws: formulas as MathML, pictures as SVG. */
public final class HtmlPrinter {
    private final String prefix;
    private final Cancellation cancellation;
    private int pictures;

    /** A printer for one part of a page; the ids in it begin with {@code prefix}. */
    public HtmlPrinter(String prefix, Cancellation cancellation) {
        this.prefix = prefix;
        this.cancellation = cancellation;
    }

    /** The element of a derivation, a narration, an answer or a picture; null for what is text. */
    public String print(Event event) {
        return switch (event) {
            case Event.Derived e
            when isDrawn(e.format()) ->
                math(new MathMlRenderer(e.network(), e.digits(), cancellation).render(e.derivation()));
            case Event.Narrated _, Event.Answered _ -> math(PassageHtml.of(Passage.of(event), cancellation));
            case Event.Pictured e ->
                "<div class=\"nn-picture\">\n" + SvgPicture.inline(e.figure(), prefix + ++pictures + "-") + "</div>\n";
            default -> null;
        };
    }

    /** The elements of the tables that an event shows; empty if it is no table. */
    public String tables(Event event) {
        return new TextPrinter(TextRenderer.PAGE, cancellation)
                .tables(event).stream()
                        .map(table -> table.cells().html(table.title()))
                        .collect(Collectors.joining());
    }

    /** Whether to draw a derivation: in LaTeX or Markdown, its reader wants the source. */
    static boolean isDrawn(DerivationFormat format) {
        return List.of(DerivationFormat.TEXT, DerivationFormat.MATHML).contains(format);
    }

    private static String math(String elements) {
        return "<div class=\"nn-math\" tabindex=\"0\">\n" + elements + "</div>\n";
    }
}
