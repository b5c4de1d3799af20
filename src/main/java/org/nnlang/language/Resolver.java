package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.network.Activation;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * Resolves the names and calls in expressions, and finds their errors.
 *
 * <p>A check resolves every part, with what it knows of {@code let} values. A run has these values, and resolves a part
 * that may never be evaluated only when it is reached.
 */
class Resolver {
    private final Declarations declarations;
    private final Map<String, ? extends Known> lets;
    private final boolean running;

    /** Resolves for a check or, if {@code running}, for a run, in which {@code lets} are values. */
    Resolver(Declarations declarations, Map<String, ? extends Known> lets, boolean running) {
        this.declarations = declarations;
        this.lets = lets;
        this.running = running;
    }

    /** Resolves an expression; fails with its first error. */
    Resolved resolve(Expr expression) {
        return switch (expression) {
            case Expr.Number e -> literal(e);
            case Expr.Text e -> throw new Failure(e.span(), Problem.WRONG_KIND, "a value", "a text");
            case Expr.Name e -> name(e);
            case Expr.Index e -> element(e);
            case Expr.Call e -> call(e);
            case Expr.Negation e -> new Resolved.Negation(operand(e.operand()), e.span());
            case Expr.Chain e -> chain(e);
            case Expr.Power e -> new Resolved.Power(number(e.base()), number(e.exponent()), e.span());
            case Expr.Comparison e -> comparison(e);
            case Expr.Junction e -> junction(e);
            case Expr.Not e -> new Resolved.Not(condition(e.operand()), e.span());
            case Expr.If e ->
                new Resolved.If(condition(e.condition()), branch(e.then()), branch(e.otherwise()), e.span());
            case Expr.Matrix e -> matrix(e);
            case Expr.Numbers e -> numbers(e);
            case Expr.At e -> at(e);
        };
    }

    /** Resolves a number in a script; fails if it is too large for a double. */
    static Resolved literal(Expr.Number e) {
        if (Double.isInfinite(e.value())) {
            throw new Failure(e.span(), Problem.NUMBER_TOO_LARGE);
        }
        return new Resolved.Given(new Value.Scalar(e.value()), e.value(), e.span());
    }

    /** Resolves an expression that must be a number. */
    Resolved number(Expr expression) {
        Resolved resolved = resolve(expression);
        if (!resolved.shape().mayBe(Shape.NUMBER)) {
            throw resolved.wrong("a number", resolved.shape());
        }
        return resolved;
    }

    /** Resolves an expression that must be a number, a vector or a matrix. */
    Resolved operand(Expr expression) {
        Resolved resolved = resolve(expression);
        if (resolved.shape().is(Shape.Kind.TRUTH)) {
            throw resolved.wrong("a number", resolved.shape());
        }
        return resolved;
    }

    /** Resolves a side of {@code ==} or {@code !=}. */
    Resolved compared(Expr expression) {
        return resolve(expression);
    }

    /** Resolves an expression that must be a condition. */
    Resolved condition(Expr expression) {
        Resolved resolved = resolve(expression);
        if (!resolved.shape().mayBe(Shape.TRUTH)) {
            throw resolved.wrong(condition(), resolved.shape());
        }
        return resolved;
    }

    /** What a message says is needed if a condition is: words with an example. */
    String condition() {
        return "a condition, like `error < 0.01`,";
    }

    /** Resolves a part that may never be evaluated. */
    private Resolved branch(Expr expression) {
        return running ? new Resolved.Later(this, expression) : resolve(expression);
    }

    Resolved name(Expr.Name e) {
        Known let = lets.get(e.name());
        if (let != null) {
            return new Resolved.Let(e.name(), let.shape(), running ? Double.NaN : let.number(), e.span());
        }
        if (e.name().equals("pi")) {
            return new Resolved.Given(new Value.Scalar(Math.PI), Double.NaN, e.span());
        }
        Resolved quantity = quantity(e);
        if (quantity == null) {
            throw Suggestions.notAValue(declarations, lets.keySet(), e);
        }
        return quantity;
    }

    /** Finds quantities, with indices evaluated by {@code at}; if that is null, an unknown index counts as 1. */
    final Quantities quantities(Evaluator at) {
        return new Quantities(declarations, this, at);
    }

