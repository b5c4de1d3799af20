package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.csv.FastCsvReader;
import org.nnlang.data.DataFault.DuplicateColumn;
import org.nnlang.data.DataFault.EmptyFile;
import org.nnlang.data.DataFault.NoNamedColumn;
import org.nnlang.data.DataFault.NoRows;
import org.nnlang.data.DataFault.NotText;
import org.nnlang.data.DataFault.TextAfterQuote;
import org.nnlang.data.DataFault.UnclosedQuote;
import org.nnlang.data.DataFault.WrongFieldCount;

class CsvTableTest {
    private static final CsvFormat FIRST = format(CsvFormat.Header.FIRST);

    private static CsvFormat format(CsvFormat.Header header) {
        return new CsvFormat(header, CsvFormat.Missing.REFUSED, '\0', '.', '\0', Encoding.UTF8, '\0');
    }

    /** Each row as "line: cell|cell"; the same by both readers. */
    private static List<String> rows(String text) {
        List<String> rows = rows(text, CsvReader.PLAIN);
        assertThat(rows(text, new FastCsvReader())).isEqualTo(rows);
        return rows;
    }

    private static List<String> rows(String text, CsvReader reader) {
        CsvTable table = CsvTable.open(Bytes.of(text, 3), FIRST, reader);
        List<String> rows = new ArrayList<>();
        table.read(new CellSink() {
            private StringBuilder row;
            private int line;

            @Override
            public void begin(int line) {
                this.line = line;
                row = new StringBuilder().append(line).append(": ");
            }

            @Override
            public void cell(char[] text, int from, int to, boolean quoted) {
                if (row.charAt(row.length() - 1) != ' ' || row.indexOf("|") >= 0) row.append('|');
                row.append(text, from, to - from);
            }

            @Override
            public void end(int cells) {
                if (cells != table.width()) throw new DataException(table.wrongFieldCount(line, cells));
                rows.add(row.toString());
            }
        });
        return rows;
    }

    private static CsvTable table(String text) {
        return CsvTable.open(Bytes.of(text, 3), FIRST, CsvReader.PLAIN);
    }

    private static DataFault fault(String text) {
        return Assertions.catchThrowableOfType(DataException.class, () -> rows(text))
                .fault();
    }

    @Test
    void readsHeaderAndRows() {
        assertThat(table("a,b\n1,2\n").columns()).containsExactly("a", "b");
        assertThat(rows("a,b\n1,2\n3,x\n")).containsExactly("2: 1|2", "3: 3|x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2",
                "a,b\r\n1,2\r\n",
                "a,b\r1,2\r",
                "\uFEFFa,b\n1,2\n",
                " a ,\tb\n1,2\n",
                "\"a\",\"b\"\n\"1\",2\n",
                "\uFEFF\"a\",b\n1,2\n",
                "a;b\n1;2\n",
                "a\tb\n1\t2\n",
                "\"a\";b\n1;2\n"
            })
    void readsTheSameTableHoweverItIsWritten(String text) {
        assertThat(table(text).columns()).containsExactly("a", "b");
        assertThat(rows(text)).containsExactly("2: 1|2");
    }

    @Test
    void skipsBlankLinesAndCountsThem() {
        assertThat(rows("\n  \na,b\n\n1,2\r\n\r\n   \n\t\n3,4\n\n")).containsExactly("5: 1|2", "9: 3|4");
        assertThat(rows("a\n\n1\n  \n2")).containsExactly("3: 1", "5: 2");
    }

