package org.nnlang.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.data.DataFault.DuplicateColumn;
import org.nnlang.data.DataFault.EmptyFile;
import org.nnlang.data.DataFault.LooksLikeData;
import org.nnlang.data.DataFault.NoNamedColumn;
import org.nnlang.data.DataFault.NoRows;
import org.nnlang.data.DataFault.WrongFieldCount;

/**
 * A CSV file; its rows stay in the file until a {@link Dataset} reads them, which it can do once.
 *
 * <p>The first lines show what separates the cells, unless it is given, and whether the first line is a header.
 */
public final class CsvTable {
    /** Enough for a header, a row, and another row that may be cut. */
    private static final int SURE_LINES = 3;

    private static final int SAMPLE_LINES = 20;
    private static final int SAMPLE_CELLS = 20_000;

    private final CsvFormat format;
    private final Decoder decoder;
    private final CsvReader.Rows rows;
    private final Numerals numerals;

    /** The names of all columns, empty for unnamed columns. */
    private final List<String> names;

    private final List<String> columns;

    private CsvTable(ByteSource source, CsvFormat asked, CsvReader reader) {
        this.decoder = new Decoder(source, asked.encoding());
        char[] head = decoder.head(SURE_LINES);
        char separator = asked.separator() != 0 ? asked.separator() : Separators.find(head, asked);
        this.format = asked.separatedBy(separator);
        this.numerals = new Numerals(reader, format);
        List<Row> sample = sample(reader, head);
        for (int lines = 4 * SURE_LINES; sample.isEmpty() && !decoder.headIsAll(); lines *= 4) {
            sample = sample(reader, decoder.head(lines));
        }
        this.rows = rows(reader, decoder);
        if (sample.isEmpty()) {
            rows.next(new RowSink()); // reports what is wrong with the only row
            throw new DataException(new EmptyFile());
        }
        this.names = List.copyOf(names(sample));
        this.columns = names.stream().filter(name -> !name.isEmpty()).toList();
        checkNames();
    }

    /**
     * Reads the header.
     *
     * @throws DataException with {@link EmptyFile}, {@link LooksLikeData}, {@link NoNamedColumn}, {@link DuplicateColumn},
     *     {@link DataFault.NotText}, {@link DataFault.WideCharacters}, {@link DataFault.UnclosedQuote} or
     *     {@link DataFault.TextAfterQuote}
     */
    public static CsvTable open(ByteSource source, CsvFormat format, CsvReader reader) {
        return new CsvTable(source, format, reader);
    }

    /** The names of the named columns, in the order of the file, without the spaces around them. */
    public List<String> columns() {
        return columns;
    }

    /** The file's format, with a known separator. */
    public CsvFormat format() {
        return format;
    }

    /** Whether the file has a byte order mark or isn't in UTF-8, so that a copy in UTF-8 needs a mark. */
    public boolean isMarked() {
        return decoder.isMarked();
    }

    /** The number of columns in the file, including unnamed columns. */
    int width() {
        return names.size();
    }

    /** The position of a named column among all columns; −1 if there is no such column. */
    int position(String column) {
        return column.isEmpty() ? -1 : names.indexOf(column);
    }

    /** The names of all columns; empty for unnamed columns. */
    List<String> names() {
        return names;
    }

