package org.nnlang.draw;

/** The colours of an image for shares from 0 to 1: a palette, and the index of each share. */
enum ColorScale {
    /** Heights. */
    VIRIDIS {
        @Override
        int color(double share) {
            return 0xff << 24 | ColorMap.viridis(share);
        }
    },
    /** From paper to {@link Paint#POSITIVE}. */
    RISING {
        @Override
        int color(double share) {
            return opacity(share) << 24 | Paint.POSITIVE.rgb();
        }
    },
    /** From {@link Paint#NEGATIVE} over paper in the middle to {@link Paint#POSITIVE}. */
    DIVERGING {
        @Override
        int color(double share) {
            Paint side = share < 0.5 ? Paint.NEGATIVE : Paint.POSITIVE;
            return opacity(Math.abs(2 * share - 1)) << 24 | side.rgb();
        }
    };

    /** How many colours there are: an odd number, so that one is in the middle. */
    private static final int LEVELS = 121;

    /** The index of what has no number: nothing is drawn. */
    static final byte NONE = (byte) LEVELS;

    private final int[] palette = new int[LEVELS + 1];

    ColorScale() {
        for (int i = 0; i < LEVELS; i++) {
            palette[i] = color(i / (LEVELS - 1.0));
        }
    }

    /** Opacity, red, green and blue, 8 bits each. */
    abstract int color(double share);

    private static int opacity(double share) {
        return (int) Math.rint(255 * share);
    }

    /** The colours by their indices; callers must not change them. */
    int[] palette() {
        return palette;
    }

    /** The index of a share's colour; shares outside 0 to 1 have those at the ends. */
    byte index(double share) {
        return Double.isNaN(share) ? NONE : (byte) Math.rint(Math.clamp(share, 0, 1) * (LEVELS - 1));
    }
}
