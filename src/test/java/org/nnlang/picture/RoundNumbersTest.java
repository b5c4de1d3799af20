package org.nnlang.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundNumbersTest {
    @Test
    void theDistanceIsNext() {
        assertThat(RoundNumbers.nearest(0.13)).isEqualTo(new RoundNumbers(1, -1));
        assertThat(RoundNumbers.nearest(0.15)).isEqualTo(new RoundNumbers(2, -1));
        assertThat(RoundNumbers.nearest(31)).isEqualTo(new RoundNumbers(2, 1));
        assertThat(RoundNumbers.nearest(32)).isEqualTo(new RoundNumbers(5, 1));
        assertThat(RoundNumbers.nearest(7e-300)).isEqualTo(new RoundNumbers(5, -300));
        assertThat(RoundNumbers.nearest(7.2e300)).isEqualTo(new RoundNumbers(1, 301));
    }

    @Test
    void multiplesAreTheDecimalsThatPeopleWrite() {
        RoundNumbers tenths = new RoundNumbers(1, -1);
        assertThat(tenths.at(3)).isEqualTo(0.3);
        assertThat(tenths.at(-7)).isEqualTo(-0.7);
        assertThat(tenths.below(0.3)).isEqualTo(3);
        assertThat(tenths.above(0.3)).isEqualTo(3);
        assertThat(tenths.below(-0.31)).isEqualTo(-4);
        assertThat(tenths.above(-0.31)).isEqualTo(-3);
        assertThat(new RoundNumbers(5, 2).below(1499.9)).isEqualTo(2);
    }

    @Test
    void theNextRoundNumberIsNeverBelow() {
        assertThat(RoundNumbers.atLeast(0.2)).isEqualTo(1);
        assertThat(RoundNumbers.atLeast(2)).isEqualTo(2);
        assertThat(RoundNumbers.atLeast(2.01)).isEqualTo(5);
        assertThat(RoundNumbers.atLeast(501)).isEqualTo(1000);
    }

    @Test
    void powersOfTenAreTheirOwn() {
        assertThat(RoundNumbers.exponent(1e-3)).isEqualTo(-3);
        assertThat(RoundNumbers.exponent(Math.nextDown(1e-3))).isEqualTo(-4);
        assertThat(RoundNumbers.exponent(1e23)).isEqualTo(23); // the double is a little less
        assertThat(RoundNumbers.exponent(Double.MIN_VALUE)).isEqualTo(-324);
        assertThat(RoundNumbers.exponent(Double.MAX_VALUE)).isEqualTo(308);
    }
}
