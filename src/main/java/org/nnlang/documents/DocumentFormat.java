package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nnlang.syntax.Formatter;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * Formats the scripts in a document, and leaves everything else as it is. It leaves out blocks that must fail, that nn skips, or
 * that repeat a file.
 */
public final class DocumentFormat {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private DocumentFormat() {}

    /** The document with formatted scripts; {@code wrong} gets the syntax errors of scripts that stay as they are. */
    public static String format(Source document, Consumer<Diagnostic> wrong) {
        if (document.text().startsWith(BYTE_ORDER_MARK)) {
            String text = document.text().substring(BYTE_ORDER_MARK.length());
            return BYTE_ORDER_MARK + format(new Source(document.name(), text), wrong);
        }
        try {
            return formatted(document, wrong);
        } catch (StackOverflowError | Markdown.TooLarge tooIntricate) {
            Span start = new Span(document, 0, document.lineEnd(1));
            wrong.accept(Diagnostic.error(start, Problem.TOO_INTRICATE, document.name()));
            return document.text();
        }
    }

    private static String formatted(Source document, Consumer<Diagnostic> wrong) {
        List<Edit> edits = new ArrayList<>();
        for (PageItem part : PageReader.read(document).parts()) {
            if (part instanceof PageItem.Block block && isFormatted(block.words())) {
                Fence fence = block.script();
                Source script = new Source(document.name(), fence.text());
                List<Diagnostic> errors = Syntax.parse(script).diagnostics();
                errors.forEach(error -> wrong.accept(fence.placed(error, script)));
                List<String> lines =
                        errors.isEmpty() ? Formatter.format(script).lines().toList() : List.of();
                if (errors.isEmpty() && !lines.equals(fence.text().lines().toList())) {
                    edits.addAll(OutputEdit.of(fence, lines));
                }
            }
        }
        return Edit.apply(document.text(), edits);
    }

    private static boolean isFormatted(BlockWords words) {
        return !words.fails() && !words.skip() && words.file() == null;
    }
}
