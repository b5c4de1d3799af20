package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Statement;
import org.nnlang.network.Layer;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code bias h = 0.35}, {@code bias h = [0.1, 0.2]}, {@code bias h = 0.35 shared fixed}, {@code bias h = none}: sets the
 * starting values of a layer's biases or, after training, their present values.
 * A shared bias is one parameter for all neurons.
 */
public record SetBias(Expr.Name layer, StartSpec start, boolean shared, boolean fixed, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        int l = c.layer(layer, "bias");
        Layer old = c.network(span).layer(l);
        c.declare(c.declarations().withLayer(l, changed(old)));
        switch (start) {
            case StartSpec.Drawn drawn -> c.specs().initializer(drawn.initializer());
            case StartSpec.Values values -> checkShape(old, c.shape(values.value()));
            case StartSpec.None _ -> {}
        }
    }

    @Override
    public void run(Running r) {
        int l = r.layer(layer, "bias");
        Layer old = r.network(span).layer(l);
        r.workspace().setStart(l, false, start.of(r, shape -> checkShape(old, shape)), changed(old), span);
    }

    private Layer changed(Layer old) {
        Layer.BiasMode mode = start instanceof StartSpec.None
                ? Layer.BiasMode.NONE
                : shared ? Layer.BiasMode.SHARED : Layer.BiasMode.SEPARATE;
        return old.withBiases(mode, fixed);
    }

    /** Fails unless there is one number, or one for each neuron. */
    private void checkShape(Layer old, Shape shape) {
        switch (shape.asVector().kind()) {
            case NUMBER, ANY -> {}
            case VECTOR -> {
                if (shared) {
                    throw new Failure(start.span(), Problem.SHARED_WITHOUT_NUMBER);
                }
                if (!Shape.fits(shape.columns(), old.size())) {
                    throw new Failure(
                            start.span(), Problem.BIAS_SHAPE, old.neurons().layer(), old.size(), shape.columns());
                }
            }
            case MATRIX, TRUTH ->
                throw new Failure(
                        start.span(), Problem.WRONG_KIND, "a number, a vector, an initialiser or `none`", shape.text());
        }
    }
}
