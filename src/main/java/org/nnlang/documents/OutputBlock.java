package org.nnlang.documents;

import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Html;

/** Renders a block's output as HTML: text unchanged, formulas as mathematics, pictures as SVG. */
final class OutputBlock {
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    private OutputBlock() {}

    /** The output of a block; ids in it begin with {@code prefix}. */
    static String html(Transcript transcript, String prefix) {
        OutputBlock shown = new OutputBlock();
        TextPrinter text = new TextPrinter(TextRenderer.PAGE);
        HtmlPrinter html = new HtmlPrinter(prefix, Cancellation.NONE);
        for (Event event : transcript.events()) {
            String drawn = html.print(event);
            if (drawn == null) {
                shown.text.append(text.print(event));
            } else {
                shown.endText();
                shown.html.append(drawn);
            }
        }
        shown.endText();
        shown.text.append(new DiagnosticRenderer(false).render(transcript.diagnostics()));
        shown.endText("nn-output nn-mistake");
        return shown.html.toString();
    }

    /** An output as the page shows it. */
    static String html(String output) {
        OutputBlock shown = new OutputBlock();
        shown.text.append(output);
        shown.endText();
        return shown.html.toString();
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
