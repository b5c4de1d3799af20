package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nnlang.math.Formula;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Cancelled;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.training.Kernel;
import org.nnlang.training.KernelChoice;
import org.nnlang.training.Plan;
import org.nnlang.training.Shaping;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;
import org.nnlang.training.Trainer;

/** Which kernel an engine takes, and that a history is replayed by the kernels that made it. */
class EngineTest {
    private static final Formula STEP = Formula.variable(LearningRate.Schedule.STEP);
    private static final Formula EPOCH = Formula.variable(LearningRate.Schedule.EPOCH);

    private static final List<LearningRate> RATES = List.of(
            new LearningRate.Constant(0.05),
            new LearningRate.Constant(0.02),
            schedule(Formula.quotient(Formula.number(0.3), Formula.sum(Formula.number(1), STEP))),
            new LearningRate.Constant(0),
            schedule(Formula.quotient(Formula.number(0.2), Formula.sum(Formula.number(1), EPOCH))));

    /** 0 at the 251st update, then negative. */
    private static final LearningRate FALLING =
            schedule(Formula.sum(Formula.number(0.25), Formula.product(Formula.number(-0.001), STEP)));

    private static LearningRate schedule(Formula formula) {
        return new LearningRate.Schedule(formula.toString(), formula, Map.of());
    }

    private int asked;

    private final Engine engine = new Engine(() -> {
        asked++;
        return Optional.of(new PlainProducts());
    });

    private static Plan large(int batch) {
        return Plans.classifier(30, 25, 5, batch, Optimizers.of("momentum", 0.9), Precision.DOUBLE);
    }

    @Test
    void littleWorkNeedsNoLibrary() {
        assertThat(engine.of(large(32), 10).exact()).isTrue();
        assertThat(asked).isZero();
    }

    @Test
    void muchWorkInBatchesIsForProductsOfMatrices() {
        assertThat(engine.of(large(32), 10_000_000).exact()).isFalse();
        assertThat(engine.choice().kernel()).isEqualTo("matrix products");
    }

    /** Where the products can: a library that may use one thread only has one, however large the layers are. */
    @Test
    void veryLargeLayersAreForTwoThreads() {
        Plan wide = Plans.classifier(400, 100, 10, 64, Optimizers.of("sgd"), Precision.DOUBLE);
        engine.of(wide, 10_000_000);
        assertThat(engine.choice().kernel()).isEqualTo("matrix products");
        Engine two = new Engine(() -> Optional.of(new PlainProducts() {
            @Override
            public boolean inTwo() {
                return true;
            }
        }));
        two.of(wide, 10_000_000);
        assertThat(two.choice().kernel()).isEqualTo("matrix products, two threads");
        two.of(large(32), 10_000_000);
        assertThat(two.choice().kernel()).isEqualTo("matrix products");
    }

    @Test
    void muchWorkInManyPartsToo() {
        Plan plan = large(32);
        boolean exact = true;
        for (int i = 0; i < 1000 && exact; i++) {
            exact = engine.of(plan, 1000).exact();
        }
        assertThat(exact).isFalse();
    }

    @Test
    void straightLineCodeIsForSmallNetworks() {
        Plan small = Plans.classifier(4, 10, 3, 1, Optimizers.of("sgd"), Precision.DOUBLE);
        for (Plan plan : List.of(small, small.with(new Shaping(1, false, true, 0.1)))) {
            engine.of(plan, 10_000_000);
            assertThat(engine.choice().kernel()).isEqualTo("straight-line code");
            Engine shortly = new Engine();
            assertThat(shortly.of(plan, 10)).isInstanceOf(Trainer.class);
            assertThat(shortly.choice().reason()).isEqualTo("a small network, trained for a short time");
        }
    }

    @Test
    void samplesOneByOneAreForLoops() {
        assertThat(engine.of(large(1), 10_000_000).exact()).isTrue();
        assertThat(engine.choice().kernel()).isEqualTo("loops");
    }

    @Test
    void exactMeansExact() {
        engine.keepExact(true);
        assertThat(engine.of(large(32), 10_000_000).exact()).isTrue();
        assertThat(asked).isZero();
    }

    @Test
    void withoutALibraryThereAreLoops() {
        Engine without = new Engine();
        assertThat(without.of(large(32), 10_000_000)).isInstanceOf(LoopKernel.class);
        assertThat(without.choice().reason()).isEqualTo("large layers; no library for matrix products could be loaded");
        assertThat(without.of(large(32), 10_000)).isInstanceOf(LoopKernel.class);
        assertThat(without.choice().reason()).isEqualTo("large layers, too little work for matrix products");
    }

    @Test
    void toReplayChangesNothingOfWhatWasChosen() {
        Plan small = Plans.classifier(4, 5, 3, 1, Optimizers.of("sgd"), Precision.DOUBLE);
        engine.of(large(32), 10_000_000);
        KernelChoice before = engine.choice();
        assertThat(engine.again(small, 10, true)).isInstanceOf(Trainer.class);
        assertThat(engine.choice()).isEqualTo(before);
        assertThat(engine.again(small, 10_000_000, true)).isInstanceOf(Straight.class);
        assertThat(engine.again(small, 1, true)).isInstanceOf(Straight.class);
    }

