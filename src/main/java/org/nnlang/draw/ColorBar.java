package org.nnlang.draw;

import org.nnlang.picture.Axis;

/** A strip of colours beside a picture, with the numbers that they mean. */
final class ColorBar {
    private static final double WIDTH = 11;
    private static final double GAP = 14;
    private static final double TO_NUMBERS = 5;
    private static final double SIZE = SvgPicture.SMALL_SIZE;
    private static final double LONGEST_NAME = 220;
    private static final int STEPS = 128;

    private final Axis axis;
    private final Ticks ticks;
    private final ColorScale colors;

    ColorBar(Axis axis, ColorScale colors, double height) {
        this.axis = axis;
        this.colors = colors;
        ticks = Ticks.of(axis, Math.clamp((int) (height / 40), 2, 7));
    }

    /** How much room it needs at the right of what it belongs to. */
    double width() {
        return GAP + WIDTH + TO_NUMBERS + Plane.widest(ticks.labels(), SIZE);
    }

    private String name() {
        return TextBlock.shorten(axis.label(), SvgPicture.TEXT_SIZE, LONGEST_NAME);
    }

    /** How wide the name of the axis on the left may be beside that of the colours. */
    double roomForName() {
        return Plane.WIDTH - 2 * Plane.MARGIN - FontAdvances.width(name(), SvgPicture.TEXT_SIZE) - GAP;
    }

    /**
     * Draws it with its name above, which ends where the numbers end.
     *
     * @param area what it belongs to
     * @param right where its room ends
     */
    void draw(SvgWriter out, Box area, double right) {
        drawColors(out, area);
        if (hasName()) {
            out.text(new Label(name(), right, area.y() - 10, SvgPicture.TEXT_SIZE, Label.Anchor.END, Paint.MUTED));
        }
    }

    boolean hasName() {
        return !axis.label().isEmpty();
    }

    /** Draws its name in a row of its own, and returns where the row ends. */
    double drawName(SvgWriter out, double x, double top) {
        out.text(new Label(name(), x, top + 13, SvgPicture.TEXT_SIZE, Label.Anchor.START, Paint.MUTED));
        return top + 22;
    }

    /** Draws it without its name, as high as what it belongs to. */
    void drawColors(SvgWriter out, Box area) {
        double x = area.right() + GAP;
        byte[] pixels = new byte[STEPS];
        for (int i = 0; i < STEPS; i++) {
            pixels[i] = colors.index(1 - (i + 0.5) / STEPS);
        }
        out.image(new Box(x, area.y(), WIDTH, area.height()))
                .attribute("href", PngImage.link(1, STEPS, pixels, colors.palette()))
                .close();
        AxisScale scale = new AxisScale(axis, area.bottom(), area.y());
        for (int i = 0; i < ticks.at().length; i++) {
            double y = scale.at(ticks.at()[i]);
            out.line(x + WIDTH, y, x + WIDTH + 3, y).stroke(Paint.AXIS, 1).close();
            double baseline = Label.baseline(y, SIZE);
            out.text(new Label(
                    ticks.labels().get(i), x + WIDTH + TO_NUMBERS, baseline, SIZE, Label.Anchor.START, Paint.MUTED));
        }
    }
}
