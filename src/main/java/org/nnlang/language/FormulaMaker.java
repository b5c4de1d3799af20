package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.math.Derivative;
import org.nnlang.math.Formula;
import org.nnlang.math.Reason;
import org.nnlang.network.LearningRate;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * Makes the formula of a definition from its expression, which may contain the definition's variables and {@code let}
 * numbers, but no quantities, vectors or matrices.
 */
final class FormulaMaker extends Resolver {
    /** The variables of a schedule of the learning rate. */
    private static final List<String> SCHEDULE = List.of(LearningRate.Schedule.STEP, LearningRate.Schedule.EPOCH);

    private final List<String> variables;
    private final Declarations declarations;
    private final Map<String, ? extends Known> lets;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Double> captured = new LinkedHashMap<>();
    private int size;

    FormulaMaker(List<String> variables, Declarations declarations, Map<String, ? extends Known> lets) {
        super(declarations, lets, false);
        this.variables = variables;
        this.declarations = declarations;
        this.lets = lets;
    }

    /** Makes a schedule of the learning rate; null if the expression has neither {@code step} nor {@code epoch} in it. */
    static LearningRate.Schedule schedule(
            Expr expression, Declarations declarations, Map<String, ? extends Known> lets) {
        if (!isSchedule(expression)) {
            return null;
        }
        FormulaMaker maker = new FormulaMaker(SCHEDULE, declarations, lets);
        Formula formula = maker.make(expression);
        return new LearningRate.Schedule(Texts.source(expression.span()), formula, maker.captured);
    }

    private static boolean isSchedule(Expr expression) {
        return expression instanceof Expr.Name name && SCHEDULE.contains(name.name())
                || expression.parts().stream().anyMatch(FormulaMaker::isSchedule);
    }

    /** Whether the formula contains a variable. */
    boolean uses(String variable) {
        return used.contains(variable);
    }

    /** The {@code let} numbers in the formula, by name. */
    Map<String, Double> captured() {
        return captured;
    }

    /** The number of symbols and operators in the formula. */
    int size() {
        return size;
    }

    /** Makes the formula; fails if a {@code let} number in it isn't finite. */
    Formula make(Expr expression) {
        Formula formula = formula(number(expression));
        for (Map.Entry<String, Double> let : captured.entrySet()) {
            if (Double.isInfinite(let.getValue())) {
                String number = Texts.number(let.getValue());
                throw new Failure(expression.span(), Problem.BAD_VALUE, "`" + let.getKey() + "`", number, "finite");
            }
        }
        return formula;
    }

    // names

    @Override
    Resolved resolve(Expr expression) {
        return switch (expression) {
            case Expr.Text e -> throw wrong(e, "a number", "a text");
            case Expr.Matrix _, Expr.Numbers _ -> throw wrong(expression, "a number", "a vector or a matrix");
            case Expr.Index e ->
                throw lets.containsKey(e.of().name())
                        ? new Failure(e.span(), Problem.ELEMENT_IN_FORMULA, Texts.source(e.span()))
                        : quantity(e.span());
            case Expr.At e -> throw quantity(e.span());
            default -> super.resolve(expression);
        };
    }

    private static Failure wrong(Expr found, String needed, String what) {
        return new Failure(found.span(), Problem.WRONG_KIND, needed, what);
    }

    private Failure quantity(Span span) {
        return new Failure(span, Problem.QUANTITY_IN_FORMULA, Texts.source(span), variables);
    }

    @Override
    Resolved number(Expr expression) {
        return switch (expression) {
            case Expr.Comparison _, Expr.Junction _, Expr.Not _ ->
                throw wrong(expression, "a number", Shape.TRUTH.text());
            case Expr.If e ->
                new Resolved.If(condition(e.condition()), number(e.then()), number(e.otherwise()), e.span());
            default -> resolve(expression);
        };
    }

    @Override
    Resolved operand(Expr expression) {
        return number(expression);
    }

    @Override
    Resolved compared(Expr expression) {
        return number(expression);
    }

    @Override
    String condition() {
        return "a condition, like `z > 0`,";
    }

    @Override
    Resolved name(Expr.Name e) {
        if (variables.contains(e.name())) {
            used.add(e.name());
            return new Resolved.Symbol(Formula.variable(e.name()), e.span());
        }
        Known let = lets.get(e.name());
        if (let != null) {
            if (!let.shape().mayBe(Shape.NUMBER)) {
                throw wrong(
                        e, "a number, like those that `let` names,", let.shape().text());
            }
            captured.put(e.name(), let.number());
            return new Resolved.Symbol(Formula.named(e.name(), let.number()), e.span());
        }
        if (e.name().equals("pi")) {
            return new Resolved.Symbol(Formula.named("π", Math.PI), e.span());
        }
        throw notANumber(e);
    }

