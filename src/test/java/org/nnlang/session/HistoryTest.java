package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.embed.Nn;
import org.nnlang.network.Cancellation;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Digits;
import org.nnlang.text.Source;

/** Going back and forth in a training, through scripts. */
class HistoryTest {
    private static final String LINE = """
            input x[1]
            layer y[1] linear
            bias y = none
            weights y = [0.5]
            data = [1 -> 2; 2 -> 4; 3 -> 6; 4 -> 8]
            learning rate = 0.01
            """;

    private final Session session = Nn.session();

    @Test
    void anotherOptimizerAfterUndoBeginsWithoutMemory() {
        session.run(LINE + "optimizer momentum; train 1; train 1; optimizer adagrad; train 1; undo 2");
        double before = session.number("w1");
        session.run("repeat 4 { next }");
        // adagrad's first step is the learning rate, whatever the gradient
        assertThat(session.number("w1 @ 5") - before).isCloseTo(0.01, within(1e-9));
        session.run("train 3");
        assertThat(session.number("w1")).isFinite();
    }

    @Test
    void anotherOptimizerAfterResetBeginsWithoutTheMemoryThatWasResumed() {
        session.run(LINE + "optimizer momentum; resume(step: 30, v: [0.1]); next");
        assertThat(session.number("memory(v, w1) @ 30")).isEqualTo(0.1);
        session.run("optimizer nesterov; next; reset");
        assertThat(session.number("memory(v, w1)")).isZero();
        double w = session.number("w1");
        session.run("next");
        assertThat(session.number("memory(v, w1)")).isEqualTo(w - 2);
        session.run("optimizer adam; next; reset");
        assertThat(session.number("memory(v, w1)")).isZero();
    }

    @Test
    void aSessionGoesBackToAStepWithinATrainingVerb() {
        session.run(LINE + "train 1; optimizer adam; train 3");
        double[] then = {session.number("w1 @ 6"), session.number("w1 @ 7")};
        session.goBack(6);
        assertThat(session.number("step")).isEqualTo(6);
        assertThat(session.number("w1")).isEqualTo(then[0]);
        session.run("next");
        assertThat(session.number("w1")).isEqualTo(then[1]);
        session.run("undo; undo");
        assertThat(session.number("step")).isEqualTo(4);
        session.goBack(0);
        assertThatThrownBy(() -> session.run("undo")).hasMessageContaining("nothing to undo");
    }

    @Test
    void otherDataAfterUndoBeginTheirEpoch() {
        session.run(LINE + "next; next; next; data = [5 -> 10]; train 1; undo 2");
        assertThat(session.number("step")).isEqualTo(2);
        double w = session.number("w1");
        session.run("next");
        assertThat(session.number("w1")).isCloseTo(w - 0.01 * (5 * w - 10) * 5, within(1e-15));
        assertThat(session.number("epoch")).isEqualTo(1);
    }

    @Test
    void aLargerBatchInMidEpochFinishesTheEpoch() {
        session.run(LINE + "repeat 3 { next }; batch = 4; train 1");
        assertThat(session.number("step")).isEqualTo(4);
        assertThat(session.number("epoch")).isEqualTo(1);
        session.run("train 2");
        assertThat(session.number("step")).isEqualTo(6);
        assertThat(session.number("epoch")).isEqualTo(3);
    }

    @Test
    void editsBeforeADivergenceAreInTheHistory() {
        session.run(LINE + "train 1; w1 = -30; learning rate = 1e308");
        assertThatThrownBy(() -> session.run("train 1")).hasMessageContaining("diverged");
        assertThat(session.number("step")).isEqualTo(4);
        assertThat(session.number("w1")).isEqualTo(-30);
        session.run("learning rate = 0.01; train 1");
        assertThat(session.number("w1 @ 4")).isEqualTo(-30);
        assertThat(session.number("w1 @ 5")).isCloseTo(-30 + 0.01 * 32, within(1e-13));
    }

    @Test
    void undoKeepsWhatWasSetBeforeTheVerb() {
        session.run(LINE + "train 1; w1 = 7; train 2; undo");
        assertThat(session.number("w1")).isEqualTo(7);
        session.run("train 1");
        assertThat(session.number("w1 @ 4")).isEqualTo(7);
        assertThat(session.number("w1 @ 3")).isLessThan(2);
        double five = session.number("w1 @ 5");
        session.run("undo; w1 = 7; train 1");
        assertThat(session.number("w1 @ 5")).isEqualTo(five);
        session.run("reset");
        assertThat(session.number("w1")).isEqualTo(0.5);
    }

    @Test
    void singlePrecisionFromSomeStepOn() {
        session.run(LINE + "train 1; precision = single");
        double w = session.number("w1");
        assertThat(w).isEqualTo((float) w);
        session.run("train 1");
        assertThat(session.number("w1 @ 4")).isEqualTo(w);
        for (int n = 5; n <= 8; n++) {
            double then = session.number("w1 @ " + n);
            assertThat(then).isEqualTo((float) then);
        }
        double before = session.number("w1 @ 3");
        assertThat(before).isNotEqualTo((float) before);
    }

    @Test
    void aTrainingUntilNeverCanBeStopped() {
        int[] asked = {0};
        Result result =
                session.run(new Source("script", LINE + "train until loss < 0"), _ -> {}, () -> ++asked[0] == 10);
        assertThat(result).isEqualTo(Result.INTERRUPTED);
        assertThat(session.number("step")).isLessThan(4_000_000);
    }

    @Test
    void manyWeightsSetAfterALookAreSetAtOnce() {
        session.run("input x[600]; layer h[500] relu; layer y[2] sigmoid");
        session.number("w1");
        session.run("weights h = he; weights h = zeros");
        assertThat(session.number("w(x3, h4)")).isZero();
    }

    /** An edit that copied a rounded number would destroy the history without rounding. */
    @Test
    void anEditComputedFromRoundedNumbersHasItsExactValueToo() {
        String rest = "train 3; w1 = w1 / 3 + 1; weights y = weights(y) * 2; train 2";
        StringBuilder shown = new StringBuilder();
        TextPrinter printer = new TextPrinter(80);
        Session rounded = new Session();
        rounded.run(
                new Source("", LINE + "round = 2\n" + rest + "\nshow w1, w1 @ 3\n"),
                event -> shown.append(printer.print(event)),
                Cancellation.NONE);
        session.run(LINE + rest);
        for (String quantity : List.of("w1", "w1 @ 3")) {
            double exact = session.number(quantity);
            assertThat(shown.toString())
                    .contains("(exact " + Digits.format(exact, 9) + ")")
                    .doesNotContain(quantity + " = " + Digits.format(exact, 9));
        }
    }
}
