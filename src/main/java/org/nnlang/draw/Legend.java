package org.nnlang.draw;

import java.util.List;

/** Rows that say what is what: a sample of each thing, and its name. */
final class Legend {
    /** What draws the sample of a thing. */
    interface Sample {
        /** Draws it around a middle, at most {@link #SAMPLE} wide. */
        void draw(SvgWriter out, double x, double y);
    }

    /** A thing and its name. */
    record Entry(String name, Sample sample) {}

    static final double SAMPLE = 22;
    private static final double LINE = 18;
    private static final double SIZE = SvgPicture.TEXT_SIZE;
    private static final double GAP = 5;
    private static final double BETWEEN = 16;
    private static final double LONGEST = Plane.WIDTH - 2 * Plane.MARGIN - SAMPLE - GAP;

    private Legend() {}

    /**
     * Draws the entries in as many rows as they need.
     *
     * @return where the rows end
     */
    static double draw(SvgWriter out, List<Entry> entries, double top) {
        double x = Plane.MARGIN;
        double y = top;
        for (Entry entry : entries) {
            String name = TextBlock.shorten(entry.name(), SIZE, LONGEST);
            double width = SAMPLE + GAP + FontAdvances.width(name, SIZE);
            if (x > Plane.MARGIN && x + width > Plane.WIDTH - Plane.MARGIN) {
                x = Plane.MARGIN;
                y += LINE;
            }
            entry.sample().draw(out, x + SAMPLE / 2, y + LINE / 2);
            double baseline = Label.baseline(y + LINE / 2, SIZE);
            out.text(new Label(name, x + SAMPLE + GAP, baseline, SIZE, Label.Anchor.START, Paint.INK));
            x += width + BETWEEN;
        }
        return entries.isEmpty() ? top : y + LINE + 4;
    }
}
