package org.nnlang.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.nnlang.data.DataFault.NotUtf8;
import org.nnlang.data.DataFault.TextAfterQuote;
import org.nnlang.data.DataFault.UnclosedQuote;

/**
 * Cuts a file into rows and cells, without making Strings of them.
 *
 * <p>Where a cell ends can be told byte by byte: in UTF-8 the bytes of other characters are never those of a separator, a
 * quote or the end of a line.
 */
final class CsvScanner {
    private final Window window;
    private final byte separator;

    /** None of the bytes that end a cell is beyond this. */
    private final byte highest;

    /** The line that is being read; the first is 1. */
    private int line = 1;

    private int rowLine;
    private int found;
    private boolean blankFirst;

    CsvScanner(Window window) {
        this.window = window;
        window.skip((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
        this.separator = separatorOfHeader();
        this.highest = (byte) Math.max(separator, '\r');
    }

    /** The line where the last row began. */
    int line() {
        return rowLine;
    }

    /** How many cells the last row had. */
    int found() {
        return found;
    }

    /**
     * Hands over the cells of the next row that is not blank, as many as are expected.
     *
     * @return whether there was one
     */
    boolean row(RecordSink sink, int expected) {
        do {
            if (!window.has(0)) return false;
            rowLine = line;
            found = 0;
            boolean more;
            do {
                more = plainCells(sink, expected) && cell(sink, expected);
            } while (more);
        } while (found == 1 && blankFirst);
        return true;
    }

    /**
     * Reads cells without quotes as long as the window has all of them: the common case, which is to be fast.
     *
     * @return whether the row goes on
     */
    private boolean plainCells(RecordSink sink, int expected) {
        byte[] bytes = window.bytes;
        int end = window.end;
        int i = window.at;
        while (i < end && bytes[i] != '"') {
            int from = i;
            int all = 0;
            byte b = 0;
            for (; i < end; i++) {
                b = bytes[i];
                if (b <= highest && isEnd(b)) break;
                all |= b;
            }
            if (i == end) break;
            if (found == 0) blankFirst = Numbers.isBlank(bytes, from, i);
            deliver(sink, expected, from, i, all);
            if (b != separator) {
                window.at = i;
                return follows();
            }
            window.at = ++i;
        }
        return true;
    }

    /** Reads any cell; whether another one follows in this row. */
    private boolean cell(RecordSink sink, int expected) {
        boolean isQuoted = window.has(0) && window.bytes[window.at] == '"';
        return isQuoted ? quoted(sink, expected) : plain(sink, expected);
    }

    /** A cell without quotes, wherever the window ends. */
    private boolean plain(RecordSink sink, int expected) {
        int length = 0;
        int all = 0;
        do {
            byte[] bytes = window.bytes;
            int i = window.at + length;
            for (int end = window.end; i < end; i++) {
                byte b = bytes[i];
                if (b == separator || b == '\n' || b == '\r') break;
                all |= b;
            }
            length = i - window.at;
        } while (window.at + length == window.end && window.more());
        int from = window.at;
        if (found == 0) blankFirst = Numbers.isBlank(window.bytes, from, from + length);
        deliver(sink, expected, from, from + length, all);
        window.at += length;
        return follows();
    }

    /** A cell in quotes; the doubled quotes in it become single ones where they stand. */
    private boolean quoted(RecordSink sink, int expected) {
        int read = 1;
        int written = 0;
        int all = 0;
        int lines = 0;
        byte before = 0;
        while (true) {
            if (!window.has(read)) throw new DataException(new UnclosedQuote(rowLine));
            byte b = window.bytes[window.at + read++];
            if (b == '"') {
                if (!window.has(read) || window.bytes[window.at + read] != '"') break;
                read++;
            }
            if (b == '\r' || b == '\n' && before != '\r') lines++;
            all |= b;
            before = b;
            window.bytes[window.at + written++] = b;
        }
        if (found == 0) blankFirst = false;
        deliver(sink, expected, window.at, window.at + written, all);
        line += lines;
        window.at += read;
        boolean goesOn = window.has(0) && !isEnd(window.bytes[window.at]);
        if (goesOn) throw new DataException(new TextAfterQuote(rowLine));
        return follows();
    }

    private boolean isEnd(byte b) {
        return b == separator || b == '\n' || b == '\r';
    }

    /** Passes what ends a cell; whether it was a separator. */
    private boolean follows() {
        if (!window.has(0)) return false;
        byte b = window.bytes[window.at++];
        if (b == separator) return true;
        line++;
        if (b == '\r' && window.has(0) && window.bytes[window.at] == '\n') window.at++;
        return false;
    }

    /** Hands over a cell; {@code all} is negative when there is more than ASCII in it. */
    private void deliver(RecordSink sink, int expected, int from, int to, int all) {
        if (all < 0) checkUtf8(from, to);
        if (found < expected) sink.cell(rowLine, found, window.bytes, from, to);
        found++;
    }

    private void checkUtf8(int from, int to) {
        ByteBuffer cell = ByteBuffer.wrap(window.bytes, from, to - from);
        if (!StandardCharsets.UTF_8
                .newDecoder()
                .decode(cell, CharBuffer.allocate(to - from), true)
                .isError()) return;
        int bad = line;
        for (int i = from; i < cell.position(); i++) if (window.bytes[i] == '\n') bad++;
        throw new DataException(new NotUtf8(bad));
    }

    /** A comma, if the header has one outside of quotes; else semicolon or tab, whichever it has more of. */
    private byte separatorOfHeader() {
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        boolean begins = true;
        boolean blank = true;
        for (int i = 0; window.has(i); i++) {
            byte b = window.bytes[window.at + i];
            if (b == '"' && (quoted || begins)) quoted = !quoted;
            // A doubled quote closes and opens again.
            begins = b == '"' || b == ',' || b == ';' || b == '\t' || b == '\n' || b == '\r';
            blank &= b >= 0 && b <= ' ';
            if (quoted) continue;
            if (b == ',') return ',';
            if (b == ';') semicolons++;
            if (b == '\t' && !blank) tabs++;
            if ((b == '\n' || b == '\r') && !blank) break;
        }
        if (semicolons == 0 && tabs == 0) return ',';
        return (byte) (tabs > semicolons ? '\t' : ';');
    }
}
