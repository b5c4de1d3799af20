package org.nnlang.render;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.language.Event;
import org.nnlang.network.Cancellation;

/** Prints those of a script's results that have formulas as LaTeX, which needs amsmath. */
public final class LatexPrinter {
    private final Cancellation cancellation;

    /** A printer that can be cancelled. */
    public LatexPrinter(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** The source of a derivation, a narration or an answer; null for what is text. */
    public String print(Event event) {
        return switch (event) {
            case Event.Derived e
            when HtmlPrinter.isDrawn(e.format()) ->
                new LatexRenderer(e.network(), e.digits(), cancellation).render(e.derivation());
            case Event.Narrated _, Event.Answered _ ->
                Passage.of(event).stream().map(this::of).collect(Collectors.joining());
            default -> null;
        };
    }

    private String of(Passage passage) {
        return switch (passage) {
            case Passage.Sentence s -> text(s.text()) + "\n\n";
            case Passage.Choices c ->
                c.items().stream()
                        .map(item -> item.stream().map(LatexPrinter::text).collect(Collectors.joining(" \\\\\n")))
                        .collect(Collectors.joining("\n\\item ", "\\begin{itemize}\n\\item ", "\n\\end{itemize}\n\n"));
            case Passage.Table t -> table(new TextTable(t));
            case Passage.Mathematics m ->
                text(m.title()) + "\n" + new LatexRenderer(m.network(), m.digits(), cancellation).render(m.lines())
                        + "\n";
            case Passage.Gap _ -> "";
        };
    }

    /** A table as an array, which MathJax knows, too. */
    private static String table(TextTable table) {
        List<List<String>> rows = table.all();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return rows.stream()
                .map(row -> row.stream().map(LatexPrinter::cell).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(
                        " \\\\\n", "\\[\n\\begin{array}{" + "l".repeat(columns) + "}\n", "\n\\end{array}\n\\]\n\n"));
    }

    private static String cell(String text) {
        return text.isEmpty() ? "" : "\\text{" + LatexNames.escaped(text) + "}";
    }

    private static String text(String sentence) {
        return Passage.written(sentence, LatexNames::escaped, code -> "\\texttt{" + LatexNames.escaped(code) + "}");
    }
}
