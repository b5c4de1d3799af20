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
}
