package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Figure;
import org.nnlang.text.Thousands;

/**
 * Draws frames one above the other and shows each for its time, by style sheets alone. The last frame is shown where
 * there are none, and to readers who prefer that nothing moves.
 */
final class AnimationDrawing implements SvgDrawing {
    private static final double SIZE = SvgPicture.TEXT_SIZE;
    private static final double LINE = 22;
    private static final double FRAME = 0.25;
    private static final double SHORTEST = 6;
    private static final double LONGEST = 12;

    /** How much longer the last frame is shown than the others, in all their time. */
    private static final double REST = 0.2;

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
        double period = period();
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            out.open("g");
            if (count > 1) {
                out.attribute("class", out.prefixed(last ? resting : moving));
                double delay = i == 0 ? 0 : i * period * (1 - REST) / count - period;
                out.attribute("style", "animation-delay:" + SvgWriter.number(delay) + "s");
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

    private double period() {
        return Math.clamp(frames.size() * FRAME / (1 - REST), SHORTEST, LONGEST);
    }

    private String styles(SvgWriter out, String moving, String resting) {
        String period = SvgWriter.number(period()) + "s step-end infinite";
        double frame = 100 * (1 - REST) / frames.size();
        return rule(out, moving, frame, period)
                + rule(out, resting, frame + 100 * REST, period)
                + "@media (prefers-reduced-motion:reduce){."
                + out.prefixed(moving) + ",." + out.prefixed(resting) + "{animation:none!important}}";
    }

    private static String rule(SvgWriter out, String name, double shown, String period) {
        String id = out.prefixed(name);
        return "@keyframes " + id + "{0%{visibility:visible}" + SvgWriter.number(shown) + "%,100%{visibility:hidden}}."
                + id + "{animation:" + id + " " + period + "}";
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
        return Thousands.of(figure.steps()[index]) + " of " + Thousands.of(last) + (last == 1 ? " update" : " updates");
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
