package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.picture.Axis;

class TicksTest {
    private static Ticks linear(double from, double to, int most) {
        return Ticks.of(Axis.linear("", from, to), most);
    }

    private static Ticks log(double from, double to, int most) {
        return Ticks.of(new Axis("", from, to, true), most);
    }

    @Test
    void ticksAreRoundAndAlike() {
        assertThat(linear(0, 1, 6).labels()).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(linear(-6, 6, 7).labels()).containsExactly("−6", "−4", "−2", "0", "2", "4", "6");
        assertThat(linear(0, 10000, 6).labels()).containsExactly("0", "2,000", "4,000", "6,000", "8,000", "10,000");
        assertThat(linear(0.297, 0.302, 6).labels())
                .containsExactly("0.297", "0.298", "0.299", "0.300", "0.301", "0.302");
        assertThat(linear(0, 1, 6).at()).containsExactly(0, 0.2, 0.4, 0.6, 0.8, 1);
    }

    @Test
    void countsHaveNoFractions() {
        assertThat(Ticks.of(Axis.linear("updates", 0, 2), 6, true).labels()).containsExactly("0", "1", "2");
        assertThat(linear(0, 2, 6).labels()).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0");
    }

    @Test
    void hugeAndTinyRangesHaveTheirPowerOfTen() {
        assertThat(linear(0, 1e300, 3).labels()).containsExactly("0", "0.5·10³⁰⁰", "1.0·10³⁰⁰");
        assertThat(linear(0, 3e-300, 4).labels()).containsExactly("0", "1·10⁻³⁰⁰", "2·10⁻³⁰⁰", "3·10⁻³⁰⁰");
        assertThat(linear(-8e307, 9e307, 5).at()).containsExactly(-5e307, 0, 5e307);
        assertThat(linear(0, 5e-324, 5).at()).contains(0.0);
    }

    /** A range far from 0, as small as doubles allow: the ticks are still in it. */
    @Test
    void ticksLieInTheRange() {
        double[][] ranges = {
            {1, Math.nextUp(1.0)}, {1e15, 1e15 + 1}, {-3e-7, -2.9999e-7}, {99.99, 100.01}, {-1e308, 7e307}, {0, 4e-320}
        };
        for (double[] range : ranges) {
            Ticks ticks = linear(range[0], range[1], 5);
            assertThat(ticks.at().length).isBetween(0, 5);
            double near = 1e-9 * (range[1] - range[0]);
            for (double at : ticks.at()) {
                assertThat(at).isBetween(range[0] - near, range[1] + near);
            }
        }
    }

    @Test
    void aLogarithmicAxisHasPowersOfTen() {
        assertThat(log(0.001, 1, 6).labels()).containsExactly("0.001", "0.01", "0.1", "1");
        assertThat(log(0.001, 1, 8).labels()).containsExactly("0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1");
        assertThat(log(0.2, 0.9, 6).labels()).containsExactly("0.2", "0.5");
        assertThat(log(0.21, 0.24, 6).labels()).containsExactly("0.21", "0.22", "0.23", "0.24");
        assertThat(log(1e-9, 1, 6).labels()).containsExactly("10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰");
        assertThat(log(1e-300, 1e300, 6).labels()).contains("10⁻²⁰⁰", "10⁰", "10²⁰⁰");
        assertThat(log(1, 10, 2).minor()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    }
}
