package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Images that are encoded here, read by Java's own decoders; and contour lines against circles. */
class ImageTest {
    private static byte[] inflated(byte[] compressed, int length) throws Exception {
        Inflater inflater = new Inflater();
        inflater.setInput(compressed);
        byte[] data = new byte[length + 1];
        int read = inflater.inflate(data);
        assertThat(inflater.finished()).isTrue();
        assertThat(read).isEqualTo(length);
        return java.util.Arrays.copyOf(data, read);
    }

    /** Noise, runs, periods, and what is longer than the window and the longest match. */
    @Test
    void whatIsCompressedComesBack() throws Exception {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 2, 3, 4, 257, 258, 259, 1000, 70_000}) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            byte[] runs = new byte[length];
            byte[] periods = new byte[length];
            byte[] far = new byte[length];
            for (int i = 0; i < length; i++) {
                runs[i] = (byte) (i / 300);
                periods[i] = (byte) (i % 7 * 40);
                far[i] = noise[i % 33_000];
            }
            for (byte[] data : List.of(noise, runs, periods, far)) {
                assertThat(inflated(Deflate.zlib(data), length)).isEqualTo(data);
            }
            assertThat(Deflate.zlib(runs).length).isLessThan(100 + length / 30);
        }
    }

    @Test
    void anImageHasItsPixels() throws Exception {
        int[] palette = {0xffff0000, 0x8000ff00, 0x000000ff};
        byte[] pixels = {0, 1, 2, 2, 1, 0};
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngImage.encode(3, 2, pixels, palette)));
        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffff0000);
        assertThat(image.getRGB(1, 0)).isEqualTo(0x8000ff00);
        assertThat(image.getRGB(2, 0) >>> 24).isZero();
        assertThat(image.getRGB(2, 1)).isEqualTo(0xffff0000);
    }

    /** The line of height 1 of x² + y² is a circle around the middle: closed, and each of its points 1 from there. */
    @Test
    void aContourIsWhereTheHeightIs() {
        int size = 41;
        double[] values = new double[size * size];
        for (int i = 0; i < values.length; i++) {
            double x = (i % size - 20) / 10.0;
            double y = (i / size - 20) / 10.0;
            values[i] = x * x + y * y;
        }
        List<Contours.Line> lines = Contours.of(values, size, size, 1);
        assertThat(lines).hasSize(1);
        Contours.Line circle = lines.getFirst();
        int last = circle.column().length - 1;
        assertThat(last).isGreaterThan(60);
        assertThat(circle.column()[0]).isEqualTo(circle.column()[last]);
        assertThat(circle.row()[0]).isEqualTo(circle.row()[last]);
        for (int i = 0; i <= last; i++) {
            double x = (circle.column()[i] - 20) / 10;
            double y = (circle.row()[i] - 20) / 10;
            assertThat(Math.sqrt(x * x + y * y)).isCloseTo(1, within(0.003));
        }
        assertThat(Contours.of(values, size, size, 100)).isEmpty();
    }

    /** A ridge makes two lines with ends at the edge; around a NaN there is none. */
    @Test
    void contoursEndAtEdgesAndGaps() {
        double[] ridge = {0, 1, 0, 0, 1, 0, 0, 1, 0};
        assertThat(Contours.of(ridge, 3, 3, 0.5))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.column()).hasSize(3));
        ridge[4] = Double.NaN;
        assertThat(Contours.of(ridge, 3, 3, 0.5)).isEmpty();
        double[] saddle = {1, 0, 0, 1};
        assertThat(Contours.of(saddle, 2, 2, 0.5)).hasSize(2);
    }
}
