package org.nnlang.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Decimals do what Java's own do. */
class ExactDecimalTest {
    private static final List<String> TEXTS = List.of(
            "0",
            "-0",
            "+1",
            "1.50",
            "-0.0015",
            ".5",
            "5.",
            "100",
            "1e5",
            "1.5E-3",
            "-2.5e+2",
            "9.995",
            "0.000",
            "2.5",
            "3.5",
            "-0.45",
            "1e-400",
            "123456789012345678901234567890.5");

    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN);

    private static List<Double> doubles() {
        List<Double> all = new ArrayList<>(List.of(
                0.0,
                -0.0,
                1.0,
                0.5,
                1024.0,
                1e22,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                -0.1,
                3e-310));
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            double d = Double.longBitsToDouble(random.nextLong());
            all.add(Double.isFinite(d) ? d : 1.0);
            all.add(random.nextGaussian());
        }
        return all;
    }

    private static void same(ExactDecimal ours, BigDecimal javas) {
        assertThat(ours.unscaled()).isEqualTo(javas.unscaledValue());
        assertThat(ours.scale()).isEqualTo(javas.scale());
    }

    @Test
    void readsTexts() {
        for (String text : TEXTS) {
            same(ExactDecimal.parse(text), new BigDecimal(text));
        }
        for (String text : List.of("", ".", "e5", "1e", "1e99999999999", "1.2.3", "x")) {
            assertThatThrownBy(() -> ExactDecimal.parse(text)).isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    void takesDoublesExactly() {
        for (double d : doubles()) {
            same(ExactDecimal.of(d), new BigDecimal(d));
            assertThat(ExactDecimal.of(d).value()).isEqualTo(d + 0.0); // a decimal has no −0
        }
    }

    @Test
    void rounds() {
        List<BigDecimal> all =
                new ArrayList<>(TEXTS.stream().map(BigDecimal::new).toList());
        doubles().stream()
                .filter(d -> Math.abs(d) < 1e20)
                .map(BigDecimal::valueOf)
                .forEach(all::add);
        for (BigDecimal number : all) {
            ExactDecimal ours = new ExactDecimal(number.unscaledValue(), number.scale());
            assertThat(ours.precision()).isEqualTo(number.precision());
            assertThat(ours.signum()).isEqualTo(number.signum());
            same(ours.shortest(), number.stripTrailingZeros());
            for (RoundingMode mode : MODES) {
                for (int places = 0; places < 19; places++) {
                    same(ours.withScale(places, mode), number.setScale(places, mode));
                    same(ours.withPrecision(places + 1, mode), number.round(new MathContext(places + 1, mode)));
                }
            }
        }
    }
}
