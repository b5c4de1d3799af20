package org.nnlang.draw;

import org.nnlang.picture.Figure;
import org.nnlang.text.Printable;
import org.nnlang.text.TextLines;
import org.nnlang.text.TextWidth;

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
        StringBuilder text = new StringBuilder(wrapped(figure.caption().title(), width));
        text.append(body(figure, width, palette));
        figure.caption().notes().forEach(note -> text.append(wrapped(note, width)));
        return text.toString();
    }

    /** A text as lines of at most {@code width} columns, each with its line end; a longer word is broken. */
    static String wrapped(String text, int width) {
        StringBuilder lines = new StringBuilder();
        for (String line : TextLines.wrapped("", Printable.line(text), "  ", width)) {
            while (TextWidth.of(line) > width) {
                String begin = TextWidth.cut(line, width);
                lines.append(begin).append('\n');
                line = "  " + line.substring(begin.length());
            }
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    /** A name, without its end if it is longer than {@code width} columns. */
    static String shortened(String name, int width) {
        String line = Printable.line(name);
        return TextWidth.of(line) <= width ? line : TextWidth.cut(line, width - 1) + "…";
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
