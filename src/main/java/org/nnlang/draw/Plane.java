package org.nnlang.draw;

import java.util.List;
import org.nnlang.picture.Axis;

/**
 * A rectangle between an axis below and one on the left, with their round numbers, names and grid.
 *
 * @param area the rectangle
 * @param x where the numbers of the axis below are
 * @param y where the numbers of the axis on the left are; both ends are the area's edges
 */
record Plane(Box area, AxisScale x, AxisScale y, Ticks xTicks, Ticks yTicks) {
    /** The width of all pictures with axes. */
    static final double WIDTH = 480;

    /** What is left free at the picture's edges. */
    static final double MARGIN = 10;

    static final double TICK_SIZE = SvgPicture.SMALL_SIZE;
    private static final double NAME_SIZE = SvgPicture.TEXT_SIZE;
    private static final double NAME_LINE = 16;
    private static final double TICK_LENGTH = 4;
    private static final double GAP = 5;

    /** The least distance between the middles of numbers on the left. */
    private static final double Y_STEP = 32;

    /** Numbers below must be so far apart. */
    private static final double X_GAP = 14;

    private static final int MOST = 9;

    /**
     * Lays a plane out.
     *
     * @param top where it begins, with the name of the axis on the left
     * @param height of the rectangle
     * @param right how much room is left free at the right, beyond the margin
     * @param whole whether the axis below counts something
     */
    static Plane of(Axis xAxis, Axis yAxis, double top, double height, double right, boolean whole) {
        Ticks yTicks = Ticks.of(yAxis, Math.clamp((int) (height / Y_STEP), 2, MOST));
        double left = MARGIN + widest(yTicks.labels(), TICK_SIZE) + GAP;
        double width = WIDTH - MARGIN - right - left;
        Ticks xTicks = null;
        for (int most = MOST; most >= 1; most--) {
            xTicks = Ticks.of(xAxis, most, whole);
            AxisScale scale = new AxisScale(xAxis, 0, width);
            width -= overhang(xTicks, scale, width + right);
            if (fit(xTicks, new AxisScale(xAxis, 0, width))) {
                break;
            }
        }
        Box area = new Box(left, top + nameHeight(yAxis), width, height);
        return new Plane(
                area,
                new AxisScale(xAxis, area.x(), area.right()),
                new AxisScale(yAxis, area.bottom(), area.y()),
                xTicks,
                yTicks);
    }

    private static double nameHeight(Axis axis) {
        return axis.label().isEmpty() ? TICK_SIZE / 2 : NAME_LINE + 4;
    }

    /** By how much the last number would leave a width. */
    private static double overhang(Ticks ticks, AxisScale scale, double width) {
        int last = ticks.at().length - 1;
        if (last < 0) {
            return 0;
        }
        double half = FontAdvances.width(ticks.labels().get(last), TICK_SIZE) / 2;
        return Math.max(0, scale.at(ticks.at()[last]) + half - width - MARGIN / 2);
    }

