package org.nnlang.language;

import org.nnlang.explain.Names;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Finds the quantity that {@code explain} or {@code why} asks about. */
final class Explanations {
    private Explanations() {}

    /** The single quantity that an expression names; {@code verb} is the statement that asks. */
    static Quantity.Scalar single(String verb, Context context, Expr expression) {
        boolean named = expression instanceof Expr.Name name && context.names().contains(name.name());
        Quantity quantity = named ? null : context.quantity(expression);
        Span span = expression.span();
        if (quantity instanceof Quantity.Scalar single) {
            return single;
        }
        if (quantity instanceof Quantity.Whole whole) {
            Network network = context.network(span);
            String example = new Names(network).syntax(first(network, whole));
            throw new Failure(
                    span, Problem.NOT_A_SCALAR, span.text(), verb.equals("explain") ? "explain" : "ask for", example);
        }
        throw new Failure(span, Problem.NOT_A_QUANTITY, verb);
    }

    /** The quantity that {@code why} asks about; fails if it is given, not computed: then there is no slip to make. */
    static Quantity.Scalar computed(Context context, Expr expression) {
        Quantity.Scalar quantity = single("why", context, expression);
        boolean given = quantity instanceof Quantity.Target || quantity instanceof Quantity.Output q && q.layer() == 0;
        boolean counted = quantity instanceof Quantity.Step
                || quantity instanceof Quantity.Epoch
                || quantity instanceof Quantity.Accuracy;
        if (given || counted) {
            Span span = expression.span();
            throw new Failure(span, Problem.NO_SLIPS, span.text(), given ? "given" : "counted");
        }
        return quantity;
    }

    private static Quantity first(Network network, Quantity.Whole quantity) {
        return switch (quantity) {
            case Quantity.LayerOutputs q -> new Quantity.Output(q.layer(), 0);
            case Quantity.LayerNets q -> new Quantity.Net(q.layer(), 0);
            case Quantity.LayerDeltas q -> new Quantity.Delta(q.layer(), 0);
            case Quantity.LayerWeights q -> new Quantity.Parameter(network.weightStart(q.layer()));
            case Quantity.LayerBiases q -> new Quantity.Parameter(network.biasStart(q.layer()));
            case Quantity.LayerGradients q -> new Quantity.Gradient(network.weightStart(q.layer()));
            case Quantity.Targets _ -> new Quantity.Target(0);
        };
    }
}
