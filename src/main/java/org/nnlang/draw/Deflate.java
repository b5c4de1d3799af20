package org.nnlang.draw;

import java.util.Arrays;

/**
 * Compresses bytes in the zlib format (RFC 1950), with deflate's fixed Huffman codes (RFC 1951). It is written here since
 * libraries for it give different bytes, and a browser's Java may have none.
 */
final class Deflate {
    private static final int WINDOW = 32768;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    private static final int HASHES = 1 << 14;

    /** How many earlier places with the same three bytes are tried. */
    private static final int TRIES = 64;

    private static final int[] LENGTH_BASES = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASES = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };
    private static final int DISTANCE_CODE_LENGTH = 5;
    private static final int END = 256;
    private static final int ADLER = 65521;

    private final byte[] data;
    private final Bits out = new Bits();

    /** For each hash the last place with it, and for each place the one before it with the same hash; -1 for none. */
    private final int[] latest = new int[HASHES];

    private final int[] earlier;

    private Deflate(byte[] data) {
        this.data = data;
        earlier = new int[data.length];
        Arrays.fill(latest, -1);
    }

    /** The bytes compressed, always to the same bytes. */
    static byte[] zlib(byte[] data) {
        return new Deflate(data).compress();
    }

    private byte[] compress() {
        out.add(0x78);
        out.add(0x01);
        out.write(1, 1);
        out.write(1, 2);
        for (int at = 0; at < data.length; ) {
            int source = -1;
            int longest = SHORTEST - 1;
            int candidate = hash(at) < 0 ? -1 : latest[hash(at)];
            for (int tries = 0;
                    candidate >= 0 && at - candidate <= WINDOW && tries < TRIES && longest < LONGEST;
                    tries++) {
                int length = matching(candidate, at);
                if (length > longest) {
                    longest = length;
                    source = candidate;
                }
                candidate = earlier[candidate];
            }
            int length = source < 0 ? 1 : longest;
            if (source < 0) {
                writeSymbol(data[at] & 0xff);
            } else {
                writeMatch(longest, at - source);
            }
            for (int end = at + length; at < end; at++) {
                remember(at);
            }
        }
        writeSymbol(END);
        out.finishByte();
        out.writeInt(adler());
        return out.bytes();
    }

    /** A hash of the three bytes at a place, or -1 where there are fewer. */
    private int hash(int at) {
        if (at + SHORTEST > data.length) {
            return -1;
        }
        int bytes = (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | data[at + 2] & 0xff;
        return (bytes * 0x9e3779b1) >>> 18;
    }

    private void remember(int at) {
        int hash = hash(at);
        if (hash >= 0) {
            earlier[at] = latest[hash];
            latest[hash] = at;
        }
    }

    private int matching(int from, int at) {
        int most = Math.min(LONGEST, data.length - at);
        int length = 0;
        while (length < most && data[from + length] == data[at + length]) {
            length++;
        }
        return length;
    }

    private void writeMatch(int length, int distance) {
        int code = last(LENGTH_BASES, length);
        writeSymbol(END + 1 + code);
        out.write(length - LENGTH_BASES[code], LENGTH_BITS[code]);
        int far = last(DISTANCE_BASES, distance);
        out.writeCode(far, DISTANCE_CODE_LENGTH);
        out.write(distance - DISTANCE_BASES[far], Math.max(0, far / 2 - 1));
    }

    /** The index of the last number in an ascending row that is not above another one. */
    private static int last(int[] ascending, int value) {
        int i = ascending.length - 1;
        while (ascending[i] > value) {
            i--;
        }
        return i;
    }

    /** A byte, the end, or a length, in the fixed code of RFC 1951, 3.2.6. */
    private void writeSymbol(int symbol) {
        if (symbol < 144) {
            out.writeCode(0x30 + symbol, 8);
        } else if (symbol < 256) {
            out.writeCode(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            out.writeCode(symbol - 256, 7);
        } else {
            out.writeCode(0xc0 + symbol - 280, 8);
        }
    }

    private int adler() {
        int a = 1;
        int b = 0;
        for (byte value : data) {
            a = (a + (value & 0xff)) % ADLER;
            b = (b + a) % ADLER;
        }
        return b << 16 | a;
    }
}
