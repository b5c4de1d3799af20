package org.nnlang.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void decimalsOfAnyLengthRoundHalfUp() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200_000; i++) {
            int decimals = random.nextInt(9);
            long digits = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
            boolean tie = random.nextInt(3) == 0;
            BigDecimal number = tie
                    ? BigDecimal.valueOf(digits / 1000 * 10 + 5 * Long.signum(digits), decimals + 1)
                    : BigDecimal.valueOf(digits, 12);
            BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
            assertThat(Decimals.round(number.doubleValue(), decimals))
                    .as(number + " to " + decimals)
                    .isEqualTo(rounded.signum() == 0 ? 0.0 : rounded.doubleValue());
        }
    }

    @Test
    void tiesAreThoseOfTheDecimal() {
        assertThat(Decimals.round(0.12325, 4)).isEqualTo(0.1233);
        assertThat(Decimals.round(-0.12325, 4)).isEqualTo(-0.1233);
        assertThat(Decimals.round(1.005, 2)).isEqualTo(1.01);
        assertThat(Decimals.round(2.675, 2)).isEqualTo(2.68);
        assertThat(Decimals.round(1 - 0.87675, 4)).isEqualTo(0.1233);
        assertThat(Decimals.round(0.1 - 0.10005, 4)).isEqualTo(-0.0001);
        assertThat(Decimals.round(8.00035 - 8, 4)).isEqualTo(0.0004); // 0.00034999999999918
        assertThat(Decimals.round(8.00265 - 8, 4)).isEqualTo(0.0027);
        assertThat(Decimals.round(0.123249999, 4)).isEqualTo(0.1232);
        assertThat(Decimals.round(0.5, 0)).isEqualTo(1);
        assertThat(Decimals.round(-2.5, 0)).isEqualTo(-3);
    }

    @Test
    void whatIsRoundedStays() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 100_000; i++) {
            int decimals = random.nextInt(Decimals.MOST + 1);
            double size = Math.pow(10, random.nextInt(12) - 4);
            double once = Decimals.round(random.nextDouble(-size, size), decimals);
            assertThat(Decimals.round(once, decimals)).isEqualTo(once);
        }
    }

    @Test
    void extremes() {
        assertThat(Decimals.round(Double.MAX_VALUE, 15)).isCloseTo(Double.MAX_VALUE, within());
        assertThat(Decimals.round(Double.MIN_VALUE, 15)).isZero();
        assertThat(1 / Decimals.round(-1e-9, 3)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(1 / Decimals.round(-0.0, 3)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Decimals.round(Double.NEGATIVE_INFINITY, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Decimals.round(Double.NaN, 3)).isNaN();
        assertThat(Decimals.round(123456789012.5, 0)).isEqualTo(123456789013.0);
        assertThat(Decimals.round(0.593269992107187, 15)).isEqualTo(0.593269992107187);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-15 * Double.MAX_VALUE);
    }
}
