package org.nnlang.syntax;

import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Setting;
import org.nnlang.language.Spec;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;

/**
 * Words the syntax error at the current token: what is missing, from the rule and the token that it misses; what is there
 * instead; and which position to mark.
 */
abstract class ParserErrors extends NnParser {
    /** How other languages write {@code else if}. */
    private static final List<String> ELSE_IF_ELSEWHERE = List.of("elif", "elsif", "elseif");

    private static final String NEURONS = "the number of neurons (like `[2]`) or their names (like `(cat, dog)`)";
    private static final String ANSWER = "a line is a quantity, `=` and your number: `w5 = 0.4108`";
    private static final String STEP = "a step (a number, a name, or an expression in parentheses)";

    final Tokens tokens;
    /** The offsets after the last operand and the last expression. */
    int operandEnd = -1;

    int expressionEnd = -1;

    /** The offset of the answer that is read, in a file of answers; else −1. */
    int answer = -1;

    ParserErrors(Tokens tokens) {
        super(tokens);
        this.tokens = tokens;
        setErrorHandler(new Strategy());
        setBuildParseTree(false);
    }

    /** Ends a statement at its first error; what ANTLR finds is worded here. */
    private final class Strategy extends DefaultErrorStrategy {
        @Override
        public Token recoverInline(Parser parser) {
            throw missing(0);
        }

        @Override
        public void reportError(Parser parser, RecognitionException error) {
            throw error instanceof SyntaxError known ? known : missing(0);
        }

        @Override
        public void sync(Parser parser) {}
    }

    /** The node of the rule being read. */
    Node node() {
        return (Node) getContext();
    }

    // ------------------------------------------------------------------------------------------------- what is missing

    /** The error that a token of a type is missing; 0 if it is one of several types. */
    SyntaxError missing(int type) {
        Node node = node();
        Node above = node.rule == RULE_name ? node.getParent() : node;
        boolean opened = node.has(LEFT_PAREN);
        if (above.rule == RULE_declaration && above.has(LEFT_PAREN)) {
            return TreeBuilder.activationForm(reread(above));
        }
        if (node.rule == RULE_parameter && opened && (tokens.at(COMMA) || tokens.at(RIGHT_PAREN))) {
            return miscounted(node);
        }
        SyntaxError known = known();
        if (known != null) {
            return known;
        }
        if (Keywords.isWord(type)) {
            return expectedWord(List.of(Keywords.text(type)));
        }
        return switch (node.rule) {
            case RULE_name -> missingName(above);
            case RULE_method -> tokens.LT(-1).getType() == LEFT_PAREN ? noValue() : expected("`,` or `)`");
            case RULE_setting -> type == SET ? expected("`=`") : missingSetting(node);
            case RULE_verb -> inVerb(node, type);
            case RULE_operand -> inOperand(node.first(), type);
            case RULE_declaration -> expected("`=`");
            case RULE_neurons -> expected(type == RIGHT_BRACKET ? "`]`" : opened ? "`,` or `)`" : NEURONS);
            case RULE_samples -> expected("`,`, `;` or `]`");
            case RULE_sample -> expected("`,` or `->` before the targets");
            case RULE_columns -> expected("`,` or `]`");
            case RULE_parameter -> expected(opened ? "`,` or `)`" : "a weight or a bias (like `w5` or `bias(h1)`)");
            case RULE_answer -> expected("`=`");
            case RULE_got -> expected(node.has(LEFT_BRACKET) ? "`,`, `;` or `]`" : Kind.NUMBER.text());
            case RULE_number -> expected(Kind.NUMBER.text());
            case RULE_prediction -> expected(Kind.TEXT.text());
            case RULE_block -> expected("`{`");
            case RULE_clause -> type == STRING || node.first().getType() == TO ? expected(Kind.TEXT.text()) : noValue();
            case RULE_picture -> expected("`plot` or `draw`");
            case RULE_plotted -> opened ? expected("`)`") : noValue();
            case RULE_step -> expected(opened ? "`)` or an operator" : STEP);
            default -> noValue();
        };
    }

    /** Reads the left side of a definition again, as a method; if that fails, its error is the statement's. */
    private Spec reread(Node declaration) {
        tokens.restart(declaration.first().end());
        return (Spec) method().value;
    }

