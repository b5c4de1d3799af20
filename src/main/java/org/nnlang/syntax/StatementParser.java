package org.nnlang.syntax;

import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.Words;
import org.nnlang.language.statement.DeclareInput;
import org.nnlang.language.statement.DeclareLayer;
import org.nnlang.language.statement.DeclareLoss;
import org.nnlang.language.statement.DeclareOptimizer;
import org.nnlang.language.statement.Let;
import org.nnlang.language.statement.SetActivation;
import org.nnlang.language.statement.SetParameter;
import org.nnlang.language.statement.Show;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** One statement: declarations here, settings and verbs in parsers of their own. */
final class StatementParser {
    /** How other languages write {@code else if}. */
    private static final List<String> ELSE_IF = List.of("elif", "elsif", "elseif");

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final SpecParser specs;
    private final NameParser names;
    private final SettingParser settings;
    private final VerbParser verbs;
    private final ControlParser control;
    private final LaterParser later;
    private final DefinitionParser definitions;

    StatementParser(Tokens tokens, ScriptParser script) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.specs = new SpecParser(tokens, expressions);
        this.names = new NameParser(tokens, expressions);
        this.later = new LaterParser(tokens, expressions, specs, script::report);
        this.definitions = new DefinitionParser(tokens, expressions);
        this.settings = new SettingParser(tokens, expressions, specs, names);
        this.verbs = new VerbParser(tokens, expressions, specs, script);
        this.control = new ControlParser(tokens, expressions, names, script);
    }

    /** The statement that begins here, or null for one that was reported as of a later version. */
    Statement statement() {
        String word = tokens.word();
        int start = tokens.current().start();
        Statement statement = Words.LATER.contains(word) ? later.statement(word) : statement(word, start);
        endOfStatement(word);
        return statement;
    }

    private Statement statement(String word, int start) {
        return switch (word) {
            case "input" -> isDeclaration() ? input(start) : settingOrValue(word, start);
            case "layer" -> layer(start);
            case "loss" -> isDeclaration() ? loss(start) : expression(start);
            case "optimizer" -> optimizer(start);
            case "activation" -> activation(start);
            case "let" -> let(start);
            case "weights" -> isDeclaration() ? settings.weights(start) : expression(start);
            case "bias" -> tokens.following().kind() == Kind.OPEN_PAREN ? expression(start) : settings.bias(start);
            case "target", "data" -> settingOrValue(word, start);
            case "learning", "batch", "shuffle", "decay", "order", "round", "seed", "engine", "precision", "digits" ->
                settings.setting(word, start);
            case "repeat" -> control.repeat(start);
            case "for" -> control.forEach(start);
            case "if" -> tokens.isChoice() ? expression(start) : control.condition(start);
            default -> Words.beginsStatement(word) ? verbs.verb(word, start) : unnamed(word, start);
        };
    }

    /** Whether a name follows the word, so that it is no quantity here. */
    private boolean isDeclaration() {
        Token next = tokens.following();
        return next.kind() == Kind.WORD && !tokens.is(next, "and") && !tokens.is(next, "or");
    }

    private Statement settingOrValue(String word, int start) {
        return tokens.following().kind() == Kind.ASSIGN ? settings.setting(word, start) : expression(start);
    }

    private Statement input(int start) {
        tokens.advance();
        return new DeclareInput(names.neurons(), tokens.from(start));
    }

    private Statement layer(int start) {
        tokens.advance();
        NeuronsSpec neurons = names.neurons();
        Spec activation = specs.method("an activation (like `sigmoid`)");
        return new DeclareLayer(neurons, activation, tokens.from(start));
    }

    private Statement loss(int start) {
        tokens.advance();
        refuseReserved();
        Spec loss = specs.method("a loss (like `squared`)");
        return tokens.at(Kind.ASSIGN) ? definitions.loss(loss, start) : new DeclareLoss(loss, tokens.from(start));
    }

    private Statement optimizer(int start) {
        tokens.advance();
        refuseAssign("optimizer");
        return new DeclareOptimizer(specs.method("an optimizer (like `adam`)"), tokens.from(start));
    }

    /** A word of the language before parentheses: a definition that would take it for its name. */
    private void refuseReserved() {
        String word = tokens.word();
        if (!word.isEmpty() && !OperandParser.isFree(word) && tokens.following().kind() == Kind.OPEN_PAREN) {
            throw tokens.error(tokens.current(), new Problem.ReservedName(word));
        }
    }

    private void refuseAssign(String word) {
        if (tokens.at(Kind.ASSIGN)) {
            throw tokens.error(tokens.current(), new Problem.CantBeSet(word));
        }
    }

    private Statement activation(int start) {
        tokens.advance();
        refuseAssign("activation");
        refuseReserved();
        Spec named = specs.method("the name of a layer");
        if (!named.span().equals(named.nameSpan())) {
            return definitions.activation(named, start);
        }
        tokens.expectAssign();
        Expr.Name layer = new Expr.Name(named.name(), named.nameSpan());
        return new SetActivation(layer, specs.method("an activation (like `tanh`)"), tokens.from(start));
    }

    private Statement let(int start) {
        tokens.advance();
        Expr.Name name = names.declared("a name");
        tokens.expectAssign();
        return new Let(name, expressions.expression(), tokens.from(start));
    }

    /** An expression that begins with no word of a statement; a word before another is a statement misspelt. */
    private Statement unnamed(String word, int start) {
        Token first = tokens.current();
        boolean begins = word.isEmpty() ? canBegin(first.kind()) : !Words.RESERVED.contains(word) || isOperand(word);
        if (!begins) {
            throw tokens.error(first, new Problem.MisplacedWord(tokens.text(first)));
        }
        if (first.kind() == Kind.WORD && !isOperand(word) && isFollowedByWord()) {
            String quoted = Lexer.quoted(word, 0, word.length());
            throw tokens.error(first, new Problem.UnknownStatement(quoted, near(word, Words.present())));
        }
        return expression(start);
    }

    /** Whether an expression can begin with this reserved word that begins no statement. */
    private static boolean isOperand(String word) {
        return word.equals("w") || word.equals("not");
    }

    /** {@code w5 = 0.4}, or an expression, which shows itself. */
    private Statement expression(int start) {
        Show.Item item = verbs.item();
        if (!tokens.at(Kind.ASSIGN)) {
            return new Show(List.of(item), tokens.from(start));
        }
        Expr parameter = settable(item, start);
        tokens.expectAssign();
        return new SetParameter(parameter, expressions.expression(), tokens.from(start));
    }

    /** The weight or bias on the left of a {@code =}; nothing else that looks like a value can be set. */
    private Expr settable(Show.Item item, int start) {
        Expr expression = item instanceof Show.Item.Value value ? value.value() : null;
        boolean bare = expression != null && expression.span().start() == start;
        return switch (expression) {
            case Expr.Name name when bare && !Words.RESERVED.contains(name.name()) -> name; // the check refuses others
            case Expr.Call call
            when bare && (call.name().equals("w") || call.name().equals("bias")) -> call;
            case null -> throw notSettable(tokens.from(start));
            case Expr.Call call
            when isNew(call) -> throw new SyntaxError(call.span(), new Problem.FunctionForm(call.name()));
            case Expr.Name _, Expr.Call _, Expr.Index _ -> throw notSettable(expression.span());
            default -> throw tokens.error(tokens.current(), new Problem.AssignmentInExpression());
        };
    }

    /** Whether a call looks like the definition of a function of one's own. */
    private static boolean isNew(Expr.Call call) {
        return !Words.BUILT_IN.contains(call.name())
                && !Words.RESERVED.contains(call.name())
                && call.arguments().stream().allMatch(Expr.Name.class::isInstance);
    }

    private SyntaxError notSettable(Span span) {
        String what = Lexer.quoted(tokens.source().text(), span.start(), span.end());
        return new SyntaxError(span, new Problem.CantBeSet(what));
    }

    /** Whether an expression can begin so; closing brackets are reported as such. */
    private static boolean canBegin(Kind kind) {
        return switch (kind) {
            case NUMBER, TEXT, OPEN_PAREN, OPEN_BRACKET, MINUS, CLOSE_PAREN, CLOSE_BRACKET -> true;
            default -> false;
        };
    }

    private static String near(String word, List<String> candidates) {
        return ELSE_IF.contains(word) ? "else if" : Nearest.to(word, candidates);
    }

    private boolean isFollowedByWord() {
        Token next = tokens.following();
        return switch (next.kind()) {
            case WORD -> !tokens.is(next, "and") && !tokens.is(next, "or");
            case NUMBER, TEXT, OPEN_BRACE -> true;
            default -> false;
        };
    }

    private void endOfStatement(String word) {
        if (!tokens.atEndOfStatement()) {
            throw notTheEnd(word);
        }
    }

    private SyntaxError notTheEnd(String word) {
        return switch (tokens.current().kind()) {
            case CLOSE_PAREN -> tokens.error(tokens.current(), new Problem.Unopened(")"));
            case CLOSE_BRACKET -> tokens.error(tokens.current(), new Problem.Unopened("]"));
            case ASSIGN -> tokens.error(tokens.current(), new Problem.AssignmentInExpression());
            case ABOUT -> tokens.error(tokens.current(), new Problem.AboutOutsideExpect());
            default -> {
                boolean full = word.equals("explain") && tokens.atWord("full");
                String near = full ? "in full" : near(tokens.word(), clauses(word));
                Mistakes mistakes = new Mistakes(tokens);
                yield new SyntaxError(mistakes.place(), new Problem.NotTheEnd(mistakes.found(), near));
            }
        };
    }

    /** The words that a statement can go on with. */
    private static List<String> clauses(String word) {
        return switch (word) {
            case "train" -> List.of("until", "every");
            case "weights" -> List.of("fixed");
            case "bias" -> List.of("shared", "fixed");
            case "explain" -> List.of("in", "as");
            case "expect" -> List.of("within", "and", "or");
            case "plot", "draw" -> List.of("to");
            case "if" -> List.of("else");
            default -> List.of("and", "or");
        };
    }
}
