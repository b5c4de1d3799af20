package org.nnlang.draw;

import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.text.Digits;
import org.nnlang.text.TextWidth;

/** Matrices as their numbers where these fit, else as shades; small ones stand side by side. */
final class TextMatrices {
    private static final int DIGITS = 3;
    private static final int GAP = 2;
    private static final int LONGEST_NAME = 20;
    /** The most rows of numbers; more of them are shades. */
    private static final int MOST_ROWS = 40;

    private final Figure.Matrices figure;
    private final int width;
    private final TextColors palette;
    private final Shades shades;

    TextMatrices(Figure.Matrices figure, int width, TextColors palette) {
        this.figure = figure;
        this.width = width;
        this.palette = palette;
        this.shades = new Shades(figure.scale(), figure.diverging());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        List<Figure.Matrix> all = figure.matrices();
        if (all.size() == 1 && fits(all.getFirst())) {
            return numbers(all.getFirst());
        }
        for (int first = 0; first < all.size(); ) {
            int used = 0;
            int end = first;
            while (end < all.size() && (end == first || used + GAP + columns(all.get(end)) <= width)) {
                used += columns(all.get(end++)) + GAP;
            }
            text.append(first == 0 ? "" : "\n").append(row(all.subList(first, end), used));
            first = end;
        }
        return text + (palette == TextColors.NONE ? shades.legend() + "\n" : "");
    }

    /** The cells of a matrix drawn as shades: a value takes two columns, so that it is about as wide as high. */
    private int columns(Figure.Matrix matrix) {
        return Math.max(Math.min(2 * matrix.columns(), width), TextWidth.of(matrix.name()));
    }

    private String row(List<Figure.Matrix> matrices, int columns) {
        int rows = matrices.stream().mapToInt(Figure.Matrix::rows).max().orElse(0);
        boolean named = matrices.stream().anyMatch(matrix -> !matrix.name().isEmpty());
        TextCanvas canvas = new TextCanvas(columns + 1, rows + (named ? 1 : 0));
        int at = 0;
        for (Figure.Matrix matrix : matrices) {
            canvas.text(at, 0, named ? TextPicture.shortened(matrix.name(), columns(matrix)) : "", TextCanvas.PLAIN);
            int wide = 2 * matrix.columns() <= width ? 2 : 1;
            for (int i = 0; i < matrix.rows(); i++) {
                for (int j = 0; j < Math.min(matrix.columns(), width); j++) {
                    double value = matrix.values()[i * matrix.columns() + j];
                    for (int k = 0; k < wide; k++) {
                        shade(canvas, at + wide * j + k, i + (named ? 1 : 0), value);
                    }
                }
            }
            at += columns(matrix) + GAP;
        }
        return canvas.text(palette);
    }

    private void shade(TextCanvas canvas, int column, int row, double value) {
        if (palette == TextColors.NONE) {
            canvas.put(column, row, shades.of(value), TextCanvas.PLAIN);
        } else if (!Double.isNaN(value)) {
            canvas.fill(column, row, color(value));
        }
    }

    private int color(double value) {
        return ColorScale.of(figure).onWhite(AxisScale.share(figure.scale(), value));
    }

    // numbers

    private boolean fits(Figure.Matrix matrix) {
        return matrix.rows() <= MOST_ROWS && left(matrix) + matrix.columns() * (cell(matrix) + GAP) <= width;
    }

    private static int left(Figure.Matrix matrix) {
        return matrix.rowNames().stream()
                .mapToInt(name -> TextWidth.of(TextPicture.shortened(name, LONGEST_NAME)))
                .max()
                .orElse(0);
    }

    private static int cell(Figure.Matrix matrix) {
        int cell = matrix.columnNames().stream()
                .mapToInt(name -> TextWidth.of(TextPicture.shortened(name, LONGEST_NAME)))
                .max()
                .orElse(0);
        for (double value : matrix.values()) {
            cell = Math.max(cell, Digits.format(value, DIGITS).length());
        }
        return cell;
    }

    private String numbers(Figure.Matrix matrix) {
        int left = left(matrix);
        int cell = cell(matrix);
        int head = matrix.columnNames().isEmpty() ? 0 : 1;
        TextCanvas canvas = new TextCanvas(left + matrix.columns() * (cell + GAP) + 1, matrix.rows() + head);
        for (int j = 0; j < matrix.columnNames().size(); j++) {
            String name = TextPicture.shortened(matrix.columnNames().get(j), LONGEST_NAME);
            canvas.text(left + (j + 1) * (cell + GAP) - TextWidth.of(name), 0, name, TextCanvas.PLAIN);
        }
        for (int i = 0; i < matrix.rows(); i++) {
            if (!matrix.rowNames().isEmpty()) {
                String name = TextPicture.shortened(matrix.rowNames().get(i), LONGEST_NAME);
                canvas.text(left - TextWidth.of(name), i + head, name, TextCanvas.PLAIN);
            }
            for (int j = 0; j < matrix.columns(); j++) {
                double value = matrix.values()[i * matrix.columns() + j];
                String number = Double.isNaN(value) ? "–" : Digits.format(value, DIGITS);
                int start = left + j * (cell + GAP) + 1;
                boolean colored = palette != TextColors.NONE && !Double.isNaN(value);
                for (int k = 0; colored && k < cell + GAP; k++) {
                    canvas.fill(start + k, i + head, color(value));
                }
                int ink = colored ? Rgb.inkOn(color(value)) : TextCanvas.PLAIN;
                canvas.text(start + cell + 1 - number.length(), i + head, number, ink);
            }
        }
        return canvas.text(palette);
    }
}
