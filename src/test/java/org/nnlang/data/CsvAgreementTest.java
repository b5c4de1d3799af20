package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random tables are read as a library for CSV reads them. */
class CsvAgreementTest {
    private static final String[] PIECES = {
        "a", "1", ",", ",", "\"", "\"", "\n", "\n", "\r", "\r\n", " ", "\t", "é", "花", "\"\"", "x\ny"
    };

    private static final String HEADER = "p,q\n";

    @Test
    void readsRandomTables() {
        Random random = new Random(3);
        int wrong = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int n = random.nextInt(15); n > 0; n--) text.append(PIECES[random.nextInt(PIECES.length)]);
            List<String> expected = expected(text.toString());
            assertThat(rows(text.toString(), 1 + random.nextInt(4)))
                    .as(text.toString())
                    .isEqualTo(expected);
            if (expected.getLast().startsWith("!")) wrong++;
        }
        assertThat(wrong).isBetween(5_000, 25_000);
    }

    /** The cells of each row behind its line; last what is wrong, if anything is. */
    private static List<String> rows(String text, int atOnce) {
        List<String> rows = new ArrayList<>();
        CsvScanner scanner = new CsvScanner(new Window(Bytes.of(text, atOnce)));
        List<String> row = new ArrayList<>();
        RecordSink sink = new RecordSink() {
            @Override
            public void cell(int line, int column, byte[] bytes, int from, int to) {
                if (column == 0) row.clear();
                row.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            }

            @Override
            public void endRow() {}
        };
        try {
            while (scanner.row(sink, Integer.MAX_VALUE)) rows.add(scanner.line() + ": " + row);
        } catch (DataException fault) {
            rows.add("! " + fault.fault().getClass().getSimpleName());
        }
        return rows;
    }

    private static List<String> expected(String text) {
        List<String> rows = new ArrayList<>();
        CsvRecordHandler whole = CsvRecordHandler.of();
        try {
            var reader = CsvReader.builder()
                    .commentStrategy(CommentStrategy.NONE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .build(whole, text);
            for (CsvRecord row : reader) {
                boolean blank = row.getFieldCount() == 1 && row.getField(0).isBlank() && !quoted(text, row);
                if (!blank) rows.add(row.getStartingLineNumber() + ": " + row.getFields());
            }
        } catch (CsvParseException e) {
            rows.add(e.getMessage().startsWith("Unclosed") ? "! UnclosedQuote" : "! TextAfterQuote");
        }
        return rows;
    }

    /** The library doesn't tell whether a cell was quoted: its line does. */
    private static boolean quoted(String text, CsvRecord row) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        return lines[(int) row.getStartingLineNumber() - 1].startsWith("\"");
    }
}
