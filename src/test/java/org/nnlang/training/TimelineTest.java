package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.network.Activations;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Cancelled;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;

/** Every step of a training can be visited, and is bit for bit what it was. */
class TimelineTest {
    private static final List<Optimizer> OPTIMIZERS = Networks.OPTIMIZERS;

    private final SplittableRandom random = new SplittableRandom(11);
    private final Network network = Networks.dense(
            2,
            List.of(3, 2),
            List.of(Activations.TANH.standard(), Activations.SIGMOID.standard()),
            Losses.SQUARED.standard());
    private final double[] start = Networks.parameters(random, network);
    private final Samples samples = Networks.samples(random, network, 7);

    private Plan plan(Optimizer optimizer) {
        return plan(optimizer, 2, true);
    }

    private Plan plan(Optimizer optimizer, int batch, boolean shuffle) {
        return new Plan(network, samples, optimizer, 0.05, batch, shuffle, 0.001, 5, Precision.DOUBLE, null);
    }

    private static Plan with(Plan p, Samples samples) {
        return new Plan(
                p.network(), samples, p.optimizer(), 0.05, p.batch(), p.shuffle(), 0.001, 5, p.precision(), null);
    }

    private static Plan with(Plan p, Precision precision) {
        return new Plan(
                p.network(), p.samples(), p.optimizer(), 0.05, p.batch(), p.shuffle(), 0.001, 5, precision, null);
    }

    /** All of a state: its numbers, each with its bits, and its counts. */
    private record Bits(double[] numbers, List<Long> counts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bits bits && Arrays.equals(numbers, bits.numbers) && counts.equals(bits.counts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }

        @Override
        public String toString() {
            return Arrays.stream(numbers).mapToObj(Double::toHexString).toList() + " " + counts;
        }
    }

    private static Bits bits(State state) {
        double[] numbers = Arrays.copyOf(
                state.parameters,
                state.parameters.length
                        + Arrays.stream(state.memory)
                                .mapToInt(memory -> memory.length)
                                .sum());
        int at = state.parameters.length;
        for (double[] memory : state.memory) {
            System.arraycopy(memory, 0, numbers, at, memory.length);
            at += memory.length;
        }
        return new Bits(numbers, List.of(state.optimizerSteps, state.step, state.epoch, (long) state.position));
    }

    /** A timeline beside the plainest history there can be: the bits of every state. */
    private final class Twin {
        final Timeline timeline = new Timeline(start);
        final List<Bits> steps = new ArrayList<>();
        State plain = new State(start.clone());

        Twin() {
            steps.add(bits(plain));
        }

        void train(Plan plan, int updates) {
            Trainer trainer = new Trainer(plan);
            for (int i = 0; i < updates; i++) {
                trainer.run(plain, 1);
                steps.add(bits(plain));
            }
            timeline.mark();
            timeline.train(plan, updates, Cancellation.NONE);
        }

        void set(int index, double value) {
            timeline.edit(Networks.setting(index, value));
            plain.parameters[index] = value;
            steps.set(steps.size() - 1, bits(plain));
        }

        void forget() {
            timeline.edit(ManualEdit.Simple.FORGET_MEMORY);
            plain.forget();
            steps.set(steps.size() - 1, bits(plain));
        }

        void restartEpoch() {
            timeline.edit(ManualEdit.Simple.RESTART_EPOCH);
            plain.position = 0;
            steps.set(steps.size() - 1, bits(plain));
        }

        /** Back to a step, whose state the test knows. */
        void wentBackTo(int step, State then) {
            steps.subList(step + 1, steps.size()).clear();
            plain = then.copy();
            assertThat(bits(timeline.state())).isEqualTo(bits(then)).isEqualTo(steps.get(step));
        }

        void checkAll() {
            assertThat(timeline.state().step()).isEqualTo(steps.size() - 1);
            for (int n = steps.size() - 1; n >= 0; n--) {
                check(n);
            }
            check();
        }

        void check() {
            for (int i = 0; i < 60; i++) {
                check(random.nextInt(steps.size()));
            }
        }

        private void check(int step) {
            assertThat(bits(timeline.at(step))).as("step %s", step).isEqualTo(steps.get(step));
        }
    }

