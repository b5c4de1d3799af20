package org.nnlang.documents;

import java.util.List;
import org.nnlang.draw.SvgPicture;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.picture.Figure;
import org.nnlang.render.MathMlRenderer;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.text.DiagnosticRenderer;

/** Renders a block's output as HTML: text unchanged, derivations as mathematics, pictures as SVG. */
final class OutputBlock {
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    private final String prefix;
    private int pictures;

    private OutputBlock(String prefix) {
        this.prefix = prefix;
    }

    /** The output of a block; ids in it begin with {@code prefix}. */
    static String html(Transcript transcript, String prefix) {
        OutputBlock shown = new OutputBlock(prefix);
        TextPrinter printer = new TextPrinter(TextRenderer.PAGE);
        for (Event event : transcript.events()) {
            if (event instanceof Event.Derived derived && drawn(derived.format())) {
                shown.math(derived);
            } else if (event instanceof Event.Pictured picture) {
                shown.picture(picture.figure());
            } else {
                shown.text.append(printer.print(event));
            }
        }
        shown.endText();
        shown.text.append(new DiagnosticRenderer(false).render(transcript.diagnostics()));
        shown.endText("nn-output nn-mistake");
        return shown.html.toString();
    }

    /** An output as the page shows it. */
    static String html(String output) {
        OutputBlock shown = new OutputBlock("");
        shown.text.append(output);
        shown.endText();
        return shown.html.toString();
    }

    /** Whether to draw a derivation: in LaTeX or Markdown, its reader wants the source. */
    private static boolean drawn(DerivationFormat format) {
        return List.of(DerivationFormat.TEXT, DerivationFormat.MATHML).contains(format);
    }

    private void math(Event.Derived derived) {
        endText();
        html.append("<div class=\"nn-math\" tabindex=\"0\">\n");
        html.append(new MathMlRenderer(derived.network(), derived.digits(), Cancellation.NONE)
                .render(derived.derivation()));
        html.append("</div>\n");
    }

    private void picture(Figure figure) {
        endText();
        html.append("<div class=\"nn-picture\">\n");
        html.append(SvgPicture.inline(figure, prefix + ++pictures + "-")).append("</div>\n");
    }

    private void endText() {
        endText("nn-output");
    }

    private void endText(String style) {
        if (!text.isEmpty()) {
            html.append("<pre class=\"").append(style).append("\" tabindex=\"0\"><samp>");
            html.append(Html.escaped(text.toString())).append("</samp></pre>\n");
            text.setLength(0);
        }
    }
}
