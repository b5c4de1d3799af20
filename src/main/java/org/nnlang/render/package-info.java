/**
 * Events and derivations as text, LaTeX, MathML, Markdown and JSON.
 *
 * <p>{@link org.nnlang.render.TextPrinter} and {@link org.nnlang.render.JsonPrinter} write a script's events; {@link
 * org.nnlang.render.TextRenderer}, {@link org.nnlang.render.LatexRenderer} and their like write derivations. Nothing here
 * computes a number.
 */
package org.nnlang.render;
