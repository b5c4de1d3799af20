package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Thousands;

/** Says in sentences what a figure shows, for those who can't see it. */
final class AltText {
    private static final int DIGITS = 4;

    /** Of more curves, bars or classes, only the first are described. */
    private static final int MOST = 12;

    private AltText() {}

    static String of(Figure.Lines figure) {
        int count = figure.curves().size();
        List<String> sentences = new ArrayList<>();
        sentences.add((count == 1 ? "A curve" : count + " curves") + " over " + range(figure.x()) + "; upwards "
                + range(figure.y()) + ".");
        for (Figure.Curve curve : figure.curves().subList(0, Math.min(count, MOST))) {
            sentences.add(curve(curve));
        }
        sentences.add(left(count, "curves"));
        return joined(sentences);
    }

    private static String curve(Figure.Curve curve) {
        Extremes all = new Extremes(curve.y());
        if (all.known == 0) {
            return curve.name() + " has no values.";
        }
        String text = curve.name() + " is " + number(curve.y()[all.first]) + " at " + number(curve.x()[all.first]);
        if (all.known > 1) {
            text += " and " + number(curve.y()[all.last]) + " at " + number(curve.x()[all.last]) + ", least "
                    + number(curve.y()[all.least]) + " at " + number(curve.x()[all.least]) + ", greatest "
                    + number(curve.y()[all.greatest]) + " at " + number(curve.x()[all.greatest]);
        }
        int gaps = curve.y().length - all.known;
        return text + (gaps == 0 ? "." : "; " + counted(gaps, "point has", "points have") + " no value.");
    }

    static String of(Figure.Points figure) {
        return joined(List.of(
                "Points over " + range(figure.x()) + "; upwards " + range(figure.y()) + ".",
                points(figure.points(), figure.classes())));
    }

    private static String points(List<Figure.Point> points, List<String> classes) {
        if (points.isEmpty()) {
            return "";
        }
        int[] counts = new int[classes.size()];
        int tests = 0;
        int wrong = 0;
        for (Figure.Point point : points) {
            tests += point.test() ? 1 : 0;
            wrong += point.wrong() ? 1 : 0;
            if (point.kind() >= 0 && point.kind() < counts.length) {
                counts[point.kind()]++;
            }
        }
        StringBuilder text = new StringBuilder(counted(points.size(), "sample", "samples"));
        for (int i = 0; i < Math.min(counts.length, MOST); i++) {
            text.append(i == 0 ? ": " : ", ").append(counts[i]).append(" of ").append(classes.get(i));
        }
        text.append(tests == 0 ? "" : "; " + tests + " to test with");
        text.append(wrong == 0 ? "" : "; " + wrong + " taken for another class");
        return text.append('.').toString();
    }

    static String of(Figure.Field figure) {
        List<String> sentences = new ArrayList<>();
        sentences.add("A plane over " + range(figure.x()) + "; upwards " + range(figure.y()) + ".");
        Figure.Surface surface = figure.surface();
        switch (surface) {
            case Figure.Surface.Heights heights -> {
                sentences.add("Colours show " + range(heights.scale()) + ".");
                Extremes all = new Extremes(heights.values());
                if (all.known > 0) {
                    sentences.add("Least " + number(heights.values()[all.least]) + at(figure, all.least)
                            + ", greatest " + number(heights.values()[all.greatest]) + at(figure, all.greatest)
                            + ".");
                }
            }
            case Figure.Surface.Regions regions -> sentences.add(shares(regions));
        }
        List<String> classes =
                surface instanceof Figure.Surface.Regions regions ? regions.classes() : List.<String>of();
        sentences.add(points(figure.points(), classes));
        if (figure.path() != null && figure.path().x().length > 0) {
            double[] x = figure.path().x();
            double[] y = figure.path().y();
            sentences.add(figure.path().name() + " begins at " + place(x[0], y[0]) + " and is now at "
                    + place(x[x.length - 1], y[y.length - 1]) + ".");
        }
        return joined(sentences);
    }

    private static String at(Figure.Field figure, int index) {
        int columns = figure.surface().columns();
        double x = figure.x().middle(index % columns, columns);
        double y = figure.y().middle(index / columns, figure.surface().rows());
        return " near " + place(x, y);
    }

    private static String place(double x, double y) {
        return "(" + NumberLabel.of(x, 3) + ", " + NumberLabel.of(y, 3) + ")";
    }

