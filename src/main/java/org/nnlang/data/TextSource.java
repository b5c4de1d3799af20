package org.nnlang.data;

/** The characters of a file, read once, from the first to the last. */
public interface TextSource {
    /**
     * Reads at most {@code length} characters into an array.
     *
     * @return the number of characters read, at least 1; −1 at the end
     */
    int read(char[] into, int from, int length);

    /** The characters of a text. */
    static TextSource of(char[] text, int length) {
        return new TextSource() {
            private int at;

            @Override
            public int read(char[] into, int from, int most) {
                if (at == length) return -1;
                int count = Math.min(most, length - at);
                System.arraycopy(text, at, into, from, count);
                at += count;
                return count;
            }
        };
    }
}
