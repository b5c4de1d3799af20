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

    private Syntax() {}

    /** Parses a script; all its syntax errors are found, one for each statement. */
    public static Result parse(Source source) {
        return new ScriptParser(new Tokens(source)).parse();
    }

    /** The tokens of a text with its comments, for those who show it; what can't be read is {@code UNREADABLE}. */
    public static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source, 0, source.text().length());
        List<Token> tokens = new ArrayList<>();
        while (true) {
            int start = lexer.position();
            try {
                Token token = lexer.nextWithComments();
                if (token.kind() == Token.Kind.END) {
                    return tokens;
                }
                tokens.add(token);
            } catch (SyntaxError unreadable) {
                start = unreadable.diagnostic().span().start();
                tokens.add(new Token(Token.Kind.UNREADABLE, start, lexer.position(), false));
            }
        }
    }
}