    /** Reads all arguments of {@code w} or {@code bias} again; if each is right, the error is their number. */
    private SyntaxError miscounted(Node parameter) {
        tokens.jump(tokens.lastOpen().end());
        List<?> arguments = (List<?>) row().value;
        if (!tokens.at(RIGHT_PAREN)) {
            return afterValue("`,` or `)`");
        }
        tokens.consume();
        ParserToken word = parameter.first();
        String form = word.getType() == W ? "`w(from, to)`" : "`bias(neuron)`";
        return new SyntaxError(
                tokens.from(word.start()), Problem.WRONG_ARGUMENT_COUNT, word.getText(), arguments.size(), form);
    }

    /** The error in the current token that doesn't depend on what is missing; null if there is none. */
    private SyntaxError known() {
        ParserToken current = tokens.current();
        return switch (current.kind) {
            case OPEN_PAREN, OPEN_BRACKET ->
                current.newLine || operandEnd != tokens.lastEnd()
                        ? null
                        : error((current.kind == Kind.OPEN_PAREN ? Problem.STRAY_PARENTHESIS : Problem.STRAY_INDEX)
                                .with());
            case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, NOT_EQUAL ->
                expressionEnd == tokens.lastEnd() ? error(Problem.COMPARISON_CHAIN.with()) : null;
            default -> null;
        };
    }

    private SyntaxError missingName(Node above) {
        boolean reserved = tokens.current().kind == Kind.WORD && !isFree();
        return switch (above) {
            case MethodContext _ -> missingMethod(above.getParent().first().getType(), reserved);
            case SettingContext _, ClauseContext _ -> expected("the name of a layer");
            case DeclarationContext _ when above.first().getType() == ACTIVATION -> missingMethod(0, reserved);
            case NeuronsContext _
            when tokens.at(NUMBER) -> expected("the name of a neuron (the number of neurons goes in `[ ]`)");
            default -> reserved ? reservedName() : expected("a name");
        };
    }

    private SyntaxError reservedName() {
        return error(SignWording.reserved(tokens.word()));
    }

    private boolean isFree() {
        return Keywords.isFree(Keywords.type(tokens.word(), false));
    }

    /** The error that an activation's, a loss's or an optimizer's name is missing; for 0, a layer's or a new activation's. */
    private SyntaxError missingMethod(int start, boolean reserved) {
        if (tokens.at(SET) && (start == OPTIMIZER || start == 0)) {
            return error(SignWording.cantBeSet(start == 0 ? "activation" : "optimizer"));
        }
        if (reserved && (start == LOSS || start == 0) && tokens.LA(2) == LEFT_PAREN) {
            return reservedName();
        }
        return expected(
                switch (start) {
                    case 0 -> "the name of a layer";
                    case LAYER -> "an activation (like `sigmoid`)";
                    case LOSS -> "a loss (like `squared`)";
                    case OPTIMIZER -> "an optimizer (like `adam`)";
                    default -> "an activation (like `tanh`)";
                });
    }

    private SyntaxError missingSetting(Node node) {
        if (node.first().getType() == DATA) {
            return expected("`[` and rows of inputs `->` targets, or `csv(\"file.csv\", …)`,");
        }
        Setting<?> setting = TreeBuilder.settingOf(node);
        return setting == null || setting.isNumber()
                ? noValue()
                : expectedWord(setting.words().stream().map(Setting.Word::text).toList());
    }

    private SyntaxError inVerb(Node verb, int type) {
        return switch (verb.first().getType()) {
            case EXPLAIN ->
                expectedWord(Arrays.stream(DerivationFormat.values())
                        .map(DerivationFormat::text)
                        .toList());
            case SAVE ->
                tokens.word().equals("session")
                        ? new SyntaxError(
                                tokens.span(verb.first()).to(tokens.span(tokens.current())),
                                SignWording.misplaced("save session"))
                        : expected(Kind.TEXT.text());
            case RESUME -> expected("`(`");
            default -> type == STRING ? expected(Kind.TEXT.text()) : noValue();
        };
    }

    private SyntaxError inOperand(ParserToken first, int type) {
        return switch (first.getType()) {
            case IF -> inChoice(first, type);
            case LEFT_BRACKET -> expected("`,`, `;` or `]`");
            case LEFT_PAREN -> expected("`)` or an operator");
            default -> expected(type == RIGHT_BRACKET ? "`]`" : "`,` or `)`");
        };
    }

    /** The condition and the two values of {@code if}. */
    private SyntaxError inChoice(ParserToken word, int type) {
        if (type == LEFT_PAREN) {
            return tokens.error(word, Problem.CHOICE_FORM.with());
        }
        boolean miscounted = tokens.at(COMMA) || tokens.at(RIGHT_PAREN);
        return miscounted
                ? new SyntaxError(tokens.span(word).to(tokens.span(tokens.current())), Problem.CHOICE_FORM.with())
                : expected(type == COMMA ? "`,` or an operator" : "`)` or an operator");
    }

