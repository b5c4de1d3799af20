package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.ast.Expr;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;

/** Reads what stands between quotes: its escapes, and for {@code print} the expressions in braces. */
final class TextReader {
    private final Source source;
    private final int start;
    private final int end;
    private final List<Expr> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;

    /** A reader for the text whose quotes stand at {@code start} and before {@code end}. */
    TextReader(Source source, int start, int end) {
        this.source = source;
        this.start = start + 1;
        this.end = end - 1;
        this.at = this.start;
    }

    /** The text alone. */
    String plain() {
        while (at < end) {
            character();
        }
        return text.toString();
    }

    /** The text, and the expressions between braces in it, in turn. */
    List<Expr> template() {
        while (at < end) {
            if (source.text().charAt(at) == '{') {
                hole();
            } else {
                character();
            }
        }
        flush();
        return parts;
    }

    private void character() {
        char c = source.text().charAt(at);
        if (c == '\\') {
            text.append(escape(at + 1 < end ? source.text().charAt(at + 1) : '\\'));
            at += 2;
        } else {
            text.append(c);
            at++;
        }
    }

    private char escape(char c) {
        return switch (c) {
            case '"', '\\', '{', '}' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            default ->
                throw new SyntaxError(
                        Diagnostic.error(new Span(source, at, Math.min(at + 2, end)), new Problem.BadEscape("\\" + c)));
        };
    }

    private void flush() {
        if (!text.isEmpty()) {
            parts.add(new Expr.Text(text.toString(), new Span(source, start, end)));
            text.setLength(0);
        }
    }

    private void hole() {
        int close = source.text().indexOf('}', at);
        if (close < 0 || close >= end) {
            throw new SyntaxError(Diagnostic.error(new Span(source, at, at + 1), new Problem.Unclosed("{", "`}`")));
        }
        flush();
        Tokens tokens = new Tokens(source, at + 1, close);
        Expr expression = new ExpressionParser(tokens).expression();
        if (!tokens.at(Token.Kind.END)) {
            throw tokens.expected("`}` or an operator");
        }
        parts.add(expression);
        at = close + 1;
    }
}
