/**
 * A quantity's derivation as a value, and derivations as text.
 *
 * <p>A {@link org.nnlang.math.Formula} is a tree whose leaves are quantities with their values; a {@link
 * org.nnlang.explain.Derivation} is a quantity, its formulas, and the derivations of what these are made of. {@link
 * org.nnlang.explain.Explainer} and {@link org.nnlang.explain.Worksheet} make them from readings of a network, {@link
 * org.nnlang.explain.TextRenderer}, {@link org.nnlang.explain.LatexRenderer} and their like write them. Nothing here
 * computes a result: those come from the network, so that a
 * derivation ends in the very number that the network works with.
 */
package org.nnlang.explain;
