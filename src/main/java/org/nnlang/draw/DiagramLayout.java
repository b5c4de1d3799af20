package org.nnlang.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.draw.DiagramMedium.Role;
import org.nnlang.draw.DiagramTexts.Word;
import org.nnlang.picture.Figure;

/**
 * Where everything in a network's diagram is: nodes in columns, straight edges between them, and a place for each label that
 * covers no node and no other label. Columns move apart until the labels have room.
 */
final class DiagramLayout {
    /** How far apart columns are tried, in shares of the least room. */
    private static final double[] SPREADS = {1, 1.15, 1.3, 1.5, 1.75, 2, 2.4, 2.9, 3.5, 4.2};

    /** The same in a text, which has little room. */
    private static final double[] TEXT_SPREADS = {1, 1.2, 1.5, 2};

    /** The cost of room: doubling the least is as bad as this number of labels on other edges. */
    private static final double ROOM = 1.5;

    private static final double TEXT_ROOM = 100;

    /** Where on its edge a target best is. */
    private static final double NEAR_OUTPUT = 0.3;

    /** The most rows with the same distance in all columns; taller columns are stacked as closely as they can be. */
    private static final int MOST_EVEN = 4;

    /** The height of low columns, in shares of the highest, and the most by which they are pulled apart. */
    private static final double SPREAD = 0.7;

    private static final double MOST_SPREAD = 1.7;

    /** The least room between columns, in shares of their height: no edge is too steep. */
    private static final double SLOPE = 0.2;

    /**
     * The place of a node.
     *
     * @param x of its middle
     * @param round whether it is a circle
     */
    record NodePlace(Figure.Place place, double x, double y, double halfWidth, double halfHeight, boolean round) {
        Box box() {
            return new Box(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
        }

        NodePlace at(double otherX, double otherY) {
            return new NodePlace(place, otherX, otherY, halfWidth, halfHeight, round);
        }

        /** The same place, with the left upper corner in the corner of a cell. */
        NodePlace inCells() {
            return at(Math.rint(x - halfWidth) + halfWidth, Math.rint(y - halfHeight) + halfHeight);
        }
    }

    /**
     * The place of an edge, from one border to the other.
     *
     * @param label null if it has no label, or none that fits
     */
    record EdgePlace(int index, double x1, double y1, double x2, double y2, Box label) {}

    /** A word at a place: the left end and the middle of its height. */
    record Text(Word word, double x, double y) {}

    private final List<Figure.Diagram> frames;
    private final Figure.Diagram diagram;
    private final DiagramMedium medium;
    private final DiagramTexts texts;
    private final Map<Figure.Place, NodePlace> nodes = new LinkedHashMap<>();
    private final List<EdgePlace> edges = new ArrayList<>();
    private final NodeSizes sizes;
    private double above;
    private double below;
    private double pitch;
    private double dropped;
    private final double[] columnX;
    /** Half the width of each column: of its widest node, name or factor. */
    private final double[] columnHalf;

    private final double[] labelWidths;
    private final double[] labelHeights;
    private final double header;
    private double width;
    private double height;

