package org.nnlang.draw;

import java.util.List;
import org.nnlang.draw.DiagramMedium.Role;
import org.nnlang.picture.Figure;

/** A network in TikZ: the same places as in SVG, in points, with the formulas in TeX's own mathematics. */
final class TikzDiagram {
    private static final double SUM_LINE = 15;
    private static final double WIDEST = 4;

    private final Figure.Diagram figure;
    private final DiagramLayout layout;
    private final StringBuilder tex = new StringBuilder();

    private TikzDiagram(Figure.Diagram figure) {
        this.figure = figure;
        layout = new DiagramLayout(List.of(figure), DiagramMedium.PICTURE);
    }

    static String of(Figure.Diagram figure) {
        TikzDiagram diagram = new TikzDiagram(figure);
        diagram.draw();
        return diagram.tex.toString();
    }

    private void draw() {
        for (Paint paint : List.of(Paint.POSITIVE, Paint.NEGATIVE, Paint.VERMILION, Paint.MUTED, Paint.AXIS)) {
            line(TikzPicture.color(color(paint), paint));
        }
        line("\\begin{tikzpicture}[x=0.8pt, y=-0.8pt, every node/.style={inner sep=0.7pt}]");
        layout.edges().stream().filter(edge -> !isLit(edge)).forEach(this::edge);
        layout.edges().stream().filter(this::isLit).forEach(this::edge);
        layout.nodes().forEach(this::node);
        layout.headers().forEach(this::text);
        for (DiagramLayout.EdgePlace edge : layout.edges()) {
            if (edge.label() != null) {
                paper(edge.label());
                layout.texts(edge, figure).forEach(this::text);
            }
        }
        double y = layout.height() + SUM_LINE;
        for (Figure.Sum sum : figure.sums()) {
            for (String words : SumText.lines(sum)) {
                line("\\node[anchor=west] at (0," + number(y) + ") {\\footnotesize " + Tex.text(words) + "};");
                y += SUM_LINE;
            }
        }
        line("\\end{tikzpicture}");
    }

    private boolean isLit(DiagramLayout.EdgePlace edge) {
        return figure.edges().get(edge.index()).lit();
    }

    private void edge(DiagramLayout.EdgePlace place) {
        Figure.Edge edge = figure.edges().get(place.index());
        double share = figure.scale() == null || Double.isNaN(edge.value())
                ? 0
                : Math.min(1, Math.abs(edge.value()) / figure.scale().to());
        String style;
        if (edge.lit()) {
            style = color(Paint.VERMILION) + ", line width=1.6pt, latex-";
        } else if (share == 0) {
            style = color(Paint.AXIS) + "!50, line width=0.6pt";
        } else {
            style = color(edge.value() > 0 ? Paint.POSITIVE : Paint.NEGATIVE) + "!" + Math.round(40 + 60 * share)
                    + ", line width=" + number(0.8 + (WIDEST - 0.8) * share) + "pt";
        }
        line("\\draw[" + style + (edge.fixed() ? ", dashed" : "") + "] " + at(place.x1(), place.y1()) + " -- "
                + at(place.x2(), place.y2()) + ";");
    }

    private void node(DiagramLayout.NodePlace place) {
        Figure.Node node = figure.node(place.place());
        String style = node.lit() ? color(Paint.VERMILION) + ", line width=1.4pt" : color(Paint.AXIS);
        Box box = place.box();
        if (node.kind() == Figure.Node.Kind.GAP) {
            paper(box);
        } else if (place.round()) {
            line("\\filldraw[fill=white, draw=" + style + "] " + at(place.x(), place.y()) + " circle[radius="
                    + number(0.8 * place.halfWidth()) + "pt];");
        } else {
            line("\\filldraw[fill=white, rounded corners=2pt, draw=" + style + "] " + corners(box) + ";");
        }
        layout.outside(place).forEach(this::paper);
        layout.texts(place, figure).forEach(this::text);
    }

    /** Covers the lines below a label. */
    private void paper(Box box) {
        line("\\fill[white] " + corners(box) + ";");
    }

    private static String corners(Box box) {
        return at(box.x(), box.y()) + " rectangle " + at(box.right(), box.bottom());
    }

    private void text(DiagramLayout.Text text) {
        DiagramTexts.Word word = text.word();
        double middle = text.x() + layout.texts().width(word) / 2;
        String color = word.role().paint() == Paint.INK
                ? ""
                : "text=" + color(word.role().paint()) + ", ";
        String size = word.role() == Role.LARGE || word.role() == Role.LAYER ? "\\footnotesize " : "\\scriptsize ";
        line("\\node[" + color + "anchor=center] at " + at(middle, text.y()) + " {" + size + Tex.text(word.text())
                + "};");
    }

    private static String color(Paint paint) {
        return "nn" + paint.label();
    }

    private static String at(double x, double y) {
        return "(" + number(x) + "," + number(y) + ")";
    }

    private static String number(double value) {
        return SvgWriter.number(value);
    }

    private void line(String words) {
        tex.append(words).append('\n');
    }
}
