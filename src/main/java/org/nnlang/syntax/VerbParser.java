package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nnlang.language.Block;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Expr;
import org.nnlang.language.NumberText;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.CheckGradients;
import org.nnlang.language.statement.Expect;
import org.nnlang.language.statement.ExpectAbout;
import org.nnlang.language.statement.Explain;
import org.nnlang.language.statement.Include;
import org.nnlang.language.statement.Narrate;
import org.nnlang.language.statement.New;
import org.nnlang.language.statement.Predict;
import org.nnlang.language.statement.PredictFile;
import org.nnlang.language.statement.Print;
import org.nnlang.language.statement.Reset;
import org.nnlang.language.statement.Save;
import org.nnlang.language.statement.SelectSample;
import org.nnlang.language.statement.Show;
import org.nnlang.language.statement.Train;
import org.nnlang.language.statement.Undo;
import org.nnlang.language.statement.Why;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Problem;

/** The statements that do something: {@code train 1000}, {@code show w5}. */
final class VerbParser {
    private static final Map<String, Show.Table> TABLES =
            Arrays.stream(Show.Table.values()).collect(Collectors.toMap(Show.Table::text, table -> table));

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
    Statement verb(String word, int start) {
        tokens.advance();
        return switch (word) {
            case "forward" -> new Narrate(Narrate.Narration.FORWARD, tokens.from(start));
            case "backward" -> new Narrate(Narrate.Narration.BACKWARD, tokens.from(start));
            case "update" -> new Narrate(Narrate.Narration.UPDATE, tokens.from(start));
            case "next" -> new Narrate(Narrate.Narration.NEXT, tokens.from(start));
            case "train" -> train(start);
            case "sample" -> new SelectSample(expressions.expression(), tokens.from(start));
            case "predict" -> predict(start);
            case "show" -> show(start);
            case "explain" -> explain(start);
            case "expect" -> expect(start);
            case "why" -> why(start);
            case "check" -> {
                tokens.expectWord("gradients");
                yield new CheckGradients(tokens.from(start));
            }
            case "print" -> {
                Token text = tokens.expect(Kind.TEXT, Kind.TEXT.text());
                yield new Print(TextReader.template(tokens, text), tokens.from(start));
            }
            case "undo" -> new Undo(tokens.atEndOfStatement() ? null : expressions.expression(), tokens.from(start));
            case "new" -> new New(tokens.from(start));
            case "reset" -> new Reset(tokens.from(start));
            case "include" -> new Include(specs.text(), tokens.from(start));
            case "save" -> save(start);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private Statement save(int start) {
        if (tokens.atWord("session")) {
            throw new SyntaxError(
                    tokens.from(start).to(tokens.span(tokens.current())), new Problem.MisplacedWord("save session"));
        }
        return new Save(specs.text(), tokens.from(start));
    }

    private Statement predict(int start) {
        if (tokens.atWord("csv") && tokens.following().kind() == Kind.OPEN_PAREN) {
            Spec csv = specs.csv();
            tokens.expectWord("to");
            return new PredictFile(csv, specs.text(), tokens.from(start));
        }
        Expr input = expressions.expression();
        boolean raw = tokens.acceptWord("raw");
        return new Predict(input, raw, tokens.from(start));
    }

    private Statement train(int start) {
        boolean counted = !tokens.atEndOfStatement() && !tokens.atWord("until") && !tokens.atWord("every");
        Expr epochs = counted ? expressions.expression() : null;
        Expr until = tokens.acceptWord("until") ? expressions.expression() : null;
        Expr every = tokens.acceptWord("every") ? expressions.expression() : null;
        Block block = every == null ? null : script.block();
        if (every != null && tokens.atWord("until")) {
            throw tokens.error(tokens.current(), new Problem.ClauseOrder("until", "every"));
        }
        return new Train(epochs, until, every, block, tokens.from(start));
    }

    private Statement show(int start) {
        List<Show.Item> items = new ArrayList<>(List.of(item()));
        while (tokens.accept(Kind.COMMA)) {
            tokens.skipLineEnds();
            items.add(item());
        }
        return new Show(items, tokens.from(start));
    }

    /** A table or a value. */
    Show.Item item() {
        Show.Table table = TABLES.get(tokens.word());
        return table != null && isAlone()
                ? new Show.Item.Overview(table, tokens.span(tokens.advance()))
                : new Show.Item.Value(expressions.expression());
    }

    /** Whether the statement goes no further with the current token. */
    private boolean isAlone() {
        return switch (tokens.following().kind()) {
            case COMMA, LINE_END, SEMICOLON, CLOSE_BRACE, END -> true;
            default -> false;
        };
    }

    private Statement explain(int start) {
        Expr quantity = expressions.expression();
        boolean full = tokens.acceptWord("in");
        if (full && !tokens.acceptWord("full")) {
            throw tokens.expectedWord(List.of("full"));
        }
        DerivationFormat format = tokens.acceptWord("as") ? format() : DerivationFormat.TEXT;
        return new Explain(quantity, full, format, tokens.from(start));
    }

    private DerivationFormat format() {
        for (DerivationFormat format : DerivationFormat.values()) {
            if (tokens.acceptWord(format.text())) {
                return format;
            }
        }
        throw tokens.expectedWord(Arrays.stream(DerivationFormat.values())
                .map(DerivationFormat::text)
                .toList());
    }

    private Statement expect(int start) {
        int first = tokens.current().start();
        Expr actual = expressions.expression();
        if (!tokens.at(Kind.ABOUT)) {
            return new Expect(actual, tokens.from(start));
        }
        Token about = tokens.advance();
        if (isCondition(actual) && actual.span().start() == first) {
            throw tokens.error(about, new Problem.AboutCondition());
        }
        tokens.skipLineEnds();
        Expr expected = expressions.sum();
        Expr tolerance = tokens.acceptWord("within") ? expressions.sum() : null;
        refuseCondition(about);
        return new ExpectAbout(actual, expected, tolerance, tokens.from(start));
    }

    private Statement why(int start) {
        Expr quantity = expressions.sum();
        tokens.expectAssign();
        boolean negative = tokens.accept(Kind.MINUS);
        if (!tokens.at(Kind.NUMBER)) {
            throw tokens.expected(Kind.NUMBER.text());
        }
        Token token = tokens.advance();
        double value = NumberText.value(tokens.source().text(), token.start(), token.end());
        Expr.Number number = new Expr.Number(value, tokens.span(token));
        return new Why(quantity, number, negative, tokens.from(start));
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
