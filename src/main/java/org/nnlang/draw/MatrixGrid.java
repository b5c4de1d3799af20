package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;

/**
 * The cells of a matrix as colours.
 *
 * @param scale what the colours stand for
 * @param colors those of the shares of the scale
 */
record MatrixGrid(Figure.Matrix matrix, Axis scale, ColorScale colors) {
    /** More cells are drawn as one image. */
    private static final int MOST_CELLS = 400;

    /** The least pixels along an image: programs smooth images of few pixels. */
    private static final int FINE = 64;

    private static final int DIGITS = 3;

    /** From this opacity on, white numbers are easier to read than dark ones. */
    private static final double STRONG = 0.72;

    /** Where a number is in the colours: from 0 to 1. */
    private double share(double value) {
        return AxisScale.share(scale, value);
    }

    /** Draws the cells in a rectangle. */
    void draw(SvgWriter out, Box box) {
        if (matrix.values().length > MOST_CELLS) {
            drawImage(out, box);
            return;
        }
        double width = box.width() / matrix.columns();
        double height = box.height() / matrix.rows();
        out.open("g").attribute("shape-rendering", "crispEdges");
        for (int i = 0; i < matrix.values().length; i++) {
            double share = share(matrix.values()[i]);
            double opacity = colors.opacity(share);
            if (opacity >= 0.004) {
                out.rectangle(
                                box.x() + i % matrix.columns() * width,
                                box.y() + i / matrix.columns() * height,
                                width,
                                height)
                        .fill(colors.paint(share));
                if (opacity < 1) {
                    out.attribute("fill-opacity", opacity);
                }
                out.close();
            }
        }
        out.close();
        drawFrame(out, box);
    }

    private static void drawFrame(SvgWriter out, Box box) {
        out.rectangle(box.x(), box.y(), box.width(), box.height())
                .noFill()
                .stroke(Paint.AXIS, 0.6)
                .close();
    }

    /** Draws the cells as an image. */
    void drawImage(SvgWriter out, Box box) {
        int columns = matrix.columns();
        int fine = Math.max(1, FINE / Math.max(columns, matrix.rows()));
        byte[] pixels = new byte[matrix.values().length * fine * fine];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / (columns * fine) / fine;
            int column = i % (columns * fine) / fine;
            pixels[i] = colors.index(share(matrix.values()[row * columns + column]));
        }
        out.image(box)
                .attribute("style", "image-rendering:pixelated")
                .attribute("href", PngImage.link(columns * fine, matrix.rows() * fine, pixels, colors.palette()))
                .close();
        drawFrame(out, box);
    }

    /** The numbers in cells of a size, with as many digits as fit into all; none if too few would. */
    List<Label> numbers(Box box) {
        double width = box.width() / matrix.columns();
        double height = box.height() / matrix.rows();
        for (double size = SvgPicture.SMALL_SIZE; height >= size + 3 && size > 9; size -= 1) {
            for (int digits = DIGITS; digits > 1; digits--) {
                List<Label> labels = numbers(box, width, height, digits, size);
                if (!labels.isEmpty()) {
                    return labels;
                }
            }
        }
        return List.of();
    }

    private List<Label> numbers(Box box, double width, double height, int digits, double size) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < matrix.values().length; i++) {
            double x = box.x() + (i % matrix.columns() + 0.5) * width;
            double y = Label.baseline(box.y() + (i / matrix.columns() + 0.5) * height, size);
            Paint paint = ink(matrix.values()[i]);
            Label label = new Label(NumberLabel.of(matrix.values()[i], digits), x, y, size, Label.Anchor.MIDDLE, paint);
            if (label.width() > width - 5) {
                return List.of();
            }
            labels.add(label);
        }
        return labels;
    }

    /** Zeros of a table that only rises stand back, so that the few others are seen. */
    private Paint ink(double value) {
        if (value == 0 && colors == ColorScale.RISING) {
            return Paint.AXIS;
        }
        return colors.opacity(share(value)) > STRONG ? Paint.WHITE : Paint.INK;
    }
}
