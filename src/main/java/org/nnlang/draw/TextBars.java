package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.text.Digits;
import org.nnlang.text.TextWidth;
import org.nnlang.text.Thousands;

/** Bars from left to right, one in a line, with its name and its number. */
final class TextBars {
    /** Eighths of a block. */
    private static final String PARTS = " ▏▎▍▌▋▊▉";

    private static final int DIGITS = 4;
    private static final int LONGEST_NAME = 20;
    private static final int MOST = 40;
    private static final int FIRST = 30;

    private final Figure.Bars figure;
    private final int width;
    private final TextColors palette;

    TextBars(Figure.Bars figure, int width, TextColors palette) {
        this.figure = figure;
        this.width = width;
        this.palette = palette;
    }

    String text() {
        List<String> names = names();
        double[] values = figure.values();
        int left = names.stream().mapToInt(TextWidth::of).max().orElse(0);
        int right = 0;
        for (double value : values) {
            right = Math.max(right, Digits.format(value, DIGITS).length());
        }
        int columns = Math.max(10, width - left - right - 4);
        boolean cut = values.length > MOST;
        int rows = cut ? MOST + 1 : values.length;
        TextCanvas canvas = new TextCanvas(width + 1, rows);
        for (int row = 0; row < rows; row++) {
            if (cut && row == FIRST) {
                canvas.text(0, row, "⋯ " + Thousands.of(values.length - MOST) + " more", TextCanvas.PLAIN);
                continue;
            }
            int i = cut && row > FIRST ? values.length - rows + row : row;
            canvas.text(left - TextWidth.of(names.get(i)), row, names.get(i), TextCanvas.PLAIN);
            bar(canvas, left + 2, row, columns, values[i]);
            canvas.text(left + 2 + columns + 1, row, Digits.format(values[i], DIGITS), TextCanvas.PLAIN);
        }
        return canvas.text(palette);
    }

    private List<String> names() {
        if (!figure.names().isEmpty()) {
            return figure.names().stream()
                    .map(name -> TextPicture.shortened(name, LONGEST_NAME))
                    .toList();
        }
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < figure.values().length; i++) {
            ranges.add(Digits.format(figure.edges()[i], DIGITS) + " … " + Digits.format(figure.edges()[i + 1], DIGITS));
        }
        return ranges;
    }

    /** A bar from 0 to a value, in eighths of a cell to the right of 0, in whole cells to its left. */
    private void bar(TextCanvas canvas, int from, int row, int columns, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        double low = Math.min(0, figure.y().from());
        double unit = columns / (Math.max(0, figure.y().to()) - low);
        int zero = from + (int) Math.round(-low * unit);
        int color = Paint.series(value < 0 ? 1 : 0).rgb();
        if (value < 0) {
            for (int column = zero - (int) Math.round(-value * unit); column < zero; column++) {
                canvas.put(column, row, '█', color);
            }
            return;
        }
        int eighths = (int) Math.round(8 * value * unit);
        for (int column = 0; column < eighths / 8; column++) {
            canvas.put(zero + column, row, '█', color);
        }
        if (eighths % 8 > 0) {
            canvas.put(zero + eighths / 8, row, PARTS.charAt(eighths % 8), color);
        }
    }
}
