package org.nnlang.data;

import java.util.Arrays;

/**
 * The part of a file that is being looked at: what lies from {@link #at} up to {@link #end} in {@link #bytes}. More of
 * the file comes on demand; what lies before {@code at} is forgotten then.
 */
final class Window {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final ByteSource source;
    private long read;

    byte[] bytes = new byte[1 << 16];
    int at;
    int end;

    Window(ByteSource source) {
        this.source = source;
    }

    /** Whether there is a byte at this distance from {@link #at}; reads on where there is none yet. */
    boolean has(int distance) {
        return distance < end - at || more();
    }

    /** Reads on; false at the end of the file. All positions but {@link #at} are to be reckoned anew. */
    boolean more() {
        int kept = end - at;
        byte[] old = bytes;
        if (kept == old.length) {
            if (kept == LARGEST) throw new OutOfMemoryError("one cell");
            bytes = new byte[(int) Math.min(LARGEST, 2L * kept)];
        }
        System.arraycopy(old, at, bytes, 0, kept);
        at = 0;
        end = kept;
        int count = source.read(bytes, end, bytes.length - end);
        if (count < 0) return false;
        read += count;
        end += count;
        return true;
    }

    /** How many bytes have been passed. */
    long passed() {
        return read - (end - at);
    }

    /** How many bytes the file has; −1 where that is not known. */
    long size() {
        return source.size();
    }

    /** Skips these bytes if they are next. */
    void skip(byte... expected) {
        if (has(expected.length - 1) && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length)) {
            at += expected.length;
        }
    }
}