    private static String shares(Figure.Surface.Regions regions) {
        int[] counts = new int[regions.classes().size()];
        for (int strongest : regions.strongest()) {
            if (strongest >= 0) {
                counts[strongest]++;
            }
        }
        StringBuilder text = new StringBuilder("Of the plane, ");
        for (int i = 0; i < Math.min(counts.length, MOST); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(Math.round(100.0 * counts[i] / regions.strongest().length))
                    .append(" % are ")
                    .append(regions.classes().get(i));
        }
        return text.append('.').toString();
    }

    static String of(Figure.Bars figure) {
        double[] values = figure.values();
        Extremes all = new Extremes(values);
        boolean histogram = figure.names().isEmpty();
        List<String> sentences = new ArrayList<>();
        sentences.add(counted(values.length, "bar", "bars") + ", " + range(figure.y())
                + (histogram ? " over " + range(figure.x()) : "") + ".");
        if (all.known == 0) {
            return joined(sentences);
        }
        for (int i = 0; !histogram && i < Math.min(values.length, MOST); i++) {
            sentences.add(figure.names().get(i) + " " + number(values[i]) + ".");
        }
        if (histogram || values.length > MOST) {
            sentences.add("Least " + number(values[all.least]) + " (" + bar(figure, all.least) + "), greatest "
                    + number(values[all.greatest]) + " (" + bar(figure, all.greatest) + ").");
        }
        return joined(sentences);
    }

    private static String bar(Figure.Bars figure, int index) {
        return figure.names().isEmpty()
                ? number(figure.edges()[index]) + " to " + number(figure.edges()[index + 1])
                : figure.names().get(index);
    }

    static String of(Figure.Matrices figure) {
        List<Figure.Matrix> matrices = figure.matrices();
        List<String> sentences = new ArrayList<>();
        sentences.add(counted(matrices.size(), "matrix", "matrices") + "; colours show " + range(figure.scale()) + ".");
        for (Figure.Matrix matrix : matrices.subList(0, Math.min(matrices.size(), MOST))) {
            sentences.add(matrix(matrix));
        }
        sentences.add(left(matrices.size(), "matrices"));
        return joined(sentences);
    }

    private static String matrix(Figure.Matrix matrix) {
        String text = (matrix.name().isEmpty() ? "" : matrix.name() + ": ") + matrix.rows() + " by " + matrix.columns();
        Extremes all = new Extremes(matrix.values());
        return all.known == 0
                ? text + ", without values."
                : text + ", least " + cell(matrix, all.least) + ", greatest " + cell(matrix, all.greatest) + ".";
    }

    private static String cell(Figure.Matrix matrix, int index) {
        int row = index / matrix.columns();
        int column = index % matrix.columns();
        return number(matrix.values()[index]) + " at row " + named(matrix.rowNames(), row) + ", column "
                + named(matrix.columnNames(), column);
    }

    private static String named(List<String> names, int index) {
        return names.isEmpty() ? Integer.toString(index + 1) : names.get(index);
    }

    private static String range(Axis axis) {
        return (axis.label().isEmpty() ? "values" : axis.label()) + " from " + number(axis.from()) + " to "
                + number(axis.to()) + (axis.log() ? ", logarithmic" : "");
    }

    private static String number(double value) {
        return NumberLabel.of(value, DIGITS);
    }

    private static String counted(int count, String one, String many) {
        return Thousands.of(count) + " " + (count == 1 ? one : many);
    }

    private static String left(int count, String what) {
        return count > MOST ? "And " + Thousands.of(count - MOST) + " more " + what + "." : "";
    }

    private static String joined(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(sentence);
            }
        }
        return text.toString();
    }

    /** Where a row of numbers is first and last known, least and greatest. */
    private static final class Extremes {
        final int known;
        final int first;
        final int last;
        final int least;
        final int greatest;

        Extremes(double[] values) {
            int count = 0;
            int begin = -1;
            int end = -1;
            int low = -1;
            int high = -1;
            for (int i = 0; i < values.length; i++) {
                if (Double.isNaN(values[i])) {
                    continue;
                }
                count++;
                begin = begin < 0 ? i : begin;
                end = i;
                low = low < 0 || values[i] < values[low] ? i : low;
                high = high < 0 || values[i] > values[high] ? i : high;
            }
            known = count;
            first = begin;
            last = end;
            least = low;
            greatest = high;
        }
    }
}
