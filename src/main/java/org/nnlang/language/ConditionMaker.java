package org.nnlang.language;

import java.util.List;
import org.nnlang.formula.Reason;
import org.nnlang.text.Problem;

/** Makes the conditions of {@code if( )} in a formula. */
final class ConditionMaker {
    private final FormulaMaker numbers;

    /** {@code numbers} makes what is compared. */
    ConditionMaker(FormulaMaker numbers) {
        this.numbers = numbers;
    }

    Reason.Condition make(Expr expression) {
        return switch (expression) {
            case Expr.Comparison e ->
                new Reason.Comparison(numbers.number(e.left()), relation(e.relation()), numbers.number(e.right()));
            case Expr.Junction e -> {
                List<Reason.Condition> conditions =
                        e.operands().stream().map(this::make).toList();
                yield e.and() ? new Reason.All(conditions) : new Reason.Any(conditions);
            }
            case Expr.Not e -> new Reason.Not(make(e.operand()));
            case Expr.If e -> choice(e);
            default -> {
                numbers.number(expression); // what else is wrong with it comes first
                throw new Failure(
                        expression.span(), new Problem.WrongKind("a condition, like `z > 0`,", Shape.NUMBER.text()));
            }
        };
    }

    /** One condition where another holds, else a third. */
    private Reason.Condition choice(Expr.If e) {
        Reason.Condition condition = make(e.condition());
        return new Reason.Any(List.of(
                new Reason.All(List.of(condition, make(e.then()))),
                new Reason.All(List.of(new Reason.Not(condition), make(e.otherwise())))));
    }

    private static Reason.Relation relation(Expr.Relation relation) {
        return switch (relation) {
            case LESS -> Reason.Relation.BELOW;
            case AT_MOST -> Reason.Relation.AT_MOST;
            case GREATER -> Reason.Relation.ABOVE;
            case AT_LEAST -> Reason.Relation.AT_LEAST;
            case EQUAL -> Reason.Relation.EQUAL;
            case NOT_EQUAL -> Reason.Relation.UNEQUAL;
        };
    }
}
