package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Figure;

/** Bars, heat maps, small pictures and histograms hold the numbers that they show. */
class ElementsTest {
    private final Plotted net = new Plotted("input x[4]; layer h[3] sigmoid; layer y[2] linear\n"
            + "input = [1, 2, 3, 4]; target = [1, 0]; train 2\nlet v = [3, 1, 2]; let m = [0, 2; 4, 6]");

    @Test
    void aVectorIsBars() {
        Figure.Bars bars = net.figure(Figure.Bars.class, "plot out(h)");
        assertThat(bars.values()).isEqualTo(net.numbers("out(h)"));
        assertThat(bars.names()).containsExactly("h1", "h2", "h3");
        assertThat(bars.caption().title()).isEqualTo("out(h) after 2 updates");
        assertThat(bars.y().from()).isLessThanOrEqualTo(0);
        Figure.Bars named = net.figure(Figure.Bars.class, "plot v");
        assertThat(named.values()).containsExactly(3, 1, 2);
        assertThat(named.names()).containsExactly("1", "2", "3");
        assertThat(named.caption().title()).isEqualTo("v");
    }

    @Test
    void aMatrixIsAHeatMap() {
        Figure.Matrices map = net.figure(Figure.Matrices.class, "plot weights(h)");
        Figure.Matrix matrix = map.matrices().getFirst();
        assertThat(matrix.values()).isEqualTo(net.numbers("weights(h)"));
        assertThat(matrix.rowNames()).containsExactly("h1", "h2", "h3");
        assertThat(matrix.columnNames()).containsExactly("x1", "x2", "x3", "x4");
        assertThat(map.diverging()).isTrue();
        assertThat(map.scale().from()).isEqualTo(-map.scale().to());
        double most = Arrays.stream(matrix.values()).map(Math::abs).max().orElseThrow();
        assertThat(map.scale().to()).isEqualTo(most);
        Figure.Matrices plain = net.figure(Figure.Matrices.class, "plot m");
        assertThat(plain.diverging()).isFalse();
        assertThat(List.of(plain.scale().from(), plain.scale().to())).containsExactly(0.0, 6.0);
        assertThat(net.figure(Figure.Matrices.class, "plot grad(y)")
                        .matrices()
                        .getFirst()
                        .values())
                .isEqualTo(net.numbers("grad(y)"));
    }

    @Test
    void showsAnEarlierStep() {
        Figure.Matrices then = net.figure(Figure.Matrices.class, "plot weights(h) @ 1");
        assertThat(then.matrices().getFirst().values()).isEqualTo(net.numbers("weights(h) @ 1"));
        assertThat(then.caption().title()).isEqualTo("weights(h) after 1 update");
    }

    @Test
    void eachRowIsAPicture() {
        Figure.Matrices pictures = net.figure(Figure.Matrices.class, "plot weights(h) as 2 by 2");
        assertThat(pictures.matrices()).extracting(Figure.Matrix::name).containsExactly("h1", "h2", "h3");
        double[] weights = net.numbers("weights(h)");
        for (int j = 0; j < 3; j++) {
            Figure.Matrix one = pictures.matrices().get(j);
            assertThat(one.values()).isEqualTo(Arrays.copyOfRange(weights, 4 * j, 4 * j + 4));
            assertThat(List.of(one.rows(), one.columns())).containsExactly(2, 2);
        }
        Figure.Matrices vector = net.figure(Figure.Matrices.class, "plot input as 1 by 4");
        assertThat(vector.matrices()).hasSize(1);
        assertThat(vector.matrices().getFirst().values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsTooMuchIsLeftOutAndSaid() {
        Plotted large = new Plotted("input x[300]; layer h[70] relu; layer y[1] linear");
        Figure.Matrices map = large.figure(Figure.Matrices.class, "plot weights(h)");
        Figure.Matrix matrix = map.matrices().getFirst();
        assertThat(List.of(matrix.rows(), matrix.columns())).containsExactly(64, 200);
        assertThat(map.caption().notes()).containsExactly("the first 64 of 70 rows", "the first 200 of 300 columns");
        double[] weights = large.numbers("weights(h)");
        assertThat(matrix.values()[63 * 200 + 199]).isEqualTo(weights[63 * 300 + 199]);
        assertThat(large.figure(Figure.Matrices.class, "plot weights(h) as 15 by 20")
                        .matrices())
                .hasSize(64);
        Figure.Bars bars = large.figure(Figure.Bars.class, "input = [" + "1, ".repeat(299) + "1]; plot input");
        assertThat(bars.values()).hasSize(200);
        assertThat(bars.caption().notes())
                .containsExactly("the first 200 of 300 numbers; `plot histogram(input)` shows how all are spread");
    }

    @Test
    void aHistogramCountsEachNumberOnce() {
        Figure.Bars bars = net.figure(Figure.Bars.class, "plot histogram(weights)");
        double[] all = new double[18];
        System.arraycopy(net.numbers("weights(h)"), 0, all, 0, 12);
        System.arraycopy(net.numbers("weights(y)"), 0, all, 12, 6);
        assertThat(bars.values()).isEqualTo(counts(all, bars.edges()));
        assertThat(Arrays.stream(bars.values()).sum()).isEqualTo(18);
        assertThat(bars.names()).isEmpty();
        assertThat(Arrays.stream(net.figure(Figure.Bars.class, "plot histogram(biases)")
                                .values())
                        .sum())
                .isEqualTo(5);
    }

    private static double[] counts(double[] numbers, double[] edges) {
        double[] counts = new double[edges.length - 1];
        for (double number : numbers) {
            for (int bin = 0; bin < counts.length; bin++) {
                boolean last = bin == counts.length - 1 && number == edges[bin + 1];
                counts[bin] += edges[bin] <= number && number < edges[bin + 1] || last ? 1 : 0;
            }
        }
        return counts;
    }

    /** As many bins as numpy has with its rule `auto`, but with round edges, which may make their width √2.5 times another. */
    @Test
    void hasAboutTheBinsOfNumpy() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/figures/bins.csv"))) {
            double[] row = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] numbers = Arrays.copyOfRange(row, 1, row.length);
            Arrays.sort(numbers);
            double[] edges = Histogram.edges(numbers);
            double range = numbers[numbers.length - 1] - numbers[0];
            double width = range / row[0];
            assertThat(edges[1] - edges[0]).isBetween(width / 1.6, width * 1.6);
            assertThat(edges[0]).isLessThanOrEqualTo(numbers[0]);
            assertThat(edges[1]).isGreaterThan(numbers[0]);
            assertThat(edges[edges.length - 1]).isGreaterThanOrEqualTo(numbers[numbers.length - 1]);
            assertThat(edges[edges.length - 2]).isLessThan(numbers[numbers.length - 1]);
        }
    }

    @Test
    void edgesAreRoundAndEqualNumbersShareABin() {
        assertThat(Histogram.edges(new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}))
                .containsExactly(0, 0.2, 0.4, 0.6, 0.8);
        assertThat(Histogram.edges(new double[] {2, 2, 2})).containsExactly(1, 3);
        assertThat(Histogram.edges(new double[] {0})).containsExactly(-0.5, 0.5);
        Figure.Bars same = net.figure(Figure.Bars.class, "plot histogram([5, 5, 5, 5])");
        assertThat(same.values()).containsExactly(4);
    }
}
