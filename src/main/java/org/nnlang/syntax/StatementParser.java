package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.ast.Expr;
import org.nnlang.ast.NeuronsSpec;
import org.nnlang.ast.Spec;
import org.nnlang.ast.Stmt;
import org.nnlang.ast.Words;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Nearest;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;
import org.nnlang.syntax.Token.Kind;

/** Statements, and what to do after a mistake in one of them. */
final class StatementParser {
    private static final int MOST_ERRORS = 100;

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final SettingParser settings;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    StatementParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.settings = new SettingParser(tokens, expressions);
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Stmt.Script script() {
        List<Stmt> statements = new ArrayList<>();
        while (true) {
            statements(statements);
            if (tokens.at(Kind.END) || diagnostics.size() >= MOST_ERRORS) {
                return new Stmt.Script(statements);
            }
            Span brace = tokens.span(tokens.current());
            report(Diagnostic.error(brace, new Problem.Expected("a statement", Kind.CLOSE_BRACE.text())));
            tokens.advance();
        }
    }

    /** Statements up to the end of the script or a closing brace. */
    private void statements(List<Stmt> into) {
        while (diagnostics.size() < MOST_ERRORS) {
            int start = 0;
            int depth = tokens.depth();
            try {
                skipSeparators();
                start = tokens.current().start();
                if (tokens.at(Kind.END) || tokens.at(Kind.CLOSE_BRACE)) {
                    return;
                }
                Stmt statement = statement();
                endOfStatement();
                into.add(statement);
            } catch (SyntaxError error) {
                report(error.diagnostic());
                tokens.restore(depth);
                recover(start, error.diagnostic().span().end());
            }
        }
    }