    private Failure notANumber(Expr.Name e) {
        declarations.definitions().checkOrder(e.name(), e.span());
        if (isQuantity(e.name())) {
            return quantity(e.span());
        }
        Message method = Methods.forValue(declarations.definitions(), e.name());
        if (method != null) {
            return new Failure(e.span(), method);
        }
        List<String> known = new ArrayList<>(variables);
        known.addAll(lets.keySet());
        known.add("pi");
        return new Failure(e.span(), Problem.UNKNOWN_IN_FORMULA, e.name(), Nearest.to(e.name(), known), variables);
    }

    private boolean isQuantity(String name) {
        return BuiltInNames.isParameter(name)
                || BuiltInNames.QUANTITIES.contains(name)
                || declarations.meaning(name) != null;
    }

    @Override
    Resolved quantity(Expr expression) {
        return null;
    }

    @Override
    Resolved call(Expr.Call e) {
        if (variables.contains(e.name())) {
            throw notAFunction(e);
        }
        return super.call(e);
    }

    @Override
    Resolved function(Expr.Call e, BuiltInFunction function, List<Resolved> arguments) {
        if (function.isOfWhole()) {
            throw notAFunction(e);
        }
        return super.function(e, function, arguments);
    }

    @Override
    Failure notAFunction(Expr.Call e) {
        String name = e.name();
        boolean variable = variables.contains(name);
        declarations.definitions().checkOrder(name, e.nameSpan());
        BuiltInFunction function = BuiltInFunction.find(name);
        boolean whole = name.equals("softmax") || function != null && function.isOfWhole();
        if (whole && !lets.containsKey(name) && !variable) {
            Problem problem = variables == SCHEDULE
                    ? Problem.LAYER_IN_SCHEDULE
                    : variables.size() == 1
                            ? Problem.LAYER_IN_ACTIVATION
                            : variables.size() == 2 ? Problem.LAYER_IN_LOSS : Problem.LAYER_IN_OPTIMIZER;
            return new Failure(e.nameSpan(), problem, name);
        }
        if (Quantities.CALLS.contains(name)) {
            return quantity(e.span());
        }
        return variable
                ? new Failure(e.nameSpan(), Problem.VALUE_CALLED, name, "a variable of this formula")
                : super.notAFunction(e);
    }

    // the formula

    private Formula formula(Resolved expression) {
        grow(1, expression.span());
        return switch (expression) {
            case Resolved.Given e -> Formula.number(e.number());
            case Resolved.Symbol e -> e.formula();
            case Resolved.Negation e -> Formula.negation(formula(e.operand()));
            case Resolved.Chain e -> chain(e);
            case Resolved.Power e -> Formula.power(formula(e.base()), formula(e.exponent()));
            case Resolved.If e -> new Formula.If(condition(e.condition()), formula(e.then()), formula(e.otherwise()));
            case Resolved.Call e -> {
                List<Formula> arguments = new ArrayList<>();
                for (Resolved argument : e.arguments()) {
                    arguments.add(formula(argument));
                }
                yield e.function().formula(arguments);
            }
            case Resolved.OwnCall e -> {
                Formula argument = formula(e.operand());
                grow(declarations.definitions().find(e.own().name()).size(), e.span());
                yield e.own().value().bind(Map.of(e.own().variable(), argument));
            }
            case Resolved.Condition _,
                    Resolved.Let _,
                    Resolved.Measured _,
                    Resolved.Element _,
                    Resolved.Matrix _,
                    Resolved.At _,
                    Resolved.Later _ -> throw new IllegalStateException(expression.toString());
        };
    }

    private void grow(int by, Span span) {
        size += by;
        if (size > Derivative.MOST) {
            throw new Failure(span, Problem.FORMULA_TOO_LARGE, Derivative.MOST);
        }
    }

    private Formula chain(Resolved.Chain e) {
        List<Formula> terms = new ArrayList<>();
        Formula product = formula(e.operands().getFirst());
        terms.add(product);
        for (int i = 0; i < e.operators().size(); i++) {
            Formula next = formula(e.operands().get(i + 1));
            switch (e.operators().get(i)) {
                case PLUS -> terms.add(next);
                case MINUS -> terms.add(Formula.negation(next));
                case TIMES -> product = Formula.product(product, next);
                case OVER -> product = Formula.quotient(product, next);
            }
        }
        return terms.size() > 1 ? Formula.sum(terms) : product;
    }

    private Reason.Condition condition(Resolved expression) {
        return switch (expression) {
            case Resolved.Comparison e ->
                new Reason.Comparison(formula(e.left()), relation(e.relation()), formula(e.right()));
            case Resolved.Junction e -> {
                List<Reason.Condition> conditions = new ArrayList<>();
                for (Resolved operand : e.operands()) {
                    conditions.add(condition(operand));
                }
                yield e.and() ? new Reason.All(conditions) : new Reason.Any(conditions);
            }
            case Resolved.Not e -> new Reason.Not(condition(e.operand()));
            case Resolved.If e -> {
                Reason.Condition condition = condition(e.condition());
                yield new Reason.Any(List.of(
                        new Reason.All(List.of(condition, condition(e.then()))),
                        new Reason.All(List.of(new Reason.Not(condition), condition(e.otherwise())))));
            }
            default -> throw new IllegalStateException(expression.toString());
        };
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
