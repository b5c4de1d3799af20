package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Figure;

/** {@code plot Q}: the points of curves are the numbers that {@code show Q @ n} shows. */
class OverUpdatesTest {
    private static Figure.Curve only(Figure.Lines lines) {
        assertThat(lines.curves()).hasSize(1);
        return lines.curves().getFirst();
    }

    private static void agree(Drawn drawn, Figure.Lines lines) {
        for (Figure.Curve curve : lines.curves()) {
            for (int i = 0; i < curve.x().length; i++) {
                long step = (long) curve.x()[i];
                assertThat(curve.y()[i])
                        .as("%s @ %d", curve.name(), step)
                        .isEqualTo(drawn.number("(" + curve.name() + ") @ " + step));
            }
        }
    }

    @Test
    void pointsAreTheNumbersThatShowShows() {
        Drawn drawn = new Drawn(
                Drawn.BACKPROP, "train 40; optimizer momentum; train 30; w5 = 2; learning rate = 0.1; train 33");
        Figure.Lines lines = drawn.figure("plot loss, error / 2, w5 - w6, grad(w5), out(h1), step, d(error, x1)");
        assertThat(lines.curves()).extracting(Figure.Curve::name).contains("error / 2", "w5 - w6");
        assertThat(lines.curves().getFirst().x()).hasSize(104).startsWith(0, 1).endsWith(102, 103);
        assertThat(lines.caption().title()).isEqualTo("loss, error / 2, w5 - w6, grad(w5) and 3 more over 103 updates");
        agree(drawn, lines);
        assertThat(lines.curves().get(2).y()[70]).isGreaterThan(1); // as it was after the edit
        assertThat(lines.marks()).extracting(Figure.Mark::at).containsExactly(40.0, 70.0);
        assertThat(lines.marks().getFirst().name()).isEqualTo("training 2");
    }

