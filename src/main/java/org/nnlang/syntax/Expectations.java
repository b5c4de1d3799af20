package org.nnlang.syntax;

import static org.nnlang.syntax.NnParser.*;

import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Setting;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;
import org.nnlang.text.Span;

/**
 * Words the syntax error at the current token: what is missing, from the rule and the token that it misses; what is there
 * instead; and which position to mark.
 */
final class Expectations {
    /** How other languages write {@code else if}. */
    private static final List<String> ELSE_IF_ELSEWHERE = List.of("elif", "elsif", "elseif");

    private final Tokens tokens;
    private final ParserRuleContext node;
    private final ParserToken current;
    private final int operandEnd;
    private final int expressionEnd;

    /** Words errors at the current token, in a node; the other arguments are the offsets after the last operand and expression. */
    Expectations(Tokens tokens, ParserRuleContext node, int operandEnd, int expressionEnd) {
        this.tokens = tokens;
        this.node = node;
        this.current = tokens.current();
        this.operandEnd = operandEnd;
        this.expressionEnd = expressionEnd;
    }

    // ------------------------------------------------------------------------------------------------- what is missing

    /** Whether the missing token is in the left side of an activation's definition. */
    boolean isInDefinition() {
        ParserRuleContext above = node instanceof NameContext ? node.getParent() : node;
        return current.error == null
                && above instanceof DeclarationContext declaration
                && declaration.LEFT_PAREN() != null;
    }

    /** Whether {@code w} or {@code bias} has too many or too few arguments. */
    boolean isMiscounted() {
        return node instanceof ParameterContext
                && node.children.size() > 1
                && (current.getType() == COMMA || current.getType() == RIGHT_PAREN);
    }

    /** The error that a token of a type is missing; 0 if it is one of several types. */
    SyntaxError missing(int type) {
        SyntaxError known = known();
        if (known != null) {
            return known;
        }
        if (Keywords.isWord(type)) {
            return expectedWord(List.of(Keywords.text(type)));
        }
        int start = node.start.getType();
        return switch (node) {
            case DeclarationContext _ -> expected("`=`");
            case NameContext name -> name(name.getParent());
            case NeuronsContext _ ->
                expected(
                        switch (type) {
                            case RIGHT_BRACKET -> "`]`";
                            case RIGHT_PAREN -> "`,` or `)`";
                            default -> "the number of neurons (like `[2]`) or their names (like `(cat, dog)`)";
                        });
            case MethodContext _ -> tokens.LT(-1).getType() == LEFT_PAREN ? noValue() : expected("`,` or `)`");
            case SettingContext setting -> setting(setting, type);
            case SamplesContext _ -> expected("`,`, `;` or `]`");
            case SampleContext _ -> expected("`,` or `->` before the targets");
            case ColumnsContext _ -> expected("`,` or `]`");
            case VerbContext _ -> verb(start, type);
            case ParameterContext _ -> expected("`,` or `)`");
            case PredictionContext _ -> expected(Kind.TEXT.text());
            case BlockContext _ -> expected("`{`");
            case StepContext _ ->
                expected(
                        type == RIGHT_PAREN
                                ? "`)` or an operator"
                                : "a step (a number, a name, or an expression in parentheses)");
            case OperandContext operand -> operand(operand, start, type);
            default -> noValue();
        };
    }

    /** The error in the current token that doesn't depend on what is missing; null if there is none. */
    private SyntaxError known() {
        if (current.error != null) {
            return current.error;
        }
        return switch (current.kind()) {
            case OPEN_PAREN, OPEN_BRACKET ->
                current.newLine() || operandEnd != tokens.lastEnd()
                        ? null
                        : tokens.error(
                                current,
                                (current.kind() == Kind.OPEN_PAREN ? Problem.STRAY_PARENTHESIS : Problem.STRAY_INDEX)
                                        .with());
            case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, NOT_EQUAL ->
                expressionEnd == tokens.lastEnd() ? tokens.error(current, Problem.COMPARISON_CHAIN.with()) : null;
            default -> null;
        };
    }

