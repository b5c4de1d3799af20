package org.nnlang.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.data.DataFault.DuplicateColumn;
import org.nnlang.data.DataFault.EmptyFile;
import org.nnlang.data.DataFault.NoRows;
import org.nnlang.data.DataFault.NotUtf8;
import org.nnlang.data.DataFault.TextAfterQuote;
import org.nnlang.data.DataFault.UnclosedQuote;
import org.nnlang.data.DataFault.UnnamedColumn;
import org.nnlang.data.DataFault.WrongFieldCount;

/**
 * A file of comma-separated values (RFC 4180) with a header, in UTF-8; its rows stay in the file until a
 * {@link Dataset} reads them, which can be done once.
 *
 * <p>Where the header has no comma, the more frequent of semicolon and tab separates instead. Lines may end in CR, LF
 * or both; a byte order mark and blank lines are skipped.
 */
public final class CsvTable {
    private final Window window;
    private final CsvScanner scanner;
    private final List<String> columns;

    private CsvTable(ByteSource source) {
        this.window = new Window(source);
        this.scanner = new CsvScanner(window);
        this.columns = readHeader();
    }

    /**
     * Reads the header.
     *
     * @throws DataException with {@link EmptyFile}, {@link UnnamedColumn}, {@link DuplicateColumn}, {@link NotUtf8},
     *     {@link UnclosedQuote} or {@link TextAfterQuote}
     */
    public static CsvTable open(ByteSource source) {
        return new CsvTable(source);
    }

    /** The names of the columns, in the order of the file, without the blanks around them. */
    public List<String> columns() {
        return columns;
    }

    /** How many bytes the file has; −1 where that is not known. */
    long size() {
        return window.size();
    }

    /** How many of them have been read. */
    long passed() {
        return window.passed();
    }

    /**
     * Hands over the rows, in the order of the file.
     *
     * @throws DataException with {@link NoRows}, {@link WrongFieldCount}, {@link NotUtf8}, {@link UnclosedQuote} or
     *     {@link TextAfterQuote}
     */
    void read(RecordSink sink) {
        int expected = columns.size();
        if (!scanner.row(sink, expected)) throw new DataException(new NoRows());
        do {
            if (scanner.found() != expected) {
                throw new DataException(new WrongFieldCount(scanner.line(), expected, scanner.found()));
            }
            sink.endRow();
        } while (scanner.row(sink, expected));
    }

    private List<String> readHeader() {
        List<String> names = new ArrayList<>();
        if (!scanner.row(new HeaderSink(names), Integer.MAX_VALUE)) throw new DataException(new EmptyFile());
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty()) throw new DataException(new UnnamedColumn(seen.size() + 1));
            if (!seen.add(name)) throw new DataException(new DuplicateColumn(name));
        }
        return List.copyOf(names);
    }

    private record HeaderSink(List<String> names) implements RecordSink {
        @Override
        public void cell(int line, int column, byte[] bytes, int from, int to) {
            if (column == 0) names.clear();
            names.add(RecordSink.text(bytes, from, to));
        }

        @Override
        public void endRow() {}
    }
}
