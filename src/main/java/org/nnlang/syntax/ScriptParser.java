package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.nnlang.language.Expr;
import org.nnlang.language.Script;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.Show;
import org.nnlang.language.statement.Why;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;
import org.nnlang.text.Span;

/**
 * Reads a script with the parser that ANTLR generates from the grammar: one statement after another, in the script and in
 * its blocks. Reading of a wrong statement stops at its first error.
 */
final class ScriptParser extends ParserErrors {
    /** Brackets, blocks and operators nested deeper than this are refused: a level takes up to 2 KB of the stack. */
    private static final int DEEPEST = 200;

    private static final int MOST_ERRORS = 100;
    private static final Set<String> WITH_BLOCKS = Set.of("repeat", "for", "if", "train", "else", "optimizer");

    private final TreeBuilder builder;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int missingBraces;
    /** The number of errors that the text ends within a bracket or block, then the number of errors that it should continue. */
    private int openEnds;

    private int cutEnds;
    /** How many rules that nest are open. */
    private int depth;

    /** Reads tokens at a depth in a script. */
    ScriptParser(Tokens tokens, int depth) {
        super(tokens);
        this.builder = new TreeBuilder(tokens);
        this.depth = depth;
        setContext(new Node(null, 0));
    }

    /** Reads a script; finds at most one syntax error in each statement. */
    Syntax.Result parse() {
        while (true) {
            readStatements();
            if (tokens.at(EOF)) {
                List<Statement> statements = node().all(Statement.class, 0);
                return new Syntax.Result(new Script(statements), sorted(), ending());
            }
            int brace = tokens.current().start();
            closeNothing();
            if (!isFull()) {
                tokens.consume();
                recover(brace, true);
            }
        }
    }

    /** Reads a file of answers, whose lines are each as after {@code why}. */
    Syntax.Result answersOnly() {
        List<Statement> lines = new ArrayList<>();
        while (tokens.current().getType() != EOF) {
            switch (tokens.current().getType()) {
                case NEWLINE, SEMICOLON -> tokens.consume();
                default -> readAnswers(lines);
            }
        }
        return new Syntax.Result(new Script(lines), sorted(), Syntax.Ending.COMPLETE);
    }

    private void readAnswers(List<Statement> lines) {
        Node into = node();
        int start = tokens.current().start();
        answer = start;
        try {
            List<Why.Got> line = answers().all(Why.Got.class, 0);
            if (!tokens.atEndOfStatement()) {
                throw afterValue("the end of the line");
            }
            lines.add(new Why(line, List.of(), null, tokens.from(start)));
        } catch (SyntaxError error) {
            into.cut(0);
            setContext(into);
            report(error.diagnostic());
            int end = Math.max(start, error.diagnostic().span().end());
            tokens.restart(isFull() ? tokens.end() : Lexer.lineEnd(tokens.source.text(), end, tokens.end()));
        }
    }

    /** Reads a single expression, as in the braces of a string. */
    Expr alone() {
        Expr alone = (Expr) expression().value;
        if (!tokens.at(EOF)) {
            throw afterValue("`}` or an operator");
        }
        return alone;
    }

    // ------------------------------------------------------------------------------------------------------ statements

    /** Reads statements up to the end of the script or a closing brace. */
    private void readStatements() {
        while (true) {
            switch (tokens.current().getType()) {
                case NEWLINE, SEMICOLON -> tokens.consume();
                case EOF, CLOSE -> {
                    return;
                }
                default -> readStatement();
            }
        }
    }

    /** Reads the statement that begins here; if it is wrong, reports that and goes to the next. */
    private void readStatement() {
        Node into = node();
        int before = into.count();
        ParserToken first = tokens.current();
        try {
            readStatement(first);
        } catch (SyntaxError error) {
            into.cut(before);
            setContext(into);
            judgeEnd(error.diagnostic());
            report(error.diagnostic());
            if (!isFull()) {
                boolean block = recover(first.start(), isForBlocks(first, error));
                missingBraces += !block && isMissingBrace(error.diagnostic().what()) ? 1 : 0;
            }
        }
    }

    private void readStatement(ParserToken first) {
        Node read = kindOfStatement(tokens.LA(1));
        boolean ended = tokens.atEndOfStatement();
        if (read.value == null) {
            report(Diagnostic.error(tokens.span(first), Problem.NOT_YET.with(first.getText())));
        }
        if (!ended) {
            boolean set = tokens.at(SET) && read instanceof ValueContext;
            throw set ? builder.notSettable(read.part(0)) : notTheEnd(read);
        }
    }

