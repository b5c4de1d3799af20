package org.nnlang.prompt;

import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Source;
import org.nnlang.text.TextWidth;

/** Draws a diagnostic right under the typed line: first the mark, then the message. */
final class UnderLine {
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String PLAIN = "\u001b[0m";

    private final int promptWidth;
    private final int width;
    private final boolean color;

    UnderLine(int promptWidth, int width, boolean color) {
        this.promptWidth = promptWidth;
        this.width = width;
        this.color = color;
    }

    /** The drawing, or null if the entry takes several lines, at least on the terminal. */
    String render(Diagnostic diagnostic, Source typed) {
        String line = typed.text().stripTrailing();
        if (line.contains("\n") || line.contains("\t") || promptWidth + TextWidth.of(line) > width) {
            return null;
        }
        int start = Math.min(diagnostic.span().start(), line.length());
        int end = Math.clamp(diagnostic.span().end(), start, line.length());
        Message message = diagnostic.what();
        boolean error = diagnostic.severity() == Diagnostic.Severity.ERROR;
        String style = error ? RED : YELLOW;
        String mark = "^".repeat(Math.max(1, TextWidth.of(line.substring(start, end))));
        String label = message.label().isEmpty() ? "" : " " + message.label();
        StringBuilder text = new StringBuilder(" ".repeat(promptWidth + TextWidth.of(line.substring(0, start))));
        text.append(paint(style, mark + label)).append('\n');
        text.append(paint(style, error ? "error" : "notice"))
                .append(paint(BOLD, ": " + message.title()))
                .append('\n');
        message.notes()
                .forEach(note -> text.append(paint(BLUE, "  = ")).append(note).append('\n'));
        return text.toString();
    }

    private String paint(String style, String text) {
        return color ? style + text + PLAIN : text;
    }
}
