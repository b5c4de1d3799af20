package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nnlang.draw.DiagramMedium.Role;
import org.nnlang.picture.Figure;

/** The lines of text at the nodes and edges of a diagram. */
final class DiagramTexts {
    /** The most factors that are written in full. */
    private static final int MOST_FULL = 16;

    /** A piece of a line. */
    record Word(String text, Role role) {}

    private final DiagramMedium medium;

    /** The longest name of a factor that is written with its neurons. */
    private static final int LONGEST_FACTOR = 48;

    /** Whether derivatives are written with their neurons. */
    private final boolean named;

    /** Whether factors are written in full: ∂net(y1)/∂out(h1) = w5 = 0.4. */
    private final boolean full;

    DiagramTexts(Figure.Diagram diagram, DiagramMedium medium) {
        this.medium = medium;
        List<Figure.Factor> factors = Stream.concat(
                        diagram.edges().stream().map(Figure.Edge::factor),
                        diagram.columns().stream()
                                .flatMap(column -> column.nodes().stream())
                                .map(Figure.Node::factor))
                .filter(Objects::nonNull)
                .toList();
        named = !medium.isText()
                && factors.stream().allMatch(factor -> factor.name().length() <= LONGEST_FACTOR);
        full = factors.size() <= MOST_FULL && named;
    }

    /** The name of a node, above its numbers. */
    Word name(Figure.Node node) {
        return new Word(medium.name(node.name(), Role.NAME), Role.NAME);
    }

    /** The lines in a node but for its name. */
    List<Word> lines(Figure.Node node) {
        List<Word> lines = new ArrayList<>();
        switch (node.kind()) {
            case GAP -> lines.add(new Word("⋮", Role.LARGE));
            case BIAS -> {
                StringBuilder values = new StringBuilder();
                for (Figure.Reading reading : node.readings()) {
                    if (Double.isNaN(reading.value())) {
                        lines.add(new Word(reading.words(), Role.SMALL));
                    } else {
                        values.append(values.isEmpty() ? "" : " ").append(medium.reading(reading));
                    }
                }
                if (!values.isEmpty()) {
                    lines.addFirst(new Word(values.toString(), Role.NUMBER));
                }
            }
            case INPUT, NEURON, ERROR -> {
                for (Figure.Reading reading : node.readings()) {
                    boolean first = lines.isEmpty();
                    boolean bare = first || medium.isText();
                    String text = bare ? medium.number(reading.value()) : medium.reading(reading);
                    lines.add(new Word(text, first ? Role.LARGE : Role.SMALL));
                }
            }
        }
        return lines;
    }

    /** The lines below a node: its factor; or empty. */
    List<Word> below(Figure.Node node) {
        Figure.Factor factor = node.factor();
        if (factor == null) {
            return List.of();
        }
        return List.of(
                new Word(brief(factor.name()), Role.DERIVATIVE),
                new Word("= " + medium.number(factor.value()), Role.FACTOR));
    }

    /** A derivative; in a text, and with long names, without its neurons, which are there to see: ∂out/∂net. */
    private String brief(String derivative) {
        if (named) {
            return derivative;
        }
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (char c : derivative.toCharArray()) {
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                text.append(c);
            }
            depth -= c == ')' ? 1 : 0;
        }
        return text.toString();
    }

    /** The lines at an edge, each a row of words; or empty. */
    List<List<Word>> label(Figure.Edge edge) {
        if (edge.factor() != null) {
            return factor(edge);
        }
        List<Word> line = new ArrayList<>();
        if (!edge.readings().isEmpty()) {
            if (!edge.name().isEmpty()) {
                line.add(new Word(edge.name(), Role.PARAMETER));
            }
            List<String> numbers = medium.numbers(edge.readings());
            for (int i = 0; i < numbers.size(); i++) {
                String words = edge.readings().get(i).words();
                if (!words.isEmpty()) {
                    line.add(new Word(words, Role.PARAMETER));
                }
                line.add(new Word(numbers.get(i), Role.NUMBER));
            }
            if (edge.fixed()) {
                line.add(new Word("fixed", Role.PARAMETER));
            }
        }
        if (medium.isText() && edge.name().isEmpty() && !line.isEmpty()) {
            return line.stream().map(List::of).toList(); // a target, in two lines to save room
        }
        return line.isEmpty() ? List.of() : List.of(line);
    }

    private List<List<Word>> factor(Figure.Edge edge) {
        Figure.Factor factor = edge.factor();
        Word value = new Word(medium.number(factor.value()), Role.FACTOR);
        String same = medium.isText() ? factor.means() : medium.name(factor.means(), Role.DERIVATIVE);
        if (full) {
            String means = same.isEmpty() ? "=" : "= " + same + " =";
            return List.of(
                    List.of(new Word(factor.name(), Role.DERIVATIVE)),
                    List.of(new Word(means, Role.DERIVATIVE), value));
        }
        if (!same.isEmpty()) {
            return List.of(List.of(new Word(same, Role.DERIVATIVE), value));
        }
        return medium.isText()
                ? List.of(List.of(new Word(brief(factor.name()), Role.DERIVATIVE)), List.of(value))
                : List.of(List.of(new Word(brief(factor.name()), Role.DERIVATIVE), value));
    }

    double width(Word word) {
        return medium.width(word.text, word.role);
    }

    /** The width of words with a space between them. */
    double width(List<Word> line) {
        double width = 0;
        for (Word word : line) {
            width += (width == 0 ? 0 : space()) + width(word);
        }
        return width;
    }

    /** The room between two words. */
    double space() {
        return medium.width(" ", Role.NUMBER);
    }

    /** The height of a line: of its highest word. */
    double height(List<Word> line) {
        double height = 0;
        for (Word word : line) {
            height = Math.max(height, medium.height(word.role));
        }
        return height;
    }
}
