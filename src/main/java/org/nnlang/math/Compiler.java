package org.nnlang.math;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Program.Run;
import org.nnlang.math.Program.Shared;
import org.nnlang.math.Program.Step;
import org.nnlang.math.Program.Test;

/** Makes a {@link Program} of a formula: a step for each operation, tests for conditions. */
final class Compiler {
    /** What a {@link Program.Test} gives where what is compared is NaN. */
    private static final int UNKNOWN = -1;

    private final List<String> variables;
    private final Run run;
    private final Map<Formula, Integer> places = new HashMap<>();
    private final Map<Formula, Step> shared = new HashMap<>();

    Compiler(List<String> variables, Run run) {
        this.variables = variables;
        this.run = run;
    }

    /** Counts the places where each call stands. */
    void count(Formula formula) {
        if (formula instanceof Formula.Call) {
            places.merge(formula, 1, Integer::sum);
        }
        Parts.of(formula).forEach(this::count);
    }

    Step step(Formula formula) {
        if (!Parts.hasVariables(formula)) {
            double value = formula.value();
            return (_, _, _) -> value;
        }
        if (!(formula instanceof Formula.Call) || places.get(formula) == 1) {
            return own(formula);
        }
        Step known = shared.get(formula);
        if (known == null) {
            known = new Shared(own(formula), run);
            shared.put(formula, known);
        }
        return known;
    }

    private Step own(Formula formula) {
        return switch (formula) {
            case Formula.Number _, Formula.Leaf _, Formula.Named _, Formula.Elided _ ->
                throw new IllegalStateException("no variables");
            case Formula.Variable v -> variable(variables.indexOf(v.name()), v.name());
            case Formula.Sum f -> sum(f.terms());
            case Formula.Product f -> product(f.factors());
            case Formula.Quotient f -> quotient(step(f.numerator()), step(f.denominator()));
            case Formula.Power f -> power(f);
            case Formula.Negation f -> negation(step(f.of()));
            case Formula.Call f -> call(f);
            case Formula.Absolute f -> absolute(step(f.of()));
            case Formula.Root f -> root(step(f.of()));
            case Formula.Because f -> step(f.of());
            case Formula.If f -> choice(test(f.condition()), step(f.then()), step(f.otherwise()));
        };
    }

    private static Step variable(int index, String name) {
        return switch (index) {
            case 0 -> (a, _, _) -> a;
            case 1 -> (_, b, _) -> b;
            case 2 -> (_, _, c) -> c;
            default -> throw new IllegalArgumentException("no variable " + name);
        };
    }

    private Step sum(List<Formula> terms) {
        Step sum = step(terms.getFirst());
        for (Formula term : terms.subList(1, terms.size())) {
            sum = term instanceof Formula.Negation n ? difference(sum, step(n.of())) : sum(sum, step(term));
        }
        return sum;
    }

    private static Step sum(Step x, Step y) {
        return (a, b, c) -> x.at(a, b, c) + y.at(a, b, c);
    }

    private static Step difference(Step x, Step y) {
        return (a, b, c) -> x.at(a, b, c) - y.at(a, b, c);
    }

    private Step product(List<Formula> factors) {
        Step product = step(factors.getFirst());
        for (Formula factor : factors.subList(1, factors.size())) {
            product = product(product, step(factor));
        }
        return product;
    }

    private static Step product(Step x, Step y) {
        return (a, b, c) -> x.at(a, b, c) * y.at(a, b, c);
    }

    private static Step quotient(Step x, Step y) {
        return (a, b, c) -> x.at(a, b, c) / y.at(a, b, c);
    }

    private Step power(Formula.Power power) {
        Step base = step(power.base());
        Step exponent = step(power.exponent());
        return power.exponent() instanceof Formula.Number n && n.value() == 2
                ? square(base)
                : (a, b, c) -> Formula.Power.power(base.at(a, b, c), exponent.at(a, b, c));
    }

    private static Step square(Step x) {
        return (a, b, c) -> {
            double value = x.at(a, b, c);
            return value * value;
        };
    }

    private static Step negation(Step x) {
        return (a, b, c) -> -x.at(a, b, c);
    }

    private static Step absolute(Step x) {
        return (a, b, c) -> Math.abs(x.at(a, b, c));
    }