    private SyntaxError name(ParserRuleContext above) {
        boolean reserved = current.kind() == Kind.WORD && !isFree();
        return switch (above) {
            case MethodContext method -> method(method.getParent().start.getType(), reserved);
            case SettingContext _ -> expected("the name of a layer");
            case DeclarationContext declaration when declaration.start.getType() == ACTIVATION -> method(0, reserved);
            case NeuronsContext _
            when current.getType() == NUMBER -> expected("the name of a neuron (the number of neurons goes in `[ ]`)");
            default -> reserved ? tokens.error(current, SignWording.reserved(tokens.word())) : expected("a name");
        };
    }

    private boolean isFree() {
        return Keywords.isFree(Keywords.type(tokens.word(), false));
    }

    /** The error that an activation's, a loss's or an optimizer's name is missing; for 0, a layer's or a new activation's. */
    private SyntaxError method(int start, boolean reserved) {
        if (current.getType() == SET && (start == OPTIMIZER || start == 0)) {
            return tokens.error(current, SignWording.cantBeSet(start == 0 ? "activation" : "optimizer"));
        }
        if (reserved && (start == LOSS || start == 0) && tokens.LA(2) == LEFT_PAREN) {
            return tokens.error(current, SignWording.reserved(tokens.word()));
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

    private SyntaxError setting(SettingContext c, int type) {
        if (type == SET) {
            return expected("`=`");
        }
        if (c.start.getType() == DATA) {
            return expected("`[` and rows of inputs `->` targets, or `csv(\"file.csv\", …)`,");
        }
        Setting<?> setting = setting(c);
        return setting == null || setting.isNumber()
                ? noValue()
                : expectedWord(setting.words().stream().map(Setting.Word::text).toList());
    }

    /** The setting that a node sets; null if it sets a part of the network or samples. */
    static Setting<?> setting(SettingContext c) {
        return Setting.find(c.RATE() == null ? Keywords.text(c.start.getType()) : "learning rate");
    }

    private SyntaxError verb(int start, int type) {
        return switch (start) {
            case EXPLAIN ->
                expectedWord(Arrays.stream(DerivationFormat.values())
                        .map(DerivationFormat::text)
                        .toList());
            case WHY -> expected(type == SET ? "`=`" : Kind.NUMBER.text());
            case SAVE ->
                tokens.word().equals("session")
                        ? new SyntaxError(
                                tokens.span((ParserToken) node.start).to(tokens.span(current)),
                                SignWording.misplaced("save session"))
                        : expected(Kind.TEXT.text());
            default -> type == STRING ? expected(Kind.TEXT.text()) : noValue();
        };
    }

    private SyntaxError operand(OperandContext operand, int start, int type) {
        return switch (start) {
            case IF -> choice((ParserToken) operand.start, type);
            case LEFT_BRACKET -> expected("`,`, `;` or `]`");
            case LEFT_PAREN -> expected("`)` or an operator");
            default -> type == RIGHT_BRACKET ? expected("`]`") : expected("`,` or `)`");
        };
    }

    /** The condition and the two values of {@code if}. */
    private SyntaxError choice(ParserToken word, int type) {
        boolean miscounted = current.getType() == COMMA || current.getType() == RIGHT_PAREN;
        if (type == LEFT_PAREN) {
            return tokens.error(word, Problem.CHOICE_FORM.with());
        }
        return miscounted
                ? new SyntaxError(tokens.span(word).to(tokens.span(current)), Problem.CHOICE_FORM)
                : expected(type == COMMA ? "`,` or an operator" : "`)` or an operator");
    }

    private SyntaxError noValue() {
        return switch (current.kind()) {
            case CLOSE_PAREN, CLOSE_BRACKET -> unopened();
            case ASSIGN -> tokens.error(current, Problem.ASSIGNMENT_IN_EXPRESSION.with());
            case WORD -> notAValue();
            default -> expected("a value");
        };
    }

    private SyntaxError unopened() {
        ParserToken open = tokens.lastOpen();
        if (open == null) {
            return tokens.error(current, SignWording.unopened(tokens.text(current)));
        }
        boolean empty = open == tokens.LT(-1) && open.getType() == LEFT_BRACKET && current.getType() == RIGHT_BRACKET;
        return empty && isMatrix(open)
                ? new SyntaxError(tokens.span(open).to(tokens.span(current)), Problem.EMPTY_BRACKETS)
                : expected("a value");
    }

    /** Whether a bracket opens a matrix, not an index. */
    private boolean isMatrix(ParserToken open) {
        for (ParserRuleContext above = node; above != null; above = above.getParent()) {
            if (above instanceof OperandContext && above.start == open) {
                return true;
            }
        }
        return false;
    }

    private SyntaxError notAValue() {
        String word = tokens.word();
        boolean operator = word.equals("and") || word.equals("or");
        boolean elsewhere = current.newLine() && Keywords.beginsStatement(word);
        return operator || elsewhere ? expected("a value") : tokens.error(current, SignWording.forValue(word));
    }

    /** The error that something else should follow the expression that ends here. */
    SyntaxError afterValue(String what) {
        SyntaxError known = known();
        return known == null ? expected(what) : known;
    }

    /** The error that something else should be here, or that an open bracket should have been closed before. */
    SyntaxError expected(String what) {
        if (current.error != null) {
            return current.error;
        }
        ParserToken open = tokens.lastOpen();
        if (open != null && isUnclosed()) {
            Kind closing = open.kind() == Kind.OPEN_PAREN ? Kind.CLOSE_PAREN : Kind.CLOSE_BRACKET;
            return tokens.error(open, Problem.UNCLOSED.with(tokens.text(open), closing.text()));
        }
        boolean late = what.equals("`{`") && found().equals(Kind.LINE_END.text());
        String help = late ? "open the block on the line of its statement" : null;
        return new SyntaxError(place(), Problem.EXPECTED, what, found(), help);
    }

    private boolean isUnclosed() {
        return switch (current.kind()) {
            case END -> true;
            case CLOSE_BRACE -> tokens.inBlock();
            default -> current.newLine() && !new Recovery(tokens, 0).closes();
        };
    }

    /** The error that one of a few words should be here. */
    private SyntaxError expectedWord(List<String> words) {
        return new SyntaxError(place(), SignWording.expectedWord(words, found(), Nearest.to(tokens.word(), words)));
    }

    // ------------------------------------------------------------------------------------------------ whole statements

    /** Fails if no statement begins here; a word before another word is taken as a misspelt statement. */
    void refuseMisspelt() {
        if (current.error != null) {
            throw current.error;
        }
        String word = tokens.word();
        boolean operand = current.getType() == W || current.getType() == NOT;
        boolean begins = switch (current.kind()) {
            case NUMBER, TEXT, OPEN_PAREN, OPEN_BRACKET, MINUS, CLOSE_PAREN, CLOSE_BRACKET -> true;
            case WORD -> operand || isFree() || current.getType() == PARAMETER;
            default -> false;
        };
        if (!begins) {
            throw tokens.error(current, SignWording.misplaced(tokens.text(current)));
        }
        if (!word.isEmpty() && !operand && isFollowedByWord()) {
            String quoted = Lexer.quoted(word, 0, word.length());
            throw tokens.error(current, Problem.UNKNOWN_STATEMENT.with(quoted, near(Keywords.STATEMENTS)));
        }
    }

    private boolean isFollowedByWord() {
        ParserToken next = tokens.following();
        return switch (next.kind()) {
            case WORD -> next.getType() != AND && next.getType() != OR;
            case NUMBER, TEXT, OPEN_BRACE -> true;
            default -> false;
        };
    }

    /** The error that the statement of the node should end here. */
    SyntaxError notTheEnd() {
        SyntaxError known = known();
        if (known != null) {
            return known;
        }
        SyntaxError special = switch (node) {
            case VerbContext verb -> notTheEnd(verb);
            case ControlContext control -> notTheEnd(control);
            default -> null;
        };
        if (special != null) {
            return special;
        }
        return switch (current.kind()) {
            case CLOSE_PAREN, CLOSE_BRACKET -> tokens.error(current, SignWording.unopened(tokens.text(current)));
            case ASSIGN -> tokens.error(current, Problem.ASSIGNMENT_IN_EXPRESSION.with());
            case ABOUT -> tokens.error(current, Problem.ABOUT_OUTSIDE_EXPECT.with());
            default -> {
                boolean full = node.start.getType() == EXPLAIN && current.getType() == FULL;
                String near = full ? "in full" : near(clauses());
                yield new SyntaxError(place(), SignWording.notTheEnd(found(), near));
            }
        };
    }

    private SyntaxError notTheEnd(VerbContext verb) {
        return switch (verb.start.getType()) {
            case EXPECT -> verb.ABOUT() != null && isCondition() ? about(verb) : null;
            case TRAIN ->
                verb.EVERY() != null && current.getType() == UNTIL
                        ? tokens.error(current, Problem.CLAUSE_ORDER.with("until", "every"))
                        : verb.children.size() == 1 ? noValue() : null;
            case UNDO -> verb.children.size() == 1 ? noValue() : null;
            default -> null;
        };
    }

    /** The error after a block: an {@code else} without a block, or without an {@code if}. */
    private SyntaxError notTheEnd(ControlContext control) {
        if (current.getType() == ELSE && control.start.getType() == IF && control.OTHERWISE() == null) {
            tokens.advance();
            return new Expectations(tokens, node, operandEnd, expressionEnd).expected("`{`");
        }
        return current.newLine() && tokens.word().equals("else")
                ? tokens.error(current, SignWording.misplaced("else"))
                : null;
    }

    private SyntaxError about(VerbContext verb) {
        return tokens.error((ParserToken) verb.ABOUT().getSymbol(), Problem.ABOUT_CONDITION.with());
    }

    /** Whether the value continues as a condition. */
    private boolean isCondition() {
        return switch (current.getType()) {
            case ABOUT, AND, OR, BELOW, AT_MOST, ABOVE, AT_LEAST, EQUAL, UNEQUAL -> true;
            default -> false;
        };
    }

    /** The words that can continue the statement. */
    private List<String> clauses() {
        if (node instanceof AssignmentContext) {
            return List.of("fixed");
        }
        return switch (node.start.getType()) {
            case TRAIN -> List.of("until", "every", "rises");
            case WEIGHTS -> List.of("fixed");
            case BIAS -> List.of("shared", "fixed");
            case EXPLAIN -> List.of("in", "as");
            case EXPECT -> List.of("within", "and", "or");
            case PLOT, DRAW -> List.of("to");
            case IF -> List.of("else");
            default -> List.of("and", "or");
        };
    }

    private String near(List<String> candidates) {
        String word = tokens.word();
        return ELSE_IF_ELSEWHERE.contains(word) ? "else if" : Nearest.to(word, candidates);
    }

    // -------------------------------------------------------------------------------------------- what is there
    // instead

    /** The position of the current token; at the end, the position after the last token. */
    private Span place() {
        return isNothing() ? tokens.from(tokens.lastEnd()) : tokens.span(current);
    }

    private boolean isNothing() {
        return switch (current.kind()) {
            case LINE_END -> true;
            case END -> isOfScript();
            case WORD -> isNextStatement();
            default -> false;
        };
    }

    /** Whether this is not an expression in a string. */
    private boolean isOfScript() {
        return tokens.end() == tokens.source().text().length();
    }

    private boolean isNextStatement() {
        return isOfScript()
                && current.newLine()
                && tokens.lastOpen() == null
                && Keywords.beginsStatement(tokens.word());
    }

    /** What is at {@link #place}, as a message names it. */
    private String found() {
        return switch (current.kind()) {
            case WORD -> isNextStatement() ? Kind.LINE_END.text() : quoted();
            case NUMBER, TEXT -> quoted();
            case END -> isOfScript() ? Kind.END.text() : Kind.CLOSE_BRACE.text();
            default -> current.kind().text();
        };
    }

    private String quoted() {
        Span span = tokens.span(current);
        return "`" + Lexer.quoted(tokens.source().text(), span.start(), span.end()) + "`";
    }
}
