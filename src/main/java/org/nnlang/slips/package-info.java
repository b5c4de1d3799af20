/**
 * Which slip gives the number that a reader got by hand.
 *
 * <p>A {@link org.nnlang.slips.Calculation} is all that a quantity is computed from. A {@link org.nnlang.slips.Sheet} writes it
 * as lines, {@link org.nnlang.slips.Suspects} collects the slips that people make in them, and {@link org.nnlang.slips.Search}
 * computes what each gives. {@link org.nnlang.slips.Evidence} compares that with the reader's numbers, and {@link
 * org.nnlang.slips.SlipFinder} gives an {@link org.nnlang.slips.Answer}.
 */
package org.nnlang.slips;
