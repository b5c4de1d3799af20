package org.nnlang.data;

import org.nnlang.data.DataFault.TooLarge;

/** Sees to it that the rows of a table fit into the memory there is, while they are read. */
final class MemoryBudget {
    /** What is left to the rest of nn. */
    private static final double SHARE = 0.9;

    /** How wrong an estimate may be: rows needn't be as long as those before them. */
    private static final double DOUBT = 2;

    /** After so many bytes it is looked at again. */
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

    /** One more row has taken some bytes. */
    void take(long bytes) {
        rows++;
        taken += bytes;
        if (taken < next) return;
        next = taken + STEP;
        double limit = SHARE * memory;
        if (taken > limit || inAll(taken) > DOUBT * limit) throw new DataException(tooLarge());
    }

    /** Rows grow from so many numbers to more. */
    void make(int count, int wide, int narrow) {
        long more = 8L * count * (wide - narrow);
        if (more <= 0) return;
        taken += more;
        if (taken > SHARE * memory) throw new DataException(tooLarge());
    }

    /** What is wrong when the memory does not do, as far as is known by now. */
    TooLarge tooLarge() {
        return new TooLarge(table.size(), (long) inAll(rows), table.width(), (long) inAll(taken), memory);
    }

    /** What so much becomes by the end of the file, if it goes on as it began. */
    private double inAll(long soFar) {
        return (double) soFar * Math.max(table.size(), table.passed()) / Math.max(1, table.passed());
    }
}
