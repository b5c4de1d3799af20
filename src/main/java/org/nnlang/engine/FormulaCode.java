package org.nnlang.engine;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nnlang.math.Elementary;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.math.Reason;

/** Writes formulas as code: the operations and their order are those of {@link Formula#value()}. */
final class FormulaCode {
    private static final Formula ZERO = Formula.number(0);

    private final Arithmetic v;
    private final Consumer<String> variable;
    /** Calls whose value is in a local variable. */
    private Map<Formula, Integer> known = new HashMap<>();

    private final Map<Formula, Integer> places = new HashMap<>();

    /** Whether the code is in a loop, which becomes vector instructions if it has no branches. */
    private final boolean inLoop;

    /** Code in an arithmetic; {@code variable} pushes a variable by its name. */
    FormulaCode(Arithmetic v, Consumer<String> variable) {
        this(v, variable, false);
    }

    private FormulaCode(Arithmetic v, Consumer<String> variable, boolean inLoop) {
        this.v = v;
        this.variable = variable;
        this.inLoop = inLoop;
    }

    /** The same in a loop over many elements. */
    static FormulaCode inLoop(Arithmetic v, Consumer<String> variable) {
        return new FormulaCode(v, variable, true);
    }

    /** Pushes the value of a formula. */
    void push(Formula formula) {
        places.clear();
        known = new HashMap<>();
        count(formula);
        CodeBuilder outer = v.code;
        outer.block(
                inner -> { // its local variables are free again after it
                    v.code = inner;
                    value(formula);
                });
        v.code = outer;
    }

    /** Counts how often each call is pushed; what is compared, twice. */
    private void count(Formula formula) {
        switch (formula) {
            case Formula.Call call -> {
                places.merge(call, 1, Integer::sum);
                call.arguments().forEach(this::count);
            }
            case Formula.If _ -> {
                Parts.of(formula).forEach(this::count);
                Parts.of(formula).forEach(this::count);
            }
            default -> Parts.of(formula).forEach(this::count);
        }
    }

    private void value(Formula formula) {
        if (!Parts.hasVariables(formula)) {
            v.number(formula.value());
            return;
        }
        switch (formula) {
            case Formula.Number _, Formula.Named _, Formula.Leaf _, Formula.Elided _ ->
                throw new IllegalStateException("no variables");
            case Formula.Variable f -> variable.accept(f.name());
            case Formula.Sum f
            when f.lessPower() != null -> {
                value(f.lessPower().base());
                value(f.lessPower().exponent());
                v.call("lessPower", Formula.Power.class, 2);
            }
            case Formula.Sum f -> sum(f.terms());
            case Formula.Product f -> {
                value(f.factors().getFirst());
                for (Formula factor : f.factors().subList(1, f.factors().size())) {
                    value(factor);
                    v.times();
                }
            }
            case Formula.Quotient f -> {
                value(f.numerator());
                value(f.denominator());
                v.over();
            }
            case Formula.Power f
            when f.exponent().equals(Formula.number(2)) -> {
                value(f.base());
                v.twice().times();
            }
            case Formula.Power f -> {
                value(f.base());
                value(f.exponent());
                v.call("power", Formula.Power.class, 2);
            }
            case Formula.Negation f -> {
                value(f.of());
                v.negative();
            }
            case Formula.Absolute f -> {
                value(f.of());
                v.call("abs", Math.class, 1);
            }
            case Formula.Root f -> {
                value(f.of());
                v.call("sqrt", Math.class, 1);
            }
            case Formula.Because f -> value(f.of());
            case Formula.Call f -> shared(f);
            case Formula.If f -> choice(f);
        }
    }

    private void sum(List<Formula> terms) {
        value(terms.getFirst());
        for (Formula term : terms.subList(1, terms.size())) {
            if (term instanceof Formula.Negation n) {
                value(n.of());
                v.minus();
            } else {
                value(term);
                v.plus();
            }
        }
    }

    /** A call that a formula contains several times is computed once. */
    private void shared(Formula.Call call) {
        Integer local = known.get(call);
        if (local != null) {
            v.code.loadLocal(v.kind, local);
            return;
        }
        call(call);
        if (places.get(call) > 1) {
            int fresh = v.code.allocateLocal(v.kind);
            v.code.storeLocal(v.kind, fresh).loadLocal(v.kind, fresh);
            known.put(call, fresh);
        }
    }

    private void call(Formula.Call call) {
        Function function = call.function();
        value(call.arguments().getFirst());
        for (Formula argument : call.arguments().subList(1, call.arguments().size())) {
            value(argument);
            v.call(function == Function.MAX ? "max" : "min", Math.class, 2);
        }
        switch (function) {
            case EXP, LN, TANH, SIGMOID, SIN, COS, TAN, EXPM1, SOFTPLUS -> v.call(function.sign(), Elementary.class, 1);
            case LOGISTIC -> v.call("sigmoid", Elementary.class, 1);
            case NORMAL_CDF -> v.call("normalCdf", Elementary.class, 1);
            case NORMAL_DENSITY -> v.call("normalDensity", Elementary.class, 1);
            case RELU -> v.call("relu", Function.class, 1);
            case SIGN -> v.call("signum", Math.class, 1);
            case MAX, MIN -> {}
            case NEG_LOG_SOFTMAX -> throw new IllegalArgumentException(function.sign());
        }
    }

