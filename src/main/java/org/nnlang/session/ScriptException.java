package org.nnlang.session;

import java.util.List;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;

/** A script went wrong; the message is what a user would read. */
public final class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    /** For these diagnostics. */
    public ScriptException(List<Diagnostic> diagnostics) {
        super(new DiagnosticRenderer(false).render(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** What is wrong. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