    /** Reads a {@code statement}, chosen by two of its tokens or, for {@code if}, by what is in the parentheses. */
    private Node kindOfStatement(int first) {
        return switch (first) {
            case LAYER, OPTIMIZER, ACTIVATION, LET -> declaration();
            case INPUT -> isNamed() ? declaration() : settingOrValue();
            case LOSS -> isNamed() ? declaration() : value();
            case WEIGHTS -> isNamed() ? setting() : value();
            case BIAS -> tokens.LA(2) == LEFT_PAREN ? assignmentOrValue() : setting();
            case TARGET, DATA -> settingOrValue();
            case REPEAT, FOR -> control();
            case IF -> tokens.isChoice() ? value() : control();
            case PREDICT -> tokens.LA(2) == CSV && tokens.LA(3) == LEFT_PAREN ? prediction() : verb();
            default -> {
                if (first >= LEARNING && first <= DIGITS) {
                    yield setting();
                }
                if (first >= FORWARD && first <= EXPORT) {
                    yield verb();
                }
                refuseMisspelt();
                yield assignmentOrValue();
            }
        };
    }

    /** Whether a name follows the word, so that it isn't a quantity here. */
    private boolean isNamed() {
        return tokens.following().kind == Kind.WORD && tokens.LA(2) != AND && tokens.LA(2) != OR;
    }

    private Node settingOrValue() {
        return tokens.LA(2) == SET ? setting() : value();
    }

    /** Reads {@code w(a, b)} as a value, and again if {@code =} follows. */
    private Node assignmentOrValue() {
        ParserToken first = tokens.current();
        boolean name = Keywords.isFree(first.getType()) || first.getType() == PARAMETER;
        if (name && tokens.LA(2) == SET) {
            return assignment();
        }
        Node value = value();
        boolean parameter = first.getType() == W || first.getType() == BIAS;
        boolean call = value.part(0) instanceof Show.Item.Value item && item.value() instanceof Expr.Call;
        if (!parameter || !call || !tokens.at(SET)) {
            return value;
        }
        node().cut(node().count() - 1);
        tokens.jump(first.start());
        return assignment();
    }