    /** Resolves a name, an element or a call that is a quantity of the network; null if it isn't one. */
    Resolved quantity(Expr expression) {
        Quantities quantities = quantities(null);
        Quantity quantity = quantities.find(expression);
        if (quantity == null) {
            return null;
        }
        Span span = expression.span();
        if (!running) {
            new Preconditions(declarations, span).check(quantity);
        }
        Shape shape = quantity instanceof Quantity.Whole whole
                ? NamedValues.shape(whole, declarations.network(span))
                : Shape.NUMBER;
        return new Resolved.Measured(quantity, quantities.areCertain() ? null : this, expression, shape);
    }

    private Resolved element(Expr.Index e) {
        List<Resolved> indices = new ArrayList<>();
        for (Expr index : e.indices()) {
            indices.add(number(index));
        }
        Resolved quantity = lets.containsKey(e.of().name()) ? null : quantity(e);
        return quantity != null ? quantity : new Resolved.Element(e.of().name(), name(e.of()), indices, e.span());
    }

    Resolved call(Expr.Call e) {
        Resolved quantity = quantity(e);
        if (quantity != null) {
            return quantity;
        }
        Activation own = declarations.definitions().activation(e.name());
        BuiltInFunction function = own == null ? BuiltInFunction.find(e.name()) : null;
        if (own == null && (function == null || isHidden(e.name()))) {
            throw notAFunction(e);
        }
        BuiltInFunction.checkArguments(function, e);
        List<Resolved> arguments = new ArrayList<>();
        for (Expr argument : e.arguments()) {
            arguments.add(e.arguments().size() > 1 ? number(argument) : operand(argument));
        }
        return own != null
                ? new Resolved.OwnCall(own, arguments.getFirst(), e.span())
                : function(e, function, arguments);
    }

    /** Whether the script has given a function's name another meaning. */
    private boolean isHidden(String name) {
        return Suggestions.isFreeFunction(name) && Suggestions.meaning(name, declarations, lets.keySet()) != null;
    }

    Failure notAFunction(Expr.Call e) {
        return Suggestions.notAFunction(declarations, lets.keySet(), e);
    }

    Resolved function(Expr.Call e, BuiltInFunction function, List<Resolved> arguments) {
        return new Resolved.Call(function, arguments, e.span());
    }

    private Resolved chain(Expr.Chain e) {
        List<Expr.Operator> operators = new ArrayList<>();
        List<Resolved> operands = new ArrayList<>();
        operands.add(operand(e.first()));
        Shape shape = operands.getFirst().shape();
        for (Expr.Link link : e.rest()) {
            Resolved next = operand(link.operand());
            Span both = e.first().span().to(next.span());
            shape = ValueArithmetic.shape(link.operator(), shape, next.shape(), both);
            operators.add(link.operator());
            operands.add(next);
        }
        return new Resolved.Chain(operators, operands, shape, e.span());
    }

    private Resolved comparison(Expr.Comparison e) {
        boolean any = e.relation().isEquality();
        Resolved left = any ? compared(e.left()) : number(e.left());
        Resolved right = any ? compared(e.right()) : number(e.right());
        return new Resolved.Comparison(e.relation(), left, right, e.span());
    }

    private Resolved junction(Expr.Junction e) {
        List<Resolved> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            operands.add(running && !operands.isEmpty() ? branch(operand) : condition(operand));
        }
        return new Resolved.Junction(e.and(), operands, e.span());
    }

    private Resolved matrix(Expr.Matrix e) {
        List<List<Resolved>> rows = new ArrayList<>();
        for (List<Expr> row : e.rows()) {
            List<Resolved> elements = new ArrayList<>();
            for (Expr element : row) {
                elements.add(operand(element));
            }
            rows.add(elements);
        }
        return new Resolved.Matrix(e, rows, Matrices.shape(e, rows));
    }

    private static Resolved numbers(Expr.Numbers e) {
        int columns = Matrices.columns(e);
        Value value = e.matrix() ? Value.matrix(e.values(), e.rowEnds().length, columns) : Value.vector(e.values());
        return new Resolved.Given(value, Double.NaN, e.span());
    }

    private Resolved at(Expr.At e) {
        Resolved step = number(e.step());
        declarations.network(e.span());
        return new Resolved.At(atAnyStep().resolve(e.quantity()), step, e.span());
    }

    /** A check doesn't know which optimizer an earlier step had. */
    private Resolver atAnyStep() {
        return running
                ? this
                : new Resolver(declarations.with(declarations.settings().with(Setting.OPTIMIZER, null)), lets, false);
    }
}
