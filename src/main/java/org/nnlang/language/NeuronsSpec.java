package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/** {@code h[2]} or {@code y(cat, dog)}: a layer's name and its neurons. */
public sealed interface NeuronsSpec {
    /** The layer's name. */
    Expr.Name name();

    /** Its position in the script. */
    Span span();

    /** The names that it declares: the layer's, then the neurons'. */
    List<Expr.Name> names();

    /** The neurons; {@code number} gives the value of an expression, or NaN if it isn't known. */
    Neurons neurons(ToDoubleFunction<Expr> number);

    /** {@code h[2]}. */
    record Sized(Expr.Name name, Expr size, Span span) implements NeuronsSpec {
        @Override
        public List<Expr.Name> names() {
            return List.of(name);
        }

        @Override
        public Neurons neurons(ToDoubleFunction<Expr> number) {
            return Neurons.numbered(name.name(), size(number.applyAsDouble(size)));
        }

        private int size(double value) {
            if (Double.isNaN(value)) {
                throw new Failure(size.span(), Problem.SIZE_NOT_CONSTANT);
            }
            if (value != Math.rint(value) || value < 1 || Double.isInfinite(value)) {
                throw new Failure(size.span(), Problem.BAD_SIZE, Texts.number(value));
            }
            if (value > Network.MOST_PARAMETERS) {
                throw new Failure(
                        size.span(),
                        Problem.TOO_MANY_PARAMETERS,
                        "more than " + Thousands.of(value),
                        Thousands.of(Network.MOST_PARAMETERS));
            }
            return (int) value;
        }
    }

    /** {@code y(cat, dog)}. */
    record Named(Expr.Name name, List<Expr.Name> neurons, Span span) implements NeuronsSpec {
        @Override
        public List<Expr.Name> names() {
            List<Expr.Name> names = new ArrayList<>(neurons);
            names.addFirst(name);
            return names;
        }

        @Override
        public Neurons neurons(ToDoubleFunction<Expr> number) {
            return Neurons.named(
                    name.name(), neurons.stream().map(Expr.Name::name).toList());
        }
    }
}