    @Test
    void keepsQuotedSeparatorsQuotesAndLineEnds() {
        assertThat(rows("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n3,4\n"))
                .containsExactly("2: x,y|say \"hi\"", "3: two\nlines|", "5: 3|4");
        assertThat(table("\"a,1\",\"b\nc\"\n1,2").columns()).containsExactly("a,1", "b\nc");
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsItself() {
        assertThat(rows("a,b\n5\" pipe,2\n")).containsExactly("2: 5\" pipe|2");
    }

    @Test
    void aHashIsNoComment() {
        assertThat(rows("#a,b\n#1,2\n")).containsExactly("2: #1|2");
    }

    @Test
    void theHeaderDecidesOnTheSeparator() {
        assertThat(rows("a,b;c\n1,2;3\n")).containsExactly("2: 1|2;3");
        assertThat(rows("a;b\n1,5;2,5\n")).containsExactly("2: 1,5|2,5");
        assertThat(table("\"a,x\";b\n").columns()).containsExactly("a,x", "b");
        assertThat(table("a;x\tb\tc\n").columns()).containsExactly("a;x", "b", "c");
        assertThat(table("one column\n1\n").columns()).containsExactly("one column");
    }

    @Test
    void takesHeadersOfAnyScript() {
        assertThat(table("größe,花弁の長さ,🌸\n1,2,3").columns()).containsExactly("größe", "花弁の長さ", "🌸");
    }

    @Test
    void takesManyColumns() {
        int n = 100_000;
        String header = IntStream.range(0, n).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = "1" + ",2".repeat(n - 1);
        assertThat(table(header).columns()).hasSize(n);
        assertThat(rows(header + "\n" + row)).containsExactly("2: " + row.replace(',', '|'));
        assertThat(fault(header + "\n" + row + ",3")).isEqualTo(new WrongFieldCount(2, n, n + 1, true, ','));
    }

    @Test
    void takesACellLargerThanTheReadersUsualLimit() {
        String cell = "x".repeat(17 << 20);
        assertThat(rows("a\n\"" + cell + "\"\n").getFirst()).hasSize(cell.length() + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \r\n\t\n", "\uFEFF", "\uFEFF\n"})
    void anEmptyFile(String text) {
        assertThat(fault(text)).isEqualTo(new EmptyFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,b\n", "a,b\n\n  \n"})
    void aHeaderOnly(String text) {
        assertThat(fault(text)).isEqualTo(new NoRows());
    }

    @Test
    void badHeaders() {
        assertThat(fault("a,b,a\n1,2,3")).isEqualTo(new DuplicateColumn("a"));
        assertThat(fault("a, a\n1,2")).isEqualTo(new DuplicateColumn("a"));
        assertThat(fault("\"\"\n1")).isEqualTo(new NoNamedColumn());
        assertThat(fault("\"a,b\n1,2")).isEqualTo(new UnclosedQuote(1));
        assertThat(fault("\n\"")).isEqualTo(new UnclosedQuote(2));
        assertThat(fault("\"a\"b,c\n1,2")).isEqualTo(new TextAfterQuote(1));
    }

    @Test
    void rowsOfAnotherLength() {
        assertThat(fault("a,b,c\n1,2,3\n\n1,2\n")).isEqualTo(new WrongFieldCount(4, 3, 2, true, ','));
        assertThat(fault("a,b\n1,2,3\n")).isEqualTo(new WrongFieldCount(2, 2, 3, true, ','));
        assertThat(fault("a,b\n1,2,\n3,4\n")).isEqualTo(new WrongFieldCount(2, 2, 3, true, ','));
        assertThat(fault("a,b\n\"1\n\n\",2\nx\n")).isEqualTo(new WrongFieldCount(5, 2, 1, true, ','));
        assertThat(fault("a;b\n1,2\n")).isEqualTo(new WrongFieldCount(2, 2, 1, true, ';'));
        assertThat(fault("a,b\n\"\"\n")).isEqualTo(new WrongFieldCount(2, 2, 1, true, ','));
    }

    @Test
    void aQuoteInsideAHeaderCellHidesNoSeparator() {
        assertThat(table("5\" pipe;b\n1;2\n").columns()).containsExactly("5\" pipe", "b");
    }

    @Test
    void bytesThatAreNoText() {
        assertThat(fault("a,b\n1,2\n\n3,\\xff\n")).isEqualTo(new NotText(4, Encoding.UTF8));
        assertThat(fault("a,b\n1,\"2\n\n\\xc3\"\n")).isEqualTo(new NotText(4, Encoding.UTF8));
        assertThat(fault("a,\\xe4\n1,2\n")).isEqualTo(new NotText(1, Encoding.UTF8));
        assertThat(fault("a\n1,\\xc0\\x80\n")).isEqualTo(new NotText(2, Encoding.UTF8));
        assertThat(rows("a\n\ufffd\n")).containsExactly("2: \ufffd");
    }

    @Test
    void quotesThatGoWrong() {
        assertThat(fault("a,b\n1,2\n3,\"4\n5,6\n")).isEqualTo(new UnclosedQuote(3));
        assertThat(fault("a,b\n1,\"")).isEqualTo(new UnclosedQuote(2));
        assertThat(fault("a,b\n1,\"x\"\"")).isEqualTo(new UnclosedQuote(2));
        assertThat(fault("a,b\n1,\"2\"x\n")).isEqualTo(new TextAfterQuote(2));
        assertThat(fault("a,b\n1,\"2\" \n")).isEqualTo(new TextAfterQuote(2));
    }
}
