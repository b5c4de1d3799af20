/**
 * A quantity's derivation as a value.
 *
 * <p>A {@link org.nnlang.math.Formula} is a tree whose leaves are quantities with their values; a {@link
 * org.nnlang.explain.Derivation} is a quantity, its formulas, and the derivations of what these are made of. {@link
 * org.nnlang.explain.Explainer} and {@link org.nnlang.explain.Worksheet} make them from readings of a network. Nothing
 * here computes a result: those come from the network, so that a derivation ends in the very number that the network works
 * with.
 */
package org.nnlang.explain;
