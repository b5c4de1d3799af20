package org.nnlang.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.nnlang.data.DataFault.NotText;
import org.nnlang.data.DataFault.WideCharacters;

/** The characters of a file, whose beginning can be looked at before it is read. */
final class Decoder implements TextSource {
    private static final int BLOCK = 1 << 16;

    /** What Windows has from 0x80 to 0x9F; the bytes that it has nothing for stay what Latin-1 makes of them. */
    private static final String WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private final ByteSource source;
    private final Encoding encoding;

    /** Null for a byte for each character. */
    private final CharsetDecoder charset;

    private final boolean marked;
    private ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private boolean noMore;
    private long read;

    /** The line feeds, and the carriage returns, in what was decoded. */
    private int feeds;

    private int returns;

    /** What was looked at, and not yet read. */
    private char[] head = new char[0];

    private int headAt;

    Decoder(ByteSource source, Encoding asked) {
        this.source = source;
        boolean utf8 = passMark(0xEF, 0xBB, 0xBF);
        boolean high = !utf8 && passMark(0xFE, 0xFF);
        boolean low = !utf8 && !high && passMark(0xFF, 0xFE);
        this.marked = utf8 || high || low;
        this.encoding = utf8 ? Encoding.UTF8 : high || low ? Encoding.UTF16 : asked;
        this.charset = encoding == Encoding.LATIN1 ? null : decoder(charset(high));
    }

    private Charset charset(boolean high) {
        if (encoding == Encoding.UTF8) return StandardCharsets.UTF_8;
        return high ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether the file begins with the mark of its encoding, or has one that only programs for it write. */
    boolean isMarked() {
        return marked || encoding != Encoding.UTF8;
    }

    /** How many bytes the file has; −1 where that is not known. */
    long size() {
        return source.size();
    }

    /** How many of them have been read as characters, taking a byte for each that was only looked at. */
    long passed() {
        return read - bytes.remaining() - (head.length - headAt);
    }

    /** The beginning of the text: {@code lines} lines and some more, or all. It is still to be read. */
    char[] head(int lines) {
        int length = head.length;
        boolean more = true;
        while (more && (length < BLOCK || ended() < lines)) {
            if (length == head.length) head = Arrays.copyOf(head, Math.max(BLOCK, 2 * length));
            int count = decode(head, length, head.length - length);
            more = count >= 0;
            length += Math.max(0, count);
        }
        head = Arrays.copyOf(head, length);
        for (char c : head) {
            if (c == '\0') throw new DataException(new WideCharacters());
        }
        return head;
    }

    /** Whether the head is the whole text. */
    boolean headIsAll() {
        return noMore && !bytes.hasRemaining();
    }

    @Override
    public int read(char[] into, int from, int length) {
        if (headAt == head.length) return decode(into, from, length);
        int count = Math.min(length, head.length - headAt);
        System.arraycopy(head, headAt, into, from, count);
        headAt += count;
        if (headAt == head.length) {
            head = new char[0];
            headAt = 0;
        }
        return count;
    }

    private int decode(char[] into, int from, int length) {
        CharBuffer chars = CharBuffer.wrap(into, from, length);
        while (chars.position() == from) {
            if (!bytes.hasRemaining() && !more()) return -1;
            if (charset == null) {
                narrow(chars);
            } else {
                CoderResult result = charset.decode(bytes, chars, noMore);
                if (result.isError()) {
                    count(into, from, chars.position());
                    throw new DataException(new NotText(ended() + 1, encoding));
                }
                // What is left is the beginning of a character.
                if (chars.position() == from && result.isUnderflow()) more();
            }
        }
        count(into, from, chars.position());
        return chars.position() - from;
    }

    private void narrow(CharBuffer chars) {
        for (int n = Math.min(bytes.remaining(), chars.remaining()); n > 0; n--) {
            int b = bytes.get() & 0xFF;
            chars.put(b >= 0x80 && b < 0xA0 ? WINDOWS.charAt(b - 0x80) : (char) b);
        }
    }

    private void count(char[] text, int from, int to) {
        int n = 0;
        int r = 0;
        for (int i = from; i < to; i++) {
            n += text[i] == '\n' ? 1 : 0;
            r += text[i] == '\r' ? 1 : 0;
        }
        feeds += n;
        returns += r;
    }

    /** The lines that have ended in what was decoded: in CR, LF or both, but in all of the file alike. */
    private int ended() {
        return Math.max(feeds, returns);
    }

    private boolean passMark(int... mark) {
        while (bytes.remaining() < mark.length && more()) {}
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.remaining() || (bytes.get(bytes.position() + i) & 0xFF) != mark[i]) return false;
        }
        bytes.position(bytes.position() + mark.length);
        return true;
    }

    /** Reads more bytes behind those that are left. */
    private boolean more() {
        if (noMore) return false;
        bytes.compact();
        int count = 0;
        try {
            count = source.read(bytes.array(), bytes.position(), bytes.remaining());
        } finally { // also where there is no memory, so that it can be told how far the file was read
            bytes.position(bytes.position() + Math.max(0, count)).flip();
        }
        noMore = count < 0;
        read += Math.max(0, count);
        return !noMore;
    }
}
