/** Draws figures: as SVG, written here without any graphics library, so that the same bytes come out everywhere. */
package org.nnlang.draw;
