package org.nnlang.math;

import static org.nnlang.math.Formula.absolute;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.power;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.util.List;
import java.util.random.RandomGenerator;

/** Formulas of every kind of node, to test with. */
public final class RandomFormulas {
    private static final List<Function> FUNCTIONS = List.of(
            Function.EXP,
            Function.LN,
            Function.TANH,
            Function.SIGMOID,
            Function.SIN,
            Function.COS,
            Function.TAN,
            Function.RELU,
            Function.SIGN,
            Function.NORMAL_CDF,
            Function.NORMAL_DENSITY,
            Function.EXPM1,
            Function.SOFTPLUS,
            Function.LOGISTIC);
    private static final double[] NUMBERS = {-2, -1, -0.5, 0, 0.01, 0.1, 0.3, 0.5, 1, 1, 1.5, 2, 3, 10};

    private final RandomGenerator random;
    private final List<String> variables;

    public RandomFormulas(RandomGenerator random, String... variables) {
        this.random = random;
        this.variables = List.of(variables);
    }

    /** A formula of at most so many levels. */
    public Formula next(int depth) {
        if (depth == 0 || random.nextInt(12) == 0) {
            return leaf();
        }
        Formula a = next(depth - 1);
        return switch (random.nextInt(16)) {
            case 0, 1 -> sum(a, next(depth - 1));
            case 2 -> difference(a, next(depth - 1));
            case 3, 4 -> product(a, next(depth - 1));
            case 5, 6 -> quotient(a, next(depth - 1));
            case 7 -> power(a, number(random.nextInt(5) - 1));
            case 8 -> random.nextInt(3) == 0 ? power(a, next(depth - 1)) : power(a, number(0.5));
            case 9 -> negation(a);
            case 10 -> absolute(a);
            case 11 -> new Formula.Root(a);
            case 12 -> call(random.nextBoolean() ? Function.MAX : Function.MIN, a, next(depth - 1));
            case 13 -> cases(a, relation(), next(depth - 1), next(depth - 1), next(depth - 1));
            default -> function(a);
        };
    }

    private Formula function(Formula of) {
        return call(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), of);
    }

    private Reason.Relation relation() {
        return Reason.Relation.values()[random.nextInt(4)];
    }

    private Formula leaf() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> number(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 2 -> named("a", 0.75);
            default -> variable(variables.get(random.nextInt(variables.size())));
        };
    }
}
