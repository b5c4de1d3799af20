package org.nnlang.network;

/** What is taken over all samples: the mean error, and the share that is classified rightly. */
final class Means {
    private Means() {}

    /** The mean error over the samples of a set. */
    static double loss(Reading reading, Quantity.Set set) {
        double[][] inputs = inputs(reading, set);
        double[][] targets = targets(reading, set);
        Pass pass = reading.newPass();
        double sum = 0;
        for (int row = 0; row < inputs.length; row++) {
            pass.forward(reading.parameters(), inputs[row]);
            sum += pass.error(targets[row]);
        }
        return reading.method().mean(sum, inputs.length);
    }

    /** The mean of ∂error/∂p over the training samples, for every parameter p. */
    static double[] gradient(Reading reading) {
        double[][] inputs = inputs(reading, Quantity.Set.TRAINING);
        double[][] targets = targets(reading, Quantity.Set.TRAINING);
        Pass pass = new Pass(reading.network(), reading.method().simultaneous());
        double[] sum = new double[reading.network().parameterCount()];
        for (int row = 0; row < inputs.length; row++) {
            pass.forward(reading.parameters(), inputs[row]);
            pass.backward(reading.parameters(), targets[row]);
            pass.gradient(sum, row > 0);
        }
        for (int p = 0; p < sum.length; p++) {
            sum[p] = reading.method().mean(sum[p], inputs.length);
        }
        return sum;
    }

    /** The share of samples whose largest output is the largest target; of one output: whose rounded output is. */
    static double accuracy(Reading reading, Quantity.Set set) {
        double[][] inputs = inputs(reading, set);
        double[][] targets = targets(reading, set);
        Pass pass = reading.newPass();
        int right = 0;
        for (int row = 0; row < inputs.length; row++) {
            pass.forward(reading.parameters(), inputs[row]);
            if (isRight(pass.output(), targets[row])) {
                right++;
            }
        }
        double share = (double) right / inputs.length;
        return reading.method().rounds() ? reading.method().round(share) : share;
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

    static double[][] inputs(Reading reading, Quantity.Set set) {
        return set == Quantity.Set.TRAINING
                ? reading.samples().inputs()
                : reading.samples().testInputs();
    }

    private static double[][] targets(Reading reading, Quantity.Set set) {
        return set == Quantity.Set.TRAINING
                ? reading.samples().targets()
                : reading.samples().testTargets();
    }
}