    private static boolean fit(Ticks ticks, AxisScale scale) {
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.at().length; i++) {
            double middle = scale.at(ticks.at()[i]);
            double half = FontAdvances.width(ticks.labels().get(i), TICK_SIZE) / 2;
            if (middle - half < end) {
                return false;
            }
            end = middle + half + X_GAP;
        }
        return true;
    }

    static double widest(List<String> texts, double size) {
        double widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, FontAdvances.width(text, size));
        }
        return widest;
    }

    /** Where the plane ends, with the numbers and the name below. */
    double bottom() {
        return numbersBottom() + (x.axis().label().isEmpty() ? 0 : NAME_LINE);
    }

    private double numbersBottom() {
        return area.bottom() + TICK_LENGTH + TICK_SIZE + 5;
    }

    /** Draws lines at the numbers on the left, and at 0 if the axes pass it. */
    void drawGrid(SvgWriter out) {
        out.open("g").stroke(Paint.GRID, 1);
        for (double at : yTicks.at()) {
            double place = half(y.at(at));
            out.line(area.x(), place, area.right(), place).close();
        }
        out.close();
        if (!y.axis().log() && y.axis().from() < 0 && y.axis().to() > 0) {
            double zero = half(y.at(0));
            out.line(area.x(), zero, area.right(), zero).stroke(Paint.AXIS, 1).close();
        }
        if (!x.axis().log() && x.axis().from() < 0 && x.axis().to() > 0) {
            double zero = half(x.at(0));
            out.line(zero, area.y(), zero, area.bottom()).stroke(Paint.GRID, 1).close();
        }
    }

    /** Draws the axis below, and the numbers and names of both. */
    void drawAxes(SvgWriter out) {
        drawAxes(out, WIDTH - 2 * MARGIN);
    }

    /**
     * @param nameWidth how wide the name of the axis on the left may be
     */
    void drawAxes(SvgWriter out, double nameWidth) {
        drawAxisBelow(out);
        out.open("g").stroke(Paint.AXIS, 1);
        for (double at : xTicks.at()) {
            double place = half(x.at(at));
            out.line(place, area.bottom(), place, area.bottom() + TICK_LENGTH).close();
        }
        for (double at : xTicks.minor()) {
            double place = half(x.at(at));
            out.line(place, area.bottom(), place, area.bottom() + TICK_LENGTH / 2)
                    .close();
        }
        out.close();
        for (int i = 0; i < xTicks.at().length; i++) {
            String text = xTicks.labels().get(i);
            double half = FontAdvances.width(text, TICK_SIZE) / 2;
            double place = Math.clamp(x.at(xTicks.at()[i]), half, WIDTH - half);
            out.text(new Label(text, place, numbersBottom() - 3, TICK_SIZE, Label.Anchor.MIDDLE, Paint.MUTED));
        }
        drawNumbersOnTheLeft(out, nameWidth);
        drawNameBelow(out, numbersBottom());
    }

    void drawAxisBelow(SvgWriter out) {
        double bottom = half(area.bottom());
        out.line(area.x(), bottom, area.right(), bottom).stroke(Paint.AXIS, 1).close();
    }

    void drawNumbersOnTheLeft(SvgWriter out, double nameWidth) {
        for (int i = 0; i < yTicks.at().length; i++) {
            double place = Label.baseline(y.at(yTicks.at()[i]), TICK_SIZE);
            String text = yTicks.labels().get(i);
            out.text(new Label(text, area.x() - GAP, place, TICK_SIZE, Label.Anchor.END, Paint.MUTED));
        }
        String name = TextBlock.shorten(y.axis().label(), NAME_SIZE, nameWidth);
        if (!name.isEmpty()) {
            out.text(new Label(name, MARGIN, area.y() - 10, NAME_SIZE, Label.Anchor.START, Paint.MUTED));
        }
    }

    /** Draws the name of the axis below under its numbers, and returns where it ends. */
    double drawNameBelow(SvgWriter out, double top) {
        String name = TextBlock.shorten(x.axis().label(), NAME_SIZE, WIDTH - 2 * MARGIN);
        if (!name.isEmpty()) {
            double half = FontAdvances.width(name, NAME_SIZE) / 2;
            double middle = Math.clamp(area.x() + area.width() / 2, MARGIN + half, WIDTH - MARGIN - half);
            out.text(new Label(name, middle, top + NAME_LINE - 4, NAME_SIZE, Label.Anchor.MIDDLE, Paint.MUTED));
        }
        return top + (name.isEmpty() ? 0 : NAME_LINE);
    }

    /** Begins a group of which only what is in the rectangle is seen. */
    SvgWriter openClipped(SvgWriter out) {
        String id = out.newId("area");
        out.open("clipPath").id(id);
        out.rectangle(area.x(), area.y(), area.width(), area.height()).close().close();
        return out.open("g").attribute("clip-path", out.reference(id));
    }

    /** The middle of a pixel, on which a line of width 1 is sharp. */
    static double half(double place) {
        return Math.floor(place) + 0.5;
    }
}
