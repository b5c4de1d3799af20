/**
 * Elementary functions with the same bits on every machine, and formulas as trees: of activations and losses in their
 * variables, and of derivations with the values put in.
 *
 * <p>A {@link org.nnlang.math.Formula} can be computed, written as an expression, differentiated, simplified, and made a
 * fast program. It knows nothing of networks: what else may stand in one is a {@link org.nnlang.math.Formula.Leaf}.
 */
package org.nnlang.math;
