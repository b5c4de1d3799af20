package org.nnlang.network;

/** The numbers that training computes with. */
public enum Precision {
    /** IEEE double. */
    DOUBLE,
    /** IEEE single (float32): every operation's result is rounded to it. */
    SINGLE;

    /** The result of one operation, rounded to this precision. */
    public double round(double value) {
        return this == SINGLE ? (float) value : value;
    }

    /** Numbers in this precision: the same array, or a rounded copy; null stays null. */
    double[] round(double[] values) {
        if (this == DOUBLE || values == null) {
            return values;
        }
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
