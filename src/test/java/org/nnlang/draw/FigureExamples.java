package org.nnlang.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.picture.Figure.Caption;
import org.nnlang.picture.Figure.Curve;
import org.nnlang.picture.Figure.Mark;
import org.nnlang.picture.Figure.Matrix;
import org.nnlang.picture.Figure.Point;
import org.nnlang.picture.Figure.Surface;

/** Figures of every kind: usual ones, and such as are hard to draw. */
final class FigureExamples {
    private static final String LONG = "a name that has sixty characters and is longer than any box ";

    private FigureExamples() {}

    /** Those whose pictures are kept, by their names. */
    static Map<String, Figure> usual() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("loss", loss());
        figures.put("loss-log", lossLog());
        figures.put("weights-over-updates", weights());
        figures.put("sigmoid", sigmoid());
        figures.put("one-point", onePoint());
        figures.put("gaps", gaps());
        figures.put("data", data(3, 60));
        figures.put("data-target", dataTarget());
        figures.put("boundary", boundary(24));
        figures.put("regions", regions(3, 24));
        figures.put("error-surface", surface(24));
        figures.put("bars", bars(8, "w"));
        figures.put("bars-turned", bars(14, "weight "));
        figures.put("histogram", histogram());
        figures.put("matrix", matrix(3, 4));
        figures.put("confusion", confusion());
        figures.put("small-matrices", smallMatrices(12, 8));
        figures.put("animation", animation());
        return figures;
    }

    /** Extremes of size, number and names. */
    static Map<String, Figure> awkward() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("twelve-curves", curves(12, "curve "));
        figures.put("thirty-curves", curves(30, "c"));
        figures.put("long-names", curves(5, LONG));
        figures.put("cjk-names", curves(4, "学習率の損失関数 "));
        figures.put("crossing", crossing());
        figures.put("huge", range(1e300, -1e300));
        figures.put("tiny", range(1e-300, 2e-300));
        figures.put("wide-log", logRange());
        figures.put("nearly-flat", range(1, 1 + 1e-12));
        figures.put("all-nan", allNan());
        figures.put("many-marks", manyMarks());
        figures.put("rug", rug());
        figures.put("thirty-classes", data(30, 90));
        figures.put("many-points", data(3, 1500));
        figures.put("regions-thirty", regions(30, 30));
        figures.put("regions-no-points", regionsAlone());
        figures.put("field-nan", fieldWithoutValues());
        figures.put("one-bar", bars(1, "w"));
        figures.put("five-hundred-bars", bars(500, "w"));
        figures.put("long-bar-names", bars(5, LONG));
        figures.put("long-bar-names-turned", bars(20, LONG));
        figures.put("huge-bars", hugeBars());
        figures.put("matrix-one", matrix(1, 1));
        figures.put("matrix-row", matrix(1, 40));
        figures.put("matrix-column", matrix(40, 1));
        figures.put("matrix-64", matrix(64, 64));
        figures.put("matrix-10", matrix(10, 10));
        figures.put("matrix-names", matrixNames());
        figures.put("matrices-two", smallMatrices(2, 3));
        figures.put("matrices-128", smallMatrices(128, 8));
        figures.put("animated-field", animatedField());
        return figures;
    }

    private static Caption caption(String title, String... notes) {
        return new Caption(title, List.of(notes));
    }

    private static Curve curve(String name, int count, double from, double to, DoubleUnaryOperator f) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = count == 1 ? from : from + (to - from) * (i / (count - 1.0));
            y[i] = f.applyAsDouble(x[i]);
        }
        return new Curve(name, x, y, false);
    }

    private static Figure loss() {
        Curve train = curve("loss", 101, 0, 10000, n -> 0.02 + 0.28 / (1 + n / 900));
        Curve test = curve("loss(test)", 101, 0, 10000, n -> 0.05 + 0.27 / (1 + n / 800) + n * 4e-6);
        return new Figure.Lines(
                caption("loss and loss(test) over 10,000 updates"),
                Axis.linear("updates", 0, 10000),
                Axis.linear("loss", 0, 0.34),
                List.of(train, test),
                List.of(new Mark(0, "train"), new Mark(6000, "train, rate 0.1")),
                List.of());
    }

    private static Figure lossLog() {
        Curve train = curve("loss", 101, 0, 10000, n -> 0.3 / (1 + n * n / 3000));
        return new Figure.Lines(
                caption("loss over 10,000 updates"),
                Axis.linear("updates", 0, 10000),
                new Axis("loss", 8e-6, 0.4, true),
                List.of(train),
                List.of(),
                List.of());
    }

    private static Figure weights() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            int w = i;
            curves.add(curve("w" + i, 61, 0, 600, n -> (w % 3 - 1) * n / (n + 150) + 0.1 * w));
        }
        return new Figure.Lines(
                caption("w1 to w6 over 600 updates"),
                Axis.linear("updates", 0, 600),
                Axis.linear("weights", -0.7, 1.5),
                curves,
                List.of(),
                List.of());
    }

    private static Figure sigmoid() {
        Curve f = curve("sigmoid(z)", 121, -6, 6, z -> 1 / (1 + StrictMath.exp(-z)));
        Curve slope = curve("sigmoid′(z)", 121, -6, 6, z -> {
            double out = 1 / (1 + StrictMath.exp(-z));
            return out * (1 - out);
        });
        return new Figure.Lines(
                caption(
                        "sigmoid and its derivative",
                        "The ticks at the axis are the nets of layer h for the sample that was shown last."),
                Axis.linear("z", -6, 6),
                Axis.linear("", 0, 1),
                List.of(f, new Curve(slope.name(), slope.x(), slope.y(), true)),
                List.of(),
                List.of(new Mark(-1.2, "h1"), new Mark(0.377, "h2"), new Mark(0.41, "h3"), new Mark(2.5, "h4")));
    }

    private static Figure onePoint() {
        return new Figure.Lines(
                caption("loss after 0 updates"),
                Axis.linear("updates", 0, 1),
                Axis.linear("loss", 0, 0.5),
                List.of(curve("loss", 1, 0, 0, _ -> 0.298371109)),
                List.of(),
                List.of());
    }

    private static Figure gaps() {
        return new Figure.Lines(
                caption("loss over 20 updates", "3 values are not finite: the curve has gaps there."),
                Axis.linear("updates", 0, 20),
                Axis.linear("loss", 0, 400),
                List.of(curve("loss", 21, 0, 20, n -> n == 5 || n == 12 || n == 14 ? Double.NaN : n * n)),
                List.of(),
                List.of());
    }

    private static Figure curves(int count, String name) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int c = i;
            curves.add(curve(name + (i + 1), 500, 0, 5000, n -> StrictMath.sin(n / 900 + c * 0.37) + c * 0.15));
        }
        return new Figure.Lines(
                caption(name + "1 to " + count
                        + " over 5,000 updates: a title that is so long that it needs two lines"),
                Axis.linear("updates", 0, 5000),
                Axis.linear(name, -1.2, 1.2 + count * 0.15),
                curves,
                List.of(),
                List.of());
    }

    private static Figure crossing() {
        List<Curve> curves = new ArrayList<>();
        for (String name : List.of("потери", "потери(тест)", "точность", "σ(z)₁", "mse & <b>")) {
            curves.add(curve(name, 50, 1, 100, n -> 0.5 / n));
        }
        return new Figure.Lines(
                caption("Пять кривых, что кончаются в одной точке"),
                Axis.linear("обновления", 0, 100),
                Axis.linear("значения", 0, 0.5),
                curves,
                List.of(),
                List.of());
    }

    private static Figure range(double a, double b) {
        return new Figure.Lines(
                caption("from " + a + " to " + b),
                Axis.linear("updates", 0, 2),
                Axis.linear("q", Math.min(a, b) / 2, Math.max(a, b) / 2),
                List.of(curve("q", 3, 0, 2, n -> a / 2 + n * (b / 4 - a / 4))),
                List.of(),
                List.of());
    }

    private static Figure logRange() {
        return new Figure.Lines(
                caption("from 1e-300 to 1e300"),
                new Axis("updates", 1, 1_000_000, true),
                new Axis("loss", 1e-300, 1e300, true),
                List.of(curve("loss", 100, 1, 1_000_000, n -> StrictMath.pow(10, 300 - n / 2000))),
                List.of(new Mark(1000, "train")),
                List.of());
    }

    private static Figure allNan() {
        return new Figure.Lines(
                caption("loss over 10 updates", "No value is finite."),
                Axis.linear("updates", 0, 10),
                Axis.linear("loss", 0, 1),
                List.of(curve("loss", 11, 0, 10, _ -> Double.NaN), curve("w1", 11, 0, 10, _ -> Double.NaN)),
                List.of(),
                List.of());
    }

    private static Figure manyMarks() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            marks.add(new Mark(i * 25, "train " + (i + 1)));
        }
        return new Figure.Lines(
                caption("loss over 1,000 updates in 40 trainings"),
                Axis.linear("updates", 0, 1000),
                Axis.linear("loss", 0, 1),
                List.of(curve("loss", 101, 0, 1000, n -> 1 / (1 + n / 50))),
                marks,
                List.of());
    }

    private static Figure rug() {
        List<Mark> ticks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ticks.add(new Mark(StrictMath.sin(i * 1.7) * 5.9, "neuron" + i));
        }
        Figure.Lines sigmoid = (Figure.Lines) sigmoid();
        return new Figure.Lines(sigmoid.caption(), sigmoid.x(), sigmoid.y(), sigmoid.curves(), List.of(), ticks);
    }

    private static List<Point> points(int classes, int count) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = i % classes;
            double angle = 2 * Math.PI * kind / classes;
            double x = 5 + 2.4 * StrictMath.cos(angle) + StrictMath.sin(i * 12.9898) * 1.3;
            double y = 3 + 1.3 * StrictMath.sin(angle) + StrictMath.sin(i * 78.233) * 0.8;
            points.add(new Point(x, y, kind, kind, i % 5 == 0, i % 17 == 3));
        }
        return points;
    }

    private static List<String> classes(int count) {
        List<String> iris = List.of("setosa", "versicolor", "virginica");
        return count <= 3
                ? iris.subList(0, count)
                : IntStream.rangeClosed(1, count).mapToObj(i -> "class " + i).toList();
    }

    private static Figure data(int classes, int count) {
        return new Figure.Points(
                caption("the samples of iris.csv", "Hollow points are test samples, which training doesn't see."),
                Axis.linear("sepal length (cm)", 1, 9),
                Axis.linear("sepal width (cm)", 0, 6),
                classes(classes),
                null,
                points(classes, count));
    }

    private static Figure dataTarget() {
        List<Point> points = new ArrayList<>();
        for (Point p : points(3, 60)) {
            points.add(new Point(p.x(), p.y(), -1, p.x() * p.y(), p.test(), false));
        }
        return new Figure.Points(
                caption("the samples"),
                Axis.linear("x1", 1, 9),
                Axis.linear("x2", 0, 6),
                List.of(),
                Axis.linear("target t1", 0, 40),
                points);
    }

    private static double[] grid(int size, Axis x, Axis y, java.util.function.DoubleBinaryOperator f) {
        double[] values = new double[size * size];
        for (int i = 0; i < values.length; i++) {
            double a = x.from() + (x.to() - x.from()) * ((i % size + 0.5) / size);
            double b = y.from() + (y.to() - y.from()) * ((i / size + 0.5) / size);
            values[i] = f.applyAsDouble(a, b);
        }
        return values;
    }

    private static Figure boundary(int size) {
        return boundary(size, 1);
    }

    private static Figure.Field boundary(int size, double steepness) {
        Axis x = Axis.linear("x1", -0.25, 1.25);
        Axis y = Axis.linear("x2", -0.25, 1.25);
        double[] values = grid(size, x, y, (a, b) -> 1 / (1 + StrictMath.exp(steepness * (4 - 16 * Math.abs(a - b)))));
        List<Point> points = List.of(
                new Point(0, 0, -1, 0, false, false),
                new Point(0, 1, -1, 1, false, false),
                new Point(1, 0, -1, 1, true, false),
                new Point(1, 1, -1, 0, false, true));
        return new Figure.Field(
                caption("output y1 after 400 updates", "The line is where y1 is 0.5. The point in a ring is wrong."),
                x,
                y,
                new Surface.Heights(Axis.linear("y1", 0, 1), values, size, size, new double[] {0.5}),
                points,
                null);
    }

    private static Figure regions(int classes, int size) {
        Axis x = Axis.linear("sepal length (cm)", 1, 9);
        Axis y = Axis.linear("sepal width (cm)", 0, 6);
        int[] strongest = new int[size * size];
        double[] certainty = new double[size * size];
        for (int i = 0; i < strongest.length; i++) {
            double a = -3.99 + 8 * ((i % size + 0.5) / size);
            double b = -2.99 + 6 * ((i / size + 0.5) / size);
            double turn = (StrictMath.atan2(b, a) / (2 * Math.PI) + 1 + 0.5 / classes) % 1 * classes;
            strongest[i] = (int) turn;
            certainty[i] = 1 - 1.3 * Math.abs(turn - (int) turn - 0.5);
        }
        return new Figure.Field(
                caption("the strongest output after 2,000 updates", "Stronger colours are more certain."),
                x,
                y,
                new Surface.Regions(classes(classes), strongest, certainty, size, size),
                points(classes, Math.max(60, classes)),
                null);
    }

    private static Figure regionsAlone() {
        Figure.Field field = (Figure.Field) regions(10, 40);
        return new Figure.Field(field.caption(), field.x(), field.y(), field.surface(), List.of(), null);
    }

    private static Figure surface(int size) {
        Axis x = Axis.linear("w5", -2, 3);
        Axis y = Axis.linear("w6", -2, 2);
        double[] values =
                grid(size, x, y, (a, b) -> 0.05 + 0.1 * (a - 1) * (a - 1) + 0.3 * (b - a * a / 5) * (b - a * a / 5));
        double[] pathX = new double[60];
        double[] pathY = new double[60];
        for (int i = 0; i < 60; i++) {
            double t = i / 59.0;
            pathX[i] = -1.5 + 2.4 * (1 - (1 - t) * (1 - t));
            pathY[i] = 1.6 - 1.5 * StrictMath.sin(t * 1.57);
        }
        return new Figure.Field(
                caption(
                        "error over w5 and w6 after 1,000 updates",
                        "All other parameters are as after 1,000 updates; the path is projected onto this plane."),
                x,
                y,
                new Surface.Heights(
                        new Axis("error", 0.05, 4, true), values, size, size, new double[] {0.1, 0.2, 0.5, 1, 2}),
                List.of(),
                new Figure.Path("path of training", pathX, pathY));
    }

    private static Figure fieldWithoutValues() {
        double[] values = new double[900];
        Arrays.fill(values, Double.NaN);
        return new Figure.Field(
                caption("output y1"),
                Axis.linear("x1", 0, 1),
                Axis.linear("", 0, 1),
                new Surface.Heights(
                        Axis.linear("the output of the only neuron in the last layer", 0, 1),
                        values,
                        30,
                        30,
                        new double[] {0.5}),
                List.of(),
                null);
    }

    private static Figure bars(int count, String name) {
        List<String> names = new ArrayList<>();
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            names.add(name + (i + 1));
            values[i] = StrictMath.sin(i * 1.3 + 1) * (count > 10 ? 1 : 0.8);
        }
        return new Figure.Bars(
                caption("the weights of layer h after 100 updates"),
                Axis.linear("", 0, 1),
                Axis.linear("weights(h)", -1, 1),
                names,
                new double[0],
                values);
    }

    private static Figure hugeBars() {
        return new Figure.Bars(
                caption("values of all sizes"),
                Axis.linear("", 0, 1),
                Axis.linear("q", -8e300, 9e307 / 2),
                List.of("a", "b", "c", "d"),
                new double[0],
                new double[] {1e307, Double.NaN, -1e300, 4e307});
    }

    private static Figure histogram() {
        double[] edges = new double[21];
        double[] values = new double[20];
        for (int i = 0; i <= 20; i++) {
            edges[i] = -2 + 0.2 * i;
        }
        for (int i = 0; i < 20; i++) {
            double middle = edges[i] + 0.1;
            values[i] = Math.rint(60 * StrictMath.exp(-middle * middle * 2));
        }
        return new Figure.Bars(
                caption("histogram of 482 weights after 100 updates"),
                Axis.linear("weights", -2, 2),
                Axis.linear("number of weights", 0, 60),
                List.of(),
                edges,
                values);
    }

    private static Matrix matrix(String name, int rows, int columns, int seed) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            double row = i / columns;
            double column = i % columns;
            values[i] = StrictMath.sin(row * 0.9 + seed) * StrictMath.cos(column * 0.7 + seed * 0.4);
        }
        return new Matrix(name, values, rows, columns, List.of(), List.of());
    }

    private static List<String> names(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> name + i).toList();
    }

    private static Figure matrix(int rows, int columns) {
        Matrix matrix = matrix("", rows, columns, 1);
        return new Figure.Matrices(
                caption("the weights of layer h after 100 updates"),
                Axis.linear("weight", -1, 1),
                true,
                List.of(new Matrix(
                        "",
                        matrix.values(),
                        rows,
                        columns,
                        names("h", rows),
                        names(rows == 1 ? "input" : "x", columns))));
    }

    private static Figure confusion() {
        List<String> classes = classes(3);
        return new Figure.Matrices(
                caption(
                        "confusion of the 150 samples",
                        "A row is the class of a sample, a column what the network takes it for."),
                Axis.linear("samples", 0, 50),
                false,
                List.of(new Matrix("", new double[] {50, 0, 0, 0, 47, 3, 0, 1, 49}, 3, 3, classes, classes)));
    }

    private static Figure matrixNames() {
        List<String> names = names(LONG, 10);
        return new Figure.Matrices(
                caption("confusion"),
                Axis.linear("samples", 0, 1e6),
                false,
                List.of(new Matrix(
                        "",
                        grid(10, Axis.linear("", 0, 1), Axis.linear("", 0, 1), (a, b) -> Math.rint(a * b * 1e6)),
                        10,
                        10,
                        names,
                        names)));
    }

    private static Figure smallMatrices(int count, int size) {
        List<Matrix> matrices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            matrices.add(matrix("h" + (i + 1), size, size, i));
        }
        return new Figure.Matrices(
                caption("weights(h) as " + size + " by " + size + " after 300 updates"),
                Axis.linear("weight", -1, 1),
                true,
                matrices);
    }

    private static Figure animation() {
        List<Figure> frames = new ArrayList<>();
        long[] steps = new long[5];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = 100L * i;
            Figure.Bars bars = (Figure.Bars) bars(6, "w");
            double[] values = bars.values().clone();
            for (int v = 0; v < values.length; v++) {
                values[v] *= (i + 1) / 5.0;
            }
            frames.add(new Figure.Bars(bars.caption(), bars.x(), bars.y(), bars.names(), bars.edges(), values));
        }
        return new Figure.Animation(caption("the weights of layer h over 400 updates"), frames, steps);
    }

    private static Figure animatedField() {
        List<Figure> frames = new ArrayList<>();
        long[] steps = new long[60];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = 1000L * i;
            frames.add(boundary(60, i / 40.0));
        }
        return new Figure.Animation(caption("output y1 over 59,000 updates"), frames, steps);
    }
}
