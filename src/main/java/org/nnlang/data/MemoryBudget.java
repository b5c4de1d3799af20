package org.nnlang.data;

import org.nnlang.data.DataFault.TooLarge;

/** Checks that a table's rows fit into memory while they are read. */
final class MemoryBudget {
    /** The memory reserved for the rest of nn. */
    private static final double SHARE = 0.9;

    /** The error that an estimate may have: later rows may be longer. */
    private static final double DOUBT = 2;

    /** The number of bytes between two checks. */
    private static final long STEP = 1 << 20;

    private final CsvTable table;
    private final long memory;

    private long rows;
    private long taken;
    private long next = STEP;

    MemoryBudget(CsvTable table, long memory) {
        this.table = table;
        this.memory = memory;
    }

    /** Counts the bytes of another row. */
    void take(long bytes) {
        rows++;
        taken += bytes;
        if (taken < next) return;
        next = taken + STEP;
        double limit = SHARE * memory;
        if (taken > limit || inAll(taken) > DOUBT * limit) throw new DataException(tooLarge());
    }

    /** Counts the memory for spreading rows to more numbers. */
    void make(int count, int wide, int narrow) {
        long more = 8L * count * (wide - narrow);
        if (more <= 0) return;
        taken += more;
        if (taken > SHARE * memory) throw new DataException(tooLarge());
    }

    /** The fault when memory is not enough, with the estimates so far. */
    TooLarge tooLarge() {
        return new TooLarge(table.size(), (long) inAll(rows), table.width(), (long) inAll(taken), memory);
    }

    /** Extrapolates an amount to the end of the file. */
    private double inAll(long soFar) {
        return (double) soFar * Math.max(table.size(), table.passed()) / Math.max(1, table.passed());
    }
}
