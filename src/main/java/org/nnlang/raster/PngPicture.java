package org.nnlang.raster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.nnlang.picture.PictureFile;

/**
 * A PNG that keeps its figure's numbers: a chunk {@code iTXt} with the keyword {@code nn}, compressed.
 *
 * @param svg what it shows
 * @param numbers the figure's numbers as JSON
 */
public record PngPicture(String svg, String numbers) implements PictureFile {
    private static final int SIGNATURE = 8;
    /** A chunk's length, type and checksum. */
    private static final int AROUND = 12;

    private static final int TYPE = 4;
    /** The type, the keyword, that zlib compresses the text, no language and no translated keyword. */
    private static final byte[] HEAD = "iTXtnn\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    /** Paints it; the numbers are after the header. */
    @Override
    public byte[] bytes() {
        byte[] painted = Raster.png(svg);
        int header = SIGNATURE + AROUND + ByteBuffer.wrap(painted).getInt(SIGNATURE);
        byte[] text = compressed(numbers);
        CRC32 checksum = new CRC32();
        checksum.update(HEAD);
        checksum.update(text);
        return ByteBuffer.allocate(painted.length + AROUND - TYPE + HEAD.length + text.length)
                .put(painted, 0, header)
                .putInt(HEAD.length - TYPE + text.length)
                .put(HEAD)
                .put(text)
                .putInt((int) checksum.getValue())
                .put(painted, header, painted.length - header)
                .array();
    }

    /** By the numbers, since other fonts give other points. */
    @Override
    public boolean is(byte[] file) {
        return numbers.equals(numbers(file));
    }

    /** The numbers of a file that nn has made; empty for any other file. */
    public static String numbers(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = SIGNATURE; at + AROUND <= file.length; ) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - AROUND) {
                return "";
            }
            int from = at + TYPE;
            int text = from + HEAD.length;
            int end = from + TYPE + length;
            if (text <= end && Arrays.equals(file, from, text, HEAD, 0, HEAD.length)) {
                return expanded(file, text, end - text);
            }
            at += AROUND + length;
        }
        return "";
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    private static String expanded(byte[] file, int from, int length) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(file, from, length))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            return "";
        }
    }
}
