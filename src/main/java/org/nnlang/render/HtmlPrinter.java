package org.nnlang.render;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.draw.SvgPicture;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Names;
import org.nnlang.explain.Symbol;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.text.Html;

/** Prints those of a script's results as HTML that a browser draws: derivations as MathML, pictures as SVG. */
public final class HtmlPrinter {
    private final String prefix;
    private final Cancellation cancellation;
    private int pictures;

    /** A printer for one part of a page; the ids in it begin with {@code prefix}. */
    public HtmlPrinter(String prefix, Cancellation cancellation) {
        this.prefix = prefix;
        this.cancellation = cancellation;
    }

    /** The element of a derivation or a picture; null for what is text. */
    public String print(Event event) {
        return switch (event) {
            case Event.Derived e
            when isDrawn(e.format()) ->
                math("", new MathMlRenderer(e.network(), e.digits(), cancellation).render(e.derivation()));
            case Event.Pictured e ->
                "<div class=\"nn-picture\">\n" + SvgPicture.inline(e.figure(), prefix + ++pictures + "-") + "</div>\n";
            default -> null;
        };
    }

    /** The lines of a pass or an update, each an element with the quantity's name in {@code data-name}. */
    public String lines(Event.Narrated narrated) {
        MathMlRenderer renderer = new MathMlRenderer(narrated.network(), narrated.digits(), cancellation);
        Names names = new Names(narrated.network());
        StringBuilder lines = new StringBuilder();
        for (Derivation line : narrated.lines()) {
            String name = line.lhs() instanceof Symbol symbol ? names.syntax(symbol.quantity()) : "";
            lines.append(math(" data-name=\"" + Html.escaped(name) + "\"", renderer.render(line)));
        }
        return lines.toString();
    }

    /** The elements of the tables that an event shows; empty if it is no table. */
    public String tables(Event event) {
        return new TextPrinter(TextRenderer.PAGE, cancellation)
                .tables(event).stream()
                        .map(table -> table.cells().html(table.title()))
                        .collect(Collectors.joining());
    }

    /** Whether to draw a derivation: in LaTeX or Markdown, its reader wants the source. */
    private static boolean isDrawn(DerivationFormat format) {
        return List.of(DerivationFormat.TEXT, DerivationFormat.MATHML).contains(format);
    }

    private static String math(String attributes, String mathMl) {
        return "<div class=\"nn-math\" tabindex=\"0\"" + attributes + ">\n" + mathMl + "</div>\n";
    }
}