    // ----------------------------------------------------------------------------------------------------------- rules

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        Node node = (Node) context;
        Node above = node();
        switch (rule) {
            case RULE_samples -> splitNumbers(false);
            case RULE_factor -> beginOperand();
            case RULE_got -> splitNumbers(true);
            default -> {}
        }
        if (nests(rule, above)) {
            if (depth == DEEPEST) {
                throw tokens.error(tokens.current(), Problem.TOO_DEEP.with(DEEPEST));
            }
            depth++;
        }
        node.rule = rule;
        node.start = tokens.current();
        setContext(node);
        switch (rule) {
            case RULE_statements -> readStatements();
            case RULE_arguments, RULE_details -> readArguments(node);
            default -> {}
        }
    }

    /** Whether a rule makes scripts deeper; chains of operators don't. */
    private static boolean nests(int rule, Node above) {
        return switch (rule) {
            case RULE_expression, RULE_block -> true;
            case RULE_statements -> above.rule == RULE_control;
            case RULE_condition, RULE_factor -> above.rule == rule;
            default -> false;
        };
    }

    /** Rows with arrows are only in data; an {@code if} on a new line is a statement. */
    private void beginOperand() {
        splitNumbers(true);
        ParserToken first = tokens.current();
        switch (first.getType()) {
            case IF -> {
                if (first.newLine && tokens.lastOpen() == null && !tokens.isChoice()) {
                    throw expected("a value");
                }
            }
            case W, BIAS -> {
                if (tokens.following().kind == Kind.UNREADABLE) {
                    throw tokens.error(tokens.following(), tokens.following().problem());
                }
                if (tokens.LA(2) != LEFT_PAREN) {
                    throw missing(0);
                }
            }
            default -> {}
        }
    }

    /** Reads a bracket of numbers again, each by itself, if it is data and should not be, or is not and should. */
    private void splitNumbers(boolean data) {
        if (tokens.at(NUMBERS) && tokens.current().numbers().isData() == data) {
            tokens.split();
        }
    }

    /** Reads arguments here, since their names look like expressions, as columns do; none are left for the rule. */
    private void readArguments(Node node) {
        try {
            while (!tokens.at(RIGHT_PAREN) || node.count() > 0) {
                int start = tokens.current().start();
                String name = null;
                if (tokens.current().kind == Kind.WORD && tokens.LA(2) == COLON) {
                    name = tokens.advance().getText();
                    tokens.consume();
                }
                node.add(new Spec.Argument(name, (Expr) value(node.rule).value, tokens.from(start)));
                if (tokens.at(RIGHT_PAREN)) {
                    return;
                }
                if (!tokens.at(COMMA)) {
                    throw afterValue("`,` or `)`");
                }
                tokens.consume();
            }
        } catch (SyntaxError error) {
            setContext(node.getParent());
            throw error;
        }
    }

    private Node value(int rule) {
        if (rule == RULE_arguments && (tokens.at(ON) || tokens.at(OFF))) {
            return toggle();
        }
        boolean columns = rule == RULE_details;
        return columns && tokens.isColumn() ? column() : columns && tokens.isListOfColumns() ? columns() : expression();
    }

    @Override
    public void exitRule() {
        Node node = node();
        Node above = node.getParent();
        setContext(above);
        depth -= nests(node.rule, above) ? 1 : 0;
        if (node.exception != null) {
            return;
        }
        node.value = builder.value(node, depth);
        above.add(node.value);
        switch (node.rule) {
            case RULE_operand -> operandEnd = tokens.lastEnd();
            case RULE_expression -> {
                expressionEnd = tokens.lastEnd();
                if (tokens.at(ABOUT) && above.rule == RULE_verb && above.first().getType() == EXPECT) {
                    builder.refuseCondition(node);
                }
            }
            default -> {}
        }
    }

    @Override
    public ParserToken match(int type) {
        if (tokens.at(type)) {
            if (type == SET && node().rule == RULE_declaration && node().first().getType() == LOSS) {
                builder.refuseOtherThanNames(node().part(1));
            }
            return consume();
        }
        if (type == CLOSE && tokens.at(EOF)) {
            unclosed();
            return tokens.current();
        }
        throw missing(type);
    }

    /** Passes a token, and makes it a part of its node unless it only separates others. */
    @Override
    public ParserToken consume() {
        ParserToken token = tokens.advance();
        switch (token.getType()) {
            case NEWLINE, COMMA, SEMICOLON -> {}
            default -> node().add(token);
        }
        return token;
    }

    /** Reports a block that is never closed. */
    private void unclosed() {
        ParserToken open = node() instanceof ControlContext ? node().token(OTHERWISE) : node().first();
        openEnds++;
        Span brace = new Span(tokens.source, open.end() - 1, open.end());
        report(Diagnostic.error(brace, Problem.UNCLOSED.with("{", "`}`")));
    }

    // -------------------------------------------------------------------------------------------------------- recovery

    /** Notes whether an error is only that the text ends too soon. */
    private void judgeEnd(Diagnostic diagnostic) {
        boolean missing = diagnostic.problem() == Problem.UNCLOSED && tokens.lastOpen() != null
                || diagnostic.problem() == Problem.EXPECTED && diagnostic.span().end() >= tokens.lastEnd();
        if (missing && tokens.position() == tokens.end()) {
            boolean open = tokens.lastOpen() != null || inBlock();
            openEnds += open ? 1 : 0;
            cutEnds += open ? 0 : 1;
        }
    }

    private Syntax.Ending ending() {
        if (diagnostics.isEmpty() || openEnds + cutEnds < diagnostics.size()) {
            return Syntax.Ending.COMPLETE;
        }
        return openEnds > 0 ? Syntax.Ending.OPEN : Syntax.Ending.GOES_ON;
    }

    /** Passes a brace that closes nothing; reports it unless the opening brace was reported as missing. */
    private void closeNothing() {
        if (missingBraces > 0) {
            missingBraces--;
        } else {
            report(Diagnostic.error(tokens.span(tokens.current()), SignWording.unopened("}")));
        }
    }

    private List<Diagnostic> sorted() {
        diagnostics.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        if (isFull()) {
            Span last = diagnostics.getLast().span();
            diagnostics.add(Diagnostic.notice(last, Problem.TOO_MANY_ERRORS, MOST_ERRORS));
        }
        return List.copyOf(diagnostics);
    }

    private boolean isFull() {
        return diagnostics.size() == MOST_ERRORS;
    }

    /** Adds an error; after too many, skips the rest of the script. */
    private void report(Diagnostic diagnostic) {
        if (!isFull()) {
            diagnostics.add(diagnostic);
        }
        if (isFull()) {
            tokens.jump(tokens.end());
        }
    }

    /**
     * Continues after the wrong statement that began at {@code start}, so that every error in a script is reported once.
     *
     * @return whether it had blocks, whose statements have been read
     */
    private boolean recover(int start, boolean intoBlocks) {
        boolean readable = intoBlocks && depth < DEEPEST;
        boolean hasBlock = false;
        int from = start;
        while (true) {
            from = new Recovery(tokens, from, inBlock()).next(readable);
            tokens.restart(from);
            if (!tokens.at(OPEN)) {
                return hasBlock;
            }
            block();
            hasBlock = true;
        }
    }

    private static boolean isMissingBrace(Message message) {
        return message.problem() == Problem.EXPECTED && message.gap("what").equals("`{`");
    }

    /** Whether the braces of a wrong statement probably contain statements. */
    private boolean isForBlocks(ParserToken first, SyntaxError error) {
        if (error.diagnostic().problem() == Problem.TOO_DEEP) {
            return false;
        }
        boolean atBrace = tokens.source.text().startsWith("{", tokens.position());
        return !atBrace || WITH_BLOCKS.contains(tokens.text(first));
    }
}
