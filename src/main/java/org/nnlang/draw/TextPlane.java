package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.TextWidth;
import org.nnlang.text.Thousands;

/** A plane with its axes in character cells: curves, points, or a field. */
final class TextPlane {
    /** What stands for curves and classes where there are no colours. */
    private static final String SIGNS = "*+o#%@&$";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** The colour of a path: white, on any colour of a field. */
    private static final int PATH = Rgb.WHITE;

    /** What is left of a class's colour where nothing is certain. */
    private static final double UNCERTAIN = 0.25;

    private static final int WRONG = '×';

    /** A sample that has neither a class nor a target. */
    private static final int PLAIN_SAMPLE = 'o';

    private static final int DIGITS = 4;
    private static final int MOST_ROWS = 24;
    private static final int COLUMNS_OF_A_TICK = 12;
    private static final int ROWS_OF_A_TICK = 4;

    /** How much of a class's name is shown. */
    private static final int LONGEST_NAME = 60;

    private final Axis x;
    private final Axis y;
    private final TextColors palette;
    private final Ticks yTicks;
    private final int width;
    private final int left;
    private final int columns;
    private final int rows;
    private final TextCanvas canvas;
    private final List<String> below = new ArrayList<>();

    TextPlane(Axis x, Axis y, int width, TextColors palette) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.palette = palette;
        rows = Math.clamp(width / 4, 8, MOST_ROWS);
        yTicks = Ticks.of(y, Math.max(2, rows / ROWS_OF_A_TICK));
        left = yTicks.labels().stream().mapToInt(TextWidth::of).max().orElse(0) + 1;
        columns = Math.max(10, width - left - 2);
        canvas = new TextCanvas(left + columns + 2, rows + 2);
    }

    // curves

    String text(Figure.Lines figure) {
        for (Figure.Mark mark : figure.marks()) {
            double at = column(mark.at());
            for (int row = 0; row < rows && at >= 0 && at <= columns; row++) {
                canvas.put(left + 1 + (int) Math.min(at, columns - 1), row, '┊', TextCanvas.PLAIN);
            }
        }
        boolean signs = palette == TextColors.NONE && figure.curves().size() > 1;
        int[] families = figure.families();
        for (int i = 0; i < families.length; i++) {
            Figure.Curve curve = figure.curves().get(i);
            if (signs) {
                signs(curve, SIGNS.charAt(i % SIGNS.length()));
            } else {
                dots(curve, Paint.series(families[i]).rgb(), canvas);
            }
            legend(
                    signs ? SIGNS.substring(i % SIGNS.length(), i % SIGNS.length() + 1) : curve.secondary() ? "╌" : "─",
                    families[i],
                    curve.name());
        }
        frame(figure.counts());
        if (!figure.ticks().isEmpty()) {
            List<String> named = new ArrayList<>();
            for (Figure.Mark tick : figure.ticks()) {
                canvas.put(left + 1 + (int) Math.min(column(tick.at()), columns - 1), rows, '▴', TextCanvas.PLAIN);
                named.add(tick.name() + " at " + NumberLabel.of(tick.at(), DIGITS));
            }
            note("▴ " + String.join(", ", named));
        }
        return finished();
    }

    private void dots(Figure.Curve curve, int color, TextCanvas to) {
        int lastX = 0;
        int lastY = 0;
        boolean drawing = false;
        for (int i = 0; i < curve.x().length; i++) {
            double atX = column(curve.x()[i]);
            double atY = row(curve.y()[i]);
            if (Double.isNaN(atX) || Double.isNaN(atY) || atX < 0 || atX > columns) {
                drawing = false;
                continue;
            }
            int dotX = 2 * (left + 1) + (int) Math.min(2 * atX, 2 * columns - 1);
            int dotY = (int) Math.clamp(Math.round(4 * atY), -4L * rows, 8L * rows);
            if (drawing) {
                inside(lastX, lastY, dotX, dotY, color, curve.secondary(), to);
            } else if (dotY >= 0 && dotY < 4 * rows) {
                to.dot(dotX, dotY, color);
            }
            lastX = dotX;
            lastY = dotY;
            drawing = true;
        }
    }

    /** A line, without what is above or below the plane. */
    private void inside(int x1, int y1, int x2, int y2, int color, boolean dashed, TextCanvas to) {
        int most = 4 * rows - 1;
        if (Math.max(y1, y2) < 0 || Math.min(y1, y2) > most) {
            return;
        }
        int[] start = clipped(x1, y1, x2, y2, most);
        int[] end = clipped(x2, y2, x1, y1, most);
        to.line(start[0], start[1], end[0], end[1], color, dashed);
    }

    private static int[] clipped(int x1, int y1, int x2, int y2, int most) {
        int y = Math.clamp(y1, 0, most);
        int x = y == y1 ? x1 : (int) Math.round(x1 + (double) (x2 - x1) * (y - y1) / (y2 - y1));
        return new int[] {x, y};
    }

    /** A sign in each column that the curve passes. */
    private void signs(Figure.Curve curve, int sign) {
        int last = -1;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < curve.x().length; i++) {
            double atX = column(curve.x()[i]);
            double atY = row(curve.y()[i]);
            for (int column = Math.max(last + 1, 0);
                    column < atX && !Double.isNaN(lastY) && column < columns;
                    column++) {
                sign(column, lastY + (atY - lastY) * (column + 0.5 - lastX) / (atX - lastX), sign);
                last = column;
            }
            if (atX >= 0 && Math.min((int) atX, columns - 1) > last && atX <= columns) {
                last = Math.min((int) atX, columns - 1);
                sign(last, atY, sign);
            }
            lastX = atX;
            lastY = atY;
        }
    }

    private void sign(int column, double row, int sign) {
        if (row >= 0 && row <= rows) {
            canvas.put(left + 1 + column, (int) Math.min(row, rows - 1), sign, TextCanvas.PLAIN);
        }
    }

    // points and fields

    String text(Figure.Points figure) {
        points(figure.points());
        if (figure.target() != null) {
            note(figure.target().label() + ": " + range(figure.target()) + ", as digits 0 to 9");
            digits(figure.points(), figure.target());
        }
        classes(figure.classes(), figure.points());
        frame(false);
        return finished();
    }

    String text(Figure.Field figure) {
        switch (figure.surface()) {
            case Figure.Surface.Heights heights -> heights(heights);
            case Figure.Surface.Regions regions -> regions(regions);
        }
        figure.points().forEach(this::clear);
        points(figure.points());
        List<String> classes =
                figure.surface() instanceof Figure.Surface.Regions regions ? regions.classes() : List.of();
        if (classes.isEmpty() && !figure.points().isEmpty()) {
            Axis scale = ((Figure.Surface.Heights) figure.surface()).scale();
            digits(figure.points(), scale);
            note("samples: their targets from " + range(scale) + ", as digits 0 to 9");
        }
        classes(classes, figure.points());
        if (figure.path() != null) {
            Figure.Path path = figure.path();
            TextCanvas over = new TextCanvas(left + columns + 2, rows + 2);
            dots(new Figure.Curve(path.name(), path.x(), path.y(), false), PATH, over);
            canvas.put(over);
            mark(path, 0, 'S');
            mark(path, path.x().length - 1, 'E');
            note("S ⋯ E: " + path.name());
        }
        frame(false);
        return finished();
    }

    private void mark(Figure.Path path, int i, int letter) {
        place(path.x()[i], path.y()[i], letter, TextCanvas.PLAIN);
    }

    private void heights(Figure.Surface.Heights heights) {
        Axis scale = heights.scale();
        Shades shades = new Shades(scale, false);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (palette == TextColors.NONE) {
                    double value = heights.values()[cell(heights, column, 2 * row + 1)];
                    canvas.put(left + 1 + column, row, shades.of(value), TextCanvas.PLAIN);
                } else {
                    halves(
                            column,
                            row,
                            color(scale, heights.values()[cell(heights, column, 2 * row)]),
                            color(scale, heights.values()[cell(heights, column, 2 * row + 1)]));
                }
            }
        }
        note(palette == TextColors.NONE ? shades.legend() : scale.label() + ": " + range(scale) + ", dark to light");
    }

    private static int color(Axis scale, double value) {
        return Double.isNaN(value) ? TextCanvas.PLAIN : ColorScale.VIRIDIS.rgb(AxisScale.share(scale, value));
    }

    private void halves(int column, int row, int upper, int lower) {
        if (upper >= 0) {
            canvas.put(left + 1 + column, row, '▀', upper);
            canvas.fill(left + 1 + column, row, lower);
        }
    }

    private void regions(Figure.Surface.Regions regions) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int upper = cell(regions, column, 2 * row);
                int lower = cell(regions, column, 2 * row + 1);
                if (palette != TextColors.NONE) {
                    halves(column, row, color(regions, upper), color(regions, lower));
                } else if (regions.strongest()[lower] >= 0 && (row + column) % 2 == 0) {
                    canvas.put(
                            left + 1 + column,
                            row,
                            Character.toLowerCase(letter(regions.strongest()[lower])),
                            TextCanvas.PLAIN);
                }
            }
        }
    }

    private static int color(Figure.Surface.Regions regions, int cell) {
        int kind = regions.strongest()[cell];
        double opacity = UNCERTAIN + (1 - UNCERTAIN) * Math.clamp(regions.certainty()[cell], 0, 1);
        return kind < 0 ? TextCanvas.PLAIN : Rgb.mix(Rgb.WHITE, Paint.region(kind), opacity);
    }

    /** The index of the value at a column and half a row from the top. */
    private int cell(Figure.Surface surface, int column, int halfRow) {
        int j = (int) ((column + 0.5) / columns * surface.columns());
        int i = (int) ((1 - (halfRow + 0.5) / (2 * rows)) * surface.rows());
        return Math.min(i, surface.rows() - 1) * surface.columns() + Math.min(j, surface.columns() - 1);
    }

    private void points(List<Figure.Point> points) {
        for (Figure.Point point : points) {
            int letter = point.kind() < 0 ? PLAIN_SAMPLE : letter(point.kind());
            int shown = point.wrong() ? WRONG : point.test() ? Character.toLowerCase(letter) : letter;
            place(point.x(), point.y(), shown, TextCanvas.PLAIN);
        }
    }

    private void digits(List<Figure.Point> points, Axis target) {
        for (Figure.Point point : points) {
            int digit = Math.clamp(Math.round(9 * AxisScale.share(target, point.target())), 0, 9);
            int shown = Double.isNaN(point.target()) ? PLAIN_SAMPLE : '0' + digit;
            place(point.x(), point.y(), point.wrong() ? WRONG : shown, TextCanvas.PLAIN);
        }
    }

    /** Clears the cells beside a sample in a field of letters or shades, so that it stands out. */
    private void clear(Figure.Point point) {
        if (palette == TextColors.NONE) {
            for (int side = -1; side <= 1; side += 2) {
                int column = left + 1 + Math.clamp((long) column(point.x()), 0, columns - 1) + side;
                int row = Math.clamp((long) row(point.y()), 0, rows - 1);
                canvas.put(column, row, ' ', TextCanvas.PLAIN);
            }
        }
    }

    private void place(double atX, double atY, int character, int color) {
        double column = column(atX);
        double row = row(atY);
        if (column >= 0 && column <= columns && row >= 0 && row <= rows) {
            int at = left + 1 + (int) Math.min(column, columns - 1);
            canvas.put(at, (int) Math.min(row, rows - 1), character, color);
            canvas.fill(at, (int) Math.min(row, rows - 1), TextCanvas.PLAIN);
        }
    }

    private void classes(List<String> classes, List<Figure.Point> points) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            names.add(Character.toString(letter(i)) + " " + TextPicture.shortened(classes.get(i), LONGEST_NAME));
        }
        if (!names.isEmpty()) {
            boolean test = points.stream().anyMatch(Figure.Point::test);
            note(String.join("   ", names) + (test ? "   (small letters: test samples)" : ""));
        }
        long wrong = points.stream().filter(Figure.Point::wrong).count();
        if (wrong > 0) {
            note("× taken for another class: " + Thousands.of(wrong));
        }
    }

    private static int letter(int kind) {
        return LETTERS.charAt(kind % LETTERS.length());
    }

    private static String range(Axis axis) {
        return NumberLabel.of(axis.from(), DIGITS) + " to " + NumberLabel.of(axis.to(), DIGITS);
    }

    // the frame

    private double column(double value) {
        return AxisScale.share(x, value) * columns;
    }

    /** The row from the top, a whole number at a cell's upper edge. */
    private double row(double value) {
        return (1 - AxisScale.share(y, value)) * rows;
    }

    private void legend(String sign, int family, String name) {
        below.add(palette.change(Paint.series(family).rgb(), TextCanvas.PLAIN) + sign
                + palette.change(TextCanvas.PLAIN, TextCanvas.PLAIN) + " " + TextPicture.shortened(name, width - 2)
                + "\n");
    }

    private void note(String text) {
        below.add(TextPicture.wrapped(text, width));
    }

    /** @param counts whether the x axis counts something */
    private void frame(boolean counts) {
        for (int row = 0; row < rows; row++) {
            canvas.put(left, row, '│', TextCanvas.PLAIN);
        }
        canvas.put(left, rows, '└', TextCanvas.PLAIN);
        for (int column = 0; column < columns; column++) {
            canvas.put(left + 1 + column, rows, '─', TextCanvas.PLAIN);
        }
        for (int i = 0; i < yTicks.at().length; i++) {
            int row = Math.clamp((long) row(yTicks.at()[i]), 0, rows - 1);
            String label = yTicks.labels().get(i);
            canvas.put(left, row, '┤', TextCanvas.PLAIN);
            canvas.text(left - 1 - TextWidth.of(label), row, label, TextCanvas.PLAIN);
        }
        int free = 0;
        Ticks xTicks = Ticks.of(x, Math.max(2, columns / COLUMNS_OF_A_TICK), counts);
        for (int i = 0; i < xTicks.at().length; i++) {
            int column = left + 1 + Math.clamp((long) column(xTicks.at()[i]), 0, columns - 1);
            String label = xTicks.labels().get(i);
            canvas.put(column, rows, '┬', TextCanvas.PLAIN);
            int width = TextWidth.of(label);
            int start = Math.clamp(column - width / 2, 0, left + columns + 2 - width);
            if (start >= free) {
                canvas.text(start, rows + 1, label, TextCanvas.PLAIN);
                free = start + width + 1;
            }
        }
    }

    private String finished() {
        StringBuilder text =
                new StringBuilder(y.label().isEmpty() ? "" : TextPicture.shortened(y.label(), width) + "\n");
        text.append(canvas.text(palette));
        if (!x.label().isEmpty()) {
            String label = TextPicture.shortened(x.label(), width);
            int margin = Math.clamp(left + 1 + (columns - TextWidth.of(label)) / 2, 0, width - TextWidth.of(label));
            text.append(" ".repeat(margin)).append(label).append('\n');
        }
        below.forEach(text::append);
        return text.toString();
    }
}
