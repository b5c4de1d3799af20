package org.nnlang.draw;

import java.util.List;
import org.nnlang.picture.Figure;

/** Draws a network: circles for neurons, boxes for what is given, lines for weights, and what is lit in a strong colour. */
final class DiagramDrawing implements SvgDrawing {
    private static final double MARGIN = 12;
    private static final double LEAST_WIDTH = 420;
    private static final double SUM_SIZE = 12.5;
    private static final double SUM_LINE = 18;
    private static final double THIN = 1;
    private static final double WIDEST = 5;
    private static final double LIT = 2.5;
    private static final double ARROW = 8;
    private static final double CORNER = 4;
    private static final int DIGITS = 4;
    private static final int EXACT = 9;

    private final Figure.Diagram diagram;
    private final DiagramLayout layout;
    private final double width;

    DiagramDrawing(Figure.Diagram diagram) {
        this(diagram, new DiagramLayout(List.of(diagram), DiagramMedium.PICTURE));
    }

    /** A frame of an animation; all have the layout that has room for each. */
    DiagramDrawing(Figure.Diagram diagram, DiagramLayout layout) {
        this.diagram = diagram;
        this.layout = layout;
        width = Math.rint(Math.max(LEAST_WIDTH, layout.width() + 2 * MARGIN) + 0.5);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("A network:");
        for (Figure.Column column : diagram.columns()) {
            if (!column.name().isEmpty()) {
                text.append(' ').append(column.name()).append(" (").append(column.words());
                for (Figure.Node node : column.nodes()) {
                    boolean bias = node.kind() == Figure.Node.Kind.BIAS;
                    text.append(bias ? "; bias " : "; ").append(node.name());
                    for (Figure.Reading reading : node.readings()) {
                        text.append(' ').append(DiagramMedium.PICTURE.reading(reading));
                    }
                }
                text.append(").");
            }
        }
        for (Figure.Sum sum : diagram.sums()) {
            text.append(' ')
                    .append(sum.name())
                    .append(" = ")
                    .append(NumberLabel.of(sum.value(), EXACT))
                    .append('.');
        }
        return text.toString();
    }

    @Override
    public double draw(SvgWriter out, double top) {
        double left = (width - layout.width()) / 2;
        double y = top + 6;
        out.open("g").attribute("transform", "translate(" + SvgWriter.number(left) + " " + SvgWriter.number(y) + ")");
        layout.edges().stream().filter(edge -> !isLit(edge)).forEach(edge -> line(out, edge));
        layout.edges().stream().filter(this::isLit).forEach(edge -> line(out, edge));
        layout.nodes().forEach(node -> node(out, node));
        texts(out, layout.headers());
        for (DiagramLayout.EdgePlace edge : layout.edges()) {
            if (edge.label() != null) {
                paper(out, edge.label());
                texts(out, layout.texts(edge, diagram));
            }
        }
        out.close();
        y += layout.height() + 8;
        if (diagram.scale() != null) {
            y = legend(out, y);
        }
        for (Figure.Sum sum : diagram.sums()) {
            for (String line : SumText.lines(sum)) {
                for (String part : TextBlock.wrap(line, SUM_SIZE, width - 2 * MARGIN)) {
                    y += SUM_LINE;
                    out.text(new Label(part, MARGIN, y - 4, SUM_SIZE, Label.Anchor.START, Paint.INK));
                }
            }
        }
        return y + 4;
    }

    private boolean isLit(DiagramLayout.EdgePlace edge) {
        return diagram.edges().get(edge.index()).lit();
    }

    private void line(SvgWriter out, DiagramLayout.EdgePlace place) {
        Figure.Edge edge = diagram.edges().get(place.index());
        double x2 = place.x2();
        double y2 = place.y2();
        double x1 = place.x1();
        double y1 = place.y1();
        if (edge.lit()) {
            double length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
            x1 += (x2 - x1) / length * ARROW * 0.8;
            y1 += (y2 - y1) / length * ARROW * 0.8;
        }
        out.line(x1, y1, x2, y2);
        stroke(out, edge);
        if (edge.fixed()) {
            out.attribute("stroke-dasharray", "5 3");
        }
        if (!edge.name().isEmpty() && !edge.readings().isEmpty() || Double.isFinite(edge.value())) {
            String name = edge.name().isEmpty() ? diagram.node(edge.from()).name() : edge.name();
            out.open("title")
                    .content(name + " " + NumberLabel.of(edge.value(), EXACT))
                    .close();
        }
        out.close();
        if (edge.lit()) {
            arrow(out, place);
        }
    }

