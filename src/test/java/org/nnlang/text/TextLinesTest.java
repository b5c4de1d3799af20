package org.nnlang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTest {
    @Test
    void linesBreakAtSpaces() {
        assertThat(TextLines.wrapped("- ", "one two three four", "  ", 9))
                .containsExactly("- one two", "  three", "  four");
        assertThat(TextLines.wrapped("", "  a  b", "", 80)).containsExactly("  a  b");
        assertThat(TextLines.wrapped("", "", "  ", 5)).containsExactly("");
    }

    @Test
    void aLongWordHasALineToItself() {
        assertThat(TextLines.wrapped("  ", "unbreakable a", "    ", 8)).containsExactly("  unbreakable", "    a");
        assertThat(TextLines.wrapped("1: ", "unbreakable", "  ", 8)).containsExactly("1: ", "  unbreakable");
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(TextLines.wrapped("", "層 層 層", "", 5)).containsExactly("層 層", "層");
    }
}
