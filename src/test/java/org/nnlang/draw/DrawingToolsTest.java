package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingToolsTest {
    private static final String LONE_SURROGATE =
            "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";

    @Test
    void numbersHaveTwoDecimalsAtMost() {
        assertThat(SvgWriter.number(1)).isEqualTo("1");
        assertThat(SvgWriter.number(-0.001)).isEqualTo("0");
        assertThat(SvgWriter.number(-0.5)).isEqualTo("-0.5");
        assertThat(SvgWriter.number(12.046)).isEqualTo("12.05");
        assertThat(SvgWriter.number(3.099)).isEqualTo("3.1");
    }

    @Test
    void textIsEscapedAndOfXml() {
        assertThat(SvgWriter.escaped("a<b & \"c\">d")).isEqualTo("a&lt;b &amp; &quot;c&quot;&gt;d");
        assertThat(SvgWriter.escaped("\u0007\ud800x\uffff\u202e😀")).isEqualTo("\ufffd\ufffdx\ufffd\ufffd😀");
    }

    /** The widths of Arial: digits 556, M 833, i 222 thousandths of the size. */
    @Test
    void widthsAreTheFonts() {
        assertThat(FontAdvances.width("0123456789", 10)).isCloseTo(55.6, within(0.5));
        assertThat(FontAdvances.width("Mi", 100)).isCloseTo(105.5, within(1.0));
        assertThat(FontAdvances.width("学習e\u0301", 10)).isCloseTo(25.6, within(0.1));
        assertThat(FontAdvances.width("σ→Σ10⁻³", 10)).isBetween(30.0, 50.0);
    }

    @Test
    void colorsAreWrittenForTheirReader() {
        assertThat(new SvgWriter(Scheme.INLINE, "")
                        .circle(1, 2, 3)
                        .fill(Paint.BLUE)
                        .close()
                        .toString())
                .isEqualTo("\n<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"var(--nn-1,#0072b2)\"/>");
        SvgWriter file = new SvgWriter(Scheme.FILE, "");
        file.line(0, 0, 1, 1).stroke(Paint.BLUE, 2).close();
        assertThat(file.toString()).contains("stroke=\"#0072b2\"", "class=\"s-1\"");
        assertThat(file.darkStyles()).isEqualTo("@media screen and (prefers-color-scheme:dark){.s-1{stroke:#3394d6}}");
        assertThat(new SvgWriter(Scheme.DARK, "")
                        .circle(1, 2, 3)
                        .fill(Paint.BLUE)
                        .close()
                        .toString())
                .contains("fill=\"#3394d6\"");
    }

    @Test
    void classesBeyondTheColorsDiffer() {
        for (int i = 0; i < 42; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(List.of(Paint.series(i), Strokes.dashes(i)))
                        .isNotEqualTo(List.of(Paint.series(j), Strokes.dashes(j)));
                assertThat(List.of(Paint.series(i), Marker.of(i))).isNotEqualTo(List.of(Paint.series(j), Marker.of(j)));
            }
        }
    }

    @Test
    void viridisRunsFromVioletToYellow() {
        assertThat(Rgb.hex(ColorScale.VIRIDIS.rgb(0))).isEqualTo("440154");
        assertThat(Rgb.hex(ColorScale.VIRIDIS.rgb(1))).isEqualTo("fde725");
        assertThat(Rgb.hex(ColorScale.VIRIDIS.rgb(-3))).isEqualTo("440154");
        assertThat(Rgb.hex(Rgb.mix(0x000000, 0x0000ff, 0.5))).isEqualTo("000080");
    }

    @Test
    void textIsBrokenBetweenWordsOrWithinLongOnes() {
        double ten = FontAdvances.width("aaaaaaaaaa", 10);
        assertThat(TextBlock.wrap("aaaa aaaa aaaa aa", 10, ten)).containsExactly("aaaa aaaa", "aaaa aa");
        assertThat(TextBlock.wrap("a " + "b".repeat(25), 10, ten))
                .containsExactly("a", "b".repeat(10), "b".repeat(10), "b".repeat(5));
        assertThat(TextBlock.shorten("abcdefghijklm", 10, ten)).isEqualTo("abcde…jklm");
        assertThat(TextBlock.shorten("aaaaaaaaaa", 10, ten)).isEqualTo("aaaaaaaaaa");
        assertThat(TextBlock.shorten("😀😀😀", 10, 25)).isEqualTo("😀…");
        for (double width = 1; width < 80; width++) {
            assertThat(TextBlock.shorten("a😀b😀c😀d😀", 10, width)).doesNotContainPattern(LONE_SURROGATE);
        }
    }

    @Test
    void labelsTakeTheFirstFreePlace() {
        LabelPlacer placer = new LabelPlacer(new Box(0, 0, 100, 40));
        Label outside = new Label("word", 95, 20, 10, Label.Anchor.START, Paint.INK);
        Label inside = new Label("word", 40, 20, 10, Label.Anchor.START, Paint.INK);
        assertThat(placer.place(List.of(outside, inside), 2)).isEqualTo(inside);
        assertThat(placer.place(List.of(inside), 2)).isNull();
    }

    /** Two that want one place go to both sides of it; what is far apart stays. */
    @Test
    void spreadMovesAsLittleAsItMust() {
        assertThat(LabelPlacer.spread(new double[] {50, 50, 90}, 10, 0, 100)).containsExactly(45, 55, 90);
        assertThat(LabelPlacer.spread(new double[] {99, 98}, 10, 0, 100)).containsExactly(95, 85);
        assertThat(LabelPlacer.spread(new double[] {3, 2, 1}, 50, 0, 100)).containsExactly(75, 50, 25);
        assertThat(LabelPlacer.spread(new double[0], 50, 0, 100)).isEmpty();
    }

    @Test
    void numbersAreWrittenAsInBooks() {
        assertThat(NumberLabel.of(-0.25, 3)).isEqualTo("−0.25");
        assertThat(NumberLabel.of(3.5e-7, 3)).isEqualTo("3.5·10⁻⁷");
        assertThat(NumberLabel.of(10000, 3)).isEqualTo("10,000");
        assertThat(NumberLabel.of(-1.5e300, 2)).isEqualTo("−1.5·10³⁰⁰");
        assertThat(NumberLabel.of(Double.NaN, 2)).isEqualTo("–");
        assertThat(NumberLabel.decimal(-12345, -2)).isEqualTo("−123.45");
        assertThat(NumberLabel.decimal(5, -3)).isEqualTo("0.005");
        assertThat(NumberLabel.decimal(12, 3)).isEqualTo("12,000");
    }
}
