package org.nnlang.engine;

import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Network;
import org.nnlang.network.Precision;

/** Forward passes of the network that was asked for last, by what is fastest. */
final class EnginePasses implements BatchForward {
    /** So few samples are not worth a product. */
    private static final int FEW = 8;

    /** Null where the bits are to be those of the plain arithmetic. */
    private final MatrixProducts products;

    private Network network;
    private ArithmeticMode arithmetic;
    private ExactPasses exact;
    private MatrixPasses<?> matrices;

    EnginePasses(MatrixProducts products) {
        this.products = products;
    }

    @Override
    public void each(
            Network network, ArithmeticMode arithmetic, double[] parameters, double[][] inputs, Visitor visitor) {
        if (network != this.network || !arithmetic.equals(this.arithmetic)) {
            turnTo(network, arithmetic);
        }
        if (products == null || arithmetic.rounds() || inputs.length < FEW) {
            exact.each(parameters, inputs, visitor);
        } else {
            matrices().each(parameters, inputs, visitor);
        }
    }

    private void turnTo(Network other, ArithmeticMode how) {
        network = other;
        arithmetic = how;
        exact = new ExactPasses(other, how);
        matrices = null;
    }

    private MatrixPasses<?> matrices() {
        if (matrices == null) {
            matrices = arithmetic.precision() == Precision.SINGLE
                    ? new MatrixPasses<>(network, new Singles(), products)
                    : new MatrixPasses<>(network, new Doubles(), products);
        }
        return matrices;
    }
}
