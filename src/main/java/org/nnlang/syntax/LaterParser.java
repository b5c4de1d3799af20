package org.nnlang.syntax;

import java.util.function.Consumer;
import org.nnlang.language.Statement;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * The statements of the language that this version does not have: read like the others, so that their own mistakes are
 * found, then reported. Each method returns null, for no statement.
 */
final class LaterParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final SpecParser specs;
    private final Consumer<Diagnostic> report;

    LaterParser(Tokens tokens, ExpressionParser expressions, SpecParser specs, Consumer<Diagnostic> report) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.specs = specs;
        this.report = report;
    }

    /** The statement that begins with {@code word}. */
    Statement statement(String word) {
        Token first = tokens.advance();
        switch (word) {
            case "plot" -> plot();
            case "draw" -> toFile();
            case "export" -> specs.text();
            default -> throw new IllegalArgumentException(word);
        }
        return notYet(tokens.span(first), word);
    }

    private Statement notYet(Span span, String what) {
        report.accept(Diagnostic.error(span, new Problem.NotYet(what)));
        return null;
    }

    private void plot() {
        if (!tokens.acceptWord("boundary")) {
            expressions.expression();
            while (tokens.accept(Kind.COMMA)) {
                tokens.skipLineEnds();
                expressions.expression();
            }
        }
        toFile();
    }

    private void toFile() {
        if (tokens.acceptWord("to")) {
            specs.text();
        }
    }
}
