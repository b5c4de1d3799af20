package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.picture.RoundNumbers;

/** Draws bars that have names, or those of a histogram. */
final class BarsDrawing implements SvgDrawing {
    private static final double HEIGHT = 250;
    private static final double SIZE = SvgPicture.SMALL_SIZE;
    private static final double LINE = 14;
    private static final int MOST_LINES = 4;
    private static final double LONGEST_NAME = 130;

    /** The share of its room that a bar fills, and the most that it takes. */
    private static final double FILLED = 0.72;

    private static final double WIDEST = 56;
    private static final int DIGITS = 3;

    /** How much of the range is left free for the numbers at the ends of bars. */
    private static final double HEADROOM = 0.08;

    private final Figure.Bars figure;

    BarsDrawing(Figure.Bars figure) {
        this.figure = figure;
    }

    @Override
    public double width() {
        return Plane.WIDTH;
    }

    private boolean isHistogram() {
        return figure.names().isEmpty();
    }

    @Override
    public double draw(SvgWriter out, double top) {
        int count = figure.values().length;
        Axis below = isHistogram() ? figure.x() : Axis.linear(figure.x().label(), 0, Math.max(count, 1));
        Plane plane = Plane.of(below, withHeadroom(figure.y()), top, HEIGHT, 0, isWhole());
        plane.drawGrid(out);
        for (int i = 0; i < count; i++) {
            drawBar(out, plane, i);
        }
        drawNumbers(out, plane);
        if (isHistogram()) {
            plane.drawAxes(out);
            return plane.bottom();
        }
        plane.drawNumbersOnTheLeft(out, Plane.WIDTH - 2 * Plane.MARGIN);
        double bottom = drawNames(out, plane);
        return plane.drawNameBelow(out, bottom);
    }

    private boolean isWhole() {
        for (double edge : figure.edges()) {
            if (edge != Math.rint(edge)) {
                return false;
            }
        }
        return true;
    }

    private static Axis withHeadroom(Axis axis) {
        double more = HEADROOM * (axis.to() - axis.from());
        double to = axis.to() > 0 ? axis.to() + more : axis.to();
        double from = axis.from() < 0 ? axis.from() - more : axis.from();
        return axis.log() || Double.isInfinite(to - from) ? axis : Axis.linear(axis.label(), from, to);
    }

    private double left(Plane plane, int index) {
        if (isHistogram()) {
            return plane.x().at(figure.edges()[index]) + 0.5;
        }
        return (plane.x().at(index) + plane.x().at(index + 1.0)) / 2 - thickness(plane) / 2;
    }

    private double thickness(Plane plane) {
        return Math.min(WIDEST, FILLED * slot(plane));
    }

    private double right(Plane plane, int index) {
        return isHistogram() ? plane.x().at(figure.edges()[index + 1]) - 0.5 : left(plane, index) + thickness(plane);
    }

    private double slot(Plane plane) {
        return plane.area().width() / Math.max(figure.values().length, 1);
    }

    private static double base(Plane plane) {
        return plane.y().axis().log() ? plane.area().bottom() : plane.y().at(0);
    }

    private void drawBar(SvgWriter out, Plane plane, int index) {
        double value = figure.values()[index];
        double end = plane.y().at(value);
        if (!Double.isFinite(end)) {
            return;
        }
        double left = left(plane, index);
        double width = Math.max(right(plane, index) - left, 0.3);
        double base = base(plane);
        out.rectangle(left, Math.min(base, end), width, Math.abs(end - base))
                .fill(value < 0 ? Paint.NEGATIVE : Paint.POSITIVE)
                .close();
    }

    /** Numbers at the ends of the bars, if there is room for all. */
    private void drawNumbers(SvgWriter out, Plane plane) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < figure.values().length; i++) {
            double value = figure.values()[i];
            double middle = (left(plane, i) + right(plane, i)) / 2;
            double end = Double.isNaN(value) ? base(plane) : plane.y().at(value);
            double baseline = value < 0 ? end + SIZE + 1 : end - 3;
            Label label =
                    new Label(NumberLabel.of(value, DIGITS), middle, baseline, SIZE, Label.Anchor.MIDDLE, Paint.INK);
            double room = isHistogram() ? right(plane, i) - left(plane, i) : slot(plane);
            if (label.width() > room - 2) {
                return;
            }
            labels.add(label);
        }
        labels.forEach(out::haloed);
    }

    /** Names below the bars: level, broken into lines, or turned; if even turned ones lack room, some are left out. */
    private double drawNames(SvgWriter out, Plane plane) {
        plane.drawAxisBelow(out);
        double top = plane.area().bottom() + 4;
        int lines = linesOfNames(plane);
        if (lines > MOST_LINES) {
            return drawTurnedNames(out, plane, top);
        }
        for (int i = 0; i < figure.names().size(); i++) {
            double y = top;
            for (String line : TextBlock.wrap(figure.names().get(i), SIZE, slot(plane) - 6)) {
                y += LINE;
                double middle = (left(plane, i) + right(plane, i)) / 2;
                out.text(new Label(line, middle, y - 3, SIZE, Label.Anchor.MIDDLE, Paint.MUTED));
            }
        }
        return top + lines * LINE;
    }

    /** How many lines the longest name needs; too many if a word is wider than a bar's room. */
    private int linesOfNames(Plane plane) {
        double room = slot(plane) - 6;
        int most = 1;
        for (String name : figure.names()) {
            for (int from = 0; from < name.length(); ) {
                int space = name.indexOf(' ', from);
                int end = space < 0 ? name.length() : space;
                if (FontAdvances.width(name.substring(from, end), SIZE) > room) {
                    return MOST_LINES + 1;
                }
                from = end + 1;
            }
            most = Math.max(most, TextBlock.wrap(name, SIZE, room).size());
        }
        return most;
    }

    private double drawTurnedNames(SvgWriter out, Plane plane, double top) {
        int every = (int) RoundNumbers.atLeast(LINE / slot(plane));
        double longest = 0;
        for (int i = 0; i < figure.names().size(); i += every) {
            String name = TextBlock.shorten(figure.names().get(i), SIZE, LONGEST_NAME);
            double middle = (left(plane, i) + right(plane, i)) / 2;
            double x = Math.min(Label.baseline(middle, SIZE), plane.area().right() + Plane.MARGIN - 3);
            out.text(new Label(name, x, top, SIZE, Label.Anchor.END, Paint.MUTED, -90));
            longest = Math.max(longest, FontAdvances.width(name, SIZE));
        }
        return top + longest + 4;
    }

    @Override
    public String description() {
        return AltText.of(figure);
    }
}
