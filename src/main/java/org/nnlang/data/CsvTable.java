package org.nnlang.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.nnlang.data.DataFault.DuplicateColumn;
import org.nnlang.data.DataFault.EmptyFile;
import org.nnlang.data.DataFault.NoRows;
import org.nnlang.data.DataFault.TextAfterQuote;
import org.nnlang.data.DataFault.UnclosedQuote;
import org.nnlang.data.DataFault.UnnamedColumn;
import org.nnlang.data.DataFault.WrongFieldCount;

/**
 * A text of comma-separated values (RFC 4180) with a header; the rows stay text until a {@link Dataset} reads them.
 *
 * <p>Where the header has no comma, the more frequent of semicolon and tab separates instead. Lines may end in CR, LF
 * or both; a byte order mark and blank lines are skipped.
 */
public final class CsvTable {
    private final String text;
    private final char separator;
    private final List<String> columns;

    private CsvTable(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.separator = separatorOfHeader(this.text);
        this.columns = readHeader();
    }

    /**
     * Reads the header.
     *
     * @throws DataException with {@link EmptyFile}, {@link UnnamedColumn}, {@link DuplicateColumn},
     *     {@link UnclosedQuote} or {@link TextAfterQuote}
     */
    public static CsvTable parse(String text) {
        return new CsvTable(text);
    }

    /** The names of the columns, in the order of the file, without the blanks around them. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Hands over the rows, in the order of the file.
     *
     * @throws DataException with {@link NoRows}, {@link WrongFieldCount}, {@link UnclosedQuote} or
     *     {@link TextAfterQuote}
     */
    void read(RecordSink sink) {
        Rows rows = new Rows();
        Iterator<Rows> reader = reader(rows);
        next(reader, rows);
        rows.deliverTo(sink, columns.size());
        if (!next(reader, rows)) throw new DataException(new NoRows());
        do {
            if (rows.found != columns.size()) {
                throw new DataException(new WrongFieldCount(rows.line, columns.size(), rows.found));
            }
            sink.endRow();
        } while (next(reader, rows));
    }

    private List<String> readHeader() {
        List<String> names = new ArrayList<>();
        Rows header = new Rows();
        header.deliverTo(new HeaderSink(names), Integer.MAX_VALUE);
        if (!next(reader(header), header)) throw new DataException(new EmptyFile());
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty()) throw new DataException(new UnnamedColumn(seen.size() + 1));
            if (!seen.add(name)) throw new DataException(new DuplicateColumn(name));
        }
        return List.copyOf(names);
    }

    private Iterator<Rows> reader(Rows rows) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                // One field may be the whole text. The reader needs room for its next gulp, too.
                .maxBufferSize((int) Math.min(Integer.MAX_VALUE - 8L, text.length() + 32_768L))
                .build(rows, new StringReader(text))
                .iterator();
    }

    /** Reads one row, if there is one. */
    private static boolean next(Iterator<Rows> reader, Rows rows) {
        try {
            if (!reader.hasNext()) return false;
            reader.next();
            return true;
        } catch (CsvParseException e) {
            throw explained(e, rows.line);
        }
    }

    /** The library tells its two complaints apart by their words only, and wraps whatever else goes wrong. */
    private static RuntimeException explained(CsvParseException e, int line) {
        if (e.getCause() instanceof Error error) throw error;
        if (e.getMessage().startsWith("Unclosed")) return new DataException(new UnclosedQuote(line));
        if (e.getMessage().startsWith("Unexpected character")) return new DataException(new TextAfterQuote(line));
        return e;
    }

    private static char separatorOfHeader(String text) {
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            blank &= c <= ' ';
            if (quoted) continue;
            if (c == ',') return ',';
            if (c == ';') semicolons++;
            if (c == '\t' && !blank) tabs++;
            if ((c == '\n' || c == '\r') && !blank) break;
        }
        if (semicolons == 0 && tabs == 0) return ',';
        return tabs > semicolons ? '\t' : ';';
    }

    private record HeaderSink(List<String> names) implements RecordSink {
        @Override
        public void cell(int line, int column, char[] chars, int from, int to) {
            if (column == 0) names.clear();
            names.add(new String(chars, from, to - from).trim());
        }

        @Override
        public void endRow() {}
    }

    /** Passes the library's fields on to a sink, and swallows blank lines. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Rows> {
        private RecordSink sink;
        private int expected;
        private int line;
        private int found;
        private boolean blankFirst;

        void deliverTo(RecordSink sink, int expected) {
            this.sink = sink;
            this.expected = expected;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = (int) startingLine;
        }

        @Override
        protected void handleField(int column, char[] chars, int offset, int length, boolean quoted) {
            if (column == 0) blankFirst = !quoted && Numbers.isBlank(chars, offset, offset + length);
            if (column < expected) sink.cell(line, column, chars, offset, offset + length);
        }

        @Override
        protected Rows buildRecord() {
            found = getFieldCount();
            boolean blankLine = getRecordType() == RecordType.EMPTY || found == 1 && blankFirst;
            return blankLine ? null : this;
        }
    }
}
