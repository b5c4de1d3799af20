package org.nnlang.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Parts of PNG files. */
final class Png {
    private static final int POLYNOMIAL = 0xEDB88320;

    private Png() {}

    /** A chunk with its length, type and checksum. */
    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        int checksum = checksum(data, checksum(name, -1)) ^ -1;
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt(checksum)
                .array();
    }

    private static int checksum(byte[] bytes, int from) {
        int checksum = from;
        for (byte b : bytes) {
            checksum ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                checksum = (checksum & 1) == 0 ? checksum >>> 1 : checksum >>> 1 ^ POLYNOMIAL;
            }
        }
        return checksum;
    }
}
