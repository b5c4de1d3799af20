package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nnlang.csv.FastCsvReader;

/** What needs no library reads random tables and numbers as the libraries do. */
class CsvAgreementTest {
    private static final String[] PIECES = {
        "a", "1", ",", ",", "\"", "\"", "\n", "\n", "\r", "\r\n", " ", "\t", "é", "花", "\"\"", "x\ny", "#"
    };

    @Test
    void readsRandomTables() {
        Random random = new Random(3);
        int wrong = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder("p,q\n");
            for (int n = random.nextInt(15); n > 0; n--) text.append(PIECES[random.nextInt(PIECES.length)]);
            char comment = i % 3 == 0 ? '#' : 0;
            List<String> expected = rows(new FastCsvReader(), text.toString(), comment, 100);
            assertThat(rows(CsvReader.PLAIN, text.toString(), comment, 1 + random.nextInt(4)))
                    .as(text.toString())
                    .isEqualTo(expected);
            if (expected.getLast().startsWith("!")) wrong++;
        }
        assertThat(wrong).isBetween(5_000, 25_000);
    }

    /** Longer than any buffer, with a cell that is, so that rows are cut everywhere. */
    @Test
    void readsLongTables() {
        String[] cells = {"1", "", "255", "0.25", "a", " b ", "1234567890", "\"q\"", "\"x\r\ny\"", "\"\r\"", "5\"", "1x"
        };
        String[] ends = {"\n", "\r\n", "\r", "\n\n", "\n#,\"\n", "\r\n \r\n"};
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            int plain = i % 2 == 0 ? cells.length : 7; // of the cells, those without quotes
            StringBuilder text = new StringBuilder("p,q\n");
            while (text.length() < 600_000) {
                for (int n = random.nextInt(200); n >= 0; n--) {
                    text.append(cells[random.nextInt(plain)]).append(n == 0 ? ends[random.nextInt(ends.length)] : ",");
                }
                if (random.nextInt(2000) == 0) text.append("7".repeat(random.nextInt(400_000)));
            }
            List<String> expected = rows(CsvReader.PLAIN, text.toString(), '#', 100_000);
            assertThat(expected.getLast()).doesNotStartWith("!");
            assertThat(rows(new FastCsvReader(), text.toString(), '#', 1 + random.nextInt(10_000)))
                    .isEqualTo(expected);
        }
    }

    /** The cells of each row behind its line; last what is wrong, if anything is. */
    private static List<String> rows(CsvReader reader, String text, char comment, int atOnce) {
        TextSource whole = TextSource.of(text.toCharArray(), text.length());
        TextSource slow = (into, from, length) -> whole.read(into, from, Math.min(length, atOnce));
        List<String> rows = new ArrayList<>();
        CellSink sink = new CellSink() {
            private final List<String> row = new ArrayList<>();
            private int line;

            @Override
            public void begin(int line) {
                this.line = line;
                row.clear();
            }

            @Override
            public void cell(char[] text, int from, int to, boolean quoted) {
                String cell = new String(text, from, to - from);
                if (!quoted && cell.matches("\\d{1,9}")) {
                    assertThat(reader.number(text, from, to)).isEqualTo(Integer.parseInt(cell));
                }
                row.add(cell + (quoted ? " in quotes" : ""));
            }

            @Override
            public void end(int cells) {
                assertThat(row).hasSize(cells);
                rows.add(line + ": " + row);
            }
        };
        try {
            CsvReader.Rows all = reader.rows(slow, ',', comment);
            while (all.next(sink)) {}
        } catch (DataException fault) {
            rows.add("! " + fault.fault());
        }
        return rows;
    }

    @Test
    void readsRandomNumbers() {
        Random random = new Random(5);
        String signs = "0123456789012345678901234567890123456789..eE+-xdfN ";
        int numbers = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(i % 2 == 0 ? 5 : 25); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String number = text.toString().strip();
            if (number.isEmpty()) continue;
            double plain = CsvReader.PLAIN.number(number.toCharArray(), 0, number.length());
            assertThat(Double.valueOf(new FastCsvReader().number(number.toCharArray(), 0, number.length())))
                    .as(number)
                    .isEqualTo(Double.valueOf(plain));
            if (!Double.isNaN(plain)) numbers++;
        }
        assertThat(numbers).isGreaterThan(50_000);
    }
}
