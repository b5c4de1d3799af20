package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Figure;

/** Draws curves: each is named where it ends, or in a legend if the names don't fit there. */
final class LinesDrawing implements SvgDrawing {
    private static final double HEIGHT = 250;
    private static final double SIZE = SvgPicture.TEXT_SIZE;
    private static final double SMALL = SvgPicture.SMALL_SIZE;
    private static final double LINE = 15.5;
    private static final double WIDEST_NAME = 120;

    /** From the end of a curve to its name. */
    private static final double LEADER = 16;

    private static final double MARK_ROW = 15;
    /** More vertical lines are pale. */
    private static final int MANY_MARKS = 12;

    private static final double RUG = 7;
    /** The height of a row of names above them. */
    private static final double RUG_ROW = 17;

    /** Curves with so few points have a dot at each. */
    private static final int FEW = 25;

    private final Figure.Lines figure;
    private final int[] colors;

    LinesDrawing(Figure.Lines figure) {
        this.figure = figure;
        colors = figure.families();
    }

    @Override
    public double width() {
        return Plane.WIDTH;
    }

    @Override
    public double draw(SvgWriter out, double top) {
        boolean named = isNamedByAxis();
        boolean direct = !named && namesFitAtEnds();
        double y = top;
        if (!named && !direct) {
            y = Legend.draw(out, legend(), y);
        }
        double right = 0;
        for (Figure.Curve curve : direct ? figure.curves() : List.<Figure.Curve>of()) {
            right = Math.max(right, LEADER + 4 + FontAdvances.width(curve.name(), SIZE));
        }
        double marks = hasNamedMarks() ? MARK_ROW : 0;
        Plane plane = Plane.of(figure.x(), figure.y(), y, HEIGHT + marks, right, figure.counts());
        plane.drawGrid(out);
        drawMarks(out, plane);
        drawCurves(out, plane);
        plane.drawAxes(out);
        drawRug(out, plane);
        if (direct) {
            drawNames(out, plane);
        }
        return plane.bottom();
    }

    private boolean isNamedByAxis() {
        return figure.curves().isEmpty()
                || figure.curves().size() == 1
                        && figure.curves().getFirst().name().equals(figure.y().label());
    }

    private boolean namesFitAtEnds() {
        if (figure.curves().size() * LINE > HEIGHT) {
            return false;
        }
        for (Figure.Curve curve : figure.curves()) {
            int last = last(curve);
            boolean atEnd = last >= 0 && AxisScale.share(figure.x(), curve.x()[last]) > 0.9;
            if (!atEnd || FontAdvances.width(curve.name(), SIZE) > WIDEST_NAME) {
                return false;
            }
        }
        return true;
    }

