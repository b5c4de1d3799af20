package org.nnlang.draw;

import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.text.TextWidth;

/** The sizes of a diagram's parts where it is drawn: in a picture, or in the cells of a text. */
enum DiagramMedium {
    PICTURE(5, 24, 52, 150, 4, 2, 0, 420),
    TEXT(0, 2, 3, 14, 0, 0, 1, 30),
    /** A text in which little fits. */
    NARROW_TEXT(0, 2, 2, 10, 0, 0, 1, 30);

    /** What a text in a diagram is: it decides its size and its colour. */
    enum Role {
        LAYER(12.5, Paint.INK),
        WORDS(11, Paint.MUTED),
        NAME(11.5, Paint.MUTED),
        LARGE(14.5, Paint.INK),
        SMALL(10.5, Paint.MUTED),
        /** A parameter's name, at an edge. */
        PARAMETER(10.5, Paint.MUTED),
        /** A number at an edge. */
        NUMBER(11.5, Paint.INK),
        /** What a factor is: ∂out(y1)/∂net(y1). */
        DERIVATIVE(10.5, Paint.MUTED),
        FACTOR(12.5, Paint.VERMILION);

        private final double size;
        private final Paint paint;

        Role(double size, Paint paint) {
            this.size = size;
            this.paint = paint;
        }

        double size() {
            return size;
        }

        Paint paint() {
            return paint;
        }
    }

    private static final double LINE = 1.2;
    private static final int DIGITS = 4;

    /** The most digits with which an old and a new number are told apart. */
    private static final int DISTINCT_DIGITS = 7;

    private static final int FEW_DIGITS = 3;

    private final double padding;
    private final double rowGap;
    private final double leastGap;
    private final double longestName;
    private final double labelPaddingX;
    private final double labelPaddingY;
    private final double cell;
    private final double mostGap;

    DiagramMedium(
            double padding,
            double rowGap,
            double leastGap,
            double longestName,
            double labelPaddingX,
            double labelPaddingY,
            double cell,
            double mostGap) {
        this.padding = padding;
        this.rowGap = rowGap;
        this.leastGap = leastGap;
        this.longestName = longestName;
        this.labelPaddingX = labelPaddingX;
        this.labelPaddingY = labelPaddingY;
        this.cell = cell;
        this.mostGap = mostGap;
    }

    /** Whether it is drawn in the cells of a text. */
    boolean isText() {
        return this != PICTURE;
    }

    double width(String text, Role role) {
        return isText() ? TextWidth.of(text) : FontAdvances.width(text, role.size);
    }

    /** The height of a line. */
    double height(Role role) {
        return isText() ? 1 : role.size * LINE;
    }

    /** A name that is no longer than names may be. */
    String name(String name, Role role) {
        if (this == PICTURE) {
            return TextBlock.shorten(name, role.size, longestName);
        }
        return TextWidth.of(name) <= longestName ? name : TextWidth.cut(name, (int) longestName - 1) + "…";
    }

    String number(double value) {
        return NumberLabel.of(value, this == NARROW_TEXT ? FEW_DIGITS : DIGITS);
    }

    /** Numbers with so many digits that different ones look different, if a few more are enough for that. */
    List<String> numbers(List<Figure.Reading> readings) {
        int few = this == NARROW_TEXT ? FEW_DIGITS : DIGITS;
        for (int digits = few; digits <= DISTINCT_DIGITS; digits++) {
            int significant = digits;
            List<String> texts = readings.stream()
                    .map(reading -> NumberLabel.of(reading.value(), significant))
                    .toList();
            if (texts.stream().distinct().count()
                    == readings.stream().map(Figure.Reading::value).distinct().count()) {
                return texts;
            }
        }
        return readings.stream().map(reading -> number(reading.value())).toList();
    }

    /** Words and a number: {@code net 0.3775}. */
    String reading(Figure.Reading reading) {
        String number = Double.isNaN(reading.value()) ? "" : number(reading.value());
        return reading.words() + (reading.words().isEmpty() || number.isEmpty() ? "" : " ") + number;
    }

    /** The room between a node's text and its border. */
    double padding() {
        return padding;
    }

    /** The least room between nodes of a column. */
    double rowGap() {
        return rowGap;
    }

    /** The least room between columns. */
    double leastGap() {
        return leastGap;
    }

    /** The most room between columns. */
    double mostGap() {
        return mostGap;
    }

    double labelPaddingX() {
        return labelPaddingX;
    }

    double labelPaddingY() {
        return labelPaddingY;
    }

    /** The size of the cells in which texts begin; 0 if they begin anywhere. */
    double cell() {
        return cell;
    }
}
