package org.nnlang.network;

/** What is taken over all samples: the mean error, and the share that is classified rightly. */
final class SampleMeans {
    private SampleMeans() {}

    /** The mean error over the samples of a set. */
    static double loss(QuantityValues reading, Quantity.Set set) {
        double[][] inputs = inputs(reading, set);
        ArithmeticMode arithmetic = reading.arithmetic();
        double[] sum = {0};
        reading.each(inputs, error(reading, set, sum));
        return arithmetic.mean(sum[0], inputs.length);
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
            if (row > 0 && row % Cancellation.samples(reading.network()) == 0) {
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

    /** The share of samples that are {@linkplain Classification classified} rightly. NaN if an output is. */
    static double accuracy(QuantityValues reading, Quantity.Set set) {
        double[][] inputs = inputs(reading, set);
        double[][] targets = targets(reading, set);
        Classification classes = Classification.of(reading.samples());
        double[] right = {0};
        reading.each(inputs, (row, _, out) -> right[0] += score(classes, out, targets[row]));
        double share = right[0] / inputs.length;
        return reading.arithmetic().rounds() ? reading.arithmetic().round(share) : share;
    }

    /** 1 where an output is right, 0 where it is wrong, NaN where it has no value. */
    private static double score(Classification classes, double[] output, double[] target) {
        return classes.of(output) < 0 ? Double.NaN : classes.isRight(output, target) ? 1 : 0;
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
