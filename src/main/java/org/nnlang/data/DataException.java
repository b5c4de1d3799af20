package org.nnlang.data;

import java.util.Objects;

/** A table that cannot become a data set, and why. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DataFault fault;

    public DataException(DataFault fault) {
        super(null, null, false, false);
        this.fault = Objects.requireNonNull(fault);
    }

    /** Made when asked for: there may be no memory for it. */
    @Override
    public String getMessage() {
        return fault.toString();
    }

    /** What is wrong, as data. */
    public DataFault fault() {
        return fault;
    }
}