    private void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        if (diagnostics.size() == MOST_ERRORS) {
            diagnostics.add(Diagnostic.notice(diagnostic.span(), new Problem.TooManyErrors(MOST_ERRORS)));
        }
    }

    private void skipSeparators() {
        while (tokens.at(Kind.LINE_END) || tokens.at(Kind.SEMICOLON)) {
            tokens.advance();
        }
    }

    private void endOfStatement() {
        if (tokens.at(Kind.CLOSE_BRACE) || tokens.at(Kind.END) || tokens.at(Kind.LINE_END)) {
            return;
        }
        if (tokens.at(Kind.ASSIGN)) {
            throw tokens.error(tokens.span(tokens.current()), new Problem.AssignmentInExpression());
        }
        tokens.expect(Kind.SEMICOLON, "the end of the statement");
    }

    /** Goes on where the next statement seems to begin, so that each mistake is told once. */
    private void recover(int start, int failedAt) {
        tokens.jump(new Recovery(tokens.source(), start).next(failedAt));
    }

    private Stmt.Block block() {
        tokens.enter();
        Token open = tokens.expect(Kind.OPEN_BRACE, "`{`");
        List<Stmt> statements = new ArrayList<>();
        statements(statements);
        if (!tokens.at(Kind.CLOSE_BRACE)) {
            throw tokens.error(tokens.span(open), new Problem.Unclosed("{", "`}`"));
        }
        tokens.advance();
        tokens.leave();
        return new Stmt.Block(statements, tokens.from(open.start()));
    }

    private Stmt statement() {
        String word = tokens.word();
        if (Words.LATER.contains(word) && tokens.following().kind() != Kind.OPEN_PAREN) {
            throw tokens.error(tokens.span(tokens.current()), new Problem.NotYet(word));
        }
        int start = tokens.current().start();
        return switch (word) {
            case "layer" -> layer(start);
            case "optimizer" -> optimizer(start);
            case "let" -> let(start);
            case "forward" -> narrate(Stmt.Narration.FORWARD, start);
            case "backward" -> narrate(Stmt.Narration.BACKWARD, start);
            case "update" -> narrate(Stmt.Narration.UPDATE, start);
            case "next" -> narrate(Stmt.Narration.NEXT, start);
            case "train" -> train(start);
            case "sample" -> new Stmt.Sample(after(), tokens.from(start));
            case "predict" -> new Stmt.Predict(after(), tokens.from(start));
            case "show" -> show(start);
            case "explain" -> explain(start);
            case "expect" -> expect(start);
            case "check" -> check(start);
            case "print" -> print(start);
            case "undo" -> undo(start);
            case "reset" -> reset(start);
            case "repeat" -> repeat(start);
            case "for" -> forEach(start);
            case "if" -> condition(start);
            case "include" -> new Stmt.Include(path(), tokens.from(start));
            case "save" -> new Stmt.Save(path(), tokens.from(start));
            default -> {
                Stmt setting = settings.setting(word, start);
                yield setting != null ? setting : expressionStatement(start);
            }
        };
    }

    private Expr after() {
        tokens.advance();
        return expressions.expression();
    }

    private Expr.Text path() {
        tokens.advance();
        return expressions.text();
    }

    private Stmt layer(int start) {
        tokens.advance();
        NeuronsSpec neurons = settings.neurons();
        Spec activation = expressions.spec("an activation, like `sigmoid`");
        return new Stmt.DeclareLayer(neurons, activation, tokens.from(start));
    }

    private Stmt optimizer(int start) {
        tokens.advance();
        return new Stmt.DeclareOptimizer(expressions.spec("an optimizer, like `adam`"), tokens.from(start));
    }

    private Stmt let(int start) {
        tokens.advance();
        Expr.Name name = settings.newName();
        tokens.expect(Kind.ASSIGN, "`=`");
        tokens.skipLineEnds();
        return new Stmt.Let(name, expressions.expression(), tokens.from(start));
    }

    private Stmt narrate(Stmt.Narration what, int start) {
        tokens.advance();
        return new Stmt.Narrate(what, tokens.from(start));
    }

    private Stmt train(int start) {
        tokens.advance();
        boolean counted = !atEnd() && !tokens.atWord("until") && !tokens.atWord("every");
        Expr epochs = counted ? expressions.expression() : null;
        Expr until = null;
        Expr every = null;
        Stmt.Block block = null;
        while (tokens.atWord("until") && until == null || tokens.atWord("every") && every == null) {
            if (tokens.acceptWord("until")) {
                until = expressions.expression();
            } else {
                tokens.advance();
                every = expressions.expression();
                block = block();
            }
        }
        return new Stmt.Train(epochs, until, every, block, tokens.from(start));
    }

    private boolean atEnd() {
        return tokens.at(Kind.LINE_END)
                || tokens.at(Kind.SEMICOLON)
                || tokens.at(Kind.END)
                || tokens.at(Kind.CLOSE_BRACE);
    }

    private Stmt show(int start) {
        List<Stmt.Item> items = new ArrayList<>();
        do {
            tokens.advance(); // `show` or the comma
            if (!items.isEmpty()) {
                tokens.skipLineEnds();
            }
            items.add(item());
        } while (tokens.at(Kind.COMMA));
        return new Stmt.Show(items, tokens.from(start));
    }

    private Stmt.Item item() {
        Token token = tokens.current();
        for (Stmt.Table table : Stmt.Table.values()) {
            if (tokens.atWord(table.text()) && tokens.following().kind() != Kind.OPEN_PAREN) {
                tokens.advance();
                return new Stmt.Item.Overview(table, tokens.span(token));
            }
        }
        return new Stmt.Item.Value(expressions.expression());
    }

    private Stmt explain(int start) {
        Expr quantity = after();
        if (tokens.atWord("as")) {
            Token as = tokens.advance();
            if (!tokens.atWord("text")) {
                throw tokens.error(tokens.span(as), new Problem.NotYet("explain … as"));
            }
            tokens.advance();
        }
        return new Stmt.Explain(quantity, tokens.from(start));
    }

    private Stmt expect(int start) {
        Expr actual = after();
        if (!tokens.accept(Kind.ABOUT)) {
            return new Stmt.Expect(actual, tokens.from(start));
        }
        tokens.skipLineEnds();
        Expr expected = expressions.sum();
        Expr tolerance = tokens.acceptWord("within") ? expressions.sum() : null;
        return new Stmt.ExpectAbout(actual, expected, tolerance, tokens.from(start));
    }

    private Stmt check(int start) {
        tokens.advance();
        if (!tokens.acceptWord("gradients")) {
            throw tokens.expected("`gradients`");
        }
        return new Stmt.CheckGradients(tokens.from(start));
    }

    private Stmt print(int start) {
        tokens.advance();
        Token text = tokens.expect(Kind.TEXT, Kind.TEXT.text());
        List<Expr> parts = new TextReader(tokens.source(), text.start(), text.end()).template();
        return new Stmt.Print(parts, tokens.from(start));
    }

    private Stmt undo(int start) {
        tokens.advance();
        Expr count = atEnd() ? null : expressions.expression();
        return new Stmt.Undo(count, tokens.from(start));
    }

    private Stmt reset(int start) {
        tokens.advance();
        return new Stmt.Reset(tokens.from(start));
    }

    private Stmt repeat(int start) {
        Expr count = after();
        return new Stmt.Repeat(count, block(), tokens.from(start));
    }

    private Stmt forEach(int start) {
        tokens.advance();
        Expr.Name name = settings.newName();
        if (!tokens.acceptWord("in")) {
            throw tokens.expected("`in`");
        }
        Expr values = expressions.expression();
        return new Stmt.For(name, values, block(), tokens.from(start));
    }

    private Stmt condition(int start) {
        List<Stmt.Branch> branches = new ArrayList<>();
        Stmt.Block otherwise = null;
        do {
            Expr condition = after(); // after `if`
            branches.add(new Stmt.Branch(condition, block()));
            if (!elseFollows()) {
                return new Stmt.If(branches, null, tokens.from(start));
            }
            tokens.skipLineEnds();
            tokens.advance();
        } while (tokens.atWord("if"));
        otherwise = block();
        return new Stmt.If(branches, otherwise, tokens.from(start));
    }

    /** Whether {@code else} comes next, on this line or after line ends; passes over those only if so. */
    private boolean elseFollows() {
        if (tokens.atWord("else")) {
            return true;
        }
        Token token = tokens.current();
        if (token.kind() != Kind.LINE_END) {
            return false;
        }
        tokens.skipLineEnds();
        boolean follows = tokens.atWord("else");
        if (!follows) {
            tokens.jump(token.start());
        }
        return follows;
    }

    /** {@code w5 = 0.4}, or an expression, which shows itself. */
    private Stmt expressionStatement(int start) {
        Token first = tokens.current();
        if (first.kind() == Kind.WORD && strayWord(first)) {
            String word = tokens.text(first);
            throw tokens.error(
                    tokens.span(first), new Problem.UnknownStatement(word, Nearest.to(word, Words.STATEMENTS)));
        }
        Expr expression = expressions.expression();
        if (tokens.accept(Kind.ASSIGN)) {
            tokens.skipLineEnds();
            return new Stmt.SetParameter(expression, expressions.expression(), tokens.from(start));
        }
        if (tokens.at(Kind.ABOUT)) {
            throw tokens.error(tokens.span(tokens.current()), new Problem.AboutOutsideExpect());
        }
        return new Stmt.Show(List.of(new Stmt.Item.Value(expression)), tokens.from(start));
    }

    /** Whether a word is followed, on its line, by what can't follow a name: so a statement was meant. */
    private boolean strayWord(Token first) {
        if (tokens.is(first, "not")) {
            return false;
        }
        Token next = tokens.following();
        boolean joins = tokens.is(next, "and") || tokens.is(next, "or");
        return switch (next.kind()) {
            case WORD -> !joins;
            case NUMBER, TEXT, OPEN_BRACE -> true;
            default -> false;
        };
    }
}