    /** The positions of unnamed columns, counted from 1. */
    List<Integer> unnamed() {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) if (names.get(i).isEmpty()) positions.add(i + 1);
        return positions;
    }

    Numerals numerals() {
        return numerals;
    }

    /** The size of the file in bytes; −1 if unknown. */
    long size() {
        return decoder.size();
    }

    /** The number of bytes read so far. */
    long passed() {
        return Math.max(0, decoder.passed() - rows.pending());
    }

    /**
     * Passes on the rows, in the order of the file.
     *
     * @throws DataException with {@link NoRows}, {@link DataFault.NotText},
     *     {@link DataFault.UnclosedQuote} or {@link DataFault.TextAfterQuote}
     */
    void read(CellSink sink) {
        if (!rows.next(sink)) throw new DataException(new NoRows());
        while (rows.next(sink)) {}
    }

    /** The error in a row with the wrong number of cells. */
    WrongFieldCount wrongFieldCount(int line, int cells) {
        boolean header = format.header() != CsvFormat.Header.NONE;
        return new WrongFieldCount(line, width(), cells, header, format.separator());
    }

    private CsvReader.Rows rows(CsvReader reader, TextSource text) {
        boolean blanks = format.separator() == ' ';
        return reader.rows(blanks ? new Blanks(text, format.comment()) : text, format.separator(), format.comment());
    }

    // the first lines

    private record Cell(String text, boolean quoted) {}

    private record Row(int line, List<Cell> cells) {}

    /** Keeps the cells of one row. */
    private static final class RowSink implements CellSink {
        private int line;
        private List<Cell> cells = new ArrayList<>();

        @Override
        public void begin(int line) {
            this.line = line;
            cells = new ArrayList<>();
        }

        @Override
        public void cell(char[] text, int from, int to, boolean quoted) {
            cells.add(new Cell(CellSink.text(text, from, to), quoted));
        }

        @Override
        public void end(int cells) {}

        Row row() {
            return new Row(line, cells);
        }
    }

    /** The first rows, without a row that may be cut or has an error. */
    private List<Row> sample(CsvReader reader, char[] head) {
        CsvReader.Rows first = rows(reader, TextSource.of(head, head.length));
        List<Row> sample = new ArrayList<>();
        RowSink sink = new RowSink();
        int cells = 0;
        try {
            while (sample.size() <= SAMPLE_LINES && cells < SAMPLE_CELLS && first.next(sink)) {
                sample.add(sink.row());
                cells += sink.cells.size();
            }
            if (!decoder.headIsAll() && sample.size() <= SAMPLE_LINES && cells < SAMPLE_CELLS) {
                if (!sample.isEmpty()) sample.removeLast();
            }
        } catch (DataException cut) {
            return sample;
        }
        return sample;
    }

    private List<String> names(List<Row> sample) {
        Row first = sample.getFirst();
        if (format.header() == CsvFormat.Header.NONE) return numbered(sample);
        if (format.header() == CsvFormat.Header.FOUND && looksLikeData(sample)) {
            List<String> cells = first.cells().stream().map(Cell::text).toList();
            throw new DataException(new LooksLikeData(first.line(), cells));
        }
        RowSink header = new RowSink();
        rows.next(header);
        List<String> names = new ArrayList<>();
        header.row().cells().forEach(cell -> names.add(cell.text()));
        List<Row> rest = sample.subList(1, sample.size());
        if (allHave(rest, names.size() + 1)) {
            if (allHaveRowNames(rest)) names.addFirst("");
            else if (rest.stream().allMatch(row -> row.cells().getLast().text().isEmpty())) names.add("");
        }
        return names;
    }

    /** c1, c2, …; but an empty last column, from a comma at the end of each line, has no name. */
    private static List<String> numbered(List<Row> sample) {
        int width = sample.getFirst().cells().size();
        boolean empty = allHave(sample, width)
                && sample.stream().allMatch(row -> row.cells().getLast().text().isEmpty());
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) names.add(i == width && empty && width > 1 ? "" : "c" + i);
        return names;
    }

    private static boolean allHave(List<Row> rows, int cells) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.cells().size() == cells);
    }

    /** Whether the header lacks a name for R's column of row names: quoted names, or spaces as separators. */
    private boolean allHaveRowNames(List<Row> rows) {
        return format.separator() == ' '
                || rows.stream().allMatch(row -> row.cells().getFirst().quoted());
    }

    /** Whether the first line has a number in every column that has numbers below, and there is such a column. */
    private boolean looksLikeData(List<Row> sample) {
        List<Cell> first = sample.getFirst().cells();
        List<Row> rest = sample.subList(1, sample.size());
        boolean anyNumber = false;
        for (int i = 0; i < first.size(); i++) {
            boolean number = isNumber(first.get(i).text());
            boolean missing = Numerals.isMissing(first.get(i).text())
                    && !first.get(i).text().isEmpty();
            if (!number && !missing && isNumeric(rest, i)) return false;
            anyNumber |= number;
        }
        return anyNumber;
    }

    private boolean isNumeric(List<Row> rows, int column) {
        boolean any = false;
        for (Row row : rows) {
            if (column >= row.cells().size()) continue;
            String text = row.cells().get(column).text();
            if (Numerals.isMissing(text)) continue;
            if (!isNumber(text)) return false;
            any = true;
        }
        return any;
    }

    private boolean isNumber(String text) {
        return !Double.isNaN(numerals.number(text));
    }

    private void checkNames() {
        if (columns.isEmpty()) throw new DataException(new NoNamedColumn());
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!seen.add(name)) throw new DataException(new DuplicateColumn(name));
        }
    }
}
