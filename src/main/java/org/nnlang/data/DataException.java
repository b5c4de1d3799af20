package org.nnlang.data;

import java.util.Objects;

/** Thrown when a table can't become a data set, with the reason. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DataFault fault;

    public DataException(DataFault fault) {
        super(null, null, false, false);
        this.fault = Objects.requireNonNull(fault);
    }

    /** The message, built on demand, since there may be no memory for it. */
    @Override
    public String getMessage() {
        return fault.toString();
    }

    /** The fault as data. */
    public DataFault fault() {
        return fault;
    }
}
