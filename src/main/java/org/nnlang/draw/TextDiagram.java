package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.text.TextLines;
import org.nnlang.text.TextWidth;

/**
 * A network in the characters of a terminal: boxes, with lines of braille between them; or, if that is too wide, a list of its
 * layers and edges. Of a path, only what is lit has lines.
 */
final class TextDiagram {
    private static final int INDENT = 4;

    /** The most lines of a drawing; a list is shorter than a larger one. */
    private static final int MOST_LINES = 34;

    private final Figure.Diagram figure;
    private final int width;
    private final TextColors palette;
    private final StringBuilder text = new StringBuilder();

    private TextDiagram(Figure.Diagram figure, int width, TextColors palette) {
        this.figure = figure;
        this.width = width;
        this.palette = palette;
    }

    static String of(Figure.Diagram figure, int width, TextColors palette) {
        TextDiagram diagram = new TextDiagram(figure, width, palette);
        DiagramLayout layout = diagram.isReadable() ? diagram.layout() : null;
        if (layout == null) {
            diagram.list();
        } else {
            diagram.draw(layout);
        }
        for (Figure.Sum sum : figure.sums()) {
            SumText.lines(sum).forEach(line -> diagram.wrapped(line, 0));
        }
        return diagram.text.toString();
    }

    /** The layout that fits; null if none does. */
    private DiagramLayout layout() {
        for (DiagramMedium medium : List.of(DiagramMedium.TEXT, DiagramMedium.NARROW_TEXT)) {
            DiagramLayout layout = new DiagramLayout(List.of(figure), medium);
            if (layout.width() <= width && layout.height() <= MOST_LINES && layout.dropped() == 0) {
                return layout;
            }
        }
        return null;
    }

    /** Whether its lines say something: those without numbers do so only by colour and width, which a text lacks. */
    private boolean isReadable() {
        return isPath()
                || figure.edges().stream()
                        .anyMatch(edge ->
                                !edge.readings().isEmpty() && !edge.name().isEmpty());
    }

    private boolean isPath() {
        return !figure.sums().isEmpty();
    }

    // the drawing

    private void draw(DiagramLayout layout) {
        int columns = (int) Math.rint(layout.width()) + 1;
        int rows = (int) Math.rint(layout.height()) + 1;
        TextCanvas canvas = new TextCanvas(columns, rows);
        boolean[] taken = new boolean[columns * rows];
        write(canvas, layout.headers(), taken, columns);
        for (DiagramLayout.NodePlace node : layout.nodes()) {
            box(canvas, node, taken, columns);
            write(canvas, layout.texts(node, figure), taken, columns);
        }
        for (DiagramLayout.EdgePlace edge : layout.edges()) {
            write(canvas, layout.texts(edge, figure), taken, columns);
        }
        for (DiagramLayout.EdgePlace edge : layout.edges()) {
            if (!isPath() || figure.edges().get(edge.index()).lit()) {
                line(canvas, edge, taken, columns);
            }
        }
        text.append(canvas.text(palette).stripTrailing()).append('\n');
    }

