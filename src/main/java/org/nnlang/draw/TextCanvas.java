package org.nnlang.draw;

import java.util.Arrays;
import org.nnlang.text.Printable;
import org.nnlang.text.TextWidth;

/**
 * A rectangle of character cells, each with a colour and a background. Curves are drawn in braille, where a cell has two
 * times four dots.
 */
final class TextCanvas {
    /** No colour: that of the terminal. */
    static final int PLAIN = -1;

    private static final int BLANK = ' ';
    private static final int BRAILLE = 0x2800;
    private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
    private static final int UNPRINTABLE = '\ufffd';
    /** The second cell of a wide character. */
    private static final int TAKEN = -1;

    private final int columns;
    private final int rows;
    private final int[] characters;
    private final int[] colors;
    private final int[] backgrounds;

    TextCanvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        characters = new int[columns * rows];
        colors = new int[columns * rows];
        backgrounds = new int[columns * rows];
        Arrays.fill(characters, BLANK);
        Arrays.fill(colors, PLAIN);
        Arrays.fill(backgrounds, PLAIN);
    }

    private boolean isOutside(int column, int row) {
        return column < 0 || column >= columns || row < 0 || row >= rows;
    }

    /** Puts a character into a cell; outside the canvas it does nothing. */
    void put(int column, int row, int character, int color) {
        if (!isOutside(column, row)) {
            boolean printable = character > Character.MAX_VALUE || character < 0 || Printable.is((char) character);
            characters[row * columns + column] = printable ? character : UNPRINTABLE;
            colors[row * columns + column] = color;
        }
    }

    /** Whether a cell has nothing in it, or only dots of curves. */
    boolean isFree(int column, int row) {
        return !isOutside(column, row) && (characters[row * columns + column] & ~0xFF) == BRAILLE
                || !isOutside(column, row) && characters[row * columns + column] == BLANK;
    }

    /** Colours the background of a cell. */
    void fill(int column, int row, int color) {
        if (!isOutside(column, row)) {
            backgrounds[row * columns + column] = color;
        }
    }

    /** Writes a text from a cell to the right. */
    void text(int column, int row, String text, int color) {
        int at = column;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            int width = TextWidth.of(Character.toString(character));
            if (width > 0) { // a mark over the letter before it has no cell here
                put(at, row, character, color);
                if (width == 2) {
                    put(at + 1, row, TAKEN, color);
                }
                at += width;
            }
        }
    }

    /** Sets a dot; x counts half cells, y quarters of cells from the top. Characters stay. */
    void dot(int x, int y, int color) {
        int column = x >> 1;
        int row = y >> 2;
        if (isFree(column, row)) {
            int cell = row * columns + column;
            int dots = characters[cell] == BLANK ? BRAILLE : characters[cell];
            characters[cell] = dots | DOTS[x & 1][y & 3];
            colors[cell] = color;
        }
    }

    /** A line of dots between two dots; of a dashed line, every other pair of dots. */
    void line(int x1, int y1, int x2, int y2, int color, boolean dashed) {
        int steps = Math.max(1, Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)));
        for (int i = 0; i <= steps; i++) {
            int x = (int) Math.round(x1 + (double) (x2 - x1) * i / steps);
            int y = (int) Math.round(y1 + (double) (y2 - y1) * i / steps);
            if (!dashed || (x + y & 3) < 2) {
                dot(x, y, color);
            }
        }
    }

    /** Puts all that stands on another canvas of the same size over what stands here; backgrounds stay. */
    void put(TextCanvas over) {
        for (int cell = 0; cell < characters.length; cell++) {
            if (over.characters[cell] != BLANK) {
                characters[cell] = over.characters[cell];
                colors[cell] = over.colors[cell];
            }
        }
    }

    /** The lines, each with its line end, without blanks at their ends. */
    String text(TextColors palette) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            int end = columns;
            while (end > 0
                    && characters[row * columns + end - 1] == BLANK
                    && backgrounds[row * columns + end - 1] < 0) {
                end--;
            }
            int color = PLAIN;
            int background = PLAIN;
            for (int cell = row * columns; cell < row * columns + end; cell++) {
                if (characters[cell] == TAKEN) {
                    continue;
                }
                int wanted = characters[cell] == BLANK ? color : colors[cell];
                if (wanted != color || backgrounds[cell] != background) {
                    text.append(palette.change(wanted, backgrounds[cell]));
                    color = wanted;
                    background = backgrounds[cell];
                }
                text.appendCodePoint(characters[cell]);
            }
            if (color != PLAIN || background != PLAIN) {
                text.append(palette.change(PLAIN, PLAIN));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