    private void choice(Formula.If choice) {
        if (choice.condition() instanceof Reason.Comparison c
                && !Parts.hasCalls(choice.then())
                && !Parts.hasCalls(choice.otherwise())) {
            if (inLoop && isBetweenNumbers(c, choice)) {
                step(c.left(), choice.then().value(), choice.otherwise().value());
                return;
            }
            value(c.left());
            value(c.right());
            value(choice.then());
            value(choice.otherwise());
            v.call(Choice.method(c.relation()), Choice.class, 4);
            return;
        }
        Label then = v.code.newLabel();
        Label otherwise = v.code.newLabel();
        Label unknown = v.code.newLabel();
        Label end = v.code.newLabel();
        branch(choice.condition(), then, otherwise, unknown);
        v.code.labelBinding(then);
        alone(() -> value(choice.then()));
        v.code.goto_(end).labelBinding(otherwise);
        alone(() -> value(choice.otherwise()));
        v.code.goto_(end).labelBinding(unknown);
        v.number(Double.NaN);
        v.code.labelBinding(end);
    }

    /** Whether it is one of two numbers, by what is above 0. */
    private static boolean isBetweenNumbers(Reason.Comparison c, Formula.If choice) {
        return c.relation() == Reason.Relation.ABOVE
                && c.right().equals(ZERO)
                && isFactor(choice.then())
                && isFactor(choice.otherwise());
    }

    /** Whether 0 times it is 0, and 0 plus it is itself. */
    private static boolean isFactor(Formula formula) {
        return !Parts.hasVariables(formula) && 0 * formula.value() == 0 && Double.compare(formula.value(), -0.0) != 0;
    }

    /** One number above 0, else another, without a branch. */
    private void step(Formula of, double then, double otherwise) {
        value(of);
        v.call("signum", Math.class, 1).number(0).call("max", Math.class, 2);
        if (then == 1 && otherwise == 0) {
            return;
        }
        int above = v.code.allocateLocal(v.kind);
        v.code.storeLocal(v.kind, above).loadLocal(v.kind, above);
        if (then != 1) {
            v.number(then).times();
        }
        v.number(1).code.loadLocal(v.kind, above);
        v.minus().number(otherwise).times().plus();
    }

    /** Writes what isn't always executed: calls that it computes aren't known later. */
    private void alone(Runnable part) {
        Map<Formula, Integer> before = known;
        known = new HashMap<>(before);
        part.run();
        known = before;
    }

    /** Goes to one of three labels: to the last if the condition compares NaN. */
    private void branch(Reason.Condition condition, Label yes, Label no, Label unknown) {
        switch (condition) {
            case Reason.Comparison c -> {
                comparison(c.left(), c.relation(), c.right(), yes);
                comparison(c.left(), c.relation().opposite(), c.right(), no);
                v.code.goto_(unknown);
            }
            case Reason.All all -> each(all.conditions(), yes, no, unknown, true);
            case Reason.Any any -> each(any.conditions(), no, yes, unknown, false);
            case Reason.Not not -> branch(not.condition(), no, yes, unknown);
        }
    }

    /** Goes on to the next condition while they hold, or while they don't. */
    private void each(List<Reason.Condition> conditions, Label all, Label decided, Label unknown, boolean holding) {
        Reason.Condition first = conditions.getFirst();
        if (conditions.size() == 1) {
            branch(first, holding ? all : decided, holding ? decided : all, unknown);
            return;
        }
        Label next = v.code.newLabel();
        branch(first, holding ? next : decided, holding ? decided : next, unknown);
        v.code.labelBinding(next);
        alone(() -> each(conditions.subList(1, conditions.size()), all, decided, unknown, holding));
    }

    /** Goes to a label if two numbers compare so, which NaN doesn't. */
    private void comparison(Formula left, Reason.Relation relation, Formula right, Label label) {
        if (relation == Reason.Relation.UNEQUAL) {
            comparison(left, Reason.Relation.BELOW, right, label);
            comparison(left, Reason.Relation.ABOVE, right, label);
            return;
        }
        value(left);
        value(right);
        switch (relation) {
            case ABOVE -> v.compare(false).code.ifgt(label);
            case AT_LEAST -> v.compare(false).code.ifge(label);
            case BELOW -> v.compare(true).code.iflt(label);
            case AT_MOST -> v.compare(true).code.ifle(label);
            case EQUAL, UNEQUAL -> v.compare(true).code.ifeq(label);
        }
    }
}
