package org.nnlang.draw;

import java.util.List;
import org.nnlang.picture.Figure;

/** Many matrices in rows, each as a small picture with its name below. */
final class SmallMatrices implements MatricesDrawing.Content {
    private static final double MARGIN = Plane.MARGIN;
    private static final double SIZE = SvgPicture.SMALL_SIZE;
    private static final double BETWEEN = 12;
    private static final double NAME_LINE = 18;
    private static final double BAR = 150;

    /** How many pixels a picture's longer side has, if there are so many pictures. */
    private static final int[] MANY = {4, 9, 16, 36, 100};

    private static final double[] SIDES = {120, 96, 84, 64, 48, 32};

    /** The least share of the longer side for the shorter one. */
    private static final double FLATTEST = 0.12;

    private final Figure.Matrices figure;
    private final ColorBar bar;
    private final int columns;
    private final double side;

    SmallMatrices(Figure.Matrices figure) {
        this.figure = figure;
        ColorScale colors = ColorScale.of(figure);
        bar = new ColorBar(figure.scale(), colors, BAR);
        int count = figure.matrices().size();
        int size = 0;
        while (size < MANY.length && count > MANY[size]) {
            size++;
        }
        side = SIDES[size];
        double room = Plane.WIDTH - 2 * MARGIN - bar.width();
        int most = (int) ((room + BETWEEN) / (side + BETWEEN));
        int rows = (count + most - 1) / most;
        columns = Math.max(1, (count + rows - 1) / Math.max(rows, 1));
    }

    @Override
    public double width() {
        return columns * (side + BETWEEN) - BETWEEN + bar.width();
    }

    @Override
    public double draw(SvgWriter out, double top) {
        double y = bar.hasName() ? bar.drawName(out, MARGIN, top) : top;
        double first = y;
        List<Figure.Matrix> matrices = figure.matrices();
        for (int from = 0; from < matrices.size(); from += columns) {
            List<Figure.Matrix> row = matrices.subList(from, Math.min(from + columns, matrices.size()));
            double height = 0;
            for (Figure.Matrix matrix : row) {
                height = Math.max(height, height(matrix));
            }
            for (int i = 0; i < row.size(); i++) {
                draw(out, row.get(i), MARGIN + i * (side + BETWEEN), y, height);
            }
            y += height + NAME_LINE + 4;
        }
        Box box = new Box(MARGIN, first, columns * (side + BETWEEN) - BETWEEN, Math.min(BAR, Math.max(70, y - first)));
        bar.drawColors(out, box);
        return Math.max(y, box.bottom() + 6);
    }

    private double width(Figure.Matrix matrix) {
        return side * Math.clamp((double) matrix.columns() / matrix.rows(), FLATTEST, 1);
    }

    private double height(Figure.Matrix matrix) {
        return side * Math.clamp((double) matrix.rows() / matrix.columns(), FLATTEST, 1);
    }

    private void draw(SvgWriter out, Figure.Matrix matrix, double x, double y, double height) {
        double left = x + (side - width(matrix)) / 2;
        Box box = new Box(left, y + height - height(matrix), width(matrix), height(matrix));
        MatrixGrid grid = new MatrixGrid(matrix, figure.scale(), ColorScale.of(figure));
        List<Label> numbers = grid.numbers(box);
        if (numbers.isEmpty()) {
            grid.drawImage(out, box);
        } else {
            grid.draw(out, box);
            numbers.forEach(out::text);
        }
        String name = TextBlock.shorten(matrix.name(), SIZE, side + BETWEEN - 4);
        if (!name.isEmpty()) {
            out.text(new Label(name, x + side / 2, y + height + SIZE + 2, SIZE, Label.Anchor.MIDDLE, Paint.MUTED));
        }
    }
}
