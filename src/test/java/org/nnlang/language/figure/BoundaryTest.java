package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.picture.Figure.Surface;
import org.nnlang.session.MemoryHost;

/** Boundaries hold what the network gives at the middle of each cell, and the samples where they are. */
class BoundaryTest {
    private static final String XOR = """
            input x[2]
            layer h[3] tanh
            layer y[1] sigmoid
            loss binary_cross_entropy
            data = [0, 0 -> 0; 0, 1 -> 1; 1, 0 -> 1; 1, 1 -> 0]
            learning rate = 1
            batch = all
            train 20
            """;

    private static final String FLOWERS = "length,width,kind,height\n"
            + "5.1,1.3,rose,100\n4.7,3.5,daisy,300\n6.2,2.6,tulip,200\n5.6,0.8,rose,150\n4.9,3.1,daisy,250\n6.6,2.4,tulip,170\n"
            + "5.3,1.1,rose,120\n4.4,3.3,daisy,310\n6.9,2.2,tulip,210\n5.5,1.9,rose,90\n";

    private static Plotted flowers(String scale) {
        MemoryHost host = new MemoryHost(Map.of("flowers.csv", FLOWERS));
        return new Plotted(
                "input x[3]; layer h[4] tanh; layer y[3] softmax; learning rate = 0.5\n"
                        + "data = csv(\"flowers.csv\", target: kind, test: 30%, scale: " + scale
                        + ")\ntrain 10; sample 2",
                host);
    }

    private static double middle(Axis axis, int cell, int cells) {
        return axis.from() + (axis.to() - axis.from()) * (cell + 0.5) / cells;
    }