    /** The last point that is drawn, or -1. */
    private int last(Figure.Curve curve) {
        for (int i = curve.x().length - 1; i >= 0; i--) {
            if (isDrawn(curve, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isDrawn(Figure.Curve curve, int i) {
        return i >= 0
                && i < curve.x().length
                && Double.isFinite(AxisScale.share(figure.x(), curve.x()[i]))
                && Double.isFinite(AxisScale.share(figure.y(), curve.y()[i]));
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < colors.length; i++) {
            int index = i;
            entries.add(new Legend.Entry(figure.curves().get(i).name(), (out, x, y) -> {
                out.line(x - Legend.SAMPLE / 2, y, x + Legend.SAMPLE / 2, y);
                style(out, index).close();
            }));
        }
        return entries;
    }

    private SvgWriter style(SvgWriter out, int index) {
        out.stroke(Paint.series(colors[index]), 2);
        boolean secondary = figure.curves().get(index).secondary();
        String dashes = secondary ? Strokes.SECONDARY : Strokes.dashes(colors[index]);
        return dashes.isEmpty() ? out : out.attribute("stroke-dasharray", dashes);
    }

    private void drawCurves(SvgWriter out, Plane plane) {
        plane.openClipped(out);
        for (int i = 0; i < colors.length; i++) {
            Figure.Curve curve = figure.curves().get(i);
            PathData path = new PathData();
            for (int p = 0; p < curve.x().length; p++) {
                if (!isDrawn(curve, p)) {
                    continue;
                }
                double x = plane.x().at(curve.x()[p]);
                double y = plane.y().at(curve.y()[p]);
                if (isDrawn(curve, p - 1)) {
                    path.line(x, y);
                } else if (isDrawn(curve, p + 1)) {
                    path.move(x, y);
                }
            }
            if (!path.isEmpty()) {
                style(out.path(path).noFill(), i)
                        .attribute("stroke-linejoin", "round")
                        .close();
            }
        }
        out.close();
        for (int i = 0; i < colors.length; i++) {
            drawDots(out, plane, i);
        }
    }

    /** Dots at the points of short curves, and at points without neighbours, which no line reaches. */
    private void drawDots(SvgWriter out, Plane plane, int index) {
        Figure.Curve curve = figure.curves().get(index);
        for (int p = 0; p < curve.x().length; p++) {
            boolean alone = !isDrawn(curve, p - 1) && !isDrawn(curve, p + 1);
            if (isDrawn(curve, p) && (alone || curve.x().length <= FEW)) {
                double x = plane.x().at(curve.x()[p]);
                double y = plane.y().at(curve.y()[p]);
                if (plane.area().grown(1).holds(new Box(x, y, 0, 0))) {
                    out.circle(x, y, alone ? 3.5 : 2.6)
                            .fill(Paint.series(colors[index]))
                            .close();
                }
            }
        }
    }

    private void drawNames(SvgWriter out, Plane plane) {
        double[] wanted = new double[colors.length];
        for (int i = 0; i < wanted.length; i++) {
            Figure.Curve curve = figure.curves().get(i);
            wanted[i] = Math.clamp(
                    plane.y().at(curve.y()[last(curve)]),
                    plane.area().y(),
                    plane.area().bottom());
        }
        double[] placed = LabelPlacer.spread(
                wanted, LINE, plane.area().y() - LINE / 2, plane.area().bottom() + LINE / 2);
        for (int i = 0; i < wanted.length; i++) {
            Figure.Curve curve = figure.curves().get(i);
            double from = plane.x().at(curve.x()[last(curve)]) + 3;
            double to = plane.area().right() + LEADER;
            PathData leader = new PathData().move(from, wanted[i]);
            leader.curve((from + to) / 2, wanted[i], (from + to) / 2, placed[i], to, placed[i]);
            out.path(leader)
                    .noFill()
                    .stroke(Paint.series(colors[i]), 1)
                    .attribute("stroke-opacity", 0.7)
                    .close();
            double baseline = Label.baseline(placed[i], SIZE);
            out.text(new Label(curve.name(), to + 4, baseline, SIZE, Label.Anchor.START, Paint.INK));
        }
    }

    private boolean hasNamedMarks() {
        for (Figure.Mark mark : figure.marks()) {
            if (!mark.name().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Vertical lines, with their names in a row at the top, as far as they fit. */
    private void drawMarks(SvgWriter out, Plane plane) {
        Box area = plane.area();
        LabelPlacer placer = new LabelPlacer(new Box(area.x(), area.y() - 2, area.width(), MARK_ROW + 2));
        for (Figure.Mark mark : figure.marks()) {
            double x = plane.x().at(mark.at());
            if (!(x >= area.x() && x <= area.right())) {
                continue;
            }
            double line = Plane.half(x);
            out.line(line, area.y(), line, area.bottom())
                    .stroke(figure.marks().size() > MANY_MARKS ? Paint.GRID : Paint.AXIS, 1)
                    .attribute("stroke-dasharray", "2 3")
                    .close();
            double y = area.y() + SMALL - 1;
            Label label = placer.place(
                    List.of(
                            new Label(mark.name(), x + 4, y, SMALL, Label.Anchor.START, Paint.MUTED),
                            new Label(mark.name(), x - 4, y, SMALL, Label.Anchor.END, Paint.MUTED)),
                    3);
            if (label != null) {
                out.haloed(label);
            }
        }
    }

    /** Short lines at the axis below, with their names above them, in up to three rows. */
    private void drawRug(SvgWriter out, Plane plane) {
        Box area = plane.area();
        LabelPlacer placer = new LabelPlacer(new Box(area.x(), area.bottom() - RUG - 3 * RUG_ROW, area.width(), 60));
        for (Figure.Mark tick : figure.ticks()) {
            double x = plane.x().at(tick.at());
            if (!(x >= area.x() && x <= area.right())) {
                continue;
            }
            out.line(x, area.bottom() - RUG, x, area.bottom())
                    .stroke(Paint.INK, 1.5)
                    .close();
            List<Label> choices = new ArrayList<>();
            for (int row = 0; row < 3; row++) {
                double y = area.bottom() - RUG - 4 - row * RUG_ROW;
                choices.add(new Label(tick.name(), x, y, SMALL, Label.Anchor.MIDDLE, Paint.INK));
            }
            Label label = placer.place(choices, 2);
            if (label != null) {
                out.haloed(label);
            }
        }
    }

    @Override
    public String description() {
        return AltText.of(figure);
    }
}
