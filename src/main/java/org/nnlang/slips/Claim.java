package org.nnlang.slips;

import org.nnlang.network.Quantity;

/**
 * A reader's number for a quantity.
 *
 * @param name what the script calls the quantity
 * @param step the number of updates before it
 */
public record Claim(String name, Quantity.Scalar quantity, long step, Written number) {}
