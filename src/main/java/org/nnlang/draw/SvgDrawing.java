package org.nnlang.draw;

/** Draws a figure without its caption: what is between the title and the notes. */
interface SvgDrawing {
    /** The picture's width, which holds for its title and notes, too. */
    double width();

    /** What it shows, in sentences for those who can't see it: ranges, first and last values. */
    String description();

    /**
     * Draws it between x = 0 and the width.
     *
     * @param top where it begins
     * @return where it ends
     */
    double draw(SvgWriter out, double top);
}
