package org.nnlang.draw;

/** Colours as red, green and blue, 8 bits each. */
final class Rgb {
    static final int WHITE = 0xFFFFFF;
    static final int BLACK = 0;

    private Rgb() {}

    /** A colour between two: the first for a share of 0, the second for 1. */
    static int mix(int first, int second, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = first >> shift & 0xff;
            int b = second >> shift & 0xff;
            mixed |= (int) Math.rint(a + (b - a) * share) << shift;
        }
        return mixed;
    }

    /** Black or white, whichever is easier to read on a colour. */
    static int inkOn(int rgb) {
        int brightness = 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
        return brightness > 140_000 ? BLACK : WHITE;
    }

    /** Six digits, as SVG writes a colour after {@code #}: {@code 0072b2}. */
    static String hex(int rgb) {
        String digits = Integer.toHexString(rgb);
        return "0".repeat(6 - digits.length()) + digits;
    }
}
