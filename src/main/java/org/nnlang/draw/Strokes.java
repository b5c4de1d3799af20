package org.nnlang.draw;

/** The dashes of lines. */
final class Strokes {
    /** What goes with another curve, as a derivative with its function. */
    static final String SECONDARY = "6 3";

    private static final String[] DASHES = {"", "8 3", "2 2.5", "9 3 2 3", "14 4", "4 2 1 2"};

    private Strokes() {}

    /** The dashes of the curve of an index: none for the first {@link Paint#COLORS} curves, another kind for the next ones. */
    static String dashes(int index) {
        return DASHES[index / Paint.COLORS % DASHES.length];
    }
}
