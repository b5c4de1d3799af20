package org.nnlang.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns fit as their notation says, and those of the hints are all well formed. */
class TextPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "w5;w5;",
                "let~{\\w+} = {.+};let  n=3;n,3",
                "a b;ab;",
                "{a|ab}{c|bcd}d*;abcd;a,bcd",
                "{a+}{a*};aaa;aaa,",
                "{a+?}{a*};aaa;a,aa",
                "{x}?y;y;",
                "({a}|{b})+;ab;a,b",
                "(?i:[a-c]o){[^x-z]};COδ;δ",
                "\\bs{\\l*}\\b;später;päter",
                "(?!ab){\\w+};ba;ba",
                "^.(?<![xy]){z}$;az;z",
                "\\[\\d,\\d\\];[1,2];"
            })
    void fits(String pattern, String text, String captured) {
        TextPattern.Match match = new TextPattern(pattern).match(text);
        assertThat(match).isNotNull();
        StringBuilder found = new StringBuilder();
        for (int i = 1; i <= match.groups(); i++) {
            found.append(i > 1 ? "," : "").append(match.group(i));
        }
        assertThat(found.toString()).isEqualTo(captured == null ? "" : captured);
    }

    @ParameterizedTest
    @CsvSource({"let~x,letx", "(?!ab)\\w+,abc", "[^a]b,ab", ".(?<![xy])z,xz", "a?b,aab", "a\\b.,ab", "(?i:ä),Ä"})
    void fitsNot(String pattern, String text) {
        assertThat(new TextPattern(pattern).fits(text)).isFalse();
    }

    @Test
    void findsOnePlaceAfterTheOther() {
        TextPattern number = new TextPattern("{\\d}\\d*");
        TextPattern.Match first = number.find("a 12 b 3", 0);
        assertThat(first.group(1)).isEqualTo("1");
        assertThat(first.start()).isEqualTo(2);
        assertThat(number.find("a 12 b 3", first.end()).start()).isEqualTo(7);
        assertThat(number.find("a 12 b 3", 8)).isNull();
    }

    @Test
    void anOpenParenthesisIsRefused() {
        assertThatThrownBy(() -> new TextPattern("(a").fits("")).isInstanceOf(IllegalArgumentException.class);
    }
}