    private SyntaxError noValue() {
        return switch (tokens.current().kind) {
            case CLOSE_PAREN, CLOSE_BRACKET -> unopened();
            case ASSIGN -> error(Problem.ASSIGNMENT_IN_EXPRESSION.with());
            case WORD -> notAValue();
            default -> expected("a value");
        };
    }

    private SyntaxError unopened() {
        ParserToken open = tokens.lastOpen();
        if (open == null) {
            return error(SignWording.unopened(tokens.text(tokens.current())));
        }
        boolean empty = open == tokens.LT(-1) && open.getType() == LEFT_BRACKET && tokens.at(RIGHT_BRACKET);
        return empty && isMatrix(open)
                ? new SyntaxError(tokens.span(open).to(tokens.span(tokens.current())), Problem.EMPTY_BRACKETS.with())
                : expected("a value");
    }

    /** Whether a bracket opens a matrix, not an index. */
    private boolean isMatrix(ParserToken open) {
        for (Node above = node(); above != null; above = above.getParent()) {
            if (above instanceof OperandContext && above.start == open) {
                return true;
            }
        }
        return false;
    }

    private SyntaxError notAValue() {
        String word = tokens.word();
        boolean operator = word.equals("and") || word.equals("or");
        boolean elsewhere = tokens.current().newLine && Keywords.beginsStatement(word);
        return operator || elsewhere || answer >= 0 ? expected("a value") : error(SignWording.forValue(word));
    }

    /** The error that something else should follow the expression that ends here. */
    SyntaxError afterValue(String what) {
        SyntaxError known = known();
        return known == null ? expected(what) : known;
    }

    /** The error that something else should be here, or that an open bracket should have been closed before. */
    SyntaxError expected(String what) {
        ParserToken open = tokens.lastOpen();
        if (open != null && isUnclosed()) {
            Kind closing = open.kind == Kind.OPEN_PAREN ? Kind.CLOSE_PAREN : Kind.CLOSE_BRACKET;
            return tokens.error(open, Problem.UNCLOSED.with(tokens.text(open), closing.text()));
        }
        boolean late = what.equals("`{`") && found().equals(Kind.LINE_END.text());
        String help = late ? "open the block on the line of its statement" : answer >= 0 ? ANSWER : null;
        return wrong(Problem.EXPECTED.with(what, found(), help));
    }

    private boolean isUnclosed() {
        return switch (tokens.current().kind) {
            case END -> true;
            case CLOSE_BRACE -> inBlock();
            default -> tokens.current().newLine && !new Recovery(tokens, 0, inBlock()).closes();
        };
    }

    /** Whether a closing brace would close something. */
    boolean inBlock() {
        for (Node above = node(); above != null; above = above.getParent()) {
            if (above instanceof StatementsContext) {
                return true;
            }
        }
        return false;
    }

    /** The error that one of a few words should be here. */
    private SyntaxError expectedWord(List<String> words) {
        return wrong(SignWording.expectedWord(words, found(), Nearest.to(tokens.word(), words)));
    }

    // ------------------------------------------------------------------------------------------------ whole statements

    /** Fails if no statement begins here; a word before another word is taken as a misspelt statement. */
    void refuseMisspelt() {
        ParserToken current = tokens.current();
        boolean operand = tokens.at(W) || tokens.at(NOT);
        boolean begins = switch (current.kind) {
            case NUMBER, TEXT, OPEN_PAREN, OPEN_BRACKET, MINUS, CLOSE_PAREN, CLOSE_BRACKET -> true;
            case WORD -> operand || isFree() || tokens.at(PARAMETER);
            default -> false;
        };
        if (!begins) {
            throw error(SignWording.misplaced(tokens.text(current)));
        }
        String word = tokens.word();
        if (!word.isEmpty() && !operand && isFollowedByWord()) {
            String quoted = Lexer.quoted(word, 0, word.length());
            throw error(Problem.UNKNOWN_STATEMENT.with(quoted, near(Keywords.STATEMENTS)));
        }
    }

    private boolean isFollowedByWord() {
        return switch (tokens.following().kind) {
            case WORD -> tokens.LA(2) != AND && tokens.LA(2) != OR;
            case NUMBER, TEXT, OPEN_BRACE -> true;
            default -> false;
        };
    }

