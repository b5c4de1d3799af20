package org.nnlang.draw;

import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.picture.RoundNumbers;

/** A matrix with the names of its rows and columns; with numbers in its cells, or else a bar that explains the colours. */
final class SingleMatrix implements MatricesDrawing.Content {
    private static final double MARGIN = Plane.MARGIN;
    private static final double SIZE = SvgPicture.SMALL_SIZE;
    private static final double LINE = 14;
    private static final double LONGEST_NAME = 130;
    private static final double GAP = 6;
    private static final double WIDEST_CELL = 62;
    private static final double WIDEST_NAMED_CELL = 110;
    private static final double HIGHEST_CELL = 32;

    /** Cells without numbers are squares, but not smaller than this if there is room. */
    private static final double LEAST_CELL = 18;

    private static final double MOST_HEIGHT = 400;
    private static final double LEAST_BAR = 70;

    private final Figure.Matrix matrix;
    private final MatrixGrid grid;
    private final ColorBar bar;
    private final double left;
    private final double cellWidth;
    private final double cellHeight;

    SingleMatrix(Figure.Matrices figure) {
        matrix = figure.matrices().getFirst();
        grid = new MatrixGrid(matrix, figure.scale(), ColorScale.of(figure));
        double names = Math.min(LONGEST_NAME, Plane.widest(matrix.rowNames(), SIZE));
        left = MARGIN + (names > 0 ? names + GAP : 0);
        double room = Plane.WIDTH - MARGIN - left;
        double widest = Math.clamp(Plane.widest(matrix.columnNames(), SIZE) + GAP, WIDEST_CELL, WIDEST_NAMED_CELL);
        double width = Math.min(widest, room / matrix.columns());
        double height = Math.min(HIGHEST_CELL, MOST_HEIGHT / matrix.rows());
        if (!grid.numbers(box(0, width, height)).isEmpty()) {
            bar = null;
            cellWidth = width;
            cellHeight = height;
            return;
        }
        double barHeight = Math.max(LEAST_BAR, Math.min(MOST_HEIGHT, LEAST_CELL * matrix.rows()));
        bar = new ColorBar(figure.scale(), grid.colors(), barHeight);
        width = Math.min(WIDEST_CELL, (room - bar.width()) / matrix.columns());
        double least = Math.min(width, height);
        cellWidth = Math.max(least, Math.min(LEAST_CELL, width));
        cellHeight = Math.max(least, Math.min(LEAST_CELL, height));
    }

    private Box box(double top, double width, double height) {
        return new Box(left, top, width * matrix.columns(), height * matrix.rows());
    }

    @Override
    public double width() {
        return left - MARGIN + cellWidth * matrix.columns() + (bar == null ? 0 : bar.width());
    }

    @Override
    public double draw(SvgWriter out, double top) {
        double y = top;
        if (bar != null && bar.hasName()) {
            y = bar.drawName(out, MARGIN, y);
        }
        if (!matrix.columnNames().isEmpty()) {
            y = drawColumnNames(out, y);
        }
        Box box = box(y, cellWidth, cellHeight);
        grid.draw(out, box);
        grid.numbers(box).forEach(out::text);
        drawRowNames(out, y);
        if (bar == null) {
            return box.bottom() + GAP;
        }
        Box beside = new Box(box.x(), box.y(), box.width(), Math.max(LEAST_BAR, box.height()));
        bar.drawColors(out, beside);
        return beside.bottom() + GAP;
    }

    /** Level if all fit, else turned, and then as many as fit. */
    private double drawColumnNames(SvgWriter out, double top) {
        List<String> names = matrix.columnNames();
        if (Plane.widest(names, SIZE) <= cellWidth - 4) {
            for (int i = 0; i < names.size(); i++) {
                double x = left + (i + 0.5) * cellWidth;
                out.text(new Label(names.get(i), x, top + LINE - 4, SIZE, Label.Anchor.MIDDLE, Paint.MUTED));
            }
            return top + LINE;
        }
        double longest = Math.min(LONGEST_NAME, Plane.widest(names, SIZE));
        int every = (int) RoundNumbers.atLeast(LINE / cellWidth);
        for (int i = 0; i < names.size(); i += every) {
            String name = TextBlock.shorten(names.get(i), SIZE, longest);
            double x = Label.baseline(left + (i + 0.5) * cellWidth, SIZE);
            out.text(new Label(name, x, top + longest, SIZE, Label.Anchor.START, Paint.MUTED, -90));
        }
        return top + longest + 4;
    }

    private void drawRowNames(SvgWriter out, double top) {
        int every = (int) RoundNumbers.atLeast(LINE / cellHeight);
        for (int i = 0; i < matrix.rowNames().size(); i += every) {
            String name = TextBlock.shorten(matrix.rowNames().get(i), SIZE, LONGEST_NAME);
            double y = Label.baseline(top + (i + 0.5) * cellHeight, SIZE);
            out.text(new Label(name, left - GAP, y, SIZE, Label.Anchor.END, Paint.MUTED));
        }
    }
}
