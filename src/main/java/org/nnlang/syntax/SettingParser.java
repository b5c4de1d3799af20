package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Spec;
import org.nnlang.language.Stmt;
import org.nnlang.syntax.Token.Kind;

/** The statements that set a value: {@code weights h = he}, {@code learning rate = 0.5}. */
final class SettingParser {
    private static final List<String> INITIALIZERS =
            List.of("xavier", "xavier_normal", "he", "he_normal", "uniform", "normal", "zeros", "ones");
    private static final String DATA = "`[` and rows of inputs `->` targets, or `csv(\"file.csv\", …)`,";

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final SpecParser specs;
    private final NameParser names;

    SettingParser(Tokens tokens, ExpressionParser expressions, SpecParser specs, NameParser names) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.specs = specs;
        this.names = names;
    }

    /** The setting that begins with {@code word}. */
    Stmt setting(String word, int start) {
        tokens.advance();
        if (word.equals("learning")) {
            tokens.expectWord("rate");
        }
        tokens.expectAssign();
        return switch (word) {
            case "input" -> new Stmt.SetInput(expressions.expression(), tokens.from(start));
            case "target" -> new Stmt.SetTarget(expressions.expression(), tokens.from(start));
            case "data" -> data(start);
            case "learning" -> number(Stmt.NumberSetting.LEARNING_RATE, start);
            case "decay" -> number(Stmt.NumberSetting.DECAY, start);
            case "seed" -> number(Stmt.NumberSetting.SEED, start);
            case "digits" -> number(Stmt.NumberSetting.DIGITS, start);
            case "batch" ->
                tokens.atWord("all")
                        ? choice(Stmt.ChoiceSetting.BATCH, start)
                        : number(Stmt.NumberSetting.BATCH, start);
            case "order" -> choice(Stmt.ChoiceSetting.ORDER, start);
            case "round" ->
                tokens.atWord("off")
                        ? choice(Stmt.ChoiceSetting.ROUND, start)
                        : number(Stmt.NumberSetting.ROUND, start);
            case "shuffle" -> choice(Stmt.ChoiceSetting.SHUFFLE, start);
            case "engine" -> choice(Stmt.ChoiceSetting.ENGINE, start);
            case "precision" -> choice(Stmt.ChoiceSetting.PRECISION, start);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private Stmt number(Stmt.NumberSetting setting, int start) {
        return new Stmt.SetNumber(setting, expressions.expression(), tokens.from(start));
    }

    private Stmt choice(Stmt.ChoiceSetting setting, int start) {
        for (Stmt.Choice choice : setting.choices()) {
            if (tokens.acceptWord(choice.text())) {
                return new Stmt.SetChoice(setting, choice, tokens.from(start));
            }
        }
        throw tokens.expectedWord(
                setting.choices().stream().map(Stmt.Choice::text).toList());
    }

    Stmt weights(int start) {
        tokens.advance();
        Expr.Name layer = names.layer();
        tokens.expectAssign();
        Stmt.Start value = start();
        boolean fixed = tokens.acceptWord("fixed");
        return new Stmt.SetWeights(layer, value, fixed, tokens.from(start));
    }

    Stmt bias(int start) {
        tokens.advance();
        Expr.Name layer = names.layer();
        tokens.expectAssign();
        if (tokens.atWord("none")) {
            Stmt.Start none = new Stmt.Start.None(tokens.span(tokens.advance()));
            return new Stmt.SetBias(layer, none, false, false, tokens.from(start));
        }
        Stmt.Start value = start();
        boolean fixed = tokens.acceptWord("fixed");
        boolean shared = tokens.acceptWord("shared");
        fixed = fixed || tokens.acceptWord("fixed");
        return new Stmt.SetBias(layer, value, shared, fixed, tokens.from(start));
    }

    /** Values, or an initialiser, which looks like a name or a call. */
    private Stmt.Start start() {
        Expr value = expressions.expression();
        return switch (value) {
            case Expr.Name name
            when INITIALIZERS.contains(name.name()) ->
                new Stmt.Start.Drawn(new Spec(name.name(), name.span(), List.of(), name.span()));
            case Expr.Call call
            when INITIALIZERS.contains(call.name()) ->
                new Stmt.Start.Drawn(new Spec(call.name(), call.nameSpan(), arguments(call), call.span()));
            default -> new Stmt.Start.Values(value);
        };
    }

    private static List<Spec.Argument> arguments(Expr.Call call) {
        return call.arguments().stream()
                .map(value -> new Spec.Argument(null, value, value.span()))
                .toList();
    }

    private Stmt data(int start) {
        if (tokens.atWord("csv")) {
            return new Stmt.SetCsv(specs.csv(), tokens.from(start));
        }
        if (!tokens.at(Kind.OPEN_BRACKET)) {
            throw tokens.expected(DATA);
        }
        tokens.open();
        List<Stmt.DataRow> rows = new ArrayList<>();
        do {
            rows.add(dataRow());
        } while (tokens.accept(Kind.SEMICOLON) && !tokens.at(Kind.CLOSE_BRACKET));
        tokens.close(Kind.CLOSE_BRACKET, "`,`, `;` or `]`");
        return new Stmt.SetData(rows, tokens.from(start));
    }

    private Stmt.DataRow dataRow() {
        int start = tokens.current().start();
        List<Expr> inputs = expressions.row();
        tokens.expect(Kind.ARROW, "`,` or `->` before the targets");
        List<Expr> targets = expressions.row();
        return new Stmt.DataRow(inputs, targets, tokens.from(start));
    }
}