    /**
     * Lays out a diagram.
     *
     * @param frames the same diagram with different numbers: the layout has room for all
     */
    DiagramLayout(List<Figure.Diagram> frames, DiagramMedium medium) {
        this.frames = frames;
        this.medium = medium;
        diagram = frames.getFirst();
        texts = new DiagramTexts(diagram, medium);
        sizes = new NodeSizes(frames, medium, texts);
        columnX = new double[diagram.columns().size()];
        columnHalf = new double[columnX.length];
        labelWidths = new double[diagram.edges().size()];
        labelHeights = new double[labelWidths.length];
        Arrays.setAll(labelWidths, this::labelWidth);
        Arrays.setAll(labelHeights, this::labelHeight);
        header = diagram.columns().stream().anyMatch(column -> !column.name().isEmpty())
                ? medium.height(Role.LAYER) + medium.height(Role.WORDS) + medium.rowGap() / 2
                : 0;
        placeRows();
        Arrays.setAll(columnHalf, this::half);
        placeColumns();
        placeEdges();
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** How many labels found no place. */
    int dropped() {
        return (int) dropped;
    }

    NodePlace node(Figure.Place place) {
        return nodes.get(place);
    }

    List<NodePlace> nodes() {
        return List.copyOf(nodes.values());
    }

    List<EdgePlace> edges() {
        return edges;
    }

    // places

    private void placeRows() {
        for (Figure.Place place : diagram.places()) {
            NodePlace sized = sizes.of(place);
            nodes.put(place, sized);
            if (!isBias(place)) {
                above = Math.max(above, sizes.over(sized));
                below = Math.max(below, sizes.under(sized));
            }
        }
        pitch = whole(above + below + medium.rowGap());
        boolean even =
                diagram.columns().stream().allMatch(column -> column.nodes().size() <= MOST_EVEN + 1);
        for (int column = 0; column < diagram.columns().size(); column++) {
            placeRows(column, even);
        }
        if (!even) {
            spread();
        }
        double top = 0;
        double bottom = 0;
        for (NodePlace node : nodes.values()) {
            top = Math.min(top, node.y - sizes.over(node));
            bottom = Math.max(bottom, node.y + sizes.under(node));
        }
        double shift = header - top;
        nodes.replaceAll((place, node) -> inCells(node.at(0, node.y + shift)));
        height = header + bottom - top;
    }

    /** Places a column's nodes, whose middle is at 0; a bias follows below. */
    private void placeRows(int column, boolean even) {
        List<NodePlace> all = nodes.values().stream()
                .filter(node -> node.place.column() == column)
                .toList();
        double y = 0;
        double last = 0;
        for (int row = 0; row < all.size(); row++) {
            NodePlace node = all.get(row);
            if (row > 0) {
                boolean bias = isBias(node.place);
                double close = sizes.under(all.get(row - 1)) + sizes.over(node) + medium.rowGap();
                y += !even ? whole(close) : bias ? whole(below + sizes.over(node) + medium.rowGap()) : pitch;
            }
            last = isBias(node.place) ? last : y;
            nodes.put(node.place, node.at(0, y));
        }
        double middle = last / 2;
        nodes.replaceAll((place, node) -> place.column() == column ? node.at(0, node.y - middle) : node);
    }

    /** Moves the nodes of low columns apart, beside higher ones. */
    private void spread() {
        double[] reach = new double[columnX.length];
        for (NodePlace node : nodes.values()) {
            reach[node.place.column()] = Math.max(reach[node.place.column()], Math.abs(node.y));
        }
        double most = Arrays.stream(reach).max().orElse(0);
        nodes.replaceAll((place, node) -> {
            double own = reach[place.column()];
            double factor = own == 0 || medium.isText() ? 1 : Math.clamp(SPREAD * most / own, 1, MOST_SPREAD);
            return node.at(0, node.y * factor);
        });
    }

    /** A distance in whole cells of a text; an even number, so that its half is whole, too. */
    private double whole(double distance) {
        return medium.cell() == 0 ? distance : -2 * Math.floor(-distance / 2);
    }

    private boolean isBias(Figure.Place place) {
        return diagram.node(place).kind() == Figure.Node.Kind.BIAS;
    }

    private double half(int column) {
        double half = 0;
        Figure.Column of = diagram.columns().get(column);
        for (NodePlace node : nodes.values()) {
            if (node.place.column() == column) {
                Figure.Node figure = diagram.node(node.place);
                half = Math.max(half, node.halfWidth);
                half = Math.max(half, sizes.width(texts.below(figure)) / 2);
                half = Math.max(half, sizes.isNameAbove(node.place) ? texts.width(texts.name(figure)) / 2 : 0);
            }
        }
        for (Word word : header(of)) {
            half = Math.max(half, texts.width(word) / 2);
        }
        return half;
    }

    private List<Word> header(Figure.Column column) {
        List<Word> words = new ArrayList<>();
        if (!column.name().isEmpty()) {
            words.add(new Word(medium.name(column.name(), Role.LAYER), Role.LAYER));
            words.add(new Word(medium.name(column.words(), Role.WORDS), Role.WORDS));
        }
        return words;
    }

    private void placeColumns() {
        double x = columnHalf[0];
        columnX[0] = snapped(x);
        move(0);
        for (int column = 1; column < columnX.length; column++) {
            double least = widest(column) + medium.leastGap();
            if (!medium.isText()) {
                least = Math.max(least, SLOPE * (height - header));
            }
            double best = 0;
            double bestCost = Double.POSITIVE_INFINITY;
            for (double spread : medium.isText() ? TEXT_SPREADS : SPREADS) {
                double gap = Math.min(least * spread, Math.max(least, medium.mostGap()));
                columnX[column] = snapped(columnX[column - 1] + columnHalf[column - 1] + gap + columnHalf[column]);
                move(column);
                double cost = labels(column).cost() + (medium.isText() ? TEXT_ROOM : ROOM) * (spread - 1);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = columnX[column];
                }
            }
            columnX[column] = best;
            move(column);
        }
        width = columnX[columnX.length - 1] + columnHalf[columnX.length - 1];
    }

