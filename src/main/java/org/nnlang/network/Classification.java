package org.nnlang.network;

/**
 * Which class outputs and targets stand for. Of several outputs it is the largest, the first of equals. One output whose targets
 * have two values stands for the one on its side of their middle, which belongs to the higher; with other targets it has no
 * classes.
 */
public final class Classification {
    private final int outputs;
    private final double low;
    private final double high;

    private Classification(int outputs, double low, double high) {
        this.outputs = outputs;
        this.low = low;
        this.high = high;
    }

    /** The classes of several outputs, whatever the targets are. */
    public static Classification ofLargest(int outputs) {
        return new Classification(outputs, Double.NaN, Double.NaN);
    }

    /** The classes of samples, those for the test among them. */
    public static Classification of(Samples samples) {
        int outputs = samples.targets()[0].length;
        if (outputs > 1) {
            return ofLargest(outputs);
        }
        double low = samples.targets()[0][0];
        double high = low;
        for (double[][] targets : new double[][][] {samples.targets(), samples.testTargets()}) {
            for (double[] target : targets) {
                if (low == high) {
                    low = Math.min(low, target[0]);
                    high = Math.max(high, target[0]);
                } else if (target[0] != low && target[0] != high) {
                    return new Classification(1, Double.NaN, Double.NaN);
                }
            }
        }
        return new Classification(1, low, high);
    }

    /** Whether there are classes: several outputs, or two values of the targets. */
    public boolean exists() {
        return outputs > 1 || low < high;
    }

    /** How many classes there are; 2 for one output. */
    public int count() {
        return Math.max(2, outputs);
    }

    /** The lower target of one output, the target of class 0. */
    public double low() {
        return low;
    }

    /** The higher target of one output, the target of class 1. */
    public double high() {
        return high;
    }

    /** From where one output stands for class 1. */
    public double middle() {
        return low / 2 + high / 2;
    }

    /** The class that outputs or targets stand for, from 0; -1 if one of them is NaN. */
    public int of(double[] values) {
        int best = 0;
        for (int k = 0; k < values.length; k++) {
            if (Double.isNaN(values[k])) {
                return -1;
            }
            best = values[k] > values[best] ? k : best;
        }
        return outputs > 1 ? best : values[0] >= middle() ? 1 : 0;
    }

    /** Whether outputs stand for their target's class; without classes, whether the rounded output is the rounded target. */
    boolean isRight(double[] output, double[] target) {
        return exists() ? of(output) == of(target) : Math.floor(output[0] + 0.5) == Math.floor(target[0] + 0.5);
    }
}
