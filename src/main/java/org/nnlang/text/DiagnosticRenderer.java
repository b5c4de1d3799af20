package org.nnlang.text;

import java.util.List;

/** Draws a diagnostic: the message, the position, the line with its mark, and what to do. */
public final class DiagnosticRenderer {
    private static final int WIDEST_LINE = 110;
    private static final int LONGEST_TITLE = 400;
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean color;

    /** A renderer with or without colours. */
    public DiagnosticRenderer(boolean color) {
        this.color = color;
    }

    /** Renders the diagnostics with empty lines between them. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            text.append(text.isEmpty() ? "" : "\n").append(render(diagnostic));
        }
        return text.toString();
    }

    /** Renders one diagnostic, with a line end. */
    public String render(Diagnostic diagnostic) {
        Message message = diagnostic.what();
        Span span = diagnostic.span();
        Source source = span.source();
        int line = source.line(span.start());
        String number = Integer.toString(line);
        String indent = " ".repeat(number.length());
        boolean error = diagnostic.severity() == Diagnostic.Severity.ERROR;
        String mark = error ? RED : YELLOW;
        StringBuilder text = new StringBuilder();
        text.append(paint(mark, error ? "error" : "notice"))
                .append(paint(BOLD, ": " + brief(message.title())))
                .append('\n');
        text.append(indent).append(paint(BLUE, "--> ")).append(Printable.line(source.name()));
        text.append(':')
                .append(line)
                .append(':')
                .append(source.column(span.start()))
                .append('\n');
        Excerpt excerpt = Excerpt.of(span, WIDEST_LINE);
        text.append(indent).append(paint(BLUE, " |")).append('\n');
        text.append(paint(BLUE, number + " |")).append(excerpt.text().isEmpty() ? "" : " " + excerpt.text());
        text.append('\n');
        text.append(indent).append(paint(BLUE, " |")).append(' ').append(" ".repeat(excerpt.before()));
        text.append(
                paint(mark, "^".repeat(excerpt.marked()) + (message.label().isEmpty() ? "" : " " + message.label())));
        text.append('\n');
        for (String note : message.notes()) {
            text.append(indent).append(paint(BLUE, " = ")).append(note).append('\n');
        }
        return text.toString();
    }

    /** A name can be a million characters long. */
    private static String brief(String title) {
        return title.length() <= LONGEST_TITLE ? title : TextWidth.cut(title, LONGEST_TITLE) + "…";
    }

    private String paint(String style, String text) {
        return color ? style + text + PLAIN : text;
    }
}
