package org.nnlang.draw;

import org.nnlang.picture.Figure;

/** A network in TikZ. */
final class TikzDiagram {
    private TikzDiagram() {}

    static String of(Figure.Diagram figure) {
        return "% " + Tex.comment(figure.caption().title()) + "\n";
    }
}
