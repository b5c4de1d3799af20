package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nnlang.language.Expr;
import org.nnlang.language.NumberText;
import org.nnlang.language.Spec;
import org.nnlang.language.Stmt;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Problem;

/** The statements that do something: {@code train 1000}, {@code show w5}. */
final class VerbParser {
    private static final Map<String, Stmt.Table> TABLES =
            Arrays.stream(Stmt.Table.values()).collect(Collectors.toMap(Stmt.Table::text, table -> table));

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final SpecParser specs;
    private final ScriptParser script;

    VerbParser(Tokens tokens, ExpressionParser expressions, SpecParser specs, ScriptParser script) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.specs = specs;
        this.script = script;
    }

    /** The statement that begins with the verb {@code word}. */
    Stmt verb(String word, int start) {
        tokens.advance();
        return switch (word) {
            case "forward" -> new Stmt.Narrate(Stmt.Narration.FORWARD, tokens.from(start));
            case "backward" -> new Stmt.Narrate(Stmt.Narration.BACKWARD, tokens.from(start));
            case "update" -> new Stmt.Narrate(Stmt.Narration.UPDATE, tokens.from(start));
            case "next" -> new Stmt.Narrate(Stmt.Narration.NEXT, tokens.from(start));
            case "train" -> train(start);
            case "sample" -> new Stmt.Sample(expressions.expression(), tokens.from(start));
            case "predict" -> predict(start);
            case "show" -> show(start);
            case "explain" -> explain(start);
            case "expect" -> expect(start);
            case "why" -> why(start);
            case "check" -> {
                tokens.expectWord("gradients");
                yield new Stmt.CheckGradients(tokens.from(start));
            }
            case "print" -> {
                Token text = tokens.expect(Kind.TEXT, Kind.TEXT.text());
                yield new Stmt.Print(TextReader.template(tokens, text), tokens.from(start));
            }
            case "undo" ->
                new Stmt.Undo(tokens.atEndOfStatement() ? null : expressions.expression(), tokens.from(start));
            case "new" -> new Stmt.New(tokens.from(start));
            case "reset" -> new Stmt.Reset(tokens.from(start));
            case "include" -> new Stmt.Include(specs.text(), tokens.from(start));
            case "save" -> save(start);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private Stmt save(int start) {
        if (tokens.atWord("session")) {
            throw new SyntaxError(
                    tokens.from(start).to(tokens.span(tokens.current())), new Problem.MisplacedWord("save session"));
        }
        return new Stmt.Save(specs.text(), tokens.from(start));
    }

    private Stmt predict(int start) {
        if (tokens.atWord("csv") && tokens.following().kind() == Kind.OPEN_PAREN) {
            Spec csv = specs.csv();
            tokens.expectWord("to");
            return new Stmt.PredictFile(csv, specs.text(), tokens.from(start));
        }
        Expr input = expressions.expression();
        boolean raw = tokens.acceptWord("raw");
        return new Stmt.Predict(input, raw, tokens.from(start));
    }

    private Stmt train(int start) {
        boolean counted = !tokens.atEndOfStatement() && !tokens.atWord("until") && !tokens.atWord("every");
        Expr epochs = counted ? expressions.expression() : null;
        Expr until = tokens.acceptWord("until") ? expressions.expression() : null;
        Expr every = tokens.acceptWord("every") ? expressions.expression() : null;
        Stmt.Block block = every == null ? null : script.block();
        if (every != null && tokens.atWord("until")) {
            throw tokens.error(tokens.current(), new Problem.ClauseOrder("until", "every"));
        }
        return new Stmt.Train(epochs, until, every, block, tokens.from(start));
    }

    private Stmt show(int start) {
        List<Stmt.Item> items = new ArrayList<>(List.of(item()));
        while (tokens.accept(Kind.COMMA)) {
            tokens.skipLineEnds();
            items.add(item());
        }
        return new Stmt.Show(items, tokens.from(start));
    }

    /** A table or a value. */
    Stmt.Item item() {
        Stmt.Table table = TABLES.get(tokens.word());
        return table != null && isAlone()
                ? new Stmt.Item.Overview(table, tokens.span(tokens.advance()))
                : new Stmt.Item.Value(expressions.expression());
    }

    /** Whether the statement goes no further with the current token. */
    private boolean isAlone() {
        return switch (tokens.following().kind()) {
            case COMMA, LINE_END, SEMICOLON, CLOSE_BRACE, END -> true;
            default -> false;
        };
    }

    private Stmt explain(int start) {
        Expr quantity = expressions.expression();
        boolean full = tokens.acceptWord("in");
        if (full && !tokens.acceptWord("full")) {
            throw tokens.expectedWord(List.of("full"));
        }
        Stmt.Format format = tokens.acceptWord("as") ? format() : Stmt.Format.TEXT;
        return new Stmt.Explain(quantity, full, format, tokens.from(start));
    }

    private Stmt.Format format() {
        for (Stmt.Format format : Stmt.Format.values()) {
            if (tokens.acceptWord(format.text())) {
                return format;
            }
        }
        throw tokens.expectedWord(
                Arrays.stream(Stmt.Format.values()).map(Stmt.Format::text).toList());
    }

    private Stmt expect(int start) {
        int first = tokens.current().start();
        Expr actual = expressions.expression();
        if (!tokens.at(Kind.ABOUT)) {
            return new Stmt.Expect(actual, tokens.from(start));
        }
        Token about = tokens.advance();
        if (isCondition(actual) && actual.span().start() == first) {
            throw tokens.error(about, new Problem.AboutCondition());
        }
        tokens.skipLineEnds();
        Expr expected = expressions.sum();
        Expr tolerance = tokens.acceptWord("within") ? expressions.sum() : null;
        refuseCondition(about);
        return new Stmt.ExpectAbout(actual, expected, tolerance, tokens.from(start));
    }

    private Stmt why(int start) {
        Expr quantity = expressions.sum();
        tokens.expectAssign();
        boolean negative = tokens.accept(Kind.MINUS);
        if (!tokens.at(Kind.NUMBER)) {
            throw tokens.expected(Kind.NUMBER.text());
        }
        Token token = tokens.advance();
        double value = NumberText.value(tokens.source().text(), token.start(), token.end());
        Expr.Number number = new Expr.Number(value, tokens.span(token));
        return new Stmt.Why(quantity, number, negative, tokens.from(start));
    }

    private static boolean isCondition(Expr expression) {
        return expression instanceof Expr.Comparison
                || expression instanceof Expr.Junction
                || expression instanceof Expr.Not;
    }

    /** Behind {@code A ~ B} comes no further condition. */
    private void refuseCondition(Token about) {
        boolean joined = tokens.at(Kind.ABOUT) || tokens.atWord("and") || tokens.atWord("or");
        if (joined || expressions.atComparison()) {
            throw tokens.error(about, new Problem.AboutCondition());
        }
    }
}
