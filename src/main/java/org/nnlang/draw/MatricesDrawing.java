package org.nnlang.draw;

import org.nnlang.picture.Figure;

/** Draws one matrix, or many as small pictures. */
final class MatricesDrawing implements SvgDrawing {
    private static final double MARGIN = Plane.MARGIN;
    private static final double NARROWEST = 240;

    private final Figure.Matrices figure;
    private final Content content;

    /** What is in the picture. */
    interface Content {
        /** How wide it is, without the picture's margins. */
        double width();

        /** Draws it below a height, from the left margin on, and returns where it ends. */
        double draw(SvgWriter out, double top);
    }

    MatricesDrawing(Figure.Matrices figure) {
        this.figure = figure;
        content = figure.matrices().size() == 1 ? new SingleMatrix(figure) : new SmallMatrices(figure);
    }

    @Override
    public double width() {
        double title = FontAdvances.width(figure.caption().title(), SvgPicture.TITLE_SIZE);
        return Math.clamp(Math.rint(Math.max(title, content.width()) + 2 * MARGIN + 1), NARROWEST, Plane.WIDTH);
    }

    @Override
    public double draw(SvgWriter out, double top) {
        return content.draw(out, top);
    }

    @Override
    public String description() {
        return AltText.of(figure);
    }
}
