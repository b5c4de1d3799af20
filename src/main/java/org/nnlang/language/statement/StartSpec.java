package org.nnlang.language.statement;

import java.util.List;
import java.util.function.Consumer;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Spec;
import org.nnlang.language.Start;
import org.nnlang.language.Value;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Initializer;
import org.nnlang.text.Span;

/** The start of a layer's weights or biases, as written in a script. */
public sealed interface StartSpec {
    /** Its position in the script. */
    Span span();

    /** Evaluates it; {@code check} fails if a value has the wrong shape. */
    Start of(Running r, Consumer<Shape> check);

    /** Tells initialisers from values: an initialiser looks like a name or a call. */
    static StartSpec of(Expr value) {
        return switch (value) {
            case Expr.Name name
            when isInitializer(name.name()) -> new Drawn(new Spec(name.name(), name.span(), List.of(), name.span()));
            case Expr.Call call
            when isInitializer(call.name()) -> {
                List<Spec.Argument> arguments = call.arguments().stream()
                        .map(argument -> new Spec.Argument(null, argument, argument.span()))
                        .toList();
                yield new Drawn(new Spec(call.name(), call.nameSpan(), arguments, call.span()));
            }
            default -> new Values(value);
        };
    }

    private static boolean isInitializer(String name) {
        return Catalogue.find(Catalogue.INITIALIZERS, name) != null;
    }

    /** Given values. */
    record Values(Expr value) implements StartSpec {
        @Override
        public Span span() {
            return value.span();
        }

        @Override
        public Start of(Running r, Consumer<Shape> check) {
            Value given = r.value(value);
            check.accept(given.shape());
            double[] numbers = given.values().clone();
            r.overflows(span()).check(numbers);
            Value unrounded = r.unrounded(value, given);
            return new Start.Given(numbers, unrounded == given ? numbers : unrounded.values());
        }
    }

    /** Random values from an initialiser. */
    record Drawn(Spec initializer) implements StartSpec {
        @Override
        public Span span() {
            return initializer.span();
        }

        @Override
        public Start of(Running r, Consumer<Shape> check) {
            Initializer made = r.specs().initializer(initializer);
            r.overflows(span()).checkDrawn(made);
            return new Start.Drawn(made);
        }
    }

    /** {@code none}: no biases. */
    record None(Span span) implements StartSpec {
        @Override
        public Start of(Running r, Consumer<Shape> check) {
            double[] zero = {0};
            return new Start.Given(zero, zero);
        }
    }
}
