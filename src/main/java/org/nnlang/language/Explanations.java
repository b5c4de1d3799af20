package org.nnlang.language;

import java.util.Collection;
import org.nnlang.explain.Names;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;

/** What can be explained, or be asked the why of: a single quantity. */
final class Explanations {
    private Explanations() {}

    /** The quantity that an expression names; fails where it is none, or more than one number. */
    static Quantity.Scalar quantity(
            Quantities quantities, Declarations declarations, Collection<String> lets, Expr expression) {
        return single("explain", quantities, declarations, lets, expression);
    }

    /** The quantity that an expression names; fails also where it is not worked out, so that there is no slip to make. */
    static Quantity.Scalar worked(
            Quantities quantities, Declarations declarations, Collection<String> lets, Expr expression) {
        Quantity.Scalar quantity = single("why", quantities, declarations, lets, expression);
        boolean given = quantity instanceof Quantity.Target || quantity instanceof Quantity.Output q && q.layer() == 0;
        boolean counted = quantity instanceof Quantity.Step
                || quantity instanceof Quantity.Epoch
                || quantity instanceof Quantity.Accuracy;
        if (given || counted) {
            throw new Failure(
                    expression.span(), new Problem.NoSlips(expression.span().text(), given));
        }
        return quantity;
    }

    private static Quantity.Scalar single(
            String verb, Quantities quantities, Declarations declarations, Collection<String> lets, Expr expression) {
        boolean named = expression instanceof Expr.Name name && lets.contains(name.name());
        Quantity quantity = named ? null : quantities.find(expression);
        return switch (quantity) {
            case null -> throw new Failure(expression.span(), new Problem.NotAQuantity(verb));
            case Quantity.Scalar q -> q;
            case Quantity.Whole q -> {
                Network network = declarations.network(expression.span());
                String example = new Names(network).syntax(first(network, q));
                throw new Failure(
                        expression.span(),
                        new Problem.NotAScalar(verb, expression.span().text(), example));
            }
        };
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
