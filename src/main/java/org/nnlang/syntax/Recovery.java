package org.nnlang.syntax;

import org.nnlang.ast.Words;
import org.nnlang.source.Source;
import org.nnlang.syntax.Token.Kind;

/**
 * Finds where to go on after a mistake: the end of the statement's line, or of the line where its brackets close.
 *
 * <p>A line that begins with a word of a statement begins a statement, even where a bracket is still open: a forgotten
 * bracket must not hide the mistakes after it.
 */
final class Recovery {
    private final Source source;
    private final Lexer lexer;

    Recovery(Source source, int start) {
        this.source = source;
        this.lexer = new Lexer(source, start, source.text().length());
    }

    /** The offset, at or after {@code failedAt}, from which statements are read again. */
    int next(int failedAt) {
        int brackets = 0;
        int braces = 0;
        boolean first = true;
        while (true) {
            Token token = read();
            boolean passed = token.start() >= failedAt;
            if (token.kind() == Kind.END) {
                return token.start();
            }
            if (token.newLine() && !first && passed && beginsStatement(token)) {
                return token.start();
            }
            first = false;
            switch (token.kind()) {
                case OPEN_PAREN, OPEN_BRACKET -> brackets++;
                case CLOSE_PAREN, CLOSE_BRACKET -> brackets = Math.max(0, brackets - 1);
                case OPEN_BRACE -> braces++;
                case CLOSE_BRACE -> {
                    if (passed && braces == 0) {
                        return token.start();
                    }
                    braces = Math.max(0, braces - 1);
                }
                case LINE_END, SEMICOLON -> {
                    if (passed && brackets == 0 && braces == 0) {
                        return token.start();
                    }
                }
                default -> {}
            }
        }
    }

    private boolean beginsStatement(Token token) {
        return token.kind() == Kind.WORD
                && Words.STATEMENTS.contains(source.text().substring(token.start(), token.end()));
    }

    private Token read() {
        while (true) {
            try {
                return lexer.next();
            } catch (SyntaxError unreadable) {
                // told where it stands in the way; here it is passed over
            }
        }
    }
}