    @Test
    void roundedNumbersAreThoseThatShowShows() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 5; round = 3; train 5");
        agree(drawn, drawn.figure("plot loss, w5, out(y1)"));
    }

    @Test
    void aLongTrainingHasRoundSteps() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 12345");
        Figure.Curve curve = only(drawn.figure("plot loss"));
        assertThat(curve.x()).hasSize(248).startsWith(0, 50, 100).endsWith(12300, 12345);
        agree(drawn, drawn.figure("plot w1 from 12000 to 12345"));
    }

    @Test
    void everyAndFromCountUpdates() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 1050");
        assertThat(only(drawn.figure("plot loss every 100")).x())
                .containsExactly(0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000);
        Figure.Lines part = drawn.figure("plot loss from 7 to 30 every 10");
        assertThat(only(part).x()).containsExactly(7, 17, 27);
        assertThat(part.x().from()).isEqualTo(7);
        assertThat(part.x().to()).isEqualTo(30);
        assertThat(part.caption().title()).isEqualTo("loss from step 7 to 30");
        Figure.Lines many = drawn.figure("plot loss every 2");
        assertThat(only(many).x()).hasSize(263).startsWith(0, 4, 8).endsWith(1044, 1048);
        assertThat(many.caption().notes()).containsExactly("every 4 updates, not every 2, for at most 500 points");
    }

    @Test
    void withoutTrainingThereIsOnePoint() {
        Drawn drawn = new Drawn(Drawn.BACKPROP);
        Figure.Lines lines = drawn.figure("plot w5");
        assertThat(only(lines).x()).containsExactly(0);
        assertThat(only(lines).y()).containsExactly(0.4);
        assertThat(lines.caption().title()).isEqualTo("w5 before training");
        assertThat(lines.caption().notes()).containsExactly("nothing is trained yet: this is step 0");
        assertThat(lines.y().from()).isLessThan(0.4);
        assertThat(lines.y().to()).isGreaterThan(0.4);
    }

    @Test
    void aResumedTrainingBeginsWhereItStood() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "resume(step: 100, epoch: 100); train 5");
        Figure.Lines lines = drawn.figure("plot loss, step");
        assertThat(lines.curves().getLast().y()).containsExactly(100, 101, 102, 103, 104, 105);
        assertThat(lines.caption().notes()).containsExactly("training was resumed at step 100");
        assertThat(lines.marks()).isEmpty();
        agree(drawn, lines);
    }

    @Test
    void manyTrainingsAreCountedInsteadOfMarked() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "repeat 30 { train 1 }");
        Figure.Lines lines = drawn.figure("plot loss");
        assertThat(lines.marks()).isEmpty();
        assertThat(lines.caption().notes()).containsExactly("29 trainings began here; they are not marked");
    }

    /** A logarithmic axis has gaps where a number is not above 0, and fails if none is. */
    @Test
    void aLogarithmicAxisHasGaps() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 20");
        Figure.Lines lines = drawn.figure("plot w5 log");
        double[] y = only(lines).y();
        long gaps = Arrays.stream(y).filter(Double::isNaN).count();
        assertThat(gaps).isPositive().isLessThan(21);
        for (int i = 0; i < y.length; i++) {
            assertThat(Double.isNaN(y[i])).isEqualTo(drawn.number("w5 @ " + i) <= 0);
        }
        assertThat(lines.caption().notes()).containsExactly("w5 is not above 0 at " + gaps + " of 21 points: a gap");
        assertThat(lines.y().log()).isTrue();
        drawn.run("plot w5 - 1 log");
        assertThat(drawn.errors).containsExactly("no value here is above 0");
    }

    @Test
    void aNumberWithoutAValueIsAGap() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 20");
        Figure.Lines lines = drawn.figure("plot ln(w5)");
        double[] y = only(lines).y();
        for (int i = 0; i < y.length; i++) {
            double w5 = drawn.number("w5 @ " + i);
            assertThat(Double.isNaN(y[i])).isEqualTo(w5 <= 0);
        }
        assertThat(lines.caption().notes()).singleElement().asString().startsWith("ln(w5) has no finite value at ");
        drawn.run("plot 1 / (w5 - w5)");
        assertThat(drawn.errors).containsExactly("division by zero");
    }

    /** Another optimizer had no such memory: a gap, not an error. */
    @Test
    void whatDidNotExistIsAGap() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 3; optimizer momentum; train 3");
        double[] y = only(drawn.figure("plot memory(v, w5)")).y();
        assertThat(y[0]).isNaN();
        assertThat(y[2]).isNaN();
        assertThat(y[6]).isEqualTo(drawn.number("memory(v, w5)"));
    }

    @Test
    void aFlatCurveHasAnAxis() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 5");
        for (String flat : new String[] {"b1", "b1 - b1", "1e308", "-1e-300"}) {
            Figure.Lines lines = drawn.figure("plot " + flat);
            assertThat(lines.y().from()).isLessThan(only(lines).y()[0]);
            assertThat(lines.y().to()).isGreaterThan(only(lines).y()[0]);
        }
        Figure.Lines wide = drawn.figure("plot (step - 2) * 1e307 * 9");
        assertThat(wide.y().from()).isFinite();
    }

    /** Beyond a million updates the points are the states that are kept. */
    @Test
    void aVeryLongTrainingIsNotReplayed() {
        Drawn drawn = new Drawn(
                "input x[1]; layer y[1] sigmoid; weights y = [0.3]; input = 0.5; target = 0.9; learning rate = 1e-4",
                "train 1100000");
        Figure.Lines lines = drawn.figure("plot loss, w1");
        double[] x = lines.curves().getFirst().x();
        assertThat(x.length).isBetween(100, 300);
        assertThat(x[0]).isZero();
        assertThat(x[x.length - 1]).isEqualTo(1_100_000);
        for (int i = 1; i < x.length; i++) {
            assertThat(x[i]).isGreaterThan(x[i - 1]);
        }
        assertThat(Arrays.stream(x).filter(step -> step > 0 && step < 20_000).count())
                .isGreaterThan(10);
        int[] some = {1, 9, x.length / 2, x.length - 2};
        for (int i : some) {
            assertThat(lines.curves().getLast().y()[i]).isEqualTo(drawn.number("w1 @ " + (long) x[i]));
        }
        assertThat(lines.caption().notes())
                .containsExactly("the points are the states that nn keeps, closer together at the beginning");
        assertThat(only(drawn.figure("plot w1 from 1000000 to 1000010")).x()).hasSize(11);
    }
}
