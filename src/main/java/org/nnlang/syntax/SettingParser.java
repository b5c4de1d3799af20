package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Setting;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.SetBias;
import org.nnlang.language.statement.SetCsv;
import org.nnlang.language.statement.SetData;
import org.nnlang.language.statement.SetInput;
import org.nnlang.language.statement.SetSetting;
import org.nnlang.language.statement.SetTarget;
import org.nnlang.language.statement.SetWeights;
import org.nnlang.language.statement.StartSpec;
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
    Statement setting(String word, int start) {
        tokens.advance();
        if (word.equals("learning")) {
            tokens.expectWord("rate");
        }
        tokens.expectAssign();
        return switch (word) {
            case "input" -> new SetInput(expressions.expression(), tokens.from(start));
            case "target" -> new SetTarget(expressions.expression(), tokens.from(start));
            case "data" -> data(start);
            default -> {
                Setting<?> setting = Setting.named(word.equals("learning") ? "learning rate" : word);
                yield new SetSetting(setting, value(setting), tokens.from(start));
            }
        };
    }

    private Expr value(Setting<?> setting) {
        List<String> words = setting.words().stream().map(Setting.Word::text).toList();
        if (words.contains(tokens.word())) {
            String word = tokens.word();
            return new Expr.Name(word, tokens.span(tokens.advance()));
        }
        if (setting.isNumber()) {
            return expressions.expression();
        }
        throw tokens.expectedWord(words);
    }

    Statement weights(int start) {
        tokens.advance();
        Expr.Name layer = names.layer();
        tokens.expectAssign();
        StartSpec value = start();
        boolean fixed = tokens.acceptWord("fixed");
        return new SetWeights(layer, value, fixed, tokens.from(start));
    }

    Statement bias(int start) {
        tokens.advance();
        Expr.Name layer = names.layer();
        tokens.expectAssign();
        if (tokens.atWord("none")) {
            StartSpec none = new StartSpec.None(tokens.span(tokens.advance()));
            return new SetBias(layer, none, false, false, tokens.from(start));
        }
        StartSpec value = start();
        boolean fixed = tokens.acceptWord("fixed");
        boolean shared = tokens.acceptWord("shared");
        fixed = fixed || tokens.acceptWord("fixed");
        return new SetBias(layer, value, shared, fixed, tokens.from(start));
    }

    /** Values, or an initialiser, which looks like a name or a call. */
    private StartSpec start() {
        Expr value = expressions.expression();
        return switch (value) {
            case Expr.Name name
            when INITIALIZERS.contains(name.name()) ->
                new StartSpec.Drawn(new Spec(name.name(), name.span(), List.of(), name.span()));
            case Expr.Call call
            when INITIALIZERS.contains(call.name()) ->
                new StartSpec.Drawn(new Spec(call.name(), call.nameSpan(), arguments(call), call.span()));
            default -> new StartSpec.Values(value);
        };
    }

    private static List<Spec.Argument> arguments(Expr.Call call) {
        return call.arguments().stream()
                .map(value -> new Spec.Argument(null, value, value.span()))
                .toList();
    }

    private Statement data(int start) {
        if (tokens.atWord("csv")) {
            return new SetCsv(specs.csv(), tokens.from(start));
        }
        if (!tokens.at(Kind.OPEN_BRACKET)) {
            throw tokens.expected(DATA);
        }
        tokens.open();
        List<SetData.DataRow> rows = new ArrayList<>();
        do {
            rows.add(dataRow());
        } while (tokens.accept(Kind.SEMICOLON) && !tokens.at(Kind.CLOSE_BRACKET));
        tokens.close(Kind.CLOSE_BRACKET, "`,`, `;` or `]`");
        return new SetData(rows, tokens.from(start));
    }

    private SetData.DataRow dataRow() {
        int start = tokens.current().start();
        List<Expr> inputs = expressions.row();
        tokens.expect(Kind.ARROW, "`,` or `->` before the targets");
        List<Expr> targets = expressions.row();
        return new SetData.DataRow(inputs, targets, tokens.from(start));
    }
}
