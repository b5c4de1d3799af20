package org.nnlang.data;

import java.util.Arrays;
import org.nnlang.data.DataFault.TextAfterQuote;
import org.nnlang.data.DataFault.UnclosedQuote;

/** Reads character by character: short rather than fast. */
final class PlainReader implements CsvReader {
    @Override
    public Rows rows(TextSource text, char separator, char comment) {
        return new PlainRows(text, separator, comment);
    }

    @Override
    public double number(char[] text, int from, int to) {
        char last = text[to - 1];
        boolean isDecimal = last >= '0' && last <= '9' || last == '.';
        for (int i = from; i < to && isDecimal; i++) isDecimal = "0123456789.+-eE".indexOf(text[i]) >= 0;
        try {
            return isDecimal ? Double.parseDouble(new String(text, from, to - from)) : Double.NaN;
        } catch (NumberFormatException other) {
            return Double.NaN;
        }
    }

    private static final class PlainRows implements Rows {
        private static final int END = -1;

        private final TextSource source;
        private final char separator;
        private final char comment;
        private final char[] read = new char[1 << 13];
        private int at;
        private int end;
        private char[] cell = new char[64];
        private int length;
        private int line = 1;
        private int found;

        PlainRows(TextSource source, char separator, char comment) {
            this.source = source;
            this.separator = separator;
            this.comment = comment;
        }

        @Override
        public boolean next(CellSink sink) {
            boolean blank = true;
            while (blank) {
                while (isLineEnd(peek()) || comment != 0 && peek() == comment) skipLine();
                if (peek() == END) return false;
                blank = row(sink);
            }
            sink.end(found);
            return true;
        }

        @Override
        public int pending() {
            return end - at;
        }

        /** Passes on the cells of a row; returns whether it has only spaces. */
        private boolean row(CellSink sink) {
            int first = line;
            boolean blank = true;
            found = 0;
            sink.begin(first);
            do {
                length = 0;
                boolean quoted = peek() == '"';
                if (quoted) quoted(first);
                while (peek() != END && peek() != separator && !isLineEnd(peek())) {
                    if (quoted) throw new DataException(new TextAfterQuote(first));
                    take();
                }
                sink.cell(cell, 0, length, quoted);
                found++;
                blank &= !quoted && CellSink.isBlank(cell, 0, length);
            } while (pass(separator));
            if (peek() != END) skipLine();
            return blank && found == 1;
        }

        private void quoted(int first) {
            at++;
            while (true) {
                int c = peek();
                if (c == END) throw new DataException(new UnclosedQuote(first));
                if (c == '"') {
                    at++;
                    if (peek() != '"') return;
                }
                if (c == '\n' && !(length > 0 && cell[length - 1] == '\r') || c == '\r') line++;
                take();
            }
        }

        /** Skips the rest of a line. */
        private void skipLine() {
            while (peek() != END && !isLineEnd(peek())) at++;
            if (pass('\r')) pass('\n');
            else pass('\n');
            line++;
        }

        private static boolean isLineEnd(int c) {
            return c == '\n' || c == '\r';
        }

        private boolean pass(char expected) {
            boolean there = peek() == expected;
            if (there) at++;
            return there;
        }

        private void take() {
            if (length == cell.length) cell = Arrays.copyOf(cell, 2 * length);
            cell[length++] = read[at++];
        }

        private int peek() {
            if (at < end) return read[at];
            end = Math.max(0, source.read(read, 0, read.length));
            at = 0;
            return end == 0 ? END : read[0];
        }
    }
}