    /** The colour of a sign, as strong and as wide as the value is large. */
    private void stroke(SvgWriter out, Figure.Edge edge) {
        if (edge.lit()) {
            out.stroke(Paint.VERMILION, LIT);
        } else if (Double.isNaN(edge.value()) || diagram.scale() == null || edge.value() == 0) {
            out.stroke(Paint.AXIS, THIN).attribute("stroke-opacity", 0.5);
        } else {
            double share = Math.min(1, Math.abs(edge.value()) / diagram.scale().to());
            out.stroke(edge.value() > 0 ? Paint.POSITIVE : Paint.NEGATIVE, THIN + (WIDEST - THIN) * share)
                    .attribute("stroke-opacity", 0.4 + 0.6 * share);
        }
    }

    /** The head of an arrow that leads back, at the beginning of an edge. */
    private void arrow(SvgWriter out, DiagramLayout.EdgePlace place) {
        double dx = place.x2() - place.x1();
        double dy = place.y2() - place.y1();
        double length = Math.sqrt(dx * dx + dy * dy);
        dx *= ARROW / length;
        dy *= ARROW / length;
        PathData head = new PathData()
                .move(place.x1(), place.y1())
                .line(place.x1() + dx - dy * 0.45, place.y1() + dy + dx * 0.45)
                .line(place.x1() + dx + dy * 0.45, place.y1() + dy - dx * 0.45)
                .close();
        out.path(head).fill(Paint.VERMILION).close();
    }

    private void node(SvgWriter out, DiagramLayout.NodePlace place) {
        Figure.Node node = diagram.node(place.place());
        if (node.kind() == Figure.Node.Kind.GAP) {
            paper(out, place.box());
        } else {
            if (place.round()) {
                out.circle(place.x(), place.y(), place.halfWidth());
            } else {
                Box box = place.box();
                out.rectangle(box.x(), box.y(), box.width(), box.height()).attribute("rx", CORNER);
            }
            boolean given = node.kind() == Figure.Node.Kind.INPUT || node.kind() == Figure.Node.Kind.BIAS;
            out.fill(Paint.PAPER)
                    .stroke(node.lit() ? Paint.VERMILION : Paint.AXIS, node.lit() ? 2 : given ? 1 : 1.5)
                    .close();
        }
        layout.outside(place).forEach(box -> paper(out, box));
        texts(out, layout.texts(place, diagram));
    }

    /** Covers the lines below a label. */
    private static void paper(SvgWriter out, Box box) {
        out.rectangle(box.x(), box.y(), box.width(), box.height())
                .attribute("rx", 3)
                .fill(Paint.PAPER)
                .close();
    }

    private static void texts(SvgWriter out, List<DiagramLayout.Text> texts) {
        for (DiagramLayout.Text text : texts) {
            DiagramMedium.Role role = text.word().role();
            double baseline = Label.baseline(text.y(), role.size());
            out.text(new Label(text.word().text(), text.x(), baseline, role.size(), Label.Anchor.START, role.paint()));
        }
    }

    /** What the colours and widths mean. */
    private double legend(SvgWriter out, double top) {
        double y = top + 12;
        double x = MARGIN;
        String most =
                "below 0; the widest line is " + NumberLabel.of(diagram.scale().to(), DIGITS);
        String[] words = {diagram.scale().label() + ":", "above 0", most};
        Paint[] paints = {null, Paint.POSITIVE, Paint.NEGATIVE};
        for (int i = 0; i < words.length; i++) {
            if (paints[i] != null) {
                out.line(x, y - 4, x + 22, y - 4).stroke(paints[i], WIDEST - 1).close();
                x += 28;
            }
            Label label = new Label(words[i], x, y, SvgPicture.SMALL_SIZE, Label.Anchor.START, Paint.MUTED);
            out.text(label);
            x += label.width() + 14;
        }
        return y + 6;
    }
}
