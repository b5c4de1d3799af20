package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.nnlang.data.DataFault.UnscalableColumn;

class ScalingTest {
    private static final List<ColumnSummary> AB = List.of(numbers("a"), numbers("b"));

    private static ColumnSummary numbers(String name) {
        return new ColumnSummary(name, false, List.of(), 0, 1, 0, Double.NaN);
    }

    @Test
    void placesOfTextsStay() {
        ColumnSummary text = new ColumnSummary("c", false, List.of("p", "q"), Double.NaN, Double.NaN, 0, Double.NaN);
        Scaling scaling =
                Scaling.fit(Scale.STANDARD, new double[][] {{1, 0, 2}, {0, 1, 4}}, List.of(text, AB.getFirst()));
        assertThat(scaling.apply(new double[] {1, 0, 4})).containsExactly(1, 0, 1);
    }

    @Test
    void standardHasMeanAndPopulationDeviation() {
        Scaling scaling = Scaling.fit(Scale.STANDARD, new double[][] {{2, 10}, {4, 10}, {4, 10}, {6, 30}}, AB);
        assertThat(scaling.offset()).containsExactly(4, 15);
        assertThat(scaling.spread()).containsExactly(Math.sqrt(2), Math.sqrt(75));
        assertThat(scaling.apply(new double[] {6, 15})).containsExactly(2 / Math.sqrt(2), 0);
    }

    @Test
    void minmaxGoesFromZeroToOne() {
        Scaling scaling = Scaling.fit(Scale.MINMAX, new double[][] {{2, -1}, {4, 3}, {3, 0.1}}, AB);
        assertThat(scaling.apply(new double[] {2, 3})).containsExactly(0, 1);
        assertThat(scaling.apply(new double[] {3, 1})).containsExactly(0.5, 0.5);
        assertThat(scaling.apply(new double[] {6, -3})).containsExactly(2, -0.5);
    }

    @Test
    void goesBackToTheUnitsOfTheFile() {
        double[][] rows = {{5.1, 1000.1}, {4.9, -0.3}, {4.7, 0}, {7.9, 1e-3}, {6.4, 123456.789}, {5.1, 77}};
        for (Scale scale : Scale.values()) {
            Scaling scaling = Scaling.fit(scale, rows, AB);
            for (double[] row : rows) {
                double[] scaled = scaling.apply(row);
                for (int i = 0; i < row.length; i++) {
                    assertThat(scaling.apply(i, row[i])).isEqualTo(scaled[i]);
                    assertThat(scaling.raw(i, scaled[i])).isCloseTo(row[i], within(1e-9));
                }
                assertThat(scaling.raw(0, scaled[0])).isEqualTo(row[0]);
            }
        }
        Scaling wide = Scaling.fit(Scale.MINMAX, new double[][] {{0, -1e308}, {1, 7e307}}, AB);
        assertThat(wide.raw(1, wide.apply(1, 7e307))).isEqualTo(7e307);
    }

    @Test
    void aConstantColumnBecomesZero() {
        double[][] rows = {{0.1, 1}, {0.1, 2}, {0.1, 3}, {0.1, 4}, {0.1, 5}, {0.1, 6}, {0.1, 7}};
        for (Scale scale : List.of(Scale.STANDARD, Scale.MINMAX)) {
            Scaling scaling = Scaling.fit(scale, rows, AB);
            assertThat(scaling.apply(rows[0])[0]).isZero();
            assertThat(scaling.apply(new double[] {0.6, 1})[0]).isEqualTo(0.5, within(1e-15));
        }
        assertThat(Scaling.fit(Scale.STANDARD, new double[][] {{5, 1e308}}, AB).apply(new double[] {5, 1e308}))
                .containsExactly(0, 0);
    }

    @Test
    void noneChangesNothing() {
        double[] row = {-0.0, 1e308};
        Scaling scaling = Scaling.fit(Scale.NONE, new double[][] {row}, AB);
        assertThat(scaling.apply(row)).containsExactly(row).isNotSameAs(row);
    }

    @Test
    void reportsWhatADoubleCannotScale() {
        assertThat(fault(Scale.MINMAX, -1e308, 1e308)).isEqualTo(new UnscalableColumn("a", -1e308, 1e308));
        assertThat(fault(Scale.STANDARD, 1e308, 1.5e308)).isEqualTo(new UnscalableColumn("a", 1e308, 1.5e308));
        assertThat(fault(Scale.STANDARD, 0, 1e-200)).isEqualTo(new UnscalableColumn("a", 0, 1e-200));
    }

    @Test
    void checksItself() {
        assertThatThrownBy(() -> new Scaling(Scale.MINMAX, new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scaling(Scale.MINMAX, new double[1], new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DataFault fault(Scale scale, double first, double second) {
        double[][] rows = {{first}, {second}};
        return Assertions.catchThrowableOfType(
                        DataException.class, () -> Scaling.fit(scale, rows, List.of(numbers("a"))))
                .fault();
    }
}
