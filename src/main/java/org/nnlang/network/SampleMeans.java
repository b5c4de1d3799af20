package org.nnlang.network;

/** What is taken over all samples: the mean error, and the share that is classified rightly. */
final class SampleMeans {
    private SampleMeans() {}

    /** The mean error over the samples of a set. */
    static double loss(QuantityValues reading, Quantity.Set set) {
        double[][] inputs = inputs(reading, set);
        ArithmeticMode arithmetic = reading.arithmetic();
        double[] sum = {0};
        each(reading, inputs, error(reading, set, sum));
        return arithmetic.mean(sum[0], inputs.length);
    }

    /** Makes a forward pass of each sample. */
    private static void each(QuantityValues reading, double[][] inputs, BatchForward.Visitor visitor) {
        BatchForward.Visitor checked = new BatchForward.Visitor() {
            @Override
            public void sample(int row, double[] net, double[] out) {
                if (row > 0 && row % Cancellation.SAMPLES == 0) {
                    reading.cancellation().check();
                }
                visitor.sample(row, net, out);
            }

            @Override
            public boolean readsNetsOnly() {
                return visitor.readsNetsOnly();
            }
        };
        reading.passes().each(reading.network(), reading.arithmetic(), reading.parameters(), inputs, checked);
    }

    /** Adds up the errors of the samples. */
    private static BatchForward.Visitor error(QuantityValues reading, Quantity.Set set, double[] sum) {
        double[][] targets = targets(reading, set);
        double[] weights = set == Quantity.Set.TRAINING
                ? reading.samples().weights()
                : reading.samples().testWeights();
        if (reading.arithmetic().rounds()) {
            RoundedPass pencil = reading.newPass().pencil();
            return (row, net, out) ->
                    sum[0] += pencil.error(targets[row], weights == null ? 1 : weights[row], net, out);
        }
        Loss loss = reading.network().loss();
        LayerLoss errors = new LayerLoss(loss, reading.network().output().size());
        Precision precision = reading.arithmetic().precision();
        return new BatchForward.Visitor() {
            @Override
            public void sample(int row, double[] net, double[] out) {
                double error = precision.round(errors.value(precision.round(targets[row]), net, out));
                sum[0] += weights == null ? error : precision.round(error * precision.round(weights[row]));
            }

            @Override
            public boolean readsNetsOnly() {
                return loss.partner() != null; // of the entropies' formulas, the one by the nets is used
            }
        };
    }

    /** The mean of ∂error/∂p over the training samples, for every parameter p. */
    static double[] gradient(QuantityValues reading) {
        double[][] inputs = inputs(reading, Quantity.Set.TRAINING);
        double[][] targets = targets(reading, Quantity.Set.TRAINING);
        NetworkPass pass =
                new NetworkPass(reading.network(), reading.arithmetic().simultaneous());
        double[] sum = new double[reading.network().parameterCount()];
        for (int row = 0; row < inputs.length; row++) {
            if (row > 0 && row % Cancellation.SAMPLES == 0) {
                reading.cancellation().check();
            }
            pass.forward(reading.parameters(), inputs[row]);
            pass.backward(reading.parameters(), targets[row], reading.samples().weight(row));
            pass.gradient(sum, row > 0);
        }
        for (int p = 0; p < sum.length; p++) {
            sum[p] = reading.arithmetic().mean(sum[p], inputs.length);
        }
        reading.tie(sum);
        return sum;
    }

    /** The share of samples whose largest output is the largest target; of one output: whose rounded output is. NaN if an output is. */
    static double accuracy(QuantityValues reading, Quantity.Set set) {
        double[][] inputs = inputs(reading, set);
        double[][] targets = targets(reading, set);
        double[] right = {0};
        each(reading, inputs, (row, _, out) -> right[0] += score(out, targets[row]));
        double share = right[0] / inputs.length;
        return reading.arithmetic().rounds() ? reading.arithmetic().round(share) : share;
    }

    /** 1 where an output is right, 0 where it is wrong, NaN where it has no value. */
    private static double score(double[] output, double[] target) {
        for (double value : output) {
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
        }
        return isRight(output, target) ? 1 : 0;
    }

    private static boolean isRight(double[] output, double[] target) {
        if (output.length == 1) {
            return Math.floor(output[0] + 0.5) == Math.floor(target[0] + 0.5);
        }
        return largest(output) == largest(target);
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }

    static double[][] inputs(QuantityValues reading, Quantity.Set set) {
        return set == Quantity.Set.TRAINING
                ? reading.samples().inputs()
                : reading.samples().testInputs();
    }

    private static double[][] targets(QuantityValues reading, Quantity.Set set) {
        return set == Quantity.Set.TRAINING
                ? reading.samples().targets()
                : reading.samples().testTargets();
    }
}
