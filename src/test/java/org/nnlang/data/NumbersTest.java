package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static double parse(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return Numbers.parse(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1",
                "5.",
                ".5",
                "-.5",
                "1e-3",
                "1E+3",
                "1.5e300",
                "00012",
                "0.1",
                "3.14159265358979",
                "9007199254740992",
                "9007199254740993",
                "9007199254740995",
                "123456789012345678",
                "1e22",
                "1e23",
                "1e-22",
                "1e-23",
                "2.2250738585072012e-308",
                "4.9e-324",
                "1e-400",
                "0e999999999999",
                "1.7976931348623157e308",
                "0.1000000000000000055511151231257827021181583404541015625",
                "100000000000000000",
                "99999999999999999",
                "179769313486231570000000000000000000000000000000000000000e252",
                "6.02214076e23",
                "8.41e21",
                "2.5e-1"
            })
    void readsWhatJavaReads(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
        assertThat(parse(" \t" + text + "  ")).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "-",
                ".",
                "-.",
                "e5",
                ".e5",
                "1e",
                "1e+",
                "1e5.0",
                "1d",
                "1f",
                "1.0D",
                "0x10",
                "0x1p3",
                "1_000",
                "1,5",
                "1.2.3",
                "--1",
                "+-1",
                "1 2",
                "1e 5",
                "NaN",
                "nan",
                "Infinity",
                "inf",
                "١٢",
                "½",
                "1%",
                "1L",
                "abc",
                "- 1"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void tooLargeIsInfinite() {
        assertThat(parse("1e999")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(parse("-1e99999999999999999999")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(parse("1" + "0".repeat(400))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void roundsRandomNumbersAsJavaDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            BigInteger digits = new BigInteger(1 + random.nextInt(70), random);
            String text = new BigDecimal(digits, random.nextInt(50) - 25).toString();
            assertThat(Double.doubleToRawLongBits(parse(text)))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }

    @Test
    void readsEveryBitBack() {
        Random random = new Random(8);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value))
                assertThat(parse(Double.toString(value))).isEqualTo(value);
        }
    }

    /** What programs write: 15 to 25 digits, and the numbers half way between two doubles and just beside. */
    @Test
    void roundsLongNumbersAsJavaDoes() {
        Random random = new Random(9);
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(8) - 4);
            BigDecimal half = new BigDecimal(value)
                    .add(new BigDecimal(Math.nextUp(value)))
                    .divide(BigDecimal.TWO);
            MathContext digits = new MathContext(15 + random.nextInt(11));
            for (BigDecimal number : List.of(new BigDecimal(value), half)) {
                String text = number.round(digits).toPlainString();
                assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
                assertThat(parse("-" + text)).as(text).isEqualTo(-Double.parseDouble(text));
            }
        }
    }

    @Test
    void roundsHalvesOfWholeNumbersToEven() {
        for (long number = (1L << 53) - 50; number < (1L << 53) + 50; number++) {
            for (String text :
                    List.of(number + "", number + ".5", number + "0e-1", number + "000000", number + "1e-1")) {
                assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
            }
        }
    }
}
