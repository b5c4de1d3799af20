package org.nnlang.draw;

import java.util.Arrays;

/** A growing row of bytes that is written bit by bit, as deflate wants them: the lowest bit of each byte first. */
final class Bits {
    private byte[] bytes = new byte[1024];
    private int size;
    private int pending;
    private int count;

    /** Writes the lowest bits of a number, the lowest first. */
    void write(int value, int length) {
        pending |= value << count;
        count += length;
        while (count >= 8) {
            add(pending);
            pending >>>= 8;
            count -= 8;
        }
    }

    /** Writes a Huffman code, whose highest bit comes first. */
    void writeCode(int code, int length) {
        write(Integer.reverse(code) >>> 32 - length, length);
    }

    /** Fills the last byte with zeros. */
    void finishByte() {
        if (count > 0) {
            add(pending);
        }
        pending = 0;
        count = 0;
    }

    /** Writes a number of four bytes, the highest first. */
    void writeInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            add(value >> shift);
        }
    }

    void writeBytes(byte[] values) {
        for (byte value : values) {
            add(value);
        }
    }

    void add(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
