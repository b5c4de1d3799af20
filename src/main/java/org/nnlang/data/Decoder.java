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

/** Decodes the characters of a file; its beginning can be examined before reading. */
final class Decoder implements TextSource {
    private static final int BLOCK = 1 << 16;

    /** The characters of Windows-1252 from 0x80 to 0x9F; its unused bytes are as in Latin-1. */
    private static final String WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private final ByteSource source;
    private final Encoding encoding;

    /** Null for encodings with one byte for each character. */
    private final CharsetDecoder charset;

    private final boolean marked;
    private ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private boolean noMore;
    private long read;

    /** The numbers of line feeds and carriage returns in the decoded text. */
    private int feeds;

    private int returns;

    /** The text examined but not yet read. */
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

    /** Whether the file has a byte order mark or isn't in UTF-8, so that a copy in UTF-8 needs a mark. */
    boolean isMarked() {
        return marked || encoding != Encoding.UTF8;
    }

    /** The size of the file in bytes; −1 if unknown. */
    long size() {
        return source.size();
    }

    /** The number of bytes read as characters, counting one byte for each examined character. */
    long passed() {
        return read - bytes.remaining() - (head.length - headAt);
    }

    /** Examines the beginning of the text without reading it: at least {@code lines} lines, or all. */
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

    /** Whether the examined beginning is the whole text. */
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
                // The rest is the beginning of a character.
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

    /** The number of complete lines in the decoded text; all lines of a file end alike, in CR, LF or both. */
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

    /** Reads more bytes after the remaining bytes. */
    private boolean more() {
        if (noMore) return false;
        bytes.compact();
        int count = 0;
        try {
            count = source.read(bytes.array(), bytes.position(), bytes.remaining());
        } finally { // even out of memory, so that a message can say how much was read
            bytes.position(bytes.position() + Math.max(0, count)).flip();
        }
        noMore = count < 0;
        read += Math.max(0, count);
        return !noMore;
    }
}
