package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.nnlang.csv.FastCsvReader;
import org.nnlang.data.DataFault.TooLarge;

/** Tables that are larger than the memory. */
class MemoryBudgetTest {
    private static final int ROWS = 100_000;
    private static final String TEXT = "a,b,c\n" + "1,2,3\n".repeat(ROWS);

    /** 8 bytes for each number; 48 for the row's two arrays and where they are. */
    private static final long NEEDED = ROWS * (3 * 8L + 48);

    private static Dataset load(ByteSource source, long memory) {
        return Dataset.load(
                CsvTable.open(source, CsvFormat.STANDARD, new FastCsvReader()),
                CsvOptions.ofTarget("c"),
                2,
                new OutputShape(1, false),
                _ -> {},
                memory);
    }

    private static TooLarge fault(ByteSource source, long memory) {
        return (TooLarge) catchThrowableOfType(DataException.class, () -> load(source, memory))
                .fault();
    }

    @Test
    void whatFitsIsRead() {
        assertThat(load(ByteSource.of(TEXT), NEEDED * 10 / 9).train().size()).isEqualTo(ROWS);
    }

    @Test
    void whatIsFarTooLargeIsSeenEarly() {
        Bytes bytes = Bytes.of(TEXT, 1);
        assertTooLarge(fault(bytes, NEEDED / 4), NEEDED / 4, TEXT.length());
        assertThat(bytes.at()[0]).isLessThan(TEXT.length() / 3);
    }

    @Test
    void whatIsALittleTooLargeIsReadUntilItDoesNotFit() {
        Bytes bytes = Bytes.of(TEXT, 1);
        assertTooLarge(fault(bytes, NEEDED * 9 / 10), NEEDED * 9 / 10, TEXT.length());
        assertThat(bytes.at()[0]).isGreaterThan(TEXT.length() / 2);
    }

    @Test
    void theSizeOfAPipeIsNotKnown() {
        ByteSource text = ByteSource.of(TEXT);
        ByteSource pipe = new ByteSource() {
            @Override
            public long size() {
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return text.read(into, from, length);
            }

            @Override
            public void close() {}
        };
        TooLarge fault = fault(pipe, NEEDED / 2);
        assertThat(fault.size()).isEqualTo(-1);
        assertThat(fault.rows()).isBetween(ROWS / 3L, ROWS * 2L / 3);
    }

    @Test
    void memoryThatIsFullWithoutWarningIsNoCrash() {
        ByteSource text = ByteSource.of(TEXT);
        ByteSource full = new ByteSource() {
            @Override
            public long size() {
                return text.size();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int count = text.read(into, from, length);
                if (count < length) throw new OutOfMemoryError();
                return count;
            }

            @Override
            public void close() {}
        };
        assertTooLarge(fault(full, Long.MAX_VALUE), Long.MAX_VALUE, TEXT.length());
    }

    private static void assertTooLarge(TooLarge fault, long memory, long size) {
        assertThat(fault.size()).isEqualTo(size);
        assertThat(fault.columns()).isEqualTo(3);
        assertThat(fault.memory()).isEqualTo(memory);
        assertThat((double) fault.rows() / ROWS).isBetween(0.99, 1.01);
        assertThat((double) fault.needed() / NEEDED).isBetween(0.99, 1.01);
    }
}