    private static void write(TextCanvas canvas, List<DiagramLayout.Text> texts, boolean[] taken, int columns) {
        for (DiagramLayout.Text piece : texts) {
            int column = (int) Math.rint(piece.x());
            int row = (int) Math.floor(piece.y());
            String words = piece.word().text();
            canvas.text(column, row, words, TextCanvas.PLAIN);
            for (int i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + TextWidth.of(words)); i++) {
                taken[row * columns + i] = true;
            }
        }
    }

    private void box(TextCanvas canvas, DiagramLayout.NodePlace place, boolean[] taken, int columns) {
        Figure.Node node = figure.node(place.place());
        if (node.kind() == Figure.Node.Kind.GAP) {
            return;
        }
        int left = (int) Math.rint(place.x() - place.halfWidth());
        int right = left + (int) Math.rint(2 * place.halfWidth()) - 1;
        int top = (int) Math.floor(place.y() - place.halfHeight());
        int bottom = top + (int) Math.rint(2 * place.halfHeight()) - 1;
        boolean strong = node.lit();
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                boolean side = column == left || column == right;
                boolean end = row == top || row == bottom;
                if (side && end) {
                    String corners = strong ? "╔╗╚╝" : "┌┐└┘";
                    canvas.put(
                            column,
                            row,
                            corners.charAt((row == top ? 0 : 2) + (column == left ? 0 : 1)),
                            TextCanvas.PLAIN);
                } else if (side || end) {
                    char line = side ? strong ? '║' : '│' : strong ? '═' : '─';
                    canvas.put(column, row, line, TextCanvas.PLAIN);
                }
                taken[row * columns + column] = true;
            }
        }
    }

    /** A line of dots; where it is lit, with the head of an arrow at its beginning. */
    private void line(TextCanvas canvas, DiagramLayout.EdgePlace edge, boolean[] taken, int columns) {
        double x1 = 2 * edge.x1();
        double y1 = 4 * edge.y1();
        double dx = 2 * edge.x2() - x1;
        double dy = 4 * edge.y2() - y1;
        int steps = Math.max(1, (int) Math.rint(Math.max(Math.abs(dx), Math.abs(dy))));
        boolean arrow = figure.edges().get(edge.index()).lit();
        for (int i = 0; i <= steps; i++) {
            int x = (int) Math.floor(x1 + dx * i / steps);
            int y = (int) Math.floor(y1 + dy * i / steps);
            int column = x >> 1;
            int row = y >> 2;
            if (x < 0 || y < 0 || column >= columns || taken[row * columns + column]) {
                continue;
            }
            if (arrow) {
                canvas.put(column, row, '◀', TextCanvas.PLAIN);
                taken[row * columns + column] = true;
                arrow = false;
            } else {
                canvas.dot(x, y, TextCanvas.PLAIN);
            }
        }
    }

    // the list

    private void list() {
        int from = isPath() ? figure.columns().size() - 1 : 0;
        int step = isPath() ? -1 : 1;
        for (int column = from; column >= 0 && column < figure.columns().size(); column += step) {
            list(column);
        }
    }

    private void list(int column) {
        Figure.Column of = figure.columns().get(column);
        if (of.nodes().isEmpty()) {
            wrapped("⋯ " + of.name() + " " + of.words(), 0);
            return;
        }
        if (isPath() && of.nodes().stream().noneMatch(node -> node.lit() && node.kind() != Figure.Node.Kind.BIAS)) {
            return;
        }
        if (!of.name().isEmpty()) {
            wrapped(of.name() + ", " + of.words(), 0);
        }
        List<String> bare = new ArrayList<>();
        for (int row = 0; row < of.nodes().size(); row++) {
            Figure.Node node = of.nodes().get(row);
            if (node.kind() == Figure.Node.Kind.BIAS && node.readings().isEmpty() || isPath() && !node.lit()) {
                continue;
            }
            String name = (node.kind() == Figure.Node.Kind.GAP ? "⋯ " : "") + node.name();
            String incoming = edges(new Figure.Place(column, row));
            if (node.readings().isEmpty() && node.factor() == null && incoming.isEmpty()) {
                bare.add(name);
                continue;
            }
            flush(bare);
            List<String> words = new ArrayList<>(List.of(name));
            node.readings().forEach(reading -> words.add(DiagramMedium.TEXT.reading(reading)));
            if (node.factor() != null) {
                words.add(factor(node.factor()));
            }
            wrapped("  " + String.join("  ", words), INDENT);
            if (!incoming.isEmpty()) {
                wrapped(" ".repeat(INDENT) + incoming, INDENT);
            }
        }
        flush(bare);
    }

    /** Writes the names of nodes without numbers. */
    private void flush(List<String> bare) {
        if (!bare.isEmpty()) {
            wrapped("  " + String.join(", ", bare), 0);
            bare.clear();
        }
    }

    /** What comes into a node: sources with their edges' numbers. */
    private String edges(Figure.Place place) {
        List<String> words = new ArrayList<>();
        for (Figure.Edge edge : figure.edges()) {
            if (!edge.to().equals(place)) {
                continue;
            }
            if (edge.factor() != null) {
                words.add(factor(edge.factor()));
            } else if (!edge.readings().isEmpty()) {
                StringBuilder one = new StringBuilder(edge.name());
                List<String> numbers = DiagramMedium.TEXT.numbers(edge.readings());
                for (int i = 0; i < numbers.size(); i++) {
                    String what = edge.readings().get(i).words();
                    one.append(one.isEmpty() ? "" : " ").append(what).append(what.isEmpty() ? "" : " ");
                    one.append(numbers.get(i));
                }
                Figure.Node source = figure.node(edge.from());
                String from = source.kind() == Figure.Node.Kind.BIAS ? "" : " from " + source.name();
                words.add(
                        edge.name().isEmpty()
                                ? source.name() + " " + one
                                : one + (edge.fixed() ? " fixed" : "") + from);
            }
        }
        return String.join(", ", words);
    }

    private static String factor(Figure.Factor factor) {
        return factor.name() + " = " + (factor.means().isEmpty() ? "" : factor.means() + " = ")
                + DiagramMedium.TEXT.number(factor.value());
    }

    private void wrapped(String words, int indent) {
        for (String line : TextLines.wrapped("", words, " ".repeat(indent + 2), width)) {
            text.append(line).append('\n');
        }
    }
}
