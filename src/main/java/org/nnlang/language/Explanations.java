package org.nnlang.language;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
            String example = new Names(network).syntax(elements(network, whole).getFirst());
            throw new Failure(
                    span, Problem.NOT_A_SCALAR, span.text(), verb.equals("explain") ? "explain" : "ask for", example);
        }
        throw new Failure(span, Problem.NOT_A_QUANTITY, verb);
    }

    /** The quantity that {@code why} asks about; fails if it is given, not computed: then there is no slip to make. */
    static Quantity.Scalar computed(Context context, Expr expression) {
        Quantity.Scalar quantity = single("why", context, expression);
        refuseGiven(quantity, expression);
        return quantity;
    }

    /** The quantities that {@code why} asks about, row after row. */
    static List<Quantity.Scalar> computedAll(Context context, Expr expression) {
        boolean named = expression instanceof Expr.Name name && context.names().contains(name.name());
        if (named || !(context.quantity(expression) instanceof Quantity.Whole whole)) {
            return List.of(computed(context, expression));
        }
        List<Quantity.Scalar> all = elements(context.network(expression.span()), whole);
        refuseGiven(all.getFirst(), expression);
        return all;
    }

    private static void refuseGiven(Quantity.Scalar quantity, Expr expression) {
        boolean given = quantity instanceof Quantity.Target || quantity instanceof Quantity.Output q && q.layer() == 0;
        boolean counted = quantity instanceof Quantity.Step
                || quantity instanceof Quantity.Epoch
                || quantity instanceof Quantity.Accuracy;
        if (given || counted) {
            Span span = expression.span();
            throw new Failure(span, Problem.NO_SLIPS, span.text(), given ? "given" : "counted");
        }
    }

    private static List<Quantity.Scalar> elements(Network network, Quantity.Whole quantity) {
        return switch (quantity) {
            case Quantity.LayerOutputs(int l) -> each(0, network.size(l), j -> new Quantity.Output(l, j));
            case Quantity.LayerNets(int l) -> each(0, network.size(l), j -> new Quantity.Net(l, j));
            case Quantity.LayerDeltas(int l) -> each(0, network.size(l), j -> new Quantity.Delta(l, j));
            case Quantity.LayerWeights(int l) ->
                each(network.weightStart(l), network.biasStart(l), Quantity.Parameter::new);
            case Quantity.LayerBiases(int l) -> each(network.biasStart(l), network.end(l), Quantity.Parameter::new);
            case Quantity.LayerGradients(int l) ->
                each(network.weightStart(l), network.biasStart(l), Quantity.Gradient::new);
            case Quantity.Targets _ -> each(0, network.output().neurons().size(), Quantity.Target::new);
        };
    }

    private static List<Quantity.Scalar> each(int from, int to, IntFunction<Quantity.Scalar> quantity) {
        return IntStream.range(from, to).mapToObj(quantity).toList();
    }
}
