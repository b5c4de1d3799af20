package org.nnlang.data;

import java.nio.charset.StandardCharsets;

/** The bytes of a file, read once, from the first to the last. */
public interface ByteSource extends AutoCloseable {
    /** The total number of bytes; −1 if unknown. */
    long size();

    /**
     * Reads at most {@code length} bytes into an array.
     *
     * @return the number of bytes read, at least 1; −1 at the end
     */
    int read(byte[] into, int from, int length);

    @Override
    void close();

    /** The same bytes, with a check before each read, which may throw. */
    default ByteSource checked(Runnable check) {
        ByteSource bytes = this;
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.size();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                check.run();
                return bytes.read(into, from, length);
            }

            @Override
            public void close() {
                bytes.close();
            }
        };
    }

    /** The UTF-8 bytes of a text. */
    static ByteSource of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ByteSource() {
            private int at;

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (at == bytes.length) return -1;
                int count = Math.min(length, bytes.length - at);
                System.arraycopy(bytes, at, into, from, count);
                at += count;
                return count;
            }

            @Override
            public void close() {}
        };
    }
}
