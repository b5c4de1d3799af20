package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.power;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;
import static org.nnlang.math.Recipe.line;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason;
import org.nnlang.math.Recipe;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.training.Kernel;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** Optimizers that a script defines have the bits of the plain arithmetic in all kernels. */
class OwnOptimizerTest {
    private static final Formula P = variable("p");
    private static final Formula G = variable("g");
    private static final Formula N = variable("n");
    private static final Formula V = variable("v");
    private static final Formula RATE = variable("η");

    private static Optimizer own(Recipe.Line... lines) {
        return Optimizers.own("mine", List.of(), _ -> new Recipe(lines)).standard();
    }

    private static final List<Optimizer> OWN = List.of(
            own(line("v", sum(product(number(0.9), V), G)), line("p", difference(P, product(RATE, V)))),
            own(line("p", difference(P, product(RATE, V))), line("v", sum(product(number(0.9), V), G, G))),
            own(
                    line("c", difference(number(1), power(number(0.9), N))),
                    line("k", quotient(RATE, variable("c"))),
                    line("v", sum(product(number(0.9), V), product(number(0.1), G))),
                    line("t", call(Function.TANH, call(Function.MAX, V, number(-0.5)))),
                    line("p", difference(P, product(variable("k"), power(variable("t"), number(3)))))),
            own(
                    line("g", cases(G, Reason.Relation.ABOVE, number(0.1), quotient(number(0.1), N), negation(G))),
                    line("p", product(P, number(0.999))),
                    line("p", difference(P, product(RATE, G, sum(number(1), power(G, number(2))))))));

    private static State trained(int seed, Plan plan, Kernel kernel) {
        State state = Plans.start(new Random(seed), plan);
        kernel.run(state, 23);
        return state;
    }

    @ParameterizedTest
    @EnumSource
    void sameBitsInAllKernels(Precision precision) {
        int straight = 0;
        for (int seed = 0; seed < 200; seed++) {
            Plan plan = Plans.random(new Random(seed), precision, OWN);
            State expected = trained(seed, plan, new Trainer(plan));
            if (!Arrays.stream(expected.parameters()).allMatch(Double::isFinite)
                    || plan.samples().isWeighted()) {
                continue;
            }
            State loops = trained(
                    seed,
                    plan,
                    precision == Precision.SINGLE
                            ? new LoopKernel<>(plan, new Singles())
                            : new LoopKernel<>(plan, new Doubles()));
            assertThat(loops.parameters()).as("%s", seed).containsExactly(expected.parameters());
            assertThat(loops.memory()).isDeepEqualTo(expected.memory());
            if (plan.network().parameterCount() < 150 && PlanKernels.canBeStraight(plan)) {
                straight++;
                State code = trained(seed, plan, PlanKernels.straight(plan));
                assertThat(code.parameters()).as("%s", seed).containsExactly(expected.parameters());
                assertThat(code.memory()).isDeepEqualTo(expected.memory());
            }
        }
        assertThat(straight > 20 || precision == Precision.SINGLE).isTrue();
    }
}
