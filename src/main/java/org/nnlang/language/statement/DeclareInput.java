package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Declarations;
import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code input x[2]} or {@code input x(height, weight)}: the network's inputs; the first declaration of a network. */
public record DeclareInput(NeuronsSpec neurons, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.declare("input", neurons, span, () -> c.declare(declared(c)));
    }

    @Override
    public void run(Running r) {
        r.workspace().declare(declared(r));
    }

    private Declarations declared(Context c) {
        return c.declarations()
                .withInput(neurons.neurons(c::number), neurons.name().span());
    }
}
