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

/** Reads through fastcsv's callback, which makes no Strings of cells. */
public final class FastCsvReader implements CsvReader {
    private static final int LARGEST_CELL = Integer.MAX_VALUE - 8;

    @Override
    public Rows rows(TextSource text, char separator, char comment) {
        var builder = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LARGEST_CELL)
                .commentStrategy(comment == 0 ? CommentStrategy.NONE : CommentStrategy.SKIP);
        if (comment != 0) builder.commentCharacter(comment);
        Passing passing = new Passing();
        Characters characters = new Characters(text, passing);
        Cells cells = new Cells(passing);
        return new FastRows(builder.build(cells, characters).iterator(), characters, cells);
    }

    private record FastRows(Iterator<Boolean> rows, Characters characters, Cells cells) implements Rows {
        @Override
        public boolean next(CellSink sink) {
            cells.sink = sink;
            try {
                return rows.hasNext() && rows.next();
            } catch (Passing ours) {
                if (ours.thrown instanceof Error error) throw error;
                throw (RuntimeException) ours.thrown;
            } catch (CsvParseException fault) {
                // At the end of the text a quote is open; otherwise something follows a closing quote.
                throw new DataException(
                        characters.ended ? new UnclosedQuote(cells.line) : new TextAfterQuote(cells.line));
            } finally {
                cells.sink = null; // the sink holds the rows, which must be freed when memory is full
            }
        }

        @Override
        public int pending() {
            return Math.max(0, characters.end - cells.end);
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

    /** Gives fastcsv its characters. */
    private static final class Characters extends Reader {
        private final TextSource text;
        private boolean ended;

        /** The offset after the last character in fastcsv's buffer. */
        private int end;

        private final Passing passing;

        Characters(TextSource text, Passing passing) {
            this.text = text;
            this.passing = passing;
        }

        @Override
        public int read(char[] into, int from, int length) {
            try {
                int count = text.read(into, from, length);
                ended = count < 0;
                end = from + Math.max(0, count);
                return count;
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
        }

        @Override
        public void close() {}
    }

    /** Passes each cell on. */
    private static final class Cells extends CsvCallbackHandler<Boolean> {
        private final Passing passing;
        private CellSink sink;
        private int line;
        private int count;
        private boolean blank;

        /** The offset after the last cell in fastcsv's buffer. */
        private int end;

        Cells(Passing passing) {
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
            line = (int) startingLine;
            count = 0;
            try {
                sink.begin(line);
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            if (count++ == 0) blank = !quoted && CellSink.isBlank(buffer, offset, offset + length);
            end = offset + length;
            try {
                sink.cell(buffer, offset, end, quoted);
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {}

        @Override
        protected void setEmpty() {}

        @Override
        protected Boolean buildRecord() {
            if (count == 0 || count == 1 && blank) return null; // a comment or a blank line
            try {
                sink.end(count);
            } catch (RuntimeException | Error thrown) {
                throw passing.of(thrown);
            }
            return true;
        }
    }
}