    /** The error that a statement should end here. */
    SyntaxError notTheEnd(Node read) {
        SyntaxError known = known();
        if (known == null) {
            known = notTheClause(read);
        }
        if (known != null) {
            return known;
        }
        ParserToken current = tokens.current();
        return switch (current.kind) {
            case CLOSE_PAREN, CLOSE_BRACKET -> error(SignWording.unopened(tokens.text(current)));
            case ASSIGN -> error(Problem.ASSIGNMENT_IN_EXPRESSION.with());
            case ABOUT -> error(Problem.ABOUT_OUTSIDE_EXPECT.with());
            default -> {
                boolean full = read.first().getType() == EXPLAIN && tokens.at(FULL);
                yield wrong(SignWording.notTheEnd(found(), full ? "in full" : near(clauses(read))));
            }
        };
    }

    /** The error in a clause that the statement has; null if there is none. */
    private SyntaxError notTheClause(Node read) {
        boolean alone = read.count() == 1;
        return switch (read.first().getType()) {
            case EXPECT ->
                read.has(ABOUT) && isCondition()
                        ? tokens.error(read.token(ABOUT), Problem.ABOUT_CONDITION.with())
                        : null;
            case TRAIN ->
                read.has(EVERY) && tokens.at(UNTIL)
                        ? error(Problem.CLAUSE_ORDER.with("until", "every"))
                        : alone ? noValue() : null;
            case UNDO -> alone ? noValue() : null;
            case REPEAT, FOR, IF -> read instanceof ControlContext ? notElse(read) : null;
            default -> null;
        };
    }

    /** The error after a block: an {@code else} without a block, or without an {@code if}. */
    private SyntaxError notElse(Node control) {
        if (tokens.at(ELSE) && control.first().getType() == IF && !control.has(OTHERWISE)) {
            tokens.consume();
            return expected("`{`");
        }
        return tokens.current().newLine && tokens.word().equals("else") ? error(SignWording.misplaced("else")) : null;
    }

    /** Whether the value continues as a condition. */
    private boolean isCondition() {
        return switch (tokens.LA(1)) {
            case ABOUT, AND, OR, BELOW, AT_MOST, ABOVE, AT_LEAST, EQUAL, UNEQUAL -> true;
            default -> false;
        };
    }

    /** The words that can continue the statement. */
    private static List<String> clauses(Node read) {
        if (read instanceof AssignmentContext) {
            return List.of("fixed");
        }
        return switch (read.first().getType()) {
            case TRAIN -> List.of("until", "every", "rises");
            case WEIGHTS -> List.of("fixed");
            case BIAS -> List.of("shared", "fixed");
            case EXPLAIN -> List.of("in", "as");
            case EXPECT -> List.of("within", "and", "or");
            case SAVE -> List.of("with");
            case CLIP -> List.of("each");
            case DECAY -> List.of("weights", "absolute");
            case PLOT -> List.of("over", "from", "every", "log");
            case DRAW -> List.of("gradients", "update", "path");
            case ANIMATE -> List.of("every");
            case WHY -> List.of("given");
            case IF -> List.of("else");
            default -> List.of("and", "or");
        };
    }

    private String near(List<String> candidates) {
        String word = tokens.word();
        return ELSE_IF_ELSEWHERE.contains(word) ? "else if" : Nearest.to(word, candidates);
    }

    // ---------------------------------------------------------------------------------------- what is there instead

    private SyntaxError error(Message message) {
        return tokens.error(tokens.current(), message);
    }

    /** The error at the current token; at the end, after the last token. */
    private SyntaxError wrong(Message message) {
        boolean nothing = tokens.at(NEWLINE) || tokens.at(EOF) && isOfScript() || isNextStatement();
        return new SyntaxError(nothing ? tokens.from(tokens.lastEnd()) : tokens.span(tokens.current()), message);
    }

    /** Whether this is not an expression in a string. */
    private boolean isOfScript() {
        return tokens.end() == tokens.source.text().length();
    }

    private boolean isNextStatement() {
        boolean begins = answer >= 0 ? tokens.current().start() > answer : Keywords.beginsStatement(tokens.word());
        return isOfScript() && tokens.current().newLine && tokens.lastOpen() == null && begins;
    }

    /** The current token, as a message names it. */
    private String found() {
        ParserToken current = tokens.current();
        return switch (current.kind) {
            case WORD -> isNextStatement() ? Kind.LINE_END.text() : quoted(current);
            case NUMBER, TEXT -> quoted(current);
            case END -> answer >= 0 ? "the end of the file" : isOfScript() ? Kind.END.text() : Kind.CLOSE_BRACE.text();
            default -> current.kind.text();
        };
    }

    private String quoted(ParserToken token) {
        return "`" + Lexer.quoted(tokens.source.text(), token.start(), token.shownEnd) + "`";
    }
}
