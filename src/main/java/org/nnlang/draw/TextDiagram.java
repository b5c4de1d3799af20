package org.nnlang.draw;

import org.nnlang.picture.Figure;
import org.nnlang.text.Printable;

/** A network as a list of its layers and edges. */
final class TextDiagram {
    private static final int DIGITS = 4;

    private TextDiagram() {}

    static String of(Figure.Diagram figure, int width, TextColors palette) {
        StringBuilder text = new StringBuilder();
        for (Figure.Column column : figure.columns()) {
            text.append(column.name()).append(' ').append(column.words()).append('\n');
            for (Figure.Node node : column.nodes()) {
                text.append("  ").append(node.name());
                node.readings()
                        .forEach(reading -> text.append("  ")
                                .append(reading.words())
                                .append(' ')
                                .append(NumberText.of(reading.value(), DIGITS)));
                text.append('\n');
            }
        }
        return Printable.lines(text.toString());
    }
}
