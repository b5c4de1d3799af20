package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.nnlang.csv.FastCsvReader;

/** The data files of the samples are what they say, and load. */
class SampleDataTest {
    private static final Consumer<int[]> NO_SHUFFLE = _ -> {};

    private static CsvTable table(String name) throws IOException {
        return CsvTable.open(
                ByteSource.of(Files.readString(Path.of("samples", name))), CsvFormat.STANDARD, new FastCsvReader());
    }

    @Test
    void irisHasFishersValues() throws IOException {
        Dataset iris = Dataset.load(
                table("iris.csv"),
                CsvOptions.ofTarget("species"),
                4,
                new OutputShape(3, true),
                NO_SHUFFLE,
                Long.MAX_VALUE);
        double[][] flowers = iris.train().inputs();
        assertThat(flowers).hasDimensions(150, 4);
        assertThat(flowers[34]).containsExactly(4.9, 3.1, 1.5, 0.2);
        assertThat(flowers[37]).containsExactly(4.9, 3.6, 1.4, 0.1);
        assertThat(iris.file().classes()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(iris.train().targets()[0]).containsExactly(1, 0, 0);
        assertThat(iris.train().targets()[149]).containsExactly(0, 0, 1);
    }

    /** The figures are those of scikit-learn's StandardScaler. */
    @Test
    void irisIsScaledAsElsewhere() throws IOException {
        CsvOptions options = new CsvOptions(List.of("species"), List.of(), null, 0, Scale.STANDARD);
        Dataset iris =
                Dataset.load(table("iris.csv"), options, 4, new OutputShape(3, true), NO_SHUFFLE, Long.MAX_VALUE);
        assertThat(iris.file().scaling().offset())
                .containsExactly(new double[] {5.84333333, 3.05733333, 3.758, 1.19933333}, within(1e-8));
        assertThat(iris.file().scaling().spread())
                .containsExactly(new double[] {0.82530129, 0.43441097, 1.75940407, 0.75969263}, within(1e-8));
        assertThat(iris.train().inputs()[0])
                .containsExactly(new double[] {-0.90068117, 1.01900435, -1.34022653, -1.3154443}, within(1e-8));
    }

    @Test
    void irisIsSplit() throws IOException {
        Random random = new Random(1);
        Consumer<int[]> shuffler = order -> {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
        };
        CsvOptions options = new CsvOptions(List.of("species"), List.of(), null, 0.2, Scale.STANDARD);
        Dataset iris = Dataset.load(table("iris.csv"), options, 4, new OutputShape(3, true), shuffler, Long.MAX_VALUE);
        assertThat(iris.train().size()).isEqualTo(120);
        assertThat(iris.test().size()).isEqualTo(30);
        double sum =
                Arrays.stream(iris.train().inputs()).mapToDouble(row -> row[0]).sum();
        assertThat(sum).isEqualTo(0, within(1e-10));
    }

    @Test
    void digitsAreTheTestSetOfUci() throws IOException {
        Dataset digits = Dataset.load(
                table("digits.csv"),
                CsvOptions.ofTarget("digit"),
                64,
                new OutputShape(10, true),
                NO_SHUFFLE,
                Long.MAX_VALUE);
        assertThat(digits.train().inputs()).hasDimensions(1797, 64);
        assertThat(digits.file().classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        double[] counts = new double[10];
        for (double[] target : digits.train().targets()) {
            for (int i = 0; i < 10; i++) counts[i] += target[i];
        }
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(Arrays.stream(digits.train().inputs()).flatMapToDouble(Arrays::stream))
                .allMatch(pixel -> pixel >= 0 && pixel <= 16 && pixel == Math.rint(pixel));
    }
}
