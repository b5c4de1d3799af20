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
 * @param onColors whether they are drawn over colours, and need a rim that shows on all of them
 */
record SamplePoints(List<Figure.Point> points, List<String> classes, Axis target, boolean onColors) {
    private static final double RADIUS = 3.8;
    private static final double SMALL_RADIUS = 2.4;
    private static final int MANY = 300;
    private static final double HOLLOW = 1.8;
    private static final double RIM = 0.7;

    /** How far the white rim of points over colours reaches. */
    private static final double HALO = 1;

    /** How much wider than a point its ring is. */
    private static final double RING = 3.4;

    /** Draws the points in their order; neighbours that look alike share a group with their style. */
    void draw(SvgWriter out, Plane plane) {
        double radius = points.size() > MANY ? SMALL_RADIUS : RADIUS;
        Figure.Point last = null;
        for (Figure.Point point : points) {
            double x = plane.x().at(point.x());
            double y = plane.y().at(point.y());
            if (!Double.isFinite(x)
                    || !Double.isFinite(y)
                    || !plane.area().grown(1).holds(new Box(x, y, 0, 0))) {
                continue;
            }
            if (last == null || !looksAlike(last, point)) {
                if (last != null) {
                    out.close();
                }
                openGroup(out, point);
                last = point;
            }
            drawPoint(out, point, x, y, radius);
        }
        if (last != null) {
            out.close();
        }
    }

    private boolean looksAlike(Figure.Point a, Figure.Point b) {
        boolean sameColor = a.kind() < 0 ? b.kind() < 0 && a.target() == b.target() : a.kind() == b.kind();
        return sameColor && a.test() == b.test();
    }

    /** Begins a group in which points are filled or, if they are hollow, stroked with their colour. */
    private void openGroup(SvgWriter out, Figure.Point point) {
        out.open("g");
        if (point.test()) {
            out.fill(onColors ? Paint.WHITE : Paint.PAPER);
            color(out, "stroke", point).attribute("stroke-width", HOLLOW);
        } else {
            color(out, "fill", point);
            Paint rim = onColors ? Paint.DARK : point.kind() < 0 ? Paint.MUTED : Paint.PAPER;
            out.stroke(rim, RIM);
        }
    }

    private void drawPoint(SvgWriter out, Figure.Point point, double x, double y, double radius) {
        if (point.wrong()) {
            drawRing(out, x, y, radius + RING);
        }
        Marker marker = point.kind() < 0 ? Marker.CIRCLE : Marker.of(point.kind());
        double size = point.test() ? radius - 0.7 : radius;
        if (onColors) {
            double width = 2 * HALO + (point.test() ? HOLLOW : RIM);
            if (point.kind() < 0) {
                marker.open(out, x, y, size).stroke(Paint.DARK, width + 1.4).close();
            }
            marker.open(out, x, y, size).stroke(Paint.WHITE, width).close();
        }
        marker.open(out, x, y, size).close();
    }

    private void drawRing(SvgWriter out, double x, double y, double radius) {
        if (onColors) {
            out.circle(x, y, radius).noFill().stroke(Paint.WHITE, 3.4).close();
        }
        Paint paint = onColors ? Paint.DARK : Paint.INK;
        out.circle(x, y, radius).noFill().stroke(paint, 1.5).close();
    }

    private SvgWriter color(SvgWriter out, String property, Figure.Point point) {
        if (point.kind() >= 0) {
            return out.paint(property, Paint.series(point.kind()));
        }
        double share = target == null ? Double.NaN : AxisScale.share(target, point.target());
        return Double.isNaN(share)
                ? out.paint(property, Paint.MUTED)
                : out.attribute(property, "#" + Rgb.hex(ColorScale.VIRIDIS.rgb(share)));
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
        if (onColors && classes.isEmpty() && target != null && !points.isEmpty()) {
            double middle = target.from() / 2 + target.to() / 2;
            entries.add(entry("sample, coloured by its target", new Figure.Point(0, 0, -1, middle, false, false)));
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
                    "taken for another class",
                    (out, x, y) -> out.circle(x, y, RADIUS + 2)
                            .noFill()
                            .stroke(Paint.INK, 1.5)
                            .close()));
        }
        return entries;
    }

    private Legend.Entry entry(String name, Figure.Point sample) {
        return new Legend.Entry(name, (out, x, y) -> {
            SamplePoints plain = new SamplePoints(points, classes, target, false);
            plain.openGroup(out, sample);
            plain.drawPoint(out, sample, x, y, RADIUS);
            out.close();
        });
    }
}
