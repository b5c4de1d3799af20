package org.nnlang.network;

/** Forward passes of many samples, for what is taken over all of them. */
public interface BatchForward {
    /** One sample after the other, by {@link NetworkPass}. */
    BatchForward PLAIN = new BatchForward() { // no lambda: it would be linked at each start
                @Override
                public void each(
                        Network network,
                        ArithmeticMode arithmetic,
                        double[] parameters,
                        double[][] inputs,
                        Visitor visitor) {
                    NetworkPass pass = new NetworkPass(network, arithmetic);
                    for (int row = 0; row < inputs.length; row++) {
                        pass.forward(parameters, inputs[row]);
                        visitor.sample(row, pass.net(network.depth()), pass.output());
                    }
                }
            };

    /** Takes the samples one by one. */
    interface Visitor {
        /** The output layer's nets and outs of the sample of that row; the next one takes the arrays over. */
        void sample(int row, double[] net, double[] out);

        /** Whether the nets are enough for it: the outs may then be anything. */
        default boolean readsNetsOnly() {
            return false;
        }
    }

    /** Makes a forward pass of each sample, first to last, with the bits of {@link NetworkPass} or of the kernel that trained. */
    void each(Network network, ArithmeticMode arithmetic, double[] parameters, double[][] inputs, Visitor visitor);
}
