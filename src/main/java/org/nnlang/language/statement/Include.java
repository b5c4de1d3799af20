package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Scripts;
import org.nnlang.language.Statement;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Span;

/** {@code include "file.nn"}: runs the statements of another script. */
public record Include(Expr.Text path, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        Scripts.Entered entered;
        try {
            entered = c.scripts().enter(path);
        } catch (Failure failure) {
            c.findings().add(failure.diagnostic());
            c.findings().lostScript();
            return;
        }
        entered.diagnostics().forEach(c.findings()::add);
        Statement renewing = entered.statements().stream()
                .filter(New.class::isInstance)
                .findFirst()
                .orElse(null);
        if (renewing != null) {
            c.attempt(() -> renewing.check(c));
            c.findings().lostScript();
        } else if (entered.diagnostics().isEmpty()) {
            c.check(entered.statements());
        } else {
            c.findings().lostScript();
        }
        c.scripts().leave();
    }

    @Override
    public void run(Running r) {
        Scripts.Entered entered = r.scripts().enter(path);
        try {
            if (!entered.diagnostics().isEmpty()) {
                Diagnostic first = entered.diagnostics().getFirst();
                throw new Failure(first.span(), first.what());
            }
            r.run(entered.statements());
        } finally {
            r.scripts().leave();
        }
    }
}
