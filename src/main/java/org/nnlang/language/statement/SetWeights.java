package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Statement;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code weights h = [0.15, 0.20; 0.25, 0.30]}, {@code weights h = he}, optionally with {@code fixed} after it: sets the
 * starting values of a layer's weights or, after training, their present values.
 * Each row belongs to a neuron.
 */
public record SetWeights(Expr.Name layer, StartSpec start, boolean fixed, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        int l = c.layer(layer, "weights");
        switch (start) {
            case StartSpec.Drawn drawn -> c.specs().initializer(drawn.initializer());
            case StartSpec.Values values -> checkShape(c.network(span), l, c.shape(values.value()));
            case StartSpec.None none -> throw new Failure(none.span(), Problem.WRONG_KIND, "weights", "none");
        }
    }

    @Override
    public void run(Running r) {
        int l = r.layer(layer, "weights");
        Network network = r.network(span);
        Layer changed = network.layer(l).withWeights(fixed);
        r.workspace().setStart(l, true, start.of(r, shape -> checkShape(network, l, shape)), changed, span);
    }

    /** Fails unless there is a row for each neuron and a column for each source. */
    private void checkShape(Network network, int l, Shape shape) {
        int rows = network.size(l);
        int columns = network.size(l - 1);
        if (shape.is(Shape.Kind.TRUTH)) {
            throw new Failure(start.span(), Problem.WRONG_KIND, "a matrix or an initialiser", shape.text());
        }
        if (!Shape.fits(shape.rows(), rows) || !Shape.fits(shape.columns(), columns)) {
            String source = l == 1
                    ? "input of " + network.input().layer()
                    : "neuron of " + network.neurons(l - 1).layer();
            throw new Failure(
                    start.span(),
                    Problem.WEIGHTS_SHAPE,
                    network.neurons(l).layer(),
                    rows,
                    columns,
                    source,
                    shape.rows(),
                    shape.columns());
        }
    }
}
