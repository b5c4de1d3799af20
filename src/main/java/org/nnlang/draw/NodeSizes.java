package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.draw.DiagramLayout.NodePlace;
import org.nnlang.draw.DiagramMedium.Role;
import org.nnlang.draw.DiagramTexts.Word;
import org.nnlang.picture.Figure;

/** How large the nodes of a diagram are: all neurons of a picture are circles of one size, with their names inside or above. */
final class NodeSizes {
    private final List<Figure.Diagram> frames;
    private final Figure.Diagram diagram;
    private final DiagramMedium medium;
    private final DiagramTexts texts;
    private final boolean namesAbove;
    private final double radius;

    /**
     * Measures the nodes.
     *
     * @param frames the same diagram with different numbers: the nodes have room for all
     */
    NodeSizes(List<Figure.Diagram> frames, DiagramMedium medium, DiagramTexts texts) {
        this.frames = frames;
        this.medium = medium;
        this.texts = texts;
        diagram = frames.getFirst();
        double numbers = 0;
        double names = 0;
        for (Figure.Place place : diagram.places()) {
            if (isNeuron(place)) {
                numbers = Math.max(numbers, radius(place, false));
                names = Math.max(names, radius(place, true));
            }
        }
        namesAbove = !medium.isText() && names > Math.max(numbers + 8, 30);
        radius = namesAbove ? Math.max(numbers, 12) : Math.max(names, 18);
    }

    private boolean isNeuron(Figure.Place place) {
        return diagram.node(place).kind() == Figure.Node.Kind.NEURON;
    }

    /** Whether a node has its name above it, not inside. */
    boolean isNameAbove(Figure.Place place) {
        return namesAbove && isNeuron(place);
    }

    /** The lines in a node, with its name first if it is there. */
    List<Word> inside(Figure.Node node, boolean named) {
        List<Word> lines = new ArrayList<>(texts.lines(node));
        if (node.kind() == Figure.Node.Kind.GAP) {
            lines.add(new Word(node.name(), Role.SMALL));
        } else if (named) {
            lines.addFirst(texts.name(node));
        }
        return lines;
    }

    /** The height of lines below one another. */
    double height(List<Word> lines) {
        double sum = 0;
        for (Word line : lines) {
            sum += medium.height(line.role());
        }
        return sum;
    }

    /** The width of the widest line. */
    double width(List<Word> lines) {
        double most = 0;
        for (Word line : lines) {
            most = Math.max(most, texts.width(line));
        }
        return most;
    }

    /** The radius of the circle around a neuron's lines in all frames. */
    private double radius(Figure.Place place, boolean named) {
        double most = 0;
        for (Figure.Diagram frame : frames) {
            List<Word> lines = inside(frame.node(place), named);
            double y = -height(lines) / 2;
            for (Word line : lines) {
                double next = y + medium.height(line.role());
                double away = Math.max(Math.abs(y), Math.abs(next)) - 0.2 * medium.height(line.role());
                double half = texts.width(line) / 2;
                most = Math.max(most, Math.sqrt(half * half + away * away));
                y = next;
            }
        }
        return most + medium.padding() - 1;
    }

    /** The node at a place, as large as its text needs in any frame; its middle is at 0. */
    NodePlace of(Figure.Place place) {
        Figure.Node node = diagram.node(place);
        if (node.kind() == Figure.Node.Kind.NEURON && !medium.isText()) {
            return new NodePlace(place, 0, 0, radius, radius, true);
        }
        double wide = 0;
        double high = 0;
        for (Figure.Diagram frame : frames) {
            List<Word> lines = inside(frame.node(place), true);
            wide = Math.max(wide, width(lines));
            high = Math.max(high, height(lines));
        }
        double border = medium.isText() ? 2 : 2 * medium.padding() + 4;
        double tall = medium.isText() ? 1 : 2 * medium.padding();
        return new NodePlace(place, 0, 0, (wide + border) / 2, (high + tall) / 2, false);
    }

    /** How far a node and its name reach above its middle. */
    double over(NodePlace node) {
        return node.halfHeight() + (isNameAbove(node.place()) ? medium.height(Role.NAME) + 2 : 0);
    }

    /** How far a node and its factor reach below its middle. */
    double under(NodePlace node) {
        return node.halfHeight() + height(texts.below(diagram.node(node.place())));
    }
}