    static Stream<Plan> plans() {
        TimelineTest t = new TimelineTest();
        return OPTIMIZERS.stream()
                .flatMap(o -> Stream.of(1, 2, 3, 7, 100, Plan.ALL)
                        .flatMap(b -> Stream.of(t.plan(o, b, false), t.plan(o, b, true))));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyStepIsWhatItWas(Plan plan) {
        Twin twin = new Twin();
        for (int chunk : new int[] {1, 1, 2, 17, 3, 31, 1, 100, 149}) {
            twin.train(plan, chunk);
            twin.check();
        }
        twin.checkAll();
    }

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void alsoWithEditsInBetween(Optimizer optimizer) {
        for (int run = 0; run < 20; run++) {
            Twin twin = new Twin();
            Plan plan = plan(optimizer);
            for (int i = 0; i < 40; i++) {
                switch (random.nextInt(8)) {
                    case 0 -> twin.set(random.nextInt(network.parameterCount()), random.nextDouble(-1, 1));
                    case 1 -> twin.forget();
                    case 2 -> twin.restartEpoch();
                    case 3 -> plan = plan(optimizer, 1 + random.nextInt(8), random.nextBoolean());
                    case 4 -> twin.check();
                    case 5 -> twin.train(plan.with(new int[] {random.nextInt(7), 0}), 1 + random.nextInt(2));
                    default -> twin.train(plan, random.nextInt(12));
                }
            }
            twin.checkAll();
        }
    }

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void undoneVerbsLeaveNoTrace(Optimizer optimizer) {
        for (int run = 0; run < 20; run++) {
            Twin twin = new Twin();
            List<State> begun = new ArrayList<>();
            Plan plan = plan(optimizer);
            for (int i = 0; i < 60; i++) {
                int which = random.nextInt(9);
                if (which <= 3) {
                    begun.add(twin.plain.copy());
                    twin.train(plan, 1 + random.nextInt(20));
                } else if (which == 4) {
                    twin.set(random.nextInt(network.parameterCount()), random.nextDouble(-1, 1));
                } else if (which == 5) {
                    plan = plan(optimizer, 1 + random.nextInt(8), random.nextBoolean());
                } else if (which == 6 && !begun.isEmpty()) {
                    int count = 1 + random.nextInt(begun.size());
                    State then = begun.get(begun.size() - count);
                    begun.subList(begun.size() - count, begun.size()).clear();
                    twin.timeline.undo(count);
                    twin.wentBackTo((int) then.step, then);
                    assertThat(twin.timeline.undoable()).isEqualTo(begun.size());
                } else if (which == 7 && random.nextInt(4) == 0) {
                    twin.timeline.goBack(twin.timeline.first());
                    begun.clear();
                    twin.wentBackTo(0, twin.timeline.at(0));
                } else {
                    twin.check();
                }
            }
            twin.checkAll();
        }
    }

    @Test
    void aStepIsTheOneAfterTheEditsMadeThere() {
        Timeline timeline = new Timeline(start);
        Plan plan = plan(Optimizers.of("sgd"));
        timeline.train(plan, 5, Cancellation.NONE);
        timeline.edit(Networks.setting(0, 42));
        assertThat(timeline.at(5).parameters()[0]).isEqualTo(42);
        timeline.train(plan, 5, Cancellation.NONE);
        assertThat(timeline.at(5).parameters()[0]).isEqualTo(42);
        assertThat(timeline.at(4).parameters()[0]).isNotEqualTo(42);
        assertThat(timeline.at(6).parameters()[0])
                .isNotEqualTo(42)
                .isCloseTo(42, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void beforeTheFirstUpdateAnEditChangesTheStart() {
        Timeline timeline = new Timeline(start);
        timeline.edit(Networks.setting(3, 42));
        timeline.train(plan(Optimizers.of("sgd")), 5, Cancellation.NONE);
        assertThat(timeline.at(0).parameters()[3]).isEqualTo(42);
        timeline.edit(Networks.setting(3, 7));
        timeline.goBack(timeline.first());
        assertThat(timeline.state().parameters()[3]).isEqualTo(42);
    }

    @Test
    void editsSurviveAVerbThatMakesNoUpdate() {
        Twin twin = new Twin();
        twin.train(plan(Optimizers.of("sgd")), 5);
        twin.set(0, 0.5);
        twin.train(plan(Optimizers.of("sgd"), 1, false), 0);
        twin.set(1, 0.25);
        twin.train(plan(Optimizers.of("sgd"), 3, false), 9);
        twin.checkAll();
    }

    @Test
    void thePlanOfAStepIsTheOneOfTheUpdateFromIt() {
        Timeline timeline = new Timeline(start);
        Plan first = plan(Optimizers.of("sgd"));
        Plan second = plan(Optimizers.of("sgd"), 1, false);
        assertThat(timeline.planAt(0)).isNull();
        timeline.train(first, 3, Cancellation.NONE);
        timeline.train(second, 2, Cancellation.NONE);
        assertThat(timeline.planAt(0)).isSameAs(first);
        assertThat(timeline.planAt(2)).isSameAs(first);
        assertThat(timeline.planAt(3)).isSameAs(second);
        assertThat(timeline.planAt(4)).isSameAs(second);
        assertThat(timeline.planAt(5)).isNull();
        timeline.prepare(first);
        assertThat(timeline.planAt(4)).isSameAs(second);
        assertThat(timeline.planAt(5)).isNull();
    }

    @Test
    void anotherOptimizerDoesNotTakeOverWhatIsRemembered() {
        for (Optimizer before : OPTIMIZERS) {
            for (Optimizer after : OPTIMIZERS) {
                if (!before.equals(after)) {
                    Timeline timeline = new Timeline(start);
                    timeline.mark();
                    timeline.train(plan(before), 9, Cancellation.NONE);
                    timeline.mark();
                    timeline.edit(ManualEdit.Simple.FORGET_MEMORY);
                    timeline.train(plan(after), 9, Cancellation.NONE);
                    timeline.undo(1); // the optimizer of now goes on from a state of the one before
                    timeline.prepare(plan(after));
                    State plain = timeline.state().copy();
                    plain.forget();
                    timeline.train(plan(after), 9, Cancellation.NONE);
                    new Trainer(plan(after)).run(plain, 9);
                    assertThat(bits(timeline.state())).isEqualTo(bits(plain));
                    timeline.train(plan(after), 1, Cancellation.NONE);
                    assertThat(bits(timeline.at(18))).isEqualTo(bits(plain));
                }
            }
        }
    }

    @Test
    void otherSamplesBeginAnEpochAnew() {
        Timeline timeline = new Timeline(start);
        Plan many = plan(Optimizers.of("sgd"), 1, false);
        Plan few = with(many, Networks.samples(random, network, 2));
        timeline.mark();
        timeline.train(many, 5, Cancellation.NONE);
        timeline.mark();
        timeline.train(few, 5, Cancellation.NONE);
        timeline.undo(1);
        timeline.prepare(few);
        assertThat(timeline.state().position()).isZero();
        State plain = timeline.state().copy();
        timeline.train(few, 3, Cancellation.NONE);
        new Trainer(few).run(plain, 3);
        assertThat(bits(timeline.state())).isEqualTo(bits(plain));
    }

    @Test
    void goingOnInSinglePrecisionRoundsWhatThereIs() {
        for (Optimizer optimizer : OPTIMIZERS) {
            Plan inDouble = plan(optimizer);
            Plan inSingle = with(inDouble, Precision.SINGLE);
            Timeline timeline = new Timeline(start);
            timeline.train(inDouble, 5, Cancellation.NONE);
            timeline.edit(Networks.setting(0, 0.1));
            timeline.prepare(inSingle);
            allFloats(timeline.state());
            timeline.prepare(inDouble);
            timeline.edit(Networks.setting(1, 0.1));
            Bits five = bits(timeline.state());
            timeline.train(inDouble, 1, Cancellation.NONE);
            timeline.train(inSingle, 5, Cancellation.NONE);
            Bits eleven = bits(timeline.state());
            timeline.train(inSingle, 5, Cancellation.NONE);
            assertThat(bits(timeline.at(5))).isEqualTo(five);
            assertThat(bits(timeline.at(11))).isEqualTo(eleven);
            for (int n = 6; n <= 16; n++) {
                allFloats(timeline.at(n));
            }
        }
    }

    private static void allFloats(State state) {
        for (double p : state.parameters) {
            assertThat(p).isEqualTo((float) p);
        }
        for (double[] numbers : state.memory) {
            for (double number : numbers) {
                assertThat(number).isEqualTo((float) number);
            }
        }
    }

    @Test
    void divergenceRestoresTheStateBefore() {
        for (Optimizer optimizer : List.of(Optimizers.of("sgd"), Optimizers.of("momentum", 0.9))) {
            Network linear = Networks.dense(
                    2,
                    List.of(3, 2),
                    List.of(Activations.LINEAR.standard(), Activations.LINEAR.standard()),
                    Losses.SQUARED.standard());
            for (double rate : new double[] {1e10, 1.7, 1.1, 0.9}) {
                Plan wild = new Plan(linear, samples, optimizer, rate, 2, false, 0, 1, Precision.DOUBLE, null);
                Plan calm = new Plan(linear, samples, optimizer, 1e-9, 2, false, 0, 1, Precision.DOUBLE, null);
                divergence(wild, calm);
            }
        }
    }

    private void divergence(Plan wild, Plan calm) {
        State plain = new State(start.clone());
        State before = plain.copy();
        while (plain.finite()) {
            before = plain.copy();
            new Trainer(wild).run(plain, 1);
        }
        Timeline timeline = new Timeline(start);
        Divergence divergence =
                catchThrowableOfType(Divergence.class, () -> timeline.train(wild, 1_000_000, Cancellation.NONE));
        assertThat(divergence.step()).isEqualTo(plain.step());
        assertThat(bits(divergence.last())).isEqualTo(bits(before));
        assertThat(bits(timeline.state())).isEqualTo(bits(before));
        for (int i = 0; i < start.length; i++) {
            timeline.edit(Networks.setting(i, start[i]));
            before.parameters[i] = start[i];
        }
        timeline.edit(ManualEdit.Simple.FORGET_MEMORY);
        before.forget();
        timeline.train(calm, 1, Cancellation.NONE);
        new Trainer(calm).run(before, 1);
        Bits first = bits(before);
        new Trainer(calm).run(before, 5);
        timeline.train(calm, 5, Cancellation.NONE);
        assertThat(bits(timeline.state())).isEqualTo(bits(before));
        assertThat(bits(timeline.at(before.step - 5))).isEqualTo(first);
    }

    @Test
    void editsSurviveADivergenceAtOnce() {
        Plan calm = plan(Optimizers.of("sgd"), 1, false);
        Network linear = Networks.dense(
                2,
                List.of(3, 2),
                List.of(Activations.LINEAR.standard(), Activations.LINEAR.standard()),
                Losses.SQUARED.standard());
        Plan wild = new Plan(linear, samples, Optimizers.of("sgd"), 1e308, 1, false, 0, 1, Precision.DOUBLE, null);
        Twin twin = new Twin();
        twin.train(calm, 5);
        twin.set(0, 300);
        Divergence divergence =
                catchThrowableOfType(Divergence.class, () -> twin.timeline.train(wild, 9, Cancellation.NONE));
        assertThat(divergence.step()).isEqualTo(6);
        twin.set(1, 2);
        twin.train(calm, 5);
        twin.checkAll();
    }

    @Test
    void aCancelledTrainingStaysWhereItIs() {
        Twin twin = new Twin();
        Plan plan = plan(Optimizers.of("adam", 0.9, 0.999, 1e-8));
        long[] asked = {0};
        assertThatThrownBy(() -> twin.timeline.train(plan, Long.MAX_VALUE / 8, () -> ++asked[0] == 2))
                .isInstanceOf(Cancelled.class);
        long step = twin.timeline.state().step();
        assertThat(step).isBetween(1000L, 1_000_000L);
        new Trainer(plan).run(twin.plain, step);
        assertThat(bits(twin.timeline.state())).isEqualTo(bits(twin.plain));
    }

    @Test
    void manyShortTrainingsCanBeCancelledToo() {
        Timeline timeline = new Timeline(start);
        Plan plan = plan(Optimizers.of("sgd"));
        int trainings = 0;
        try {
            while (trainings < 1_000_000) {
                timeline.train(plan, 3, () -> true);
                trainings++;
            }
        } catch (Cancelled expected) {
            assertThat(expected).hasNoCause();
        }
        assertThat(trainings).isBetween(1000, 100_000);
    }

    @Test
    void aLongHistoryTakesLittleRoom() {
        Network classic = Networks.classic();
        Plan plan = new Plan(
                classic, Networks.classicSample(), Optimizers.of("sgd"), 0.5, 1, false, 0, 1, Precision.DOUBLE, null);
        Timeline timeline = new Timeline(Networks.CLASSIC);
        State plain = new State(Networks.CLASSIC.clone());
        Trainer trainer = new Trainer(plan);
        List<State> visits = new ArrayList<>();
        long total = 1_000_000;
        while (plain.step < total) {
            visits.add(plain.copy());
            trainer.run(plain, Math.min(1 + random.nextInt(100_000), total - plain.step));
        }
        timeline.train(plan, total, Cancellation.NONE);
        assertThat(timeline.snapshots()).isBetween(100, 256);
        assertThat(bits(timeline.state())).isEqualTo(bits(plain));
        for (State visit : visits.reversed()) {
            assertThat(bits(timeline.at(visit.step))).isEqualTo(bits(visit));
        }
    }

    @Test
    void afterALongUndoStepsAreNearSnapshotsAgain() {
        Twin twin = new Twin();
        Plan plan = plan(Optimizers.of("sgd"), 1, false);
        twin.timeline.mark();
        twin.timeline.train(plan, 100_000, Cancellation.NONE);
        twin.timeline.undo(1);
        twin.train(plan, 200);
        assertThat(twin.timeline.snapshots()).isGreaterThan(2);
        twin.checkAll();
    }

    @Test
    void settingManyParametersIsQuick() {
        Network large = Networks.dense(
                500,
                List.of(400, 2),
                List.of(Activations.TANH.standard(), Activations.SIGMOID.standard()),
                Losses.SQUARED.standard());
        Timeline timeline = new Timeline(new double[large.parameterCount()]);
        for (int i = 0; i < large.parameterCount(); i++) {
            timeline.edit(Networks.setting(i, i)); // each must not copy them all: that would be 300 GB
        }
        assertThat(timeline.at(0).parameters()).endsWith(large.parameterCount() - 2, large.parameterCount() - 1);
    }
}
