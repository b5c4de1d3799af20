package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a number that is written with so many digits stands for a value. */
class WrittenTest {
    private static Written.How match(String text, double value) {
        return Written.of(text, Double.parseDouble(text.replace("%", "e-2").replace("_", "")))
                .match(value);
    }

    @Test
    void roundedHalfUp() {
        assertThat(match("0.36", 0.355)).isEqualTo(Written.How.ROUNDED);
        assertThat(match("-0.36", -0.355)).isEqualTo(Written.How.ROUNDED);
        assertThat(match("0.36", 0.35499999999999993)).isEqualTo(Written.How.ROUNDED); // 0.355 after a lost bit
        assertThat(match("0.36", 0.354999)).isEqualTo(Written.How.NOT);
        assertThat(match("0.360", 0.3596)).isEqualTo(Written.How.ROUNDED);
        assertThat(match("0.360", 0.3594)).isEqualTo(Written.How.NOT);
        assertThat(match("36%", 0.3612)).isEqualTo(Written.How.ROUNDED);
        assertThat(match("3_000", 3000.4)).isEqualTo(Written.How.ROUNDED);
        assertThat(match("3.5e-5", 3.51e-5)).isEqualTo(Written.How.ROUNDED);
        assertThat(match("3.5e-5", 3.6e-5)).isEqualTo(Written.How.NOT);
    }

    @Test
    void cutOff() {
        assertThat(match("0.35", 0.3589)).isEqualTo(Written.How.CUT_OFF);
        assertThat(match("-0.35", -0.3589)).isEqualTo(Written.How.CUT_OFF);
        assertThat(match("0.35", -0.3589)).isEqualTo(Written.How.NOT);
        assertThat(match("0.35", 0.36)).isEqualTo(Written.How.NOT);
    }

    @Test
    void allDigits() {
        assertThat(match("0.35891647971788465", 0.35891647971788465)).isEqualTo(Written.How.EXACTLY);
        assertThat(match("0.35891647971788471", 0.35891647971788465)).isEqualTo(Written.How.EXACTLY);
        assertThat(match("0.4", 0.4)).isEqualTo(Written.How.EXACTLY);
        assertThat(match("0.35891648", 0.35891647971788465)).isEqualTo(Written.How.ROUNDED);
    }

    @Test
    void nothingIsLittle() {
        assertThat(match("0", 0.3)).isEqualTo(Written.How.NOT);
        assertThat(match("0.000", 0.0003)).isEqualTo(Written.How.ROUNDED);
        assertThat(match("0.000", 0.0009)).isEqualTo(Written.How.NOT);
        assertThat(match("0", 0)).isEqualTo(Written.How.EXACTLY);
    }

    @Test
    void strangeNumbers() {
        assertThat(match("1e300", 1e300)).isEqualTo(Written.How.EXACTLY);
        assertThat(match("1e-999999999", 0.5)).isEqualTo(Written.How.NOT);
        assertThat(match("1e-99999999999999", 0.5)).isEqualTo(Written.How.NOT);
        assertThat(match("0.3", Double.NaN)).isEqualTo(Written.How.NOT);
        assertThat(match("0.3", Double.POSITIVE_INFINITY)).isEqualTo(Written.How.NOT);
    }
}