    private double snapped(double x) {
        return medium.cell() == 0 ? x : Math.rint(x);
    }

    private void move(int column) {
        nodes.replaceAll((place, node) -> place.column() == column ? inCells(node.at(columnX[column], node.y)) : node);
    }

    private NodePlace inCells(NodePlace node) {
        return medium.cell() == 0 ? node : node.inCells();
    }

    /** The width of the widest label between a column and the one before. */
    private double widest(int column) {
        double widest = 0;
        for (int i = 0; i < diagram.edges().size(); i++) {
            if (diagram.edges().get(i).to().column() == column) {
                widest = Math.max(widest, labelWidths[i]);
            }
        }
        return widest;
    }

    private double labelWidth(int edge) {
        double most = 0;
        for (Figure.Diagram frame : frames) {
            for (List<Word> line : texts.label(frame.edges().get(edge))) {
                most = Math.max(most, texts.width(line));
            }
        }
        return most == 0 ? 0 : most + 2 * medium.labelPaddingX();
    }

    private double labelHeight(int edge) {
        double sum = 0;
        for (List<Word> line : texts.label(diagram.edges().get(edge))) {
            sum += texts.height(line);
        }
        return sum + 2 * medium.labelPaddingY();
    }

    /** The labels between a column and the one before. */
    private EdgeLabels labels(int column) {
        List<EdgeLabels.Line> lines = new ArrayList<>();
        for (int i = 0; i < diagram.edges().size(); i++) {
            Figure.Edge edge = diagram.edges().get(i);
            if (edge.to().column() == column) {
                double[] ends = ends(edge);
                boolean faint = !diagram.sums().isEmpty() && !edge.lit();
                lines.add(new EdgeLabels.Line(
                        ends[0],
                        ends[1],
                        ends[2],
                        ends[3],
                        labelWidths[i],
                        labelHeights[i],
                        faint ? 0.3 : 1,
                        edge.name().isEmpty() && edge.factor() == null ? NEAR_OUTPUT : 0.5));
            }
        }
        List<Box> taken = new ArrayList<>();
        for (NodePlace node : nodes.values()) {
            if (node.place.column() == column || node.place.column() == column - 1) {
                taken.addAll(boxes(node));
            }
        }
        double from = columnX[column - 1];
        return new EdgeLabels(
                lines, taken, new Box(from, header, columnX[column] - from, height - header), medium.cell());
    }

    /** What a node covers: itself, its name above it, its factor below it. */
    private List<Box> boxes(NodePlace node) {
        List<Box> boxes = new ArrayList<>(List.of(node.box()));
        double margin = medium.isText() ? 1 : medium.labelPaddingX() / 2;
        for (Text text : texts(node, diagram)) {
            double high = medium.height(text.word.role());
            boxes.add(new Box(text.x - margin, text.y - high / 2, texts.width(text.word) + 2 * margin, high));
        }
        return boxes;
    }

    /** What the texts outside of a node cover: its name above it and its factor below it; empty if there are none. */
    List<Box> outside(NodePlace node) {
        List<Box> boxes = boxes(node);
        return boxes.stream().filter(box -> !node.box().grown(0.1).holds(box)).toList();
    }

