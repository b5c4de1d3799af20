package org.nnlang.draw;

/** Colours mixed for terminals and TeX, as red, green and blue with 8 bits each. */
final class Shading {
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0;
    /** What is left of a class's colour where nothing is certain. */
    private static final double LEAST = 0.25;

    private Shading() {}

    /** The colour of a share of a scale around 0: 0 is the least number, ½ is 0. */
    static int diverging(double share) {
        double side = 2 * Math.clamp(share, 0, 1) - 1;
        return ColorMap.mix(WHITE, (side < 0 ? Paint.NEGATIVE : Paint.POSITIVE).rgb(), Math.abs(side));
    }

    /** The colour of a share of a scale in a table, which leaves the least ones white, so that its numbers can be read. */
    static int strength(double share) {
        return ColorMap.mix(WHITE, Paint.POSITIVE.rgb(), Math.clamp(share, 0, 1));
    }

    /** The colour of a class, fainter where it is less certain. */
    static int region(int kind, double certainty) {
        return ColorMap.mix(WHITE, Paint.series(kind).rgb(), LEAST + (1 - LEAST) * Math.clamp(certainty, 0, 1));
    }

    /** Black or white, whichever is easier to read on a colour. */
    static int inkOn(int rgb) {
        int brightness = 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
        return brightness > 140_000 ? BLACK : WHITE;
    }
}