    private static Step root(Step x) {
        return (a, b, c) -> Math.sqrt(x.at(a, b, c));
    }

    private static Step choice(Test test, Step then, Step otherwise) {
        return (a, b, c) -> {
            int holds = test.at(a, b, c);
            return holds > 0 ? then.at(a, b, c) : holds == 0 ? otherwise.at(a, b, c) : Double.NaN;
        };
    }

    private Step call(Formula.Call call) {
        Step x = step(call.arguments().getFirst());
        return switch (call.function()) {
            case EXP -> (a, b, c) -> Elementary.exp(x.at(a, b, c));
            case LN -> (a, b, c) -> Elementary.ln(x.at(a, b, c));
            case TANH -> (a, b, c) -> Elementary.tanh(x.at(a, b, c));
            case SIGMOID, LOGISTIC -> (a, b, c) -> Elementary.sigmoid(x.at(a, b, c));
            case SIN -> (a, b, c) -> Elementary.sin(x.at(a, b, c));
            case COS -> (a, b, c) -> Elementary.cos(x.at(a, b, c));
            case TAN -> (a, b, c) -> Elementary.tan(x.at(a, b, c));
            case RELU -> (a, b, c) -> Function.relu(x.at(a, b, c));
            case SIGN -> (a, b, c) -> Math.signum(x.at(a, b, c));
            case NORMAL_CDF -> (a, b, c) -> Elementary.normalCdf(x.at(a, b, c));
            case NORMAL_DENSITY -> (a, b, c) -> Elementary.normalDensity(x.at(a, b, c));
            case EXPM1 -> (a, b, c) -> Elementary.expm1(x.at(a, b, c));
            case SOFTPLUS -> (a, b, c) -> Elementary.softplus(x.at(a, b, c));
            case MAX -> folded(call, true);
            case MIN -> folded(call, false);
            case LOG_SUM_EXP -> general(call);
        };
    }

    private Step folded(Formula.Call call, boolean largest) {
        Step result = step(call.arguments().getFirst());
        for (Formula argument : call.arguments().subList(1, call.arguments().size())) {
            result = largest ? larger(result, step(argument)) : smaller(result, step(argument));
        }
        return result;
    }

    private static Step larger(Step x, Step y) {
        return (a, b, c) -> Math.max(x.at(a, b, c), y.at(a, b, c));
    }

    private static Step smaller(Step x, Step y) {
        return (a, b, c) -> Math.min(x.at(a, b, c), y.at(a, b, c));
    }

    private Step general(Formula.Call call) {
        List<Step> steps = call.arguments().stream().map(this::step).toList();
        return (a, b, c) -> {
            double[] values = new double[steps.size()]; // not in formulas of one's own
            for (int i = 0; i < values.length; i++) {
                values[i] = steps.get(i).at(a, b, c);
            }
            return call.function().value(values);
        };
    }

    private Test test(Reason.Condition condition) {
        return switch (condition) {
            case Reason.Comparison c -> comparison(step(c.left()), c.relation(), step(c.right()));
            case Reason.All all -> {
                Test test = (_, _, _) -> 1;
                for (Reason.Condition each : all.conditions()) {
                    test = both(test, test(each));
                }
                yield test;
            }
            case Reason.Any any -> {
                Test test = (_, _, _) -> 0;
                for (Reason.Condition each : any.conditions()) {
                    test = either(test, test(each));
                }
                yield test;
            }
            case Reason.Not not -> opposite(test(not.condition()));
        };
    }

    private static Test comparison(Step x, Reason.Relation relation, Step y) {
        return (a, b, c) -> {
            double left = x.at(a, b, c);
            double right = y.at(a, b, c);
            return Double.isNaN(left) || Double.isNaN(right) ? UNKNOWN : relation.holds(left, right) ? 1 : 0;
        };
    }

    private static Test both(Test x, Test y) {
        return (a, b, c) -> {
            int first = x.at(a, b, c);
            return first > 0 ? y.at(a, b, c) : first;
        };
    }

    private static Test either(Test x, Test y) {
        return (a, b, c) -> {
            int first = x.at(a, b, c);
            return first == 0 ? y.at(a, b, c) : first;
        };
    }

    private static Test opposite(Test x) {
        return (a, b, c) -> {
            int of = x.at(a, b, c);
            return of < 0 ? of : 1 - of;
        };
    }
}
