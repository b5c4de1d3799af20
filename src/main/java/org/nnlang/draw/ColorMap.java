package org.nnlang.draw;

/** The colours of heights: viridis (S. van der Walt and N. Smith), even to the eye, also for colour-blind people and in grey. */
final class ColorMap {
    private static final int[] VIRIDIS = {
        0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568c, 0x33638d, 0x2d708e, 0x287d8e, 0x238a8d,
        0x1f968b, 0x20a387, 0x29af7f, 0x3cbb75, 0x55c667, 0x73d055, 0x95d840, 0xb8de29, 0xdce319, 0xfde725
    };

    private ColorMap() {}

    /** Red, green and blue, 8 bits each, of a share from 0 to 1; shares outside have the colours at the ends. */
    static int viridis(double share) {
        double place = Math.clamp(share, 0, 1) * (VIRIDIS.length - 1);
        int below = Math.min((int) place, VIRIDIS.length - 2);
        return mix(VIRIDIS[below], VIRIDIS[below + 1], place - below);
    }

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

    /** As SVG writes it: {@code #0072b2}. */
    static String hex(int rgb) {
        String digits = Integer.toHexString(rgb);
        return "#" + "0".repeat(6 - digits.length()) + digits;
    }
}
