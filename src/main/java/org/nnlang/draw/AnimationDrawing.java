package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.text.Thousands;

/**
 * Draws frames one above the other and shows each for its time, by style sheets alone. The last frame is shown where
 * there are none, to readers who prefer that nothing moves, and on paper.
 */
final class AnimationDrawing implements SvgDrawing {
    private static final double SIZE = SvgPicture.TEXT_SIZE;
    private static final double LINE = 22;

    /** Seconds for all frames. With ten, each frame's time is exact in few decimals: none is shown with its neighbour. */
    private static final int PERIOD = 10;

    /** All frames but the last share this much of the time, in tenths of a percent; the last one rests for what is left. */
    private static final int MOVING = 800;

    /** The time at which the animation begins: not between two frames. */
    private static final double START = 0.03;

    private final Figure.Animation figure;
    private final List<SvgDrawing> frames = new ArrayList<>();

    AnimationDrawing(Figure.Animation figure) {
        this.figure = figure;
        List<Figure.Diagram> diagrams = new ArrayList<>();
        for (Figure frame : figure.frames()) {
            if (frame instanceof Figure.Diagram diagram) {
                diagrams.add(diagram);
            }
        }
        DiagramLayout layout = diagrams.isEmpty() ? null : new DiagramLayout(diagrams, DiagramMedium.PICTURE);
        for (Figure frame : figure.frames()) {
            frames.add(
                    frame instanceof Figure.Diagram diagram
                            ? new DiagramDrawing(diagram, layout)
                            : SvgPicture.drawing(frame));
        }
    }

    @Override
    public double width() {
        double width = 0;
        for (SvgDrawing frame : frames) {
            width = Math.max(width, frame.width());
        }
        return width;
    }

    @Override
    public double draw(SvgWriter out, double top) {
        int count = frames.size();
        double bottom = top;
        String moving = out.newId("frame");
        String resting = out.newId("last");
        if (count > 1) {
            out.open("style").content(styles(out, moving, resting)).close();
        }
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            out.open("g");
            if (count > 1) {
                out.attribute("class", out.prefixed(last ? resting : moving));
                double delay = i == 0 ? 0 : i * share() / 100 * PERIOD - PERIOD;
                out.attribute("style", "animation-delay:" + SvgWriter.number(delay - START) + "s");
            }
            if (!last) {
                out.attribute("visibility", "hidden");
            }
            String title = figure.frames().get(i).caption().title();
            double below = SvgPicture.drawTitle(out, title, width(), top);
            drawCounter(out, i, below);
            bottom = Math.max(bottom, frames.get(i).draw(out, below + LINE));
            out.close();
        }
        return bottom;
    }

    /** How long a frame is shown, in percent of the time. */
    private double share() {
        return Math.max(1, MOVING / frames.size()) / 10.0;
    }

    private String styles(SvgWriter out, String moving, String resting) {
        return rule(out, moving, share())
                + rule(out, resting, 100 - share() * (frames.size() - 1))
                + "@media (prefers-reduced-motion:reduce),print{."
                + out.prefixed(moving) + ",." + out.prefixed(resting) + "{animation:none!important}}";
    }

    private static String rule(SvgWriter out, String name, double shown) {
        String id = out.prefixed(name);
        return "@keyframes " + id + "{0%{visibility:visible}" + SvgWriter.number(shown) + "%,100%{visibility:hidden}}."
                + id + "{animation:" + id + " " + PERIOD + "s step-end infinite}";
    }

    /** The step, and a bar that shows how far the training is. */
    private void drawCounter(SvgWriter out, int index, double top) {
        String text = counter(index);
        out.text(new Label(text, Plane.MARGIN, top + SIZE, SIZE, Label.Anchor.START, Paint.INK));
        double from = Plane.MARGIN + longestCounter() + 12;
        double length = width() - Plane.MARGIN - from;
        double y = top + SIZE - 4;
        out.line(from, y, from + length, y)
                .stroke(Paint.GRID, 3)
                .attribute("stroke-linecap", "round")
                .close();
        double share = frames.size() == 1 ? 1 : index / (frames.size() - 1.0);
        out.line(from, y, from + length * share, y)
                .stroke(Paint.BLUE, 3)
                .attribute("stroke-linecap", "round")
                .close();
    }

    private String counter(int index) {
        long last = figure.steps()[figure.steps().length - 1];
        return Thousands.of(figure.steps()[index]) + " of " + Thousands.count(last, "update");
    }

    private double longestCounter() {
        double longest = 0;
        for (int i = 0; i < frames.size(); i++) {
            longest = Math.max(longest, FontAdvances.width(counter(i), SIZE));
        }
        return longest;
    }

    @Override
    public String description() {
        int last = frames.size() - 1;
        return frames.size() + (last == 0 ? " frame" : " frames") + " from step " + Thousands.of(figure.steps()[0])
                + " to step " + Thousands.of(figure.steps()[last]) + ". The last: "
                + frames.get(last).description();
    }
}
