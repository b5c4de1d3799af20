package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Html;

/** Renders a block's output as HTML: text unchanged, derivations as mathematics, pictures as SVG. */
final class OutputBlock {
    /** A part of an output: text as nn prints it, an error, or what is drawn. */
    record Part(Kind kind, String content) {}

    enum Kind {
        TEXT,
        ERROR,
        DRAWN
    }

    private OutputBlock() {}

    /** The parts of an output; {@code drawing} draws an event, or gives null if it is text. */
    static List<Part> parts(Transcript transcript, Function<Event, String> drawing) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        TextPrinter printer = new TextPrinter(TextRenderer.PAGE);
        for (Event event : transcript.events()) {
            String drawn = drawing.apply(event);
            if (drawn == null) {
                text.append(printer.print(event));
            } else {
                add(Kind.TEXT, text.toString(), parts);
                text.setLength(0);
                parts.add(new Part(Kind.DRAWN, drawn));
            }
        }
        add(Kind.TEXT, text.toString(), parts);
        add(Kind.ERROR, new DiagnosticRenderer(false).render(transcript.diagnostics()), parts);
        return parts;
    }

    private static void add(Kind kind, String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(kind, text));
        }
    }

    /** The output of a block; ids in it begin with {@code prefix}. */
    static String html(Transcript transcript, String prefix) {
        StringBuilder html = new StringBuilder();
        HtmlPrinter printer = new HtmlPrinter(prefix, Cancellation.NONE);
        for (Part part : parts(transcript, printer::print)) {
            html.append(
                    switch (part.kind()) {
                        case TEXT -> text("nn-output", part.content());
                        case ERROR -> text("nn-output nn-mistake", part.content());
                        case DRAWN -> part.content();
                    });
        }
        return html.toString();
    }

    /** An output as the page shows it. */
    static String html(String output) {
        return output.isEmpty() ? "" : text("nn-output", output);
    }

    private static String text(String style, String text) {
        return "<pre class=\"" + style + "\" tabindex=\"0\"><samp>" + Html.escaped(text) + "</samp></pre>\n";
    }
}
