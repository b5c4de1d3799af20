package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Finds the shape of an expression before it is evaluated, and what can be wrong with it. */
final class Typer {
    /** A named value as far as it is known: its shape, and its number where that is certain, else NaN. */
    record Known(Shape shape, double number) {
        /** All that is to be known of a value. */
        static Known of(Value value) {
            double number = value instanceof Value.Scalar scalar ? scalar.value() : Double.NaN;
            return new Known(value.shape(), number);
        }

        /** Of which nothing is known. */
        static final Known NOTHING = new Known(Shape.ANY, Double.NaN);

        /** What is known where it may be this or the other. */
        Known or(Known other) {
            boolean same = Double.compare(number, other.number) == 0;
            return new Known(shape.equals(other.shape) ? shape : Shape.ANY, same ? number : Double.NaN);
        }
    }

    private final Declarations declarations;
    private final Map<String, Known> lets;
    private final Resolver resolver;

    Typer(Declarations declarations, Map<String, Known> lets) {
        this.declarations = declarations;
        this.lets = lets;
        this.resolver = new Resolver(declarations, this::index);
    }

    Resolver resolver() {
        return resolver;
    }

    /** The value of an index where it is certain, else 0. */
    private int index(Expr expression) {
        double value = argument(expression);
        return Double.isNaN(value) ? 0 : Evaluator.index(value, expression.span());
    }

    /** The number that an expression certainly has, else NaN. */
    double constant(Expr expression) {
        return switch (expression) {
            case Expr.Number e -> e.value();
            case Expr.Name e
            when lets.containsKey(e.name()) -> lets.get(e.name()).number();
            case Expr.Negation e -> -constant(e.operand());
            case Expr.Chain e -> {
                double value = constant(e.first());
                for (Expr.Link link : e.rest()) {
                    value = ValueArithmetic.apply(link.operator(), value, constant(link.operand()));
                }
                yield value;
            }
            default -> Double.NaN;
        };
    }

    /** The number that an expression is, NaN where it is not known yet; fails unless it is a number. */
    double argument(Expr expression) {
        number(expression);
        return constant(expression);
    }

    /** Fails unless the expression is a number. */
    void number(Expr expression) {
        Shape shape = shape(expression);
        if (!(shape instanceof Shape.Number || shape instanceof Shape.Any)) {
            throw new Failure(expression.span(), new Problem.WrongKind("a number", shape.text()));
        }
    }

    /** Fails unless the expression is true or false. */
    void condition(Expr expression) {
        Shape shape = shape(expression);
        if (!(shape instanceof Shape.Truth || shape instanceof Shape.Any)) {
            throw new Failure(
                    expression.span(), new Problem.WrongKind("a condition, like `error < 0.01`,", shape.text()));
        }
    }

    Shape shape(Expr expression) {
        return switch (expression) {
            case Expr.Number e -> literal(e);
            case Expr.Text e -> throw new Failure(e.span(), new Problem.WrongKind("a value", "a text"));
            case Expr.Name e -> name(e);
            case Expr.Index e -> element(e);
            case Expr.Call e -> call(e);
            case Expr.Negation e -> numeric(e.operand());
            case Expr.Chain e -> chain(e);
            case Expr.Power e -> power(e);
            case Expr.Comparison e -> comparison(e);
            case Expr.Junction e -> {
                e.operands().forEach(this::condition);
                yield Shape.TRUTH;
            }
            case Expr.Not e -> {
                condition(e.operand());
                yield Shape.TRUTH;
            }
            case Expr.If e -> choice(e);
            case Expr.Matrix e -> matrix(e);
            case Expr.Numbers e -> numbers(e);
            case Expr.At e -> at(e);
        };
    }

    /** A number as it is written; fails if a double can't hold it. */
    static Shape literal(Expr.Number number) {
        if (Double.isInfinite(number.value())) {
            throw new Failure(number.span(), new Problem.NumberTooLarge());
        }
        return Shape.NUMBER;
    }

    private Shape name(Expr.Name e) {
        if (lets.containsKey(e.name())) {
            return lets.get(e.name()).shape();
        }
        if (e.name().equals("pi")) {
            return Shape.NUMBER;
        }
        Quantity quantity = resolver.resolve(e);
        if (quantity == null) {
            throw Suggestions.notAValue(declarations, lets.keySet(), e);
        }
        return quantity(quantity, e.span());
    }

    private Shape quantity(Quantity quantity, Span span) {
        new Preconditions(declarations, span).check(quantity);
        return quantity instanceof Quantity.Whole whole ? whole(whole, declarations.network(span)) : Shape.NUMBER;
    }

