package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.formula.Derivative;
import org.nnlang.formula.Formula;
import org.nnlang.formula.Function;
import org.nnlang.network.Activation;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Makes the formula of a definition of the expression that a script gives, and finds what is wrong with it. */
final class FormulaMaker {
    private final List<String> variables;
    private final Declarations declarations;
    private final Map<String, Typer.Known> lets;
    private final FormulaMistakes mistakes;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Double> captured = new LinkedHashMap<>();
    private int size;

    /** For a formula of these variables; {@code lets} are the values that have names. */
    FormulaMaker(List<String> variables, Declarations declarations, Map<String, Typer.Known> lets) {
        this.variables = variables;
        this.declarations = declarations;
        this.lets = lets;
        this.mistakes = new FormulaMistakes(variables, declarations, lets.keySet());
    }

    /** Whether the formula has the variable. */
    boolean uses(String variable) {
        return used.contains(variable);
    }

    /** The {@code let} numbers of the formula. */
    Map<String, Double> captured() {
        return captured;
    }

    int size() {
        return size;
    }

    Formula number(Expr expression) {
        grow(1, expression.span());
        return switch (expression) {
            case Expr.Number e -> {
                Typer.literal(e);
                yield Formula.number(e.value());
            }
            case Expr.Name e -> name(e);
            case Expr.Call e -> call(e);
            case Expr.Negation e -> Formula.negation(number(e.operand()));
            case Expr.Chain e -> chain(e);
            case Expr.Power e -> Formula.power(number(e.base()), number(e.exponent()));
            case Expr.If e ->
                new Formula.If(new ConditionMaker(this).make(e.condition()), number(e.then()), number(e.otherwise()));
            case Expr.Comparison _, Expr.Junction _, Expr.Not _ ->
                throw new Failure(expression.span(), new Problem.WrongKind("a number", Shape.TRUTH.text()));
            case Expr.Text e -> throw new Failure(e.span(), new Problem.WrongKind("a number", "a text"));
            case Expr.Matrix e ->
                throw new Failure(e.span(), new Problem.WrongKind("a number", "a vector or a matrix"));
            case Expr.Numbers e ->
                throw new Failure(e.span(), new Problem.WrongKind("a number", "a vector or a matrix"));
            case Expr.Index e -> throw mistakes.index(e);
            case Expr.At e -> throw mistakes.quantity(e.span());
        };
    }

    /** Counts so many more symbols and signs. */
    private void grow(int by, Span span) {
        size += by;
        if (size > Derivative.MOST) {
            throw new Failure(span, new Problem.FormulaTooLarge(Derivative.MOST));
        }
    }

    private Formula name(Expr.Name e) {
        if (variables.contains(e.name())) {
            used.add(e.name());
            return Formula.variable(e.name());
        }
        Typer.Known let = lets.get(e.name());
        if (let != null) {
            return let(e, let);
        }
        if (e.name().equals("pi")) {
            return Formula.named("π", Math.PI);
        }
        throw mistakes.name(e);
    }

    private Formula let(Expr.Name e, Typer.Known let) {
        if (!(let.shape() instanceof Shape.Number || let.shape() instanceof Shape.Any)) {
            throw new Failure(
                    e.span(),
                    new Problem.WrongKind(
                            "a number, like those that `let` names,",
                            let.shape().text()));
        }
        captured.put(e.name(), let.number());
        return Formula.named(e.name(), let.number());
    }

    private Formula chain(Expr.Chain e) {
        boolean sum = e.rest().getFirst().operator() == Expr.Operator.PLUS
                || e.rest().getFirst().operator() == Expr.Operator.MINUS;
        return sum ? sum(e) : product(e);
    }

    private Formula sum(Expr.Chain e) {
        List<Formula> terms = new ArrayList<>(List.of(number(e.first())));
        for (Expr.Link link : e.rest()) {
            Formula term = number(link.operand());
            terms.add(link.operator() == Expr.Operator.MINUS ? Formula.negation(term) : term);
        }
        return Formula.sum(terms);
    }

    private Formula product(Expr.Chain e) {
        Formula product = number(e.first());
        for (Expr.Link link : e.rest()) {
            Formula operand = number(link.operand());
            product = link.operator() == Expr.Operator.TIMES
                    ? Formula.product(product, operand)
                    : Formula.quotient(product, operand);
        }
        return product;
    }

    private Formula call(Expr.Call e) {
        Activation.Own own = declarations.definitions().activation(e.name());
        boolean variable = variables.contains(e.name());
        if (variable || !Functions.exists(e.name(), declarations, lets.keySet())) {
            throw mistakes.call(e);
        }
        Functions.checkArguments(e);
        List<Formula> arguments = e.arguments().stream().map(this::number).toList();
        Formula first = arguments.getFirst();
        if (own != null) {
            Definition.Origin origin = declarations.definitions().find(e.name()).origin();
            grow(origin.size(), e.span());
            return own.value().bind(Map.of(own.variable(), first));
        }
        return switch (e.name()) {
            case "exp" -> Formula.call(Function.EXP, first);
            case "ln", "log" -> Formula.call(Function.LN, first);
            case "sqrt" -> new Formula.Root(first);
            case "abs" -> Formula.absolute(first);
            case "sin" -> Formula.call(Function.SIN, first);
            case "cos" -> Formula.call(Function.COS, first);
            case "tan" -> Formula.call(Function.TAN, first);
            case "tanh" -> Formula.call(Function.TANH, first);
            case "sigmoid" -> Formula.call(Function.SIGMOID, first);
            case "relu" -> Formula.call(Function.RELU, first);
            case "max" -> new Formula.Call(Function.MAX, arguments);
            case "min" -> new Formula.Call(Function.MIN, arguments);
            default -> throw mistakes.call(e); // of a whole vector
        };
    }
}
