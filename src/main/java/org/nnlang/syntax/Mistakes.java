package org.nnlang.syntax;

import java.util.List;
import org.nnlang.language.Words;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** What is wrong where the parser stands: what is missing, what stands there instead, and which place to mark. */
final class Mistakes {
    private final Tokens tokens;
    private final Token current;

    Mistakes(Tokens tokens) {
        this.tokens = tokens;
        this.current = tokens.current();
    }

    SyntaxError expected(String what) {
        Token open = tokens.lastOpen();
        if (open != null && isUnclosed()) {
            Kind closing = open.kind() == Kind.OPEN_PAREN ? Kind.CLOSE_PAREN : Kind.CLOSE_BRACKET;
            return tokens.error(open, new Problem.Unclosed(tokens.text(open), closing.text()));
        }
        return new SyntaxError(place(), new Problem.Expected(what, found()));
    }

    SyntaxError expectedWord(List<String> words) {
        return new SyntaxError(place(), new Problem.ExpectedWord(words, found(), Nearest.to(tokens.word(), words)));
    }

    private boolean isUnclosed() {
        return switch (current.kind()) {
            case END -> true;
            case CLOSE_BRACE -> tokens.inBlock();
            default -> current.newLine() && !new Recovery(tokens, 0).closes();
        };
    }

    /** What stands here instead, or behind the last token where nothing does. */
    Span place() {
        return isNothing() ? tokens.from(tokens.lastEnd()) : tokens.span(current);
    }

    private boolean isNothing() {
        return switch (current.kind()) {
            case LINE_END -> true;
            case END -> isEndOfScript();
            case WORD -> isNextStatement();
            default -> false;
        };
    }

    /** Not only of an expression in a text. */
    private boolean isEndOfScript() {
        return tokens.end() == tokens.source().text().length();
    }

    private boolean isNextStatement() {
        return current.newLine() && tokens.lastOpen() == null && Words.beginsStatement(tokens.text(current));
    }

    /** What stands at the {@link #place}, as a message says it. */
    String found() {
        return switch (current.kind()) {
            case WORD -> isNextStatement() ? Kind.LINE_END.text() : quoted();
            case NUMBER, TEXT -> quoted();
            case END -> isEndOfScript() ? Kind.END.text() : Kind.CLOSE_BRACE.text();
            default -> current.kind().text();
        };
    }

    private String quoted() {
        Source source = tokens.source();
        return "`" + Lexer.quoted(source.text(), current.start(), current.end()) + "`";
    }
}
