package org.nnlang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.language.statement.Show;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Source;

/** Every number reads as the double nearest to it, alone and in a matrix. */
class NumberTextTest {
    private static final int MANY = 100_000;

    @Test
    void shortestDigitsReadBackAsTheSameDouble() {
        var random = new Random(1);
        for (var i = 0; i < MANY; i++) {
            var value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            if (Double.isFinite(value)) {
                assertNearest(Double.toString(value));
            }
        }
    }

    @Test
    void digitsOfAnyNumberAndScaleReadAsTheNearest() {
        var random = new Random(2);
        for (var i = 0; i < MANY; i++) {
            var text = digits(random, 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 20));
            text += random.nextBoolean() ? "." + digits(random, 1 + random.nextInt(25)) : "";
            text += random.nextInt(3) == 0 ? "e" + (random.nextInt(700) - 380) : "";
            assertNearest(text);
        }
    }

    private static String digits(Random random, int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
            text.append(random.nextInt(20) == 0 && i < count - 1 ? "_" : "");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "00",
                "007",
                "0.0",
                ".0",
                "0e5",
                "1e22",
                "1e23",
                "9007199254740991",
                "9007199254740992",
                "9007199254740993",
                "9007199254740993.0",
                "9007199254740993.00000000000000000000000000001",
                "0.1000000000000000055511151231257827021181583404541015625",
                "0.1000000000000000055511151231257827021181583404541015626",
                "2.2250738585072011e-308",
                "2.2250738585072012e-308",
                "2.2250738585072014e-308",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "1e-400",
                "1e-99999999999999999999",
                "0e99999999999999999999",
                "1.7976931348623157e308",
                "1.7976931348623158e308",
                "123456789012345678901234567890",
                "0.000000000000000000000000000001",
                "8.41e21",
                "5e-324",
                "6.9294956446009195e15",
                "1e0",
                "1E+5",
                "1e-5",
                "3.518437208883201171875e13",
                "1_000_000.000_1",
                "1_0e1_0",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551616",
                "99999999999999999999999999"
            })
    void hardNumbersReadAsTheNearest(String text) {
        assertNearest(text);
    }

    private static void assertNearest(String text) {
        var plain = Double.parseDouble(text.replace("_", ""));
        assertThat(NumberText.end(text, 0)).as(text).isEqualTo(text.length());
        assertThat(NumberText.value(text, 0, text.length())).as(text).isEqualTo(plain);
        assertThat(read(text)).as(text).isEqualTo(plain);
        assertThat(NumberText.value(text.replace('-', '−'), 0, text.length())).isEqualTo(plain);
        assertThat(NumberText.value(text + "%", 0, text.length() + 1))
                .as(text + "%")
                .isEqualTo(percent(text.replace("_", "")));
    }

    /** Worked out exactly, but for exponents without end. */
    private static double percent(String text) {
        var e = text.toLowerCase().indexOf('e');
        var huge = e >= 0 && text.length() - e > 6;
        return huge ? 0 : new BigDecimal(text).movePointLeft(2).doubleValue();
    }

    /** As an element of a matrix of plain numbers; with one that is too large it is not such a matrix. */
    private static double read(String text) {
        var script = Syntax.parse(new Source("a.nn", "show [-1, " + text + "; " + text + "\n, 2]"));
        var show = (Show) script.script().statements().getFirst();
        if (!(((Show.Item.Value) show.items().getFirst()).value() instanceof Expr.Numbers numbers)) {
            return Double.POSITIVE_INFINITY;
        }
        assertThat(numbers.rowEnds()).containsExactly(2, 4);
        assertThat(numbers.values()[1]).isEqualTo(numbers.values()[2]);
        assertThat(NumberText.texts(numbers)).containsExactly("1", text, text, "2");
        return numbers.values()[1];
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", "e5", "1e", "1e+", "_1", "1.e5", "._1", "x", "-1", "%", "1e_5"})
    void whatIsNoNumberEndsNowhere(String text) {
        assertThat(NumberText.end(text, 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"1_, 1", "1__0, 1", "1%%, 2", "12x, 2", "1 2, 1", "1e5.5, 3", "1.5.5, 3", "1-2, 1", "1e5_, 3"})
    void aNumberEndsWhereItCanGoNoFurther(String text, int end) {
        assertThat(NumberText.end(text, 0)).isEqualTo(end);
    }

    @Test
    void aNumberEndsAtTheLimit() {
        assertThat(NumberText.end("123.45e6%", 0, 2)).isEqualTo(2);
        assertThat(NumberText.end("123.45e6%", 0, 4)).isEqualTo(-1);
        assertThat(NumberText.end("123.45e6%", 0, 5)).isEqualTo(5);
        assertThat(NumberText.end("123.45e6%", 0, 7)).isEqualTo(-1);
        assertThat(NumberText.end("123.45e6%", 0, 8)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "0.35891648, 1e-8",
        "20%, 0.01",
        "1.5%, 1e-3",
        "7, 1",
        "1e-3, 1e-3",
        "1.50e-3, 1e-5",
        "2E+5, 1e5",
        ".5, 0.1",
        "1_000, 1",
        "1_000.000_1, 1e-4",
        "1e−3, 1e-3",
        "1e-3%, 1e-5",
        "1e-99999999999999999999, 0",
        "0.10, 0.01"
    })
    void theUnitIsThatOfTheLastDigit(String text, double unit) {
        assertThat(NumberText.unit(text)).isEqualTo(unit);
    }
}
