package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Script;
import org.nnlang.syntax.LL1Parser.ParserToken;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Source;

/** The entry point from text to statements. */
public final class Syntax {
    /** How a text ends. */
    public enum Ending {
        /** After a statement, or with an error. */
        COMPLETE,
        /** Within a bracket or a block, without an error so far. */
        OPEN,
        /** After something that continues on the next line, like a comma, without an error so far. */
        GOES_ON
    }

    /** A script and its syntax errors; if {@code diagnostics} is empty, it can run. */
    public record Result(Script script, List<Diagnostic> diagnostics, Ending ending) {}

    /**
     * A word, number, text or symbol of a script.
     *
     * @param start the offset of its first character
     * @param end the offset after its last
     * @param newLine whether it is the first on its line
     */
    public record Token(Kind kind, int start, int end, boolean newLine) {
        /** The kinds of tokens; symbols have their text. */
        public enum Kind {
            WORD("a name"),
            NUMBER("a number"),
            TEXT("a string in quotes"),
            OPEN_PAREN("`(`"),
            CLOSE_PAREN("`)`"),
            OPEN_BRACKET("`[`"),
            CLOSE_BRACKET("`]`"),
            OPEN_BRACE("`{`"),
            CLOSE_BRACE("`}`"),
            COMMA("`,`"),
            SEMICOLON("`;`"),
            COLON("`:`"),
            PLUS("`+`"),
            MINUS("`-`"),
            TIMES("`*`"),
            OVER("`/`"),
            CARET("`^`"),
            AT("`@`"),
            ARROW("`->`"),
            ABOUT("`~`"),
            ASSIGN("`=`"),
            EQUAL("`==`"),
            NOT_EQUAL("`!=`"),
            LESS("`<`"),
            AT_MOST("`<=`"),
            GREATER("`>`"),
            AT_LEAST("`>=`"),
            LINE_END("the end of the line"),
            COMMENT("a comment"),
            UNREADABLE("what can't be read"),
            END("the end of the script");

            private final String text;

            Kind(String text) {
                this.text = text;
            }

            /** Whether a statement continues after it, even on the next line. */
            public boolean needsMore() {
                return switch (this) {
                    case COMMA, PLUS, MINUS, TIMES, OVER, CARET, AT, ASSIGN, ABOUT -> true;
                    case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> true;
                    default -> false;
                };
            }

            /** The name of the kind in messages. */
            public String text() {
                return text;
            }
        }
    }

    private Syntax() {}

    /** Parses a script; finds at most one syntax error in each statement. */
    public static Result parse(Source source) {
        return new ScriptParser(new Tokens(source), 0).parse();
    }

    /** Parses a file of answers: a {@code why} for each line that isn't empty; finds at most one syntax error in each. */
    public static Result answers(Source source) {
        return new ScriptParser(new Tokens(source), 0).answersOnly();
    }

    /** The tokens of a text, including comments, for callers that display it. */
    public static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source, 0, source.text().length());
        List<Token> tokens = new ArrayList<>();
        for (ParserToken next = lexer.nextWithComments();
                next.kind != Token.Kind.END;
                next = lexer.nextWithComments()) {
            tokens.add(new Token(next.kind, next.start(), next.end(), next.newLine));
        }
        return tokens;
    }
}
