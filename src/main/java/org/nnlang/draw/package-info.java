/**
 * Draws figures, without any graphics library, so that the same bytes come out everywhere.
 *
 * <p>{@link org.nnlang.draw.SvgPicture} writes SVG, with a class {@code …Drawing} for each kind of figure, {@link
 * org.nnlang.draw.TextPicture} characters, {@link org.nnlang.draw.TikzPicture} TeX, and {@link org.nnlang.draw.FigureJson} the
 * numbers. {@code DiagramLayout} places the parts of a network for SVG, TeX and text; {@code Plane} is a pair of axes in SVG,
 * {@code TextPlane} in text.
 */
package org.nnlang.draw;
