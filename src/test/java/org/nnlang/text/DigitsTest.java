package org.nnlang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    /** The figures are those of C's printf, but for where plain notation ends. */
    @ParameterizedTest
    @CsvSource({
        "0.35891647971788465, 9, 0.35891648",
        "3.510187782978859e-05, 9, 3.51018778e-05",
        "0.0001, 9, 0.0001",
        "9.999999999e-05, 10, 9.999999999e-05",
        "9.9999999995e-5, 9, 0.0001",
        "1e15, 9, 1e+15",
        "999999999999999, 15, 999999999999999",
        "999999999999999, 9, 1e+15",
        "123456789.5, 9, 123456790",
        "123456, 3, 123000",
        "99999.99999, 5, 100000",
        "0.1, 17, 0.10000000000000001",
        "2.5, 1, 2",
        "3.5, 1, 4",
        "9.5, 1, 10",
        "0.125, 2, 0.12",
        "1.005, 3, 1",
        "1e-300, 9, 1e-300",
        "4.9e-324, 9, 4.94065646e-324",
        "1.7976931348623157e308, 9, 1.79769313e+308",
        "-0.0380982365, 3, -0.0381",
        "-0.0, 9, 0",
        "100, 9, 100",
        "NaN, 9, nan",
        "Infinity, 9, inf",
        "-Infinity, 9, -inf",
    })
    void writesSignificantDigits(double value, int significant, String text) {
        assertThat(Digits.format(value, significant)).isEqualTo(text);
    }

    @Test
    void roundsTheExactBinaryValue() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200_000; i++) {
            double value = number(random, i);
            if (Double.isFinite(value) && value != 0) {
                int significant = 1 + random.nextInt(18);
                BigDecimal exact = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
                assertThat(new BigDecimal(Digits.format(value, significant))).isEqualByComparingTo(exact);
            }
        }
    }

    /** Any bits; decimals of a few digits, which lie on or next to halfway points; binary fractions, which are halfway points. */
    private static double number(SplittableRandom random, int i) {
        return switch (i % 3) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(1_000_000) / Math.pow(10, random.nextInt(12));
            default -> random.nextInt(1 << 20) / (double) (1 << random.nextInt(20));
        };
    }

    /** The texts are those of a JavaScript engine. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "3, 3",
        "-2.5, -2.5",
        "1e-7, 1e-7",
        "0.000001, 0.000001",
        "0.00001234, 0.00001234",
        "1.2e-6, 0.0000012",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "123456789012345680000, 123456789012345680000",
        "2e23, 2e+23",
        "1e23, 1e+23",
        "4.9e-324, 5e-324",
        "9.9e-324, 1e-323",
        "1.5e-323, 1.5e-323",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.30000000000000004, 0.30000000000000004",
        "0.3333333333333333, 0.3333333333333333",
        "1e15, 1000000000000000",
        "-0.0, 0",
    })
    void writesWhatJavaScriptWrites(double value, String text) {
        assertThat(Digits.shortest(value)).isEqualTo(text);
    }

    @Test
    void theShortestReadsBackAsTheSame() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200_000; i++) {
            double value = number(random, i);
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Digits.shortest(value))).isEqualTo(value);
            }
        }
    }
}