    @Test
    void heightsAreTheOutputs() {
        Plotted xor = new Plotted(XOR);
        Figure.Field field = xor.figure(Figure.Field.class, "plot boundary");
        Surface.Heights heights = (Surface.Heights) field.surface();
        assertThat(field.caption().title()).isEqualTo("output y1 over x1 and x2 after 20 updates");
        assertThat(heights.rows()).isEqualTo(200);
        assertThat(heights.columns()).isEqualTo(200);
        assertThat(heights.levels()).containsExactly(0.5);
        assertThat(List.of(heights.scale().from(), heights.scale().to())).containsExactly(0.0, 1.0);
        for (int cell : new int[] {0, 199, 200, 20_150, 39_800, 39_999}) {
            double x = middle(field.x(), cell % 200, 200);
            double y = middle(field.y(), cell / 200, 200);
            assertThat(heights.values()[cell]).isCloseTo(xor.shown("predict [" + x + ", " + y + "]")[0], within());
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    @Test
    void theSamplesAreInIt() {
        Plotted xor = new Plotted(XOR);
        Figure.Field field = xor.figure(Figure.Field.class, "plot boundary");
        assertThat(List.of(field.x().from(), field.x().to())).containsExactly(-0.2, 1.2);
        assertThat(field.x().label()).isEqualTo("x1");
        double accuracy = xor.numbers("accuracy")[0];
        assertThat(field.points()).hasSize(4);
        assertThat(field.points().stream().filter(Figure.Point::wrong).count())
                .isEqualTo(Math.round(4 * (1 - accuracy)))
                .isPositive();
        assertThat(field.points())
                .extracting(Figure.Point::x, Figure.Point::y, Figure.Point::target, Figure.Point::test)
                .contains(tuple(0.0, 1.0, 1.0, false), tuple(1.0, 1.0, 0.0, false));
    }

    @Test
    void showsAnEarlierStep() {
        Plotted xor = new Plotted(XOR);
        Surface.Heights then = (Surface.Heights)
                xor.figure(Figure.Field.class, "plot boundary").surface();
        xor.events("train 30");
        Figure.Field again = xor.figure(Figure.Field.class, "plot boundary @ 20");
        assertThat(Arrays.equals(((Surface.Heights) again.surface()).values(), then.values()))
                .isTrue();
        assertThat(again.caption().title()).endsWith("after 20 updates");
        Figure.Field now = xor.figure(Figure.Field.class, "plot boundary");
        assertThat(Arrays.equals(((Surface.Heights) now.surface()).values(), then.values()))
                .isFalse();
    }

    @Test
    void takesItsRanges() {
        Plotted xor = new Plotted(XOR);
        Figure.Field field = xor.figure(Figure.Field.class, "plot boundary over x2, x1 from -3 to 0.5, 2 * 0 to 2");
        assertThat(field.x()).isEqualTo(Axis.linear("x2", -3, 0.5));
        assertThat(field.y()).isEqualTo(Axis.linear("x1", 0, 2));
        assertThat(field.points()).hasSize(2);
        assertThat(field.caption().notes()).contains("2 samples lie outside the picture");
        double x = middle(field.x(), 3, 200);
        double y = middle(field.y(), 100, 200);
        assertThat(((Surface.Heights) field.surface()).values()[100 * 200 + 3])
                .isCloseTo(xor.shown("predict [" + y + ", " + x + "]")[0], within());
    }

    @Test
    void classesAreRegionsInTheUnitsOfTheFile() {
        for (String scale : List.of("none", "standard", "minmax")) {
            Plotted flowers = flowers(scale);
            Figure.Field field = flowers.figure(Figure.Field.class, "plot boundary over x1, x3");
            assertThat(field.x().label()).isEqualTo("length (x1)");
            assertThat(field.y().label()).isEqualTo("height (x3)");
            assertThat(field.points()).hasSize(10);
            assertThat(field.points().stream().filter(Figure.Point::test).count())
                    .isEqualTo(3);
            assertThat(field.points())
                    .extracting(Figure.Point::x)
                    .contains(5.1, 4.7, 6.2, 5.6, 4.9, 6.6, 5.3, 4.4, 6.9, 5.5);
            assertThat(field.points()).extracting(Figure.Point::y).contains(100.0, 300.0, 200.0, 150.0, 310.0, 90.0);
            Surface.Regions regions = (Surface.Regions) field.surface();
            assertThat(regions.classes()).containsExactly("rose", "daisy", "tulip");
            double held = Double.parseDouble(field.caption().notes().getFirst().replaceAll(".* = ", ""));
            assertThat(FLOWERS).contains("," + held + ",");
            assertThat(field.caption().notes().getFirst()).startsWith("held at the values of sample 2: width (x2) = ");
            for (int cell : new int[] {0, 12_345, 25_000, 39_999}) {
                double x = middle(field.x(), cell % 200, 200);
                double y = middle(field.y(), cell / 200, 200);
                double[] out = flowers.shown("predict [" + x + ", " + held + ", " + y + "] raw");
                int best = IntStream.range(0, 3).reduce(0, (a, b) -> out[b] > out[a] ? b : a);
                assertThat(regions.strongest()[cell]).isEqualTo(best);
                assertThat(regions.certainty()[cell]).isCloseTo(out[best], within());
            }
            double wrong = 7 * (1 - flowers.numbers("accuracy")[0]) + 3 * (1 - flowers.numbers("accuracy(test)")[0]);
            assertThat(field.points().stream().filter(Figure.Point::wrong).count())
                    .isEqualTo(Math.round(wrong));
        }
    }

    @Test
    void oneOutputOfSeveral() {
        Plotted flowers = flowers("standard");
        Figure.Field field = flowers.figure(Figure.Field.class, "plot boundary(y3) over x1, x2");
        assertThat(field.caption().title()).startsWith("output y3 over x1 and x2");
        Surface.Heights heights = (Surface.Heights) field.surface();
        Figure.Field all = flowers.figure(Figure.Field.class, "plot boundary over x1, x2");
        Surface.Regions regions = (Surface.Regions) all.surface();
        for (int cell = 0; cell < 40_000; cell++) {
            if (regions.strongest()[cell] == 2) {
                assertThat(heights.values()[cell]).isEqualTo(regions.certainty()[cell]);
            }
        }
        assertThat(field.points()).extracting(Figure.Point::target).containsOnly(0.0, 1.0);
        assertThat(field.points()).extracting(Figure.Point::kind).containsOnly(-1);
    }

    @Test
    void answersThatAreNoClassesShowTheFirst() {
        Plotted book = new Plotted(
                "input x[2]; layer h[2] sigmoid; layer y[2] sigmoid\n" + "input = [0.05, 0.10]; target = [0.01, 0.99]");
        Figure.Field field = book.figure(Figure.Field.class, "plot boundary");
        assertThat(field.caption().title()).isEqualTo("output y1 over x1 and x2 before training");
        assertThat(field.caption().notes()).contains("`plot boundary(y2)` shows output y2");
        assertThat(List.of(field.x().from(), field.x().to())).containsExactly(-0.95, 1.05);
        assertThat(field.points()).hasSize(1);
        assertThat(field.points().getFirst().target()).isEqualTo(0.01);
        assertThat(field.points().getFirst().wrong()).isFalse();
    }

    @Test
    void sharesOfOutputsThatDontAddUpToOne() {
        Plotted net = new Plotted("input x[2]; layer y[2] sigmoid; weights y = [1, 0; 0, 1]; bias y = none\n"
                + "data = [0, 1 -> 0, 1; 1, 0 -> 1, 0]");
        Figure.Field field = net.figure(Figure.Field.class, "plot boundary");
        Surface.Regions regions = (Surface.Regions) field.surface();
        assertThat(regions.classes()).containsExactly("y1", "y2");
        double[] out = net.shown("predict [" + middle(field.x(), 150, 200) + ", " + middle(field.y(), 20, 200) + "]");
        assertThat(regions.strongest()[20 * 200 + 150]).isZero();
        assertThat(regions.certainty()[20 * 200 + 150]).isCloseTo(out[0] / (out[0] + out[1]), within());
        assertThat(field.points()).extracting(Figure.Point::kind).containsExactly(1, 0);
    }

    @Test
    void whereTheOutputHasNoValueThereIsAGap() {
        Plotted net = new Plotted("activation log10(z) = ln(z) / ln(10)\n"
                + "input x[2]; layer y[1] log10; weights y = [1, 0]; bias y = none");
        Figure.Field field = net.figure(Figure.Field.class, "plot boundary");
        double[] values = ((Surface.Heights) field.surface()).values();
        assertThat(values[99]).isNaN();
        assertThat(values[100]).isCloseTo(Math.log10(0.005), within());
        assertThat(field.caption().notes()).contains("the output is not finite in 50 % of the plane");
        assertThat(field.points()).isEmpty();
    }

    @Test
    void heightsWithoutBoundsHaveRoundContours() {
        Plotted net = new Plotted("input x[2]; layer y[1] linear; weights y = [1, 1]; bias y = none\n"
                + "data = [0, 0 -> 0; 1, 1 -> 2; 0, 1 -> 0.5]");
        Surface.Heights heights = (Surface.Heights)
                net.figure(Figure.Field.class, "plot boundary").surface();
        assertThat(heights.levels()).containsExactly(-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2);
        assertThat(net.figure(Figure.Field.class, "plot boundary").points())
                .extracting(Figure.Point::wrong)
                .containsOnly(false);
    }

    @Test
    void targetsOfMinusOneAndOneHaveTheirBoundaryAtZero() {
        Plotted net = new Plotted("input x[2]; layer y[1] tanh; weights y = [1, 0]; bias y = none\n"
                + "data = [0.2, 0 -> 1; -0.3, 1 -> -1; 0.4, 1 -> -1]");
        Figure.Field field = net.figure(Figure.Field.class, "plot boundary");
        assertThat(((Surface.Heights) field.surface()).levels()).containsExactly(0);
        assertThat(field.points()).extracting(Figure.Point::wrong).containsExactly(false, false, true);
        assertThat(net.numbers("accuracy")[0]).isEqualTo(2.0 / 3);
    }

    @Test
    void aLargeNetworkHasFewerCells() {
        Plotted net = new Plotted("input x[300]; layer h[200] relu; layer y[1] sigmoid; data = [" + "0, ".repeat(299)
                + "0 -> 1; " + "1, ".repeat(299) + "1 -> 0]");
        Figure.Field field = net.figure(Figure.Field.class, "plot boundary over x1, x300");
        assertThat(field.surface().rows()).isBetween(40, 120);
        assertThat(field.caption().notes().getFirst()).endsWith("x7 = 0 and 292 more");
    }
}
