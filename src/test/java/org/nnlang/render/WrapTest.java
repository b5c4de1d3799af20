package org.nnlang.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Long formulas are broken at the outermost operator that there is, and in the worst case at any blank. */
class WrapTest {
    @Test
    void breaksAtSumsOutsideBracketsFirst() {
        assertThat(Wrap.lines("a · b · c + (d + e) · f", 15)).containsExactly("a · b · c", "+ (d + e) · f");
    }

    @Test
    void breaksInsideDeepBracketsWhereNothingElseHelps() {
        assertThat(Wrap.lines("((((((a + b + c))))))", 14)).containsExactly("((((((a + b", "+ c))))))");
        assertThat(Wrap.lines("f(g(h(max(a, b, c))))", 16)).containsExactly("f(g(h(max(a, b,", "c))))");
    }

    @Test
    void whatHasNoBlankStays() {
        assertThat(Wrap.lines("e^(−e^(−e^z))", 5)).containsExactly("e^(−e^(−e^z))");
    }
}