    @Test
    void littleWorkIsNotWorthCompilingLoops() {
        assertThat(engine.of(large(32), 10)).isInstanceOf(Trainer.class);
        assertThat(engine.choice().reason()).isEqualTo("trained for a short time");
    }

    @Test
    void smallNetworksGetTheirOwnCode() {
        Plan small = Plans.classifier(4, 5, 3, 1, Optimizers.of("sgd"), Precision.DOUBLE);
        assertThat(engine.of(small, 10)).isInstanceOf(Trainer.class);
        assertThat(engine.of(small, 10_000_000)).isInstanceOf(Straight.class);
    }

    @Test
    void codeTooLongForOneMethodHasSeveral() {
        Plan middling = Plans.classifier(4, 16, 3, 1, Optimizers.of("momentum", 0.9), Precision.DOUBLE);
        assertThat(engine.of(middling, 10_000_000)).isInstanceOf(Pieces.class);
    }

    @Test
    void figuresWrittenDownStayPlain() {
        for (ArithmeticMode method : List.of(
                ArithmeticMode.DOUBLE.to(4), ArithmeticMode.DOUBLE.inSequence(), ArithmeticMode.DOUBLE.summed())) {
            assertThat(engine.of(large(32).with(method), 10_000_000)).isInstanceOf(Trainer.class);
            assertThat(engine.again(large(32).with(method), 10_000_000, true)).isInstanceOf(Trainer.class);
        }
        assertThat(asked).isZero();
    }

    /** As many parameters as are tried, and the optimizer with the longest rule: far more code than a method can have. */
    @Test
    void whatIsTooLongForStraightCodeGetsLoops() {
        Plan plan = Plans.classifier(20, 15, 4, 1, Optimizers.of("adamw", 0.01, 0.9, 0.999, 1e-8), Precision.DOUBLE);
        assertThat(engine.of(plan, 10_000_000)).isInstanceOf(LoopKernel.class);
    }

    /** Plans that differ only in their learning rate share a kernel, which has the bits of the plain arithmetic at each rate. */
    @Test
    void changedLearningRateKeepsTheKernel() {
        for (Optimizer optimizer : Networks.OPTIMIZERS) {
            for (Plan plan : List.of(
                    Plans.classifier(4, 5, 3, 1, optimizer, Precision.DOUBLE), // straight-line code
                    Plans.classifier(4, 16, 3, 7, optimizer, Precision.DOUBLE), // in several methods
                    Plans.classifier(20, 40, 4, 7, optimizer, Precision.DOUBLE), // loops
                    Plans.classifier(20, 40, 4, 7, optimizer, Precision.SINGLE))) {
                Engine exact = new Engine();
                State state = Plans.start(new Random(1), plan);
                State plain = state.copy();
                exact.of(plan, 10_000_000);
                for (LearningRate rate : RATES) {
                    Plan changed = plan.at(rate);
                    Kernel kernel = exact.of(changed, 1);
                    assertThat(kernel).isNotInstanceOf(Trainer.class);
                    kernel.run(state, 40);
                    new Trainer(changed).run(plain, 40);
                }
                same(state, plain);
                Kernel kernel = exact.of(plan.at(FALLING), 1);
                assertThatThrownBy(() -> kernel.run(state, 1000)).isInstanceOf(LearningRate.OutOfRange.class);
                assertThat(state.step()).isEqualTo(251);
                new Trainer(plan.at(FALLING)).run(plain, 251 - plain.step());
                same(state, plain);
            }
        }
    }

    @Test
    void changedLearningRateKeepsMatrixProducts() {
        Plan plan = large(32);
        engine.of(plan, 10_000_000);
        State state = Plans.start(new Random(1), plan);
        State plain = state.copy();
        Kernel kernel = engine.of(plan.at(new LearningRate.Constant(0.2)), 1);
        assertThat(kernel.exact()).isFalse();
        kernel.run(state, 40);
        new Trainer(plan.at(new LearningRate.Constant(0.2))).run(plain, 40);
        for (int i = 0; i < plain.parameters().length; i++) {
            assertThat(state.parameters()[i]).isCloseTo(plain.parameters()[i], within(1e-9));
        }
    }

    /** Its first part is exact, its second not; each step is found again as it was. */
    @Test
    void replaysAsItWas() {
        Plan plan = large(32);
        State start = Plans.start(new Random(1), plan);
        Timeline timeline = new Timeline(start.parameters(), engine, Cancellation.NONE);
        for (int k = 1; k <= 7; k++) {
            timeline.train(plan, 1, Cancellation.NONE);
        }
        State before = timeline.state().copy();
        assertThatThrownBy(() ->
                        timeline.train(plan, 100_000_000, () -> timeline.state().step() >= 3000))
                .isInstanceOf(Cancelled.class);
        assertThat(engine.choice().kernel()).isEqualTo("matrix products");
        State then = timeline.state().copy();
        timeline.mark();
        timeline.train(plan, 500, Cancellation.NONE);
        State now = timeline.state().copy();
        timeline.train(plan, 100, Cancellation.NONE);
        same(timeline.at(now.step()), now);
        same(timeline.at(before.step()), before);
        same(timeline.at(then.step()), then);
        timeline.undo(1);
        same(timeline.state(), then);
    }

    private static void same(State actual, State expected) {
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.parameters()).containsExactly(expected.parameters());
        assertThat(actual.memory()).isDeepEqualTo(expected.memory());
    }
}
