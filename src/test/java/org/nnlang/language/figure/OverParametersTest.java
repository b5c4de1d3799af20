package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.session.MemoryHost;
import org.nnlang.text.Thousands;

/** {@code plot Q over A, B}: the numbers that the quantity has if a script sets the axes to these values. */
class OverParametersTest {
    private static final String XOR = """
            input x[2]; layer h[3] tanh; layer y[1] sigmoid
            data = [0, 0 -> 0; 0, 1 -> 1; 1, 0 -> 1; 1, 1 -> 0]; learning rate = 0.5; seed = 3
            """;

    private static Figure.Surface.Heights heights(Figure.Field field) {
        return (Figure.Surface.Heights) field.surface();
    }

    private static double middle(Axis axis, int cell, int cells) {
        return axis.from() + (cell + 0.5) / cells * (axis.to() - axis.from());
    }

    /** Compares some cells with a session in which the axes are set. */
    private static void agree(Figure.Field field, String quantity, String x, String y, String... scripts) {
        Figure.Surface.Heights heights = heights(field);
        for (int[] cell : new int[][] {{0, 0}, {heights.rows() - 1, 3}, {heights.rows() / 2, heights.columns() - 1}}) {
            Drawn other = new Drawn(scripts);
            double vx = middle(field.x(), cell[1], heights.columns());
            double vy = middle(field.y(), cell[0], heights.rows());
            other.run(x + vx + "; " + y + vy);
            assertThat(heights.values()[cell[0] * heights.columns() + cell[1]])
                    .isCloseTo(other.number(quantity), within(1e-12));
        }
    }

