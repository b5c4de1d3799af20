package org.nnlang.data;

import java.util.Objects;

/** A table that cannot become a data set, and why. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DataFault fault;

    public DataException(DataFault fault) {
        super(Objects.requireNonNull(fault).toString());
        this.fault = fault;
    }

    /** What is wrong, as data. */
    public DataFault fault() {
        return fault;
    }
}
