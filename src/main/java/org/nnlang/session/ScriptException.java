package org.nnlang.session;

import java.util.List;
import org.nnlang.language.Advice;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;

/** Thrown when a script fails; the message is the text that a user would read. */
public final class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    /** Reports these diagnostics. */
    public ScriptException(List<Diagnostic> diagnostics) {
        this(
                new DiagnosticRenderer(false),
                diagnostics.stream().map(Advice::advised).toList());
    }

    private ScriptException(DiagnosticRenderer renderer, List<Diagnostic> diagnostics) {
        super(renderer.render(diagnostics));
        this.diagnostics = diagnostics;
    }

    /** The errors. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
