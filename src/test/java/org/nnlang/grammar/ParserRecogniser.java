package org.nnlang.grammar;

import org.nnlang.syntax.Syntax;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** The language's own parser. What it knows as part of a later version is well-formed too. */
final class ParserRecogniser implements Recogniser {

    @Override
    public boolean accepts(String script) {
        return Syntax.parse(new Source("test.nn", script)).diagnostics().stream()
                .allMatch(diagnostic -> diagnostic.problem() instanceof Problem.NotYet);
    }
}
