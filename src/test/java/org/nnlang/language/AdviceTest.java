package org.nnlang.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.network.Catalogue;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;
import org.nnlang.text.TextLines;
import org.nnlang.text.TextPattern;

/** The tables of advice, and the names that they know. */
class AdviceTest {
    @Test
    void thePatternsAreWellFormed() {
        String rows = PictureAdvice.STATEMENTS + AdviceTables.STATEMENTS + AdviceTables.PIECES;
        for (String row : TextLines.split(rows, '\n')) {
            if (row.contains(" ⇒ ")) {
                String pattern = row.substring(row.startsWith("! ") ? 2 : 0, row.indexOf(" ⇒ "));
                new TextPattern("(" + Advice.whole(pattern) + ")").fits(row); // in parentheses it is always read
            }
        }
    }

    @Test
    void everyMethodOfTheTablesIsKnown() {
        known(MethodKind.ACTIVATION, "use %s", "write it with its layer: `layer h[2] %s`");
        known(MethodKind.OPTIMIZER, "use %s", "write `optimizer %s`");
        known(MethodKind.LOSS, "%s loss", "write `loss %s`");
    }

    private static void known(MethodKind kind, String typed, String advice) {
        for (Catalogue.Entry<?> entry : kind.entries()) {
            Source source = new Source("typed", typed.replace("%s", entry.name()));
            Diagnostic wrong =
                    Diagnostic.error(new Span(source, 0, source.text().length()), Problem.UNKNOWN_NAME, "use", null);
            assertThat(Advice.advised(wrong).what().label()).isEqualTo(advice.replace("%s", entry.name()));
        }
    }
}
