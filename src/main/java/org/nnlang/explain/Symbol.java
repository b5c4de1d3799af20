package org.nnlang.explain;

import org.nnlang.math.Formula;
import org.nnlang.network.Quantity;

/**
 * A quantity of the network, in a formula.
 *
 * @param row the sample that it is meant for, from 1; 0 for the current one
 * @param step the step that it is meant at; −1 for now
 */
public record Symbol(Quantity.Scalar quantity, int row, long step, double value) implements Formula.Leaf {}
