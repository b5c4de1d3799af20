package org.nnlang.draw;

import java.util.Base64;

/** Encodes images with a palette as PNG. */
final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PALETTE = 3;

    private PngImage() {}

    /**
     * The bytes of a file.
     *
     * @param pixels the index of each pixel's colour, row after row, the first on top
     * @param palette at most 256 colours: opacity, red, green and blue, 8 bits each
     */
    static byte[] encode(int width, int height, byte[] pixels, int[] palette) {
        Bits file = new Bits();
        file.writeBytes(SIGNATURE);
        Bits header = new Bits();
        header.writeInt(width);
        header.writeInt(height);
        header.add(8);
        header.add(PALETTE);
        header.add(0);
        header.add(0);
        header.add(0);
        file.writeBytes(Png.chunk("IHDR", header.bytes()));
        Bits colors = new Bits();
        Bits opacities = new Bits();
        for (int color : palette) {
            colors.add(color >> 16);
            colors.add(color >> 8);
            colors.add(color);
            opacities.add(color >> 24);
        }
        file.writeBytes(Png.chunk("PLTE", colors.bytes()));
        file.writeBytes(Png.chunk("tRNS", opacities.bytes()));
        file.writeBytes(Png.chunk("IDAT", Deflate.zlib(rows(width, height, pixels))));
        file.writeBytes(Png.chunk("IEND", new byte[0]));
        return file.bytes();
    }

    /** The same as a link that contains it. */
    static String link(int width, int height, byte[] pixels, int[] palette) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(width, height, pixels, palette));
    }

    /** Each row after a byte that says that it isn't filtered. */
    private static byte[] rows(int width, int height, byte[] pixels) {
        byte[] rows = new byte[height * (width + 1)];
        for (int row = 0; row < height; row++) {
            System.arraycopy(pixels, row * width, rows, row * (width + 1) + 1, width);
        }
        return rows;
    }
}
