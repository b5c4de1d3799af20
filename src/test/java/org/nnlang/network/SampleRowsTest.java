package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of a network's samples. */
class SampleRowsTest {
    private static final double[][] INPUTS = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}};
    private static final double[][] TARGETS = {{1, 0}, {0, 1}, {1, 1}, {0, 0}};
    private static final double[][] TEST_INPUTS = {{13, 14, 15}};
    private static final double[][] TEST_TARGETS = {{0.5, 0.25}};

    private static Samples samples(double[] weights, double[] testWeights) {
        return new Samples(INPUTS, TARGETS, weights, TEST_INPUTS, TEST_TARGETS, testWeights, List.of());
    }

    @Test
    void theSizeCountsEachNumberOnce() {
        assertThat(samples(null, null).bytes()).isEqualTo(8L * (4 + 1) * (3 + 2));
        assertThat(Samples.of(new double[][] {{1}}, new double[][] {{2}}).bytes())
                .isEqualTo(16);
    }

    @Test
    void eachRowHasItsWeight() {
        Samples weighted = samples(new double[] {1, 2, 3, 4}, new double[] {5});
        assertThat(weighted.isWeighted()).isTrue();
        assertThat(weighted.row(2)).isEqualTo(new Sample(INPUTS[2], TARGETS[2], 3));
        assertThat(weighted.testRow(0)).isEqualTo(new Sample(TEST_INPUTS[0], TEST_TARGETS[0], 5));
        Samples plain = samples(null, null);
        assertThat(plain.isWeighted()).isFalse();
        assertThat(plain.row(3)).isEqualTo(new Sample(INPUTS[3], TARGETS[3], 1));
        assertThat(plain.testRow(0)).isEqualTo(new Sample(TEST_INPUTS[0], TEST_TARGETS[0], 1));
    }

    @Test
    void anotherSampleTakesTheFirstPlace() {
        Samples weighted = samples(new double[] {1, 2, 3, 4}, new double[] {5});
        Samples moved = weighted.withFirst(2);
        assertThat(moved.size()).isEqualTo(4);
        assertThat(moved.row(0)).isEqualTo(weighted.row(2));
        assertThat(moved.row(1)).isEqualTo(weighted.row(1));
        assertThat(moved.testRow(0)).isEqualTo(weighted.testRow(0));
        assertThat(weighted.row(0)).isEqualTo(new Sample(INPUTS[0], TARGETS[0], 1));
        assertThat(samples(null, null).withFirst(1).row(0)).isEqualTo(new Sample(INPUTS[1], TARGETS[1], 1));
    }
}
