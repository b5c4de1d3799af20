package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.picture.Figure.Caption;

/** What is drawn is as long, as strong and where the figure's numbers say. */
class SvgNumbersTest {
    private static final Caption CAPTION = new Caption("title", List.of());

    private static List<MatchResult> found(Figure figure, String pattern) {
        return Pattern.compile(pattern)
                .matcher(SvgPicture.plain(figure, false))
                .results()
                .toList();
    }

    private static double number(MatchResult match, int group) {
        return Double.parseDouble(match.group(group));
    }

    /** The first image is the field, the second its bar of colours. */
    private static BufferedImage image(Figure figure) throws Exception {
        String data = found(figure, "href=\"data:image/png;base64,([^\"]*)\"")
                .getFirst()
                .group(1);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    }

    private static void assertNear(int rgb, int expected) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(rgb >> shift & 0xff).isCloseTo(expected >> shift & 0xff, within(3));
        }
    }

    @Test
    void aFieldHasTheColorsOfItsHeightsWithTheLowestRowBelow() throws Exception {
        double[] values = {0, 0.5, 1, 2, Double.NaN, 4};
        Figure.Surface heights = new Figure.Surface.Heights(Axis.linear("y1", 0, 4), values, 2, 3, new double[0]);
        BufferedImage image = image(
                new Figure.Field(CAPTION, Axis.linear("x", 0, 1), Axis.linear("y", 0, 1), heights, List.of(), null));
        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        for (int i = 0; i < values.length; i++) {
            int rgb = image.getRGB(i % 3, 1 - i / 3);
            if (Double.isNaN(values[i])) {
                assertThat(rgb >>> 24).isZero();
            } else {
                assertThat(rgb >>> 24).isEqualTo(0xff);
                assertNear(rgb, ColorScale.VIRIDIS.rgb(values[i] / 4));
            }
        }
    }

    @Test
    void aRegionHasTheColorOfItsClassAndTheStrengthOfItsCertainty() throws Exception {
        Figure.Surface regions =
                new Figure.Surface.Regions(List.of("a", "b"), new int[] {0, 1, 1, -1}, new double[] {1, 1, 0, 0}, 2, 2);
        BufferedImage image = image(
                new Figure.Field(CAPTION, Axis.linear("x", 0, 1), Axis.linear("y", 0, 1), regions, List.of(), null));
        assertNear(image.getRGB(0, 1), Paint.BLUE.rgb());
        assertNear(image.getRGB(1, 1), Paint.VERMILION.rgb());
        assertNear(image.getRGB(0, 0), Paint.VERMILION.rgb());
        assertThat(image.getRGB(1, 1) >>> 24).isGreaterThan(2 * (image.getRGB(0, 0) >>> 24));
        assertThat(image.getRGB(1, 0) >>> 24).isZero();
    }

    @Test
    void barsAreAsLongAsTheirNumbers() {
        double[] values = {0.25, -0.5, 1};
        Figure bars = new Figure.Bars(
                CAPTION,
                Axis.linear("", 0, 1),
                Axis.linear("w", -1, 1),
                List.of("w1", "w2", "w3"),
                new double[0],
                values);
        List<MatchResult> drawn = found(
                bars,
                "<rect x=\"[^\"]*\" y=\"([^\"]*)\" width=\"[^\"]*\" height=\"([^\"]*)\" fill=\"(#1666b0|#b35806)\"");
        assertThat(drawn).hasSize(3);
        double unit = number(drawn.get(2), 2);
        double zero = number(drawn.get(2), 1) + unit;
        assertThat(number(drawn.get(0), 2)).isCloseTo(0.25 * unit, within(0.02));
        assertThat(number(drawn.get(0), 1)).isCloseTo(zero - 0.25 * unit, within(0.02));
        assertThat(number(drawn.get(1), 2)).isCloseTo(0.5 * unit, within(0.02));
        assertThat(number(drawn.get(1), 1)).isCloseTo(zero, within(0.02));
        assertThat(drawn).extracting(match -> match.group(3)).containsExactly("#1666b0", "#b35806", "#1666b0");
    }

    @Test
    void cellsAreAsStrongAsTheirNumbers() {
        Figure.Matrix matrix = new Figure.Matrix("", new double[] {2, -1, 0.5, 0}, 2, 2, List.of(), List.of());
        Figure matrices = new Figure.Matrices(CAPTION, Axis.linear("w", -2, 2), true, List.of(matrix));
        assertThat(found(matrices, "fill=\"(#1666b0|#b35806)\"(?: fill-opacity=\"([^\"]*)\")?/>"))
                .extracting(match -> match.group(1) + " " + match.group(2))
                .containsExactly("#1666b0 null", "#b35806 0.5", "#1666b0 0.25");
    }

    /** From the first point to the last, upwards on both kinds of axes. */
    @Test
    void curvesPassTheirPoints() {
        double[] x = {0, 5, 10};
        double[] y = {0.01, 0.1, 1};
        for (boolean log : new boolean[] {false, true}) {
            Figure lines = new Figure.Lines(
                    CAPTION,
                    Axis.linear("updates", 0, 10),
                    new Axis("loss", 0.01, 1, log),
                    List.of(new Figure.Curve("loss", x, y, false)),
                    List.of(),
                    List.of());
            MatchResult path = found(lines, "d=\"M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)\"")
                    .getFirst();
            double width = number(path, 5) - number(path, 1);
            double height = number(path, 2) - number(path, 6);
            assertThat(width).isGreaterThan(300);
            assertThat(height).isCloseTo(250, within(0.02));
            assertThat(number(path, 3) - number(path, 1)).isCloseTo(width / 2, within(0.02));
            double share = log ? 0.5 : 0.09 / 0.99;
            assertThat(number(path, 2) - number(path, 4)).isCloseTo(share * height, within(0.02));
        }
    }

    /** NaN, infinity and numbers that a logarithm doesn't take are gaps; a point without neighbours is a dot. */
    @Test
    void gapsAreNotBridged() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] y = {1, 2, Double.NaN, 3, 0, 4};
        Figure lines = new Figure.Lines(
                CAPTION,
                Axis.linear("updates", 0, 5),
                new Axis("loss", 1, 4, true),
                List.of(new Figure.Curve("loss", x, y, false)),
                List.of(),
                List.of());
        assertThat(found(lines, "d=\"(M[^\"]*)\""))
                .hasSize(1)
                .allSatisfy(
                        path -> assertThat(path.group(1)).containsOnlyOnce("M").containsOnlyOnce("L"));
        List<String> radii = new ArrayList<>();
        found(lines, "<circle [^>]* r=\"([^\"]*)\"").forEach(match -> radii.add(match.group(1)));
        assertThat(radii).containsExactly("2.6", "2.6", "3.5", "3.5");
    }
}
