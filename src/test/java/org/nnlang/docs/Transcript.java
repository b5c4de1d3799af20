package org.nnlang.docs;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.TextRenderer;
import org.nnlang.interpreter.Event;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.session.TextPrinter;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.DiagnosticRenderer;
import org.nnlang.source.Source;

/** What a script prints: its results, then what is wrong with it, as a reader sees them. */
record Transcript(Result result, String results, String diagnostics) {
    static Transcript of(Session session, String name, String script) {
        StringBuilder results = new StringBuilder();
        List<Diagnostic> diagnostics = new ArrayList<>();
        TextPrinter printer = new TextPrinter(TextRenderer.PAGE);
        Result result = session.run(new Source(name, script), event -> {
            results.append(printer.print(event));
            if (event instanceof Event.Reported reported) {
                diagnostics.add(reported.diagnostic());
            }
        });
        return new Transcript(result, results.toString(), new DiagnosticRenderer(false).render(diagnostics));
    }

    String text() {
        return results + diagnostics;
    }
}
