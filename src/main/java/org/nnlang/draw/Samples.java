package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;

/**
 * Samples as points: a class by its colour and shape, a target by its colour, test samples hollow, wrong ones in a ring.
 *
 * @param classes names of the classes; empty if points have a target
 * @param target what colours points without a class
 * @param onColours whether they are drawn over colours, and need a rim that shows on all of them
 */
record Samples(List<Figure.Point> points, List<String> classes, Axis target, boolean onColours) {
    private static final double RADIUS = 3.8;
    private static final double SMALL_RADIUS = 2.4;
    private static final int MANY = 300;

    /** How much wider than a point its ring is. */
    private static final double RING = 3.4;

    void draw(SvgWriter out, Plane plane) {
        double radius = points.size() > MANY ? SMALL_RADIUS : RADIUS;
        for (Figure.Point point : points) {
            double x = plane.x().at(point.x());
            double y = plane.y().at(point.y());
            if (Double.isFinite(x)
                    && Double.isFinite(y)
                    && plane.area().grown(1).holds(new Box(x, y, 0, 0))) {
                draw(out, point, x, y, radius);
            }
        }
    }

    private void draw(SvgWriter out, Figure.Point point, double x, double y, double radius) {
        if (point.wrong()) {
            drawRing(out, x, y, radius);
        }
        Marker marker = point.kind() < 0 ? Marker.CIRCLE : Marker.of(point.kind());
        double size = point.test() ? radius - 0.7 : radius;
        if (onColours) {
            marker.open(out, x, y, size + 0.6)
                    .noFill()
                    .stroke(Paint.WHITE, point.test() ? 3.2 : 2.2)
                    .close();
        }
        if (point.test()) {
            marker.open(out, x, y, size).fill(onColours ? Paint.WHITE : Paint.PAPER);
            colour(out, "stroke", point).attribute("stroke-width", 1.8).close();
        } else {
            colour(marker.open(out, x, y, size), "fill", point);
            Paint rim = onColours ? Paint.DARK : point.kind() < 0 ? Paint.MUTED : Paint.PAPER;
            out.stroke(rim, 0.7).close();
        }
    }

    private void drawRing(SvgWriter out, double x, double y, double radius) {
        if (onColours) {
            out.circle(x, y, radius + RING).noFill().stroke(Paint.WHITE, 3.4).close();
        }
        out.circle(x, y, radius + RING)
                .noFill()
                .stroke(onColours ? Paint.DARK : Paint.INK, 1.5)
                .close();
    }

    private SvgWriter colour(SvgWriter out, String property, Figure.Point point) {
        if (point.kind() < 0) {
            double share = target == null ? Double.NaN : AxisScale.share(target, point.target());
            return Double.isNaN(share)
                    ? out.paint(property, Paint.MUTED)
                    : out.attribute(property, ColourMap.hex(ColourMap.viridis(share)));
        }
        return out.paint(property, Paint.series(point.kind()));
    }

    /** The classes, and what hollow and ringed points are, if there are any. */
    List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        boolean tests = false;
        boolean wrong = false;
        boolean known = false;
        for (Figure.Point point : points) {
            tests |= point.test();
            known |= !point.test();
            wrong |= point.wrong();
        }
        for (int i = 0; i < classes.size() && !points.isEmpty(); i++) {
            Figure.Point sample = new Figure.Point(0, 0, i, 0, false, false);
            entries.add(entry(classes.get(i), sample));
        }
        if (tests) {
            entries.add(new Legend.Entry(
                    known ? "test sample" : "test samples",
                    (out, x, y) -> out.circle(x, y, 3.1)
                            .noFill()
                            .stroke(Paint.MUTED, 1.8)
                            .close()));
        }
        if (wrong) {
            entries.add(new Legend.Entry(
                    "wrong",
                    (out, x, y) -> out.circle(x, y, RADIUS + 2)
                            .noFill()
                            .stroke(Paint.INK, 1.5)
                            .close()));
        }
        return entries;
    }

    private Legend.Entry entry(String name, Figure.Point sample) {
        return new Legend.Entry(
                name, (out, x, y) -> new Samples(points, classes, target, false).draw(out, sample, x, y, RADIUS));
    }
}
