package org.nnlang.data;

import java.nio.charset.StandardCharsets;

/** The bytes of a file, read once, from the first to the last. */
public interface ByteSource extends AutoCloseable {
    /** How many bytes there are in all; −1 where that is not known. */
    long size();

    /**
     * Reads the next bytes, {@code length} of them at most, into an array.
     *
     * @return how many they were, at least 1; −1 at the end
     */
    int read(byte[] into, int from, int length);

    @Override
    void close();

    /** The same bytes; before each read a check is made, which may throw. */
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

    /** A text in UTF-8. */
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