    @Test
    void contoursOverTwoParameters() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 100");
        Figure.Field field = drawn.figure("plot error over w5, w6");
        agree(field, "error", "w5 = ", "w6 = ", Drawn.BACKPROP, "train 100");
        assertThat(field.caption().title())
                .isEqualTo("error over w5 and w6, all other parameters as after 100 updates");
        assertThat(field.caption().notes())
                .containsExactly("the path of training is a projection: other parameters changed too");
        assertThat(heights(field).rows()).isBetween(100, 200);
        double[] levels = heights(field).levels();
        assertThat(levels).hasSizeBetween(4, 20).isSorted();
        assertThat(levels[0])
                .isGreaterThan(Arrays.stream(heights(field).values()).min().orElseThrow());
        for (int i = 0; i <= 100; i += 20) {
            assertThat(field.path().x()[i]).isEqualTo(drawn.number("w5 @ " + i));
            assertThat(field.path().y()[i]).isEqualTo(drawn.number("w6 @ " + i));
        }
        for (int i = 0; i < field.path().x().length; i++) {
            assertThat(field.path().x()[i])
                    .isBetween(field.x().from(), field.x().to());
            assertThat(field.path().y()[i])
                    .isBetween(field.y().from(), field.y().to());
        }
    }

    @Test
    void meansOverASharedBiasAndAWeight() {
        Drawn drawn = new Drawn(XOR, "train 50");
        agree(drawn.figure("plot loss over w2, b1 from -4 to 3, -2.5 to 1"), "loss", "w2 = ", "b1 = ", XOR, "train 50");
        Drawn tied = new Drawn(XOR, "tie w1, w4; train 20");
        agree(
                tied.figure("plot loss - error over w1, w3"),
                "loss - error",
                "w1 = ",
                "w3 = ",
                XOR,
                "tie w1, w4; train 20");
    }

    @Test
    void anEarlierStepAndInputs() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 30");
        Figure.Field then = drawn.figure("plot error @ 12 over w5, w1");
        agree(then, "error", "w5 = ", "w1 = ", Drawn.BACKPROP, "train 12");
        assertThat(then.path().x()).hasSize(13);
        Figure.Field inputs = drawn.figure("plot y1 over x1, x2 from 0 to 2, -1 to 1");
        Figure.Surface.Heights heights = heights(inputs);
        int side = heights.rows();
        drawn.run("input = [" + middle(inputs.x(), 7, side) + ", " + middle(inputs.y(), 90, side) + "]");
        assertThat(heights.values()[90 * side + 7]).isCloseTo(drawn.number("y1"), within(1e-14));
        assertThat(inputs.path().x()).containsExactly(0.05);
        assertThat(inputs.caption().title()).isEqualTo("y1 over x1 and x2 after 30 updates");
    }

    @Test
    void oneAxisGivesCurves() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 30");
        double w5 = drawn.number("w5");
        Figure.Lines lines = drawn.figure("plot loss, y1, error @ 3 over w5 from -1 to 3");
        assertThat(lines.marks()).containsExactly(new Figure.Mark(w5, "now"));
        double[] x = lines.curves().getFirst().x();
        assertThat(x).hasSize(241).startsWith(-1).endsWith(3);
        for (int i = 0; i < x.length; i += 40) {
            drawn.run("w5 = " + x[i]);
            assertThat(lines.curves().get(0).y()[i]).isCloseTo(drawn.number("loss"), within(1e-14));
            assertThat(lines.curves().get(1).y()[i]).isCloseTo(drawn.number("y1"), within(1e-14));
        }
        Drawn early = new Drawn(Drawn.BACKPROP, "train 3; w5 = " + x[9]);
        assertThat(lines.curves().get(2).y()[9]).isCloseTo(early.number("error"), within(1e-14));
        Figure.Lines input = new Drawn(XOR, "train 9; sample 2").figure("plot y1 over x1");
        assertThat(input.caption().notes()).containsExactly("all other inputs are those of the current sample");
        assertThat(input.x().from()).isBetween(-0.2, 0.0);
        assertThat(input.x().to()).isBetween(1.0, 1.2);
        assertThat(input.marks().getFirst().at()).isZero();
    }

    /** As on all axes of inputs. */
    @Test
    void inputsAreInTheUnitsOfTheDataFile() {
        Plotted houses = new Plotted(
                "input x[1]; layer h[2] tanh; layer y[1] linear\n"
                        + "data = csv(\"houses.csv\", target: price, scale: standard)\ntrain 3; sample 2",
                new MemoryHost(Map.of("houses.csv", "area,price\n10,1\n20,2\n36,4\n")));
        Figure.Lines lines = houses.figure(Figure.Lines.class, "plot y1 over x1");
        assertThat(lines.x().label()).isEqualTo("area (x1)");
        assertThat(lines.x().from()).isBetween(6.0, 10.0);
        assertThat(lines.marks().getFirst().at()).isCloseTo(20, within(1e-12));
        Figure.Lines given = houses.figure(Figure.Lines.class, "plot y1 over x1 from 10 to 30");
        assertThat(given.curves().getFirst().y()[120]).isCloseTo(houses.numbers("y1")[0], within(1e-12));
        assertThat(given.x().label()).isEqualTo("area (x1)");
    }

    /** A picture changes nothing. */
    @Test
    void theNetworkStaysAsItIs() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 30");
        double before = drawn.number("error");
        drawn.figure("plot error over w5, w6");
        drawn.figure("plot y1 over x1");
        drawn.run("train 1");
        assertThat(drawn.number("error @ 30")).isEqualTo(before);
        assertThat(drawn.number("error")).isEqualTo(new Drawn(Drawn.BACKPROP, "train 31").number("error"));
    }

    @Test
    void heightsOverDecadesAreLogarithmic() {
        Drawn drawn = new Drawn(Drawn.BACKPROP, "train 3000");
        Figure.Surface.Heights heights = heights(drawn.figure("plot error over w5, w6"));
        assertThat(heights.scale().log()).isTrue();
        assertThat(heights.levels()).contains(0.01, 0.1);
        Figure.Field flat = drawn.figure("plot w7 over w1, w2");
        assertThat(heights(flat).levels()).isEmpty();
        assertThat(flat.caption().notes()).contains("w7 is the same everywhere here");
    }

    @Test
    void whatHasNoValueIsAGap() {
        Drawn drawn = new Drawn(Drawn.BACKPROP);
        Figure.Field field = drawn.figure("plot ln(w5 - w6) over w5, w6 from 0 to 1, 0 to 1");
        long gaps = Arrays.stream(heights(field).values()).filter(Double::isNaN).count();
        int side = heights(field).rows();
        assertThat(gaps).isEqualTo(side * (side + 1) / 2);
        assertThat(field.caption().notes())
                .containsExactly("ln(w5 - w6) has no finite value at " + Thousands.of(gaps) + " of "
                        + Thousands.of(side * side) + " points: a gap");
        assertThat(field.path().x()).containsExactly(0.4);
    }
}