    private void placeEdges() {
        Box[] labels = new Box[diagram.edges().size()];
        for (int column = 1; column < columnX.length; column++) {
            List<Box> placed = labels(column).places();
            int next = 0;
            for (int i = 0; i < labels.length; i++) {
                if (diagram.edges().get(i).to().column() == column) {
                    labels[i] = placed.get(next++);
                }
            }
        }
        for (int i = 0; i < labels.length; i++) {
            double[] ends = ends(diagram.edges().get(i));
            dropped += labels[i] == null && labelWidths[i] > 0 ? 1 : 0;
            edges.add(new EdgePlace(i, ends[0], ends[1], ends[2], ends[3], labels[i]));
        }
    }

    /** The ends of an edge, on the borders of its nodes. */
    private double[] ends(Figure.Edge edge) {
        NodePlace from = nodes.get(edge.from());
        NodePlace to = nodes.get(edge.to());
        double[] start = border(from, to.x - from.x, to.y - from.y);
        double[] end = border(to, from.x - to.x, from.y - to.y);
        return new double[] {start[0], start[1], end[0], end[1]};
    }

    /** The point on a node's border in a direction from its middle. */
    private static double[] border(NodePlace node, double dx, double dy) {
        double share = node.round
                ? node.halfWidth / Math.sqrt(dx * dx + dy * dy)
                : Math.min(
                        dx == 0 ? Double.POSITIVE_INFINITY : node.halfWidth / Math.abs(dx),
                        dy == 0 ? Double.POSITIVE_INFINITY : node.halfHeight / Math.abs(dy));
        return new double[] {node.x + share * dx, node.y + share * dy};
    }

    // texts

    /** The texts at a node in a frame. */
    List<Text> texts(NodePlace node, Figure.Diagram frame) {
        Figure.Node figure = frame.node(node.place);
        boolean outside = sizes.isNameAbove(node.place);
        List<Text> placed = new ArrayList<>();
        List<Word> lines = sizes.inside(figure, !outside);
        double y = node.y - sizes.height(lines) / 2;
        if (medium.isText()) {
            y = node.y - node.halfHeight;
        }
        y = column(lines, node.x, y, placed);
        if (outside) {
            Word name = texts.name(figure);
            column(List.of(name), node.x, node.y - node.halfHeight - medium.height(Role.NAME) - 1, placed);
        }
        column(texts.below(figure), node.x, node.y + node.halfHeight, placed);
        return placed;
    }

    /** Adds lines below one another, each in the middle. */
    private double column(List<Word> lines, double x, double top, List<Text> to) {
        double y = top;
        for (Word line : lines) {
            double high = medium.height(line.role());
            to.add(new Text(line, snapped(x - texts.width(line) / 2), y + high / 2));
            y += high;
        }
        return y;
    }

    /** The texts of an edge's label in a frame. */
    List<Text> texts(EdgePlace edge, Figure.Diagram frame) {
        List<Text> placed = new ArrayList<>();
        if (edge.label == null) {
            return placed;
        }
        List<List<Word>> lines = texts.label(frame.edges().get(edge.index));
        double y = edge.label.y() + medium.labelPaddingY();
        for (List<Word> line : lines) {
            double high = texts.height(line);
            double x = snapped(edge.label.x() + (edge.label.width() - texts.width(line)) / 2);
            for (Word word : line) {
                placed.add(new Text(word, x, y + high / 2));
                x += texts.width(word) + texts.space();
            }
            y += high;
        }
        return placed;
    }

    /** The names of the layers, above their columns. */
    List<Text> headers() {
        List<Text> placed = new ArrayList<>();
        for (int column = 0; column < columnX.length; column++) {
            Figure.Column of = diagram.columns().get(column);
            double top = of.nodes().isEmpty() ? height / 2 - medium.height(Role.LAYER) : 0;
            column(header(of), columnX[column], top, placed);
        }
        return placed;
    }

    DiagramTexts texts() {
        return texts;
    }
}
