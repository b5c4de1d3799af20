package org.nnlang.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes for tests that come a few at a time, as from a slow file; {@code \xff} in a text is that byte. */
record Bytes(byte[] bytes, int atOnce, int[] at) implements ByteSource {
    static Bytes of(String text, int atOnce) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] parts = text.split("\\\\x", -1);
        bytes.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i < parts.length; i++) {
            bytes.write(Integer.parseInt(parts[i].substring(0, 2), 16));
            bytes.writeBytes(parts[i].substring(2).getBytes(StandardCharsets.UTF_8));
        }
        // As large a part of a long text: a test has no time for more.
        return new Bytes(bytes.toByteArray(), Math.max(atOnce, bytes.size() / 1000), new int[1]);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        int count = Math.min(Math.min(length, atOnce), bytes.length - at[0]);
        if (count == 0) return -1;
        System.arraycopy(bytes, at[0], into, from, count);
        at[0] += count;
        return count;
    }

    @Override
    public void close() {}
}
