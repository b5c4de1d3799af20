/**
 * Formulas as trees: of activations and losses in their variables, and of derivations with the values put in.
 *
 * <p>A {@link org.nnlang.formula.Formula} can be worked out, written as an expression, differentiated,
 * simplified, and made a fast program. It knows nothing of
 * networks: what else may stand in one is a {@link org.nnlang.formula.Formula.Leaf}.
 */
package org.nnlang.formula;
