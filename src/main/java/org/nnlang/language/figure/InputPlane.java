package org.nnlang.language.figure;

import java.util.List;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Texts;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * The two inputs that are the axes of a picture.
 *
 * @param x the index of the input along the x axis
 * @param y that along the y axis
 */
record InputPlane(int x, int y) {
    /** The inputs after {@code over}, or the only two; fails if {@code picture}, which stands at {@code span}, needs others. */
    static InputPlane of(Network network, Clauses clauses, String picture, Span span, Context c) {
        int inputs = network.input().size();
        String two = network.input().name(0) + ", " + network.input().name(Math.min(1, inputs - 1));
        List<Expr> over = clauses.over();
        if (over.isEmpty()) {
            if (inputs > 2) {
                throw new Failure(span, Problem.WHICH_INPUTS, picture, inputs, two);
            }
            return new InputPlane(0, 1);
        }
        if (over.size() != 2) {
            throw new Failure(
                    over.getFirst().span().to(over.getLast().span()), Problem.TWO_INPUTS, picture, over.size(), two);
        }
        InputPlane plane = new InputPlane(input(over.getFirst(), network, c), input(over.getLast(), network, c));
        if (plane.x == plane.y) {
            throw new Failure(
                    over.getLast().span(),
                    Problem.INPUT_ON_BOTH_AXES,
                    network.input().name(plane.x),
                    two);
        }
        return plane;
    }

    /** The index of the input that an expression names; fails if it names none. */
    static int input(Expr expression, Network network, Context c) {
        if (c.quantity(expression) instanceof Quantity.Output(int layer, int neuron) && layer == 0) {
            return neuron;
        }
        String needed = "an input, like " + network.input().name(0) + ",";
        throw new Failure(expression.span(), Problem.WRONG_KIND, needed, "`" + Texts.source(expression.span()) + "`");
    }
}
