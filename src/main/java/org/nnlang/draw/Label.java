package org.nnlang.draw;

/**
 * A line of text at a place.
 *
 * @param x the place on the baseline that the anchor says
 * @param size the font's size
 * @param turned degrees by which it is turned around its place, clockwise: 0, or −90 for text that runs upwards
 */
record Label(String text, double x, double y, double size, Anchor anchor, Paint paint, double turned) {
    /** Which part of the text is at the place. */
    enum Anchor {
        START("start", 0),
        MIDDLE("middle", 0.5),
        END("end", 1);

        private final String svg;
        private final double share;

        Anchor(String svg, double share) {
            this.svg = svg;
            this.share = share;
        }

        String svg() {
            return svg;
        }
    }

    /** Text that isn't turned. */
    Label(String text, double x, double y, double size, Anchor anchor, Paint paint) {
        this(text, x, y, size, anchor, paint, 0);
    }

    /** How wide it is, along its baseline. */
    double width() {
        return FontAdvances.width(text, size);
    }

    /** What it covers; text that is turned must run upwards. */
    Box box() {
        double along = width() * anchor.share;
        double above = FontAdvances.ASCENT * size;
        double high = above + FontAdvances.DESCENT * size;
        return turned == 0
                ? new Box(x - along, y - above, width(), high)
                : new Box(x - above, y - width() + along, high, width());
    }

    /** The same text with its middle at a height. */
    static double baseline(double middle, double size) {
        return middle + 0.36 * size;
    }
}
