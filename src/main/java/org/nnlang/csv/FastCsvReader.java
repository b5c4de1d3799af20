package org.nnlang.csv;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Reader;
import java.util.Iterator;
import org.nnlang.data.CellSink;
import org.nnlang.data.CsvReader;
import org.nnlang.data.DataException;
import org.nnlang.data.DataFault.TextAfterQuote;
import org.nnlang.data.DataFault.UnclosedQuote;
import org.nnlang.data.TextSource;

/** Splits rows without quotes itself, in one pass that also reads short whole numbers; fastcsv reads the other rows. */
public final class FastCsvReader implements CsvReader {
    /** The most characters that an array can hold. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    @Override
    public Rows rows(TextSource text, char separator, char comment) {
        return new FastRows(new Buffer(text), separator, comment);
    }

    /**
     * {@inheritDoc}
     *
     * <p>fastdoubleparser also accepts Java's hexadecimal numbers, its suffixes d and f, and NaN and Infinity.
     */
    @Override
    public double number(char[] text, int from, int to) {
        char last = text[to - 1];
        boolean decimal = last >= '0' && last <= '9' || last == '.';
        int digits = text[from] == '-' || text[from] == '+' ? from + 1 : from;
        boolean hexadecimal = digits + 1 < to && (text[digits + 1] | ' ') == 'x';
        if (!decimal || hexadecimal || text[digits] > '9') return Double.NaN;
        try {
            return JavaDoubleParser.parseDouble(text, from, to - from);
        } catch (NumberFormatException other) {
            return Double.NaN;
        }
    }

    private static final class FastRows implements Rows {
        /** {@link #row} returns this for a row with quotes. */
        private static final int QUOTED = -1;

        /** {@link #row} returns this for a row whose end is not in the buffer yet. */
        private static final int PARTIAL = -2;

        private final Buffer buffer;
        private final char separator;
        private final char comment;
        private QuotedRows quotedRows;

        FastRows(Buffer buffer, char separator, char comment) {
            this.buffer = buffer;
            this.separator = separator;
            this.comment = comment;
        }

        @Override
        public boolean next(CellSink sink) {
            while (!buffer.isEmpty() || buffer.fill()) {
                int cells = row(sink);
                if (cells == QUOTED) {
                    if (quotedRows == null) quotedRows = new QuotedRows(buffer, separator, comment);
                    return quotedRows.next(sink);
                }
                if (cells == PARTIAL) {
                    buffer.fill();
                } else if (cells > 0) {
                    sink.end(cells);
                    return true;
                }
            }
            return false;
        }

        /** Passes on the cells of the next line, and skips it; returns the number of cells, 0 for a blank line. */
        private int row(CellSink sink) {
            char[] text = buffer.text;
            int start = buffer.at;
            int end = start - 1;
            int cells = 0;
            if (comment != 0 && text[start] == comment) {
                end = lineEnd(text, start);
            } else {
                sink.begin(buffer.line);
                do {
                    end = cell(sink, text, end + 1);
                    cells++;
                } while (end >= 0 && text[end] == separator);
                if (cells == 1 && end >= 0 && CellSink.isBlank(text, start, end)) cells = 0;
            }
            if (end >= 0) buffer.passLine(end);
            return end < 0 ? end : cells;
        }

        /**
         * Passes on the cell that begins here; returns its end. A separate method, since Java optimizes methods that are called
         * often, and there are too few rows for {@link #row}.
         */
        private int cell(CellSink sink, char[] text, int from) {
            int i = from;
            char c = text[i];
            if (c == '"') return QUOTED;
            int whole = 0;
            while (c >= '0' && c <= '9') {
                whole = 10 * whole + c - '0';
                c = text[++i];
            }
            int digits = i - from;
            while (c != separator && c != '\n' && c != '\r') c = text[++i];
            if (c != separator && buffer.isCutAt(i)) return PARTIAL;
            if (digits > 0 && digits <= CellSink.WHOLE_DIGITS && digits == i - from) sink.whole(whole, text, from, i);
            else sink.cell(text, from, i, false);
            return i;
        }

        private int lineEnd(char[] text, int from) {
            int i = from;
            while (text[i] != '\n' && text[i] != '\r') i++;
            return buffer.isCutAt(i) ? PARTIAL : i;
        }

        @Override
        public int pending() {
            return buffer.end - buffer.at;
        }
    }

    /** The characters read but not yet skipped. */
    private static final class Buffer {
        private final TextSource source;

        /** Holds them from {@code at} to {@code end}; a line feed follows, which stops every search for a line end. */
        private char[] text = new char[1 << 17];

        private int at;
        private int end;
        private boolean ended;

        /** The file's line at {@code at}. */
        private int line = 1;

        Buffer(TextSource source) {
            this.source = source;
        }

        boolean isEmpty() {
            return at == end;
        }

