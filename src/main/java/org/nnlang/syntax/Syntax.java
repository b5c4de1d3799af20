package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Script;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Source;

/** The one door from text to syntax tree. */
public final class Syntax {
    /** Where a text ends. */
    public enum Ending {
        /** Behind a statement, or wherever it is wrong. */
        COMPLETE,
        /** Within a bracket or a block; what there is of it is right. */
        OPEN,
        /** Behind something that goes on in the next line, like a comma; what there is of it is right. */
        GOES_ON
    }

    /** A script, or what is wrong with its text: {@code diagnostics} is empty when it can run. */
    public record Result(Script script, List<Diagnostic> diagnostics, Ending ending) {}

    /**
     * A word, number, text or sign of a script.
     *
     * @param start the offset of its first character
     * @param end the offset after its last
     * @param newLine whether it is the first on its line
     */
    public record Token(Kind kind, int start, int end, boolean newLine) {
        /** The kinds of tokens; the signs with how they are written. */
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

            /** What it is called in a message. */
            public String text() {
                return text;
            }
        }
    }

    private Syntax() {}

    /** Parses a script; all its syntax errors are found, one for each statement. */
    public static Result parse(Source source) {
        return new ScriptParser(new Tokens(source)).parse();
    }

    /** The tokens of a text with its comments, for those who show it. */
    public static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source, 0, source.text().length());
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.nextWithComments(); token.kind() != Token.Kind.END; token = lexer.nextWithComments()) {
            tokens.add(token);
        }
        return tokens;
    }
}
