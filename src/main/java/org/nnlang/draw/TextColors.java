package org.nnlang.draw;

/** The colours that a text may have. */
public enum TextColors {
    /** None: shapes and letters tell things apart. */
    NONE,
    /** The 256 colours of most terminals. */
    INDEXED,
    /** All colours, with 24 bits. */
    TRUE;

    private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

    /** The sequence that changes the colour and the background from here on; −1 is the terminal's own. */
    String change(int color, int background) {
        if (this == NONE) {
            return "";
        }
        StringBuilder codes = new StringBuilder("\u001b[0");
        add(codes, "38", color);
        add(codes, "48", background);
        return codes.append('m').toString();
    }

    private void add(StringBuilder codes, String what, int rgb) {
        if (rgb >= 0) {
            codes.append(';').append(what);
            if (this == TRUE) {
                codes.append(";2;")
                        .append(rgb >> 16)
                        .append(';')
                        .append(rgb >> 8 & 0xFF)
                        .append(';')
                        .append(rgb & 0xFF);
            } else {
                codes.append(";5;").append(index(rgb));
            }
        }
    }

    /** The nearest colour of the 6 × 6 × 6 cube that terminals with 256 colours have. */
    private static int index(int rgb) {
        return 16 + 36 * step(rgb >> 16) + 6 * step(rgb >> 8 & 0xFF) + step(rgb & 0xFF);
    }

    private static int step(int part) {
        int nearest = 0;
        for (int i = 1; i < STEPS.length; i++) {
            if (Math.abs(STEPS[i] - part) < Math.abs(STEPS[nearest] - part)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
