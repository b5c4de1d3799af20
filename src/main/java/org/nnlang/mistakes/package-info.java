/**
 * Which slip gives the number that a reader got by hand.
 *
 * <p>A {@link org.nnlang.mistakes.Setup} is all that a quantity is worked out from; a {@link org.nnlang.mistakes.Slip}
 * changes it as a reader would who makes one mistake throughout; the network is then really trained and read so. {@link
 * org.nnlang.mistakes.Inquiry} tries the slips and gives an {@link org.nnlang.mistakes.Answer}, which {@link
 * org.nnlang.mistakes.AnswerText} writes.
 */
package org.nnlang.mistakes;
