package org.nnlang.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The figure's numbers in a PNG file: a chunk {@code iTXt} with the keyword {@code nn}. */
public final class PngText {
    private static final int SIGNATURE = 8;
    /** A chunk's length, type and checksum. */
    private static final int AROUND = 12;

    private static final int TYPE = 4;
    /** The keyword, then no compression, no language and no translated keyword. */
    private static final byte[] HEAD = "nn\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private PngText() {}

    /** A PNG with a text, after its header. */
    public static byte[] with(byte[] png, String text) {
        int header = SIGNATURE + AROUND + ByteBuffer.wrap(png).getInt(SIGNATURE);
        byte[] chunk = Png.chunk("iTXt", concatenated(HEAD, text.getBytes(StandardCharsets.UTF_8)));
        byte[] start = Arrays.copyOf(png, header);
        return concatenated(concatenated(start, chunk), Arrays.copyOfRange(png, header, png.length));
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** The text of a PNG that nn has made; empty for any other file. */
    public static String of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = SIGNATURE; at + AROUND <= file.length; ) {
            int length = bytes.getInt(at);
            int from = at + 2 * TYPE;
            if (length < 0 || length > file.length - at - AROUND) {
                return "";
            }
            boolean ours = Arrays.equals(file, at + TYPE, from, "iTXt".getBytes(StandardCharsets.ISO_8859_1), 0, TYPE)
                    && length >= HEAD.length
                    && Arrays.equals(file, from, from + HEAD.length, HEAD, 0, HEAD.length);
            if (ours) {
                return new String(file, from + HEAD.length, length - HEAD.length, StandardCharsets.UTF_8);
            }
            at += AROUND + length;
        }
        return "";
    }
}
