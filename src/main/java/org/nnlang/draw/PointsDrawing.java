package org.nnlang.draw;

import org.nnlang.picture.Figure;

/** Draws samples in a plane. */
final class PointsDrawing implements SvgDrawing {
    /** The height of pictures of a plane. */
    static final double HEIGHT = 320;

    private final Figure.Points figure;
    private final SamplePoints samples;

    PointsDrawing(Figure.Points figure) {
        this.figure = figure;
        samples = new SamplePoints(figure.points(), figure.classes(), figure.target(), false);
    }

    @Override
    public double width() {
        return Plane.WIDTH;
    }

    @Override
    public double draw(SvgWriter out, double top) {
        double y = Legend.draw(out, samples.legend(), top);
        boolean colored = figure.classes().isEmpty() && figure.target() != null;
        ColorBar bar = colored ? new ColorBar(figure.target(), ColorScale.VIRIDIS, HEIGHT) : null;
        Plane plane = Plane.of(figure.x(), figure.y(), y, HEIGHT, colored ? bar.width() : 0, false);
        plane.drawGrid(out);
        samples.draw(out, plane);
        if (colored) {
            plane.drawAxes(out, bar.roomForName());
            bar.draw(out, plane.area(), Plane.WIDTH - Plane.MARGIN);
        } else {
            plane.drawAxes(out);
        }
        return plane.bottom();
    }

    @Override
    public String description() {
        return AltText.of(figure);
    }
}