    private static Shape whole(Quantity.Whole quantity, Network network) {
        return switch (quantity) {
            case Quantity.LayerOutputs q -> new Shape.Vector(network.size(q.layer()));
            case Quantity.LayerNets q -> new Shape.Vector(network.size(q.layer()));
            case Quantity.LayerDeltas q -> new Shape.Vector(network.size(q.layer()));
            case Quantity.LayerBiases q ->
                new Shape.Vector(network.layer(q.layer()).biasCount());
            case Quantity.Targets _ -> new Shape.Vector(network.size(network.depth()));
            case Quantity.LayerWeights q -> new Shape.Matrix(network.size(q.layer()), network.size(q.layer() - 1));
            case Quantity.LayerGradients q -> new Shape.Matrix(network.size(q.layer()), network.size(q.layer() - 1));
        };
    }

    private Shape element(Expr.Index e) {
        e.indices().forEach(this::number);
        Known known = lets.get(e.of().name());
        Quantity quantity = known == null ? resolver.resolve(e) : null;
        if (quantity != null) {
            return quantity(quantity, e.span());
        }
        int[] sizes = sizes(e, shape(e.of()));
        if (sizes.length != e.indices().size()) {
            String form = "`" + e.of().name() + (sizes.length == 1 ? "[1]`" : "[1, 2]`");
            int found = e.indices().size();
            throw new Failure(e.span(), new Problem.WrongArgumentCount(e.of().name(), form, found));
        }
        for (int i = 0; i < sizes.length; i++) {
            inside(e, e.indices().get(i), sizes[i]);
        }
        return Shape.NUMBER;
    }

    /** How many elements there are in each direction, −1 where it is not known. */
    private static int[] sizes(Expr.Index e, Shape shape) {
        return switch (shape) {
            case Shape.Vector v -> new int[] {v.size()};
            case Shape.Matrix m -> new int[] {m.rows(), m.columns()};
            case Shape.Any _ -> e.indices().stream().mapToInt(_ -> -1).toArray();
            case Shape.Number _, Shape.Truth _ ->
                throw new Failure(e.of().span(), new Problem.WrongKind("a vector or a matrix", shape.text()));
        };
    }

    private void inside(Expr.Index e, Expr index, int size) {
        int i = index(index);
        if (size >= 0 && i > size) {
            String whole = shape(e.of()).text();
            throw new Failure(index.span(), new Problem.NoSuchElement(e.of().name(), whole, Integer.toString(i)));
        }
    }

    private Shape call(Expr.Call e) {
        Quantity quantity = resolver.resolve(e);
        if (quantity != null) {
            return quantity(quantity, e.span());
        }
        if (!Functions.exists(e.name(), declarations, lets.keySet())) {
            throw Suggestions.notAFunction(declarations, lets.keySet(), e);
        }
        Functions.checkArguments(e);
        List<Expr> arguments = e.arguments();
        if (arguments.size() > 1) {
            arguments.forEach(this::number);
            return Shape.NUMBER;
        }
        Shape shape = numeric(arguments.getFirst());
        boolean own = declarations.definitions().activation(e.name()) != null;
        return own ? shape : Functions.shape(e, shape);
    }

    private Shape numeric(Expr operand) {
        Shape shape = shape(operand);
        if (shape instanceof Shape.Truth) {
            throw new Failure(operand.span(), new Problem.WrongKind("a number", shape.text()));
        }
        return shape;
    }

    private Shape chain(Expr.Chain e) {
        Shape shape = numeric(e.first());
        for (Expr.Link link : e.rest()) {
            Shape right = numeric(link.operand());
            Span span = e.first().span().to(link.operand().span());
            shape = ValueArithmetic.shape(link.operator(), shape, right, span);
        }
        return shape;
    }

    private Shape power(Expr.Power e) {
        number(e.base());
        number(e.exponent());
        return Shape.NUMBER;
    }

    private Shape comparison(Expr.Comparison e) {
        boolean equality = e.relation() == Expr.Relation.EQUAL || e.relation() == Expr.Relation.NOT_EQUAL;
        if (equality) {
            Shape left = shape(e.left());
            Shape right = shape(e.right());
            ValueArithmetic.comparable(e.relation().sign(), left, right, e.span());
        } else {
            number(e.left());
            number(e.right());
        }
        return Shape.TRUTH;
    }

    private Shape choice(Expr.If e) {
        condition(e.condition());
        Shape then = shape(e.then());
        Shape otherwise = shape(e.otherwise());
        if (!then.mayBe(otherwise)) {
            Span both = e.then().span().to(e.otherwise().span());
            throw new Failure(both, new Problem.BranchesDiffer(then.text(), otherwise.text()));
        }
        return then instanceof Shape.Any ? otherwise : then;
    }

    private Shape matrix(Expr.Matrix e) {
        List<List<Shape>> rows = new ArrayList<>();
        for (List<Expr> row : e.rows()) {
            rows.add(row.stream().map(this::numeric).toList());
        }
        return Matrices.shape(e, rows);
    }

    private Shape numbers(Expr.Numbers e) {
        int columns = Matrices.columns(e);
        return e.matrix() ? new Shape.Matrix(e.rowEnds().length, columns) : new Shape.Vector(columns);
    }

    private Shape at(Expr.At e) {
        number(e.step());
        declarations.network(e.span());
        return shape(e.quantity());
    }
}
