package org.nnlang.draw;

import org.nnlang.picture.Figure;

/** The colours of numbers, for shares of their scale from 0 to 1: as a palette of images, or mixed with white. */
enum ColorScale {
    /** Heights: viridis (S. van der Walt and N. Smith), even to the eye, also for colour-blind people and in grey. */
    VIRIDIS {
        @Override
        int rgb(double share) {
            double place = Math.clamp(share, 0, 1) * (VIRIDIS_COLORS.length - 1);
            int below = Math.min((int) place, VIRIDIS_COLORS.length - 2);
            return Rgb.mix(VIRIDIS_COLORS[below], VIRIDIS_COLORS[below + 1], place - below);
        }

        @Override
        double opacity(double share) {
            return 1;
        }
    },
    /** From paper to {@link Paint#POSITIVE}. */
    RISING {
        @Override
        double opacity(double share) {
            return Math.clamp(share, 0, 1);
        }
    },
    /** From {@link Paint#NEGATIVE} over paper in the middle to {@link Paint#POSITIVE}. */
    DIVERGING {
        @Override
        double opacity(double share) {
            return Math.abs(2 * Math.clamp(share, 0, 1) - 1);
        }
    };

    private static final int[] VIRIDIS_COLORS = {
        0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568c, 0x33638d, 0x2d708e, 0x287d8e, 0x238a8d,
        0x1f968b, 0x20a387, 0x29af7f, 0x3cbb75, 0x55c667, 0x73d055, 0x95d840, 0xb8de29, 0xdce319, 0xfde725
    };

    /** How many colours there are: an odd number, so that one is in the middle. */
    private static final int LEVELS = 121;

    /** The index of what has no number: nothing is drawn. */
    static final byte NONE = (byte) LEVELS;

    /** The scale of a figure's matrices. */
    static ColorScale of(Figure.Matrices figure) {
        return figure.diverging() ? DIVERGING : RISING;
    }

    /** Red, green and blue of a share; shares outside 0 to 1 have the colours at the ends. */
    int rgb(double share) {
        return paint(share).rgb();
    }

    /** The colour of a share, which only its opacity changes; not for {@link #VIRIDIS}. */
    Paint paint(double share) {
        return this == DIVERGING && share < 0.5 ? Paint.NEGATIVE : Paint.POSITIVE;
    }

    /** How much of the colour covers the paper, from 0 to 1. */
    abstract double opacity(double share);

    /** The colour of a share on white paper. */
    int onWhite(double share) {
        return Rgb.mix(Rgb.WHITE, rgb(share), opacity(share));
    }

    /** The colours by their indices: opacity, red, green and blue, 8 bits each. */
    int[] palette() {
        int[] palette = new int[LEVELS + 1];
        for (int i = 0; i < LEVELS; i++) {
            double share = i / (LEVELS - 1.0);
            palette[i] = (int) Math.rint(255 * opacity(share)) << 24 | rgb(share);
        }
        return palette;
    }

    /** The index of a share's colour; shares outside 0 to 1 have those at the ends. */
    byte index(double share) {
        return Double.isNaN(share) ? NONE : (byte) Math.rint(Math.clamp(share, 0, 1) * (LEVELS - 1));
    }
}
