package org.nnlang.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.nnlang.documents.Documents;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Html;

/** A page with what a script shows: derivations as mathematics, pictures drawn, all else as text. */
final class Preview {
    private static final int WIDTH = 90;

    /** The characters after which no more is written, as a loop can show without end. */
    private static final int MOST = 4 << 20;

    private static final String STYLE = style();

    private final HtmlPrinter html;
    private final TextPrinter text;
    private final DiagnosticRenderer diagnostics = new DiagnosticRenderer(false);
    private final StringBuilder page = new StringBuilder();

    Preview(Cancellation cancellation) {
        html = new HtmlPrinter("preview-", cancellation);
        text = new TextPrinter(WIDTH, cancellation);
    }

    private static String style() {
        StringBuilder style = new StringBuilder();
        for (String name : new String[] {"page.css", "block.css", "math.css"}) {
            try (InputStream in = Documents.class.getResourceAsStream(name)) {
                style.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }
        return style.toString();
    }

    void add(Event event) {
        if (page.length() > MOST) {
            return;
        }
        String drawn = html.print(event);
        if (drawn != null) {
            page.append(drawn);
        } else if (event instanceof Event.Reported(Diagnostic diagnostic)) {
            text(diagnostics.render(diagnostic));
        } else {
            text(text.print(event));
        }
    }

    private void text(String lines) {
        page.append("<pre class=\"nn-output\">")
                .append(Html.escaped(lines.stripTrailing()))
                .append("</pre>\n");
    }

    /** The whole page. */
    String page() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<style>\n" + STYLE
                + "</style>\n</head>\n<body>\n<main>\n" + page
                + (page.isEmpty() ? "<p>The script shows nothing.</p>\n" : "")
                + "</main>\n</body>\n</html>\n";
    }
}
