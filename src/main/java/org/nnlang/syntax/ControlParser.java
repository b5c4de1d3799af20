package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.ForEach;
import org.nnlang.language.statement.IfElse;
import org.nnlang.language.statement.Repeat;
import org.nnlang.syntax.Token.Kind;

/** The statements that run others: {@code repeat}, {@code for} and {@code if}. */
final class ControlParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final NameParser names;
    private final ScriptParser script;

    ControlParser(Tokens tokens, ExpressionParser expressions, NameParser names, ScriptParser script) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.names = names;
        this.script = script;
    }

    Statement repeat(int start) {
        tokens.advance();
        Expr count = expressions.expression();
        return new Repeat(count, script.block(), tokens.from(start));
    }

    Statement forEach(int start) {
        tokens.advance();
        Expr.Name name = names.declared("a name");
        tokens.expectWord("in");
        Expr values = expressions.expression();
        return new ForEach(name, values, script.block(), tokens.from(start));
    }

    Statement condition(int start) {
        List<IfElse.Branch> branches = new ArrayList<>();
        Block otherwise = null;
        do {
            tokens.advance(); // `if`
            Expr condition = expressions.expression();
            branches.add(new IfElse.Branch(condition, script.block()));
            if (!acceptElse()) {
                return new IfElse(branches, null, tokens.from(start));
            }
        } while (tokens.atWord("if"));
        otherwise = script.block();
        return new IfElse(branches, otherwise, tokens.from(start));
    }

    /** Passes over {@code else}, on this line or after line ends; over those only if it follows. */
    private boolean acceptElse() {
        if (!tokens.at(Kind.LINE_END)) {
            return tokens.acceptWord("else");
        }
        int lineEnd = tokens.current().start();
        if (!new Recovery(tokens, lineEnd).elseFollows()) {
            return false;
        }
        tokens.skipLineEnds();
        return tokens.acceptWord("else");
    }
}
