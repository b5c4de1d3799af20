package org.nnlang.draw;

import org.nnlang.picture.Figure;
import org.nnlang.text.Printable;
import org.nnlang.text.TextLines;

/**
 * Draws a figure in the characters of a terminal: curves in braille, fields in half blocks, bars in blocks; without colours,
 * letters and signs tell things apart.
 */
public final class TextPicture {
    /** The columns of a picture in a text that isn't made for a window. */
    public static final int COLUMNS = 72;

    private TextPicture() {}

    /** A figure as lines of at most {@code width} columns, each with its line end. */
    public static String of(Figure figure, int width, TextColors palette) {
        StringBuilder text = new StringBuilder(Printable.line(figure.caption().title())).append('\n');
        text.append(body(figure, width, palette));
        for (String note : figure.caption().notes()) {
            TextLines.wrapped("", Printable.line(note), "  ", width)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static String body(Figure figure, int width, TextColors palette) {
        return switch (figure) {
            case Figure.Lines f -> new TextPlane(f.x(), f.y(), width, palette).text(f);
            case Figure.Points f -> new TextPlane(f.x(), f.y(), width, palette).text(f);
            case Figure.Field f -> new TextPlane(f.x(), f.y(), width, palette).text(f);
            case Figure.Bars f -> new TextBars(f, width, palette).text();
            case Figure.Matrices f -> new TextMatrices(f, width, palette).text();
            case Figure.Diagram f -> TextDiagram.of(f, width, palette);
            case Figure.Animation f -> body(f.frames().getLast(), width, palette);
        };
    }
}
