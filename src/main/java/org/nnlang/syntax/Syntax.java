package org.nnlang.syntax;

import java.util.List;
import org.nnlang.ast.Stmt;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Source;

/** The one door from text to syntax tree. */
public final class Syntax {
    /** A script, or what is wrong with its text: {@code diagnostics} is empty when it can run. */
    public record Result(Stmt.Script script, List<Diagnostic> diagnostics) {}

    private Syntax() {}

    /** Parses a script; all its syntax errors are found, one for each statement. */
    public static Result parse(Source source) {
        return new ScriptParser(new Tokens(source)).parse();
    }
}
