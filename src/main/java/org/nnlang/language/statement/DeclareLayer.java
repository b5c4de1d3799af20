package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Declarations;
import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.Running;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Layer;
import org.nnlang.text.Span;

/** {@code layer h[2] sigmoid} or {@code layer y(cat, dog) softmax}: adds a layer, the output until another follows. */
public record DeclareLayer(NeuronsSpec neurons, Spec activation, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        if (!c.inBlock()) {
            c.declare(c.declarations().withoutTarget());
        }
        Activation[] found = {Activations.LINEAR.standard()
        }; // stands in for a wrong one, so that the check can continue
        if (!c.attempt(() -> found[0] = c.specs().activation(activation))) {
            c.findings().lostActivation();
        }
        c.declare("layer", neurons, span, () -> c.declare(declared(c, found[0])));
    }

    @Override
    public void run(Running r) {
        r.workspace().declareLayer(declared(r, r.specs().activation(activation)), neurons.span());
    }

    private Declarations declared(Context c, Activation made) {
        return c.declarations().withLayer(Layer.trained(neurons.neurons(c::number), made), neurons.span());
    }
}