        /** Fills the array, a larger one if it is full, with more characters; returns whether there were any. */
        boolean fill() {
            boolean full = at == 0 && end == text.length - 1;
            if (full && text.length > LARGEST / 2) throw new OutOfMemoryError();
            char[] next = full ? new char[2 * text.length] : text;
            System.arraycopy(text, at, next, 0, end - at);
            text = next;
            end -= at;
            at = 0;
            int before = end;
            while (!ended && end < text.length - 1) {
                int count = source.read(text, end, text.length - 1 - end);
                ended = count < 0;
                end += Math.max(0, count);
            }
            text[end] = '\n';
            return end > before;
        }

        /** Whether the line end found here may be false, or half a line end, since the rest is not read yet. */
        boolean isCutAt(int i) {
            return !ended && (i == end || text[i] == '\r' && i + 1 == end);
        }

        /** Skips the line that ends here. */
        void passLine(int i) {
            boolean both = text[i] == '\r' && i + 1 < end && text[i + 1] == '\n';
            at = Math.min(end, both ? i + 2 : i + 1);
            line++;
        }
    }

    /** Reads rows with quotes through fastcsv's callback, which makes no Strings of cells. */
    private static final class QuotedRows {
        private final Lines lines;
        private final Cells cells;
        private final Iterator<Boolean> rows;

        QuotedRows(Buffer buffer, char separator, char comment) {
            var builder = de.siegmar.fastcsv.reader.CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LARGEST)
                    .commentStrategy(comment == 0 ? CommentStrategy.NONE : CommentStrategy.SKIP);
            if (comment != 0) builder.commentCharacter(comment);
            Passing passing = new Passing();
            this.lines = new Lines(buffer, passing);
            this.cells = new Cells(buffer, passing);
            this.rows = builder.build(cells, lines).iterator();
        }

        /** Passes on the row that begins here. */
        boolean next(CellSink sink) {
            cells.sink = sink;
            try {
                boolean found = rows.hasNext() && rows.next();
                lines.passFeed();
                return found;
            } catch (Passing ours) {
                if (ours.thrown instanceof Error error) throw error;
                throw (RuntimeException) ours.thrown;
            } catch (CsvParseException fault) {
                // At the end of the text a quote is open; otherwise something follows a closing quote.
                throw new DataException(lines.ended ? new UnclosedQuote(cells.line) : new TextAfterQuote(cells.line));
            } finally {
                cells.sink = null; // the sink holds the rows, which must be freed when memory is full
            }
        }
    }

    /**
     * Carries an exception of a callback through fastcsv. fastcsv would word all exceptions except its own, and there may be no
     * memory for the words.
     */
    private static final class Passing extends CsvParseException {
        private static final long serialVersionUID = 1;

        private transient Throwable thrown;

        Passing() {
            super("");
        }

        Passing of(Throwable other) {
            thrown = other;
            return this;
        }
    }

    /** Gives fastcsv at most one line at a time, so that it never reads beyond its row. */
    private static final class Lines extends Reader {
        private final Buffer buffer;
        private final Passing passing;
        private boolean ended;

        /** Whether the last character was a carriage return: a line feed after it ends no other line. */
        private boolean returned;

        Lines(Buffer buffer, Passing passing) {
            this.buffer = buffer;
            this.passing = passing;
        }

        @Override
        public int read(char[] into, int from, int length) {
            if (!isThere()) return -1;
            int count = 0;
            char c = 0;
            while (count < length && buffer.at < buffer.end && c != '\n' && c != '\r') {
                boolean second = returned;
                c = buffer.text[buffer.at++];
                into[from + count++] = c;
                returned = c == '\r';
                if (returned || c == '\n' && !second) buffer.line++;
            }
            return count;
        }

        private boolean isThere() {
            try {
                ended = buffer.isEmpty() && !buffer.fill();
                return !ended;
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
        }

        /** Skips the line feed after a carriage return. */
        void passFeed() {
            if (returned && isThere() && buffer.text[buffer.at] == '\n') buffer.at++;
            returned = false;
        }

        @Override
        public void close() {}
    }

    /** Passes each cell on. */
    private static final class Cells extends CsvCallbackHandler<Boolean> {
        private final Buffer buffer;
        private final Passing passing;
        private CellSink sink;
        private int line;
        private int count;

        Cells(Buffer buffer, Passing passing) {
            this.buffer = buffer;
            this.passing = passing;
        }

        @Override
        protected RecordType getRecordType() {
            return count == 0 ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected void beginRecord(long startingLine) {
            line = buffer.line;
            count = 0;
            try {
                sink.begin(line);
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
        }

        @Override
        protected void addField(char[] text, int offset, int length, boolean quoted) {
            count++;
            try {
                sink.cell(text, offset, offset + length, quoted);
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
        }

        @Override
        protected void setComment(char[] text, int offset, int length) {}

        @Override
        protected void setEmpty() {}

        @Override
        protected Boolean buildRecord() {
            if (count == 0) return null;
            try {
                sink.end(count);
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
            return true;
        }
    }
}
