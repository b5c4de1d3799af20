/**
 * Which slip gives the number that a reader got by hand.
 *
 * <p>A {@link org.nnlang.slips.Calculation} is all that a quantity is worked out from; a {@link org.nnlang.slips.Slip}
 * changes it as a reader would who makes one mistake throughout; the network is then really trained and read so. {@link
 * org.nnlang.slips.SlipFinder} tries the slips and gives an {@link org.nnlang.slips.Answer}.
 */
package org.nnlang.slips;
