package org.nnlang.slips;

import org.nnlang.network.Quantity;

/**
 * A reader's number for a quantity.
 *
 * @param name what the script calls the quantity
 * @param neuron of a bias, the neuron that it was asked for, as others may share it; else −1
 * @param step the number of updates before it
 */
public record Claim(String name, Quantity.Scalar quantity, int neuron, long step, Written number) {}
