package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.ast.Expr;
import org.nnlang.ast.NeuronsSpec;
import org.nnlang.ast.Spec;
import org.nnlang.ast.Stmt;
import org.nnlang.ast.Words;
import org.nnlang.source.Problem;
import org.nnlang.syntax.Token.Kind;

/** The statements whose first word is also a quantity or a setting: declared, set with {@code =}, or just shown. */
final class SettingParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    SettingParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The declaration or setting that begins with {@code word}, or null where it is an expression. */
    Stmt setting(String word, int start) {
        if (word.isEmpty()) {
            return null;
        }
        Kind next = tokens.following().kind();
        return switch (word) {
            case "input" -> next == Kind.ASSIGN ? input(start) : next == Kind.WORD ? declareInput(start) : null;
            case "target" -> next == Kind.ASSIGN ? target(start) : null;
            case "loss" -> next == Kind.WORD && !joins() ? loss(start) : null;
            case "activation" -> activation(start);
            case "weights" -> next == Kind.WORD ? weights(start) : null;
            case "bias" -> next == Kind.OPEN_PAREN ? null : bias(start);
            case "data" -> next == Kind.ASSIGN ? data(start) : null;
            case "learning" -> learningRate(start);
            case "batch" -> batch(start);
            case "decay" -> number(Stmt.NumberSetting.DECAY, start);
            case "seed" -> number(Stmt.NumberSetting.SEED, start);
            case "digits" -> number(Stmt.NumberSetting.DIGITS, start);
            case "shuffle" -> choice(Stmt.ChoiceSetting.SHUFFLE, start);
            case "engine" -> choice(Stmt.ChoiceSetting.ENGINE, start);
            case "precision" -> choice(Stmt.ChoiceSetting.PRECISION, start);
            default -> null;
        };
    }

    private boolean joins() {
        return tokens.is(tokens.following(), "and") || tokens.is(tokens.following(), "or");
    }

    /** Passes over the current word and a {@code =}; the value may begin on a later line. */
    private void assign() {
        tokens.advance();
        tokens.expect(Kind.ASSIGN, "`=`");
        tokens.skipLineEnds();
    }

    /** A name that a declaration gives. */
    Expr.Name newName() {
        Token token = tokens.expect(Kind.WORD, "a name");
        String name = tokens.text(token);
        if (Words.RESERVED.contains(name) || Words.isParameter(name)) {
            throw tokens.error(tokens.span(token), new Problem.ReservedName(name));
        }
        return new Expr.Name(name, tokens.span(token));
    }

    private Expr.Name layerName() {
        Token token = tokens.expect(Kind.WORD, "the name of a layer");
        return new Expr.Name(tokens.text(token), tokens.span(token));
    }

    /** {@code h[2]} or {@code y(cat, dog)}. */
    NeuronsSpec neurons() {
        Expr.Name name = newName();
        if (tokens.at(Kind.OPEN_BRACKET)) {
            Token open = tokens.open();
            Expr size = expressions.expression();
            tokens.close(open, Kind.CLOSE_BRACKET, "`]`");
            return new NeuronsSpec.Sized(name, size, tokens.from(name.span().start()));
        }
        if (!tokens.at(Kind.OPEN_PAREN)) {
            throw tokens.expected("the number of neurons in brackets, like `" + name.name() + "[2]`, or their names in "
                    + "parentheses,");
        }
        Token open = tokens.open();
        List<Expr.Name> neurons = new ArrayList<>();
        do {
            neurons.add(newName());
        } while (tokens.accept(Kind.COMMA));
        tokens.close(open, Kind.CLOSE_PAREN, "`,` or `)`");
        return new NeuronsSpec.Named(name, neurons, tokens.from(name.span().start()));
    }

    private Stmt declareInput(int start) {
        tokens.advance();
        return new Stmt.DeclareInput(neurons(), tokens.from(start));
    }

    private Stmt input(int start) {
        assign();
        return new Stmt.SetInput(expressions.expression(), tokens.from(start));
    }

    private Stmt target(int start) {
        assign();
        return new Stmt.SetTarget(expressions.expression(), tokens.from(start));
    }

    private Stmt loss(int start) {
        tokens.advance();
        Spec spec = expressions.spec("a loss");
        if (tokens.at(Kind.ASSIGN)) {
            throw tokens.error(spec.span(), new Problem.NotYet("loss NAME(t, o) = …"));
        }
        return new Stmt.DeclareLoss(spec, tokens.from(start));
    }

    private Stmt activation(int start) {
        tokens.advance();
        Expr.Name layer = layerName();
        if (tokens.at(Kind.OPEN_PAREN)) {
            throw tokens.error(layer.span(), new Problem.NotYet("activation NAME(z) = …"));
        }
        tokens.expect(Kind.ASSIGN, "`=`");
        tokens.skipLineEnds();
        return new Stmt.SetActivation(layer, expressions.spec("an activation"), tokens.from(start));
    }

    private Stmt weights(int start) {
        tokens.advance();
        Expr.Name layer = layerName();
        tokens.expect(Kind.ASSIGN, "`=`");
        tokens.skipLineEnds();
        Stmt.Start value = start(false);
        boolean fixed = tokens.acceptWord("fixed");
        return new Stmt.SetWeights(layer, value, fixed, tokens.from(start));
    }

    private Stmt bias(int start) {
        tokens.advance();
        Expr.Name layer = layerName();
        tokens.expect(Kind.ASSIGN, "`=`");
        tokens.skipLineEnds();
        Stmt.Start value = start(true);
        boolean shared = false;
        boolean fixed = false;
        while (tokens.atWord("shared") && !shared || tokens.atWord("fixed") && !fixed) {
            shared |= tokens.atWord("shared");
            fixed |= tokens.atWord("fixed");
            tokens.advance();
        }
        return new Stmt.SetBias(layer, value, shared, fixed, tokens.from(start));
    }

    private static final List<String> INITIALIZERS =
            List.of("xavier", "xavier_normal", "he", "he_normal", "uniform", "normal", "zeros", "ones");

    private Stmt.Start start(boolean bias) {
        if (bias && tokens.atWord("none")) {
            return new Stmt.Start.None(tokens.span(tokens.advance()));
        }
        if (tokens.at(Kind.WORD) && INITIALIZERS.contains(tokens.word())) {
            return new Stmt.Start.Drawn(expressions.spec("an initialiser"));
        }
        return new Stmt.Start.Values(expressions.expression());
    }

    private Stmt data(int start) {
        assign();
        if (tokens.at(Kind.WORD)) {
            if (!tokens.atWord("csv")) {
                throw tokens.expected("`[` with rows of inputs `->` targets, or `csv(\"file.csv\", …)`");
            }
            return new Stmt.SetCsv(expressions.spec("csv"), tokens.from(start));
        }
        if (!tokens.at(Kind.OPEN_BRACKET)) {
            throw tokens.expected("`[` with rows of inputs `->` targets, or `csv(\"file.csv\", …)`");
        }
        Token open = tokens.open();
        List<Stmt.DataRow> rows = new ArrayList<>();
        do {
            rows.add(dataRow());
        } while (tokens.accept(Kind.SEMICOLON));
        tokens.close(open, Kind.CLOSE_BRACKET, "`,`, `;` or `]`");
        return new Stmt.SetData(rows, tokens.from(start));
    }

    private Stmt.DataRow dataRow() {
        int start = tokens.current().start();
        List<Expr> inputs = expressions.row();
        tokens.expect(Kind.ARROW, "`,` or `->` before the targets");
        List<Expr> targets = expressions.row();
        return new Stmt.DataRow(inputs, targets, tokens.from(start));
    }

    private Stmt learningRate(int start) {
        tokens.advance();
        if (!tokens.atWord("rate")) {
            throw tokens.expected("`rate`");
        }
        return number(Stmt.NumberSetting.LEARNING_RATE, start);
    }

    private Stmt batch(int start) {
        assign();
        if (tokens.acceptWord("all")) {
            return new Stmt.SetChoice(Stmt.ChoiceSetting.BATCH, Stmt.Choice.ALL, tokens.from(start));
        }
        return new Stmt.SetNumber(Stmt.NumberSetting.BATCH, expressions.expression(), tokens.from(start));
    }

    private Stmt number(Stmt.NumberSetting setting, int start) {
        assign();
        return new Stmt.SetNumber(setting, expressions.expression(), tokens.from(start));
    }

    private Stmt choice(Stmt.ChoiceSetting setting, int start) {
        assign();
        for (Stmt.Choice choice : setting.choices()) {
            if (tokens.acceptWord(choice.text())) {
                return new Stmt.SetChoice(setting, choice, tokens.from(start));
            }
        }
        throw tokens.expected(options(setting.choices()));
    }

    private static String options(List<Stmt.Choice> choices) {
        StringBuilder text = new StringBuilder();
        for (Stmt.Choice choice : choices) {
            text.append(text.isEmpty() ? "`" : " or `").append(choice.text()).append('`');
        }
        return text.toString();
    }
}
