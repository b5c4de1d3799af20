package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Reads what stands between quotes: its escapes, and for {@code print} the expressions in braces. */
final class TextReader {
    private final Tokens tokens;
    private final Source source;
    private final String script;
    private final int start;
    private final int end;
    private final List<Expr> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;

    private TextReader(Tokens tokens, ParserToken token) {
        this.tokens = tokens;
        this.source = tokens.source();
        this.script = source.text();
        this.start = token.start() + 1;
        this.end = token.end() - 1;
        this.at = start;
    }

    /** The text alone. */
    static String plain(Tokens tokens, ParserToken token) {
        TextReader reader = new TextReader(tokens, token);
        while (reader.at < reader.end) {
            reader.character();
        }
        return reader.text.toString();
    }

    /** The text, and the expressions between braces in it, in turn. */
    static List<Expr> template(Tokens tokens, ParserToken token) {
        TextReader reader = new TextReader(tokens, token);
        while (reader.at < reader.end) {
            switch (reader.script.charAt(reader.at)) {
                case '{' -> reader.hole();
                case '}' -> throw reader.error(new Problem.BraceInText("}"));
                default -> reader.character();
            }
        }
        reader.flush();
        return reader.parts;
    }

    private void character() {
        char c = script.charAt(at);
        if (c == '\\') {
            text.append(escaped());
            at += 2;
        } else {
            text.append(c);
            at++;
        }
    }

    private char escaped() {
        char c = script.charAt(at + 1);
        return switch (c) {
            case '"', '\\', '{', '}' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> {
                int to = Math.min(end, at + 1 + Character.charCount(script.codePointAt(at + 1)));
                throw new SyntaxError(new Span(source, at, to), new Problem.BadEscape(script.substring(at, to)));
            }
        };
    }

    private void flush() {
        if (!text.isEmpty()) {
            parts.add(new Expr.Text(text.toString(), new Span(source, start, end)));
            text.setLength(0);
        }
    }

    private void hole() {
        int close = at;
        while (close < end && script.charAt(close) != '}') {
            close++;
        }
        if (close == end) {
            throw error(new Problem.BraceInText("{"));
        }
        flush();
        Tokens inner = new Tokens(source, at + 1, close, tokens.depth());
        parts.add(new ScriptParser(inner).alone());
        at = close + 1;
    }

    private SyntaxError error(Problem problem) {
        return new SyntaxError(new Span(source, at, at + 1), problem);
    }
}
