package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.nnlang.language.Block;
import org.nnlang.language.Expr;
import org.nnlang.language.Script;
import org.nnlang.language.Setting;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;
import org.nnlang.text.Span;

/**
 * Reads a script with the parser that ANTLR generates from the grammar: one statement after another, in the script and in
 * its blocks. Each becomes a record as soon as it is read, and its tree is dropped. Reading of a wrong statement stops at
 * its first error.
 */
final class ScriptParser extends NnParser implements ANTLRErrorStrategy {
    private static final int MOST_ERRORS = 100;
    private static final Set<String> WITH_BLOCKS = Set.of("repeat", "for", "if", "train", "else");

    private final Tokens tokens;
    private final TreeBuilder builder;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int missingBraces;
    /** The number of errors that the text ends within a bracket or block, then the number of errors that it should continue. */
    private int openEnds;

    private int cutEnds;
    /** The offsets after the last operand and the last expression. */
    private int operandEnd = -1;

    private int expressionEnd = -1;

    ScriptParser(Tokens tokens) {
        super(tokens);
        this.tokens = tokens;
        this.builder = new TreeBuilder(tokens);
        setErrorHandler(this);
    }

    /** Reads a script; finds at most one syntax error in each statement. */
    Syntax.Result parse() {
        List<Statement> script = new ArrayList<>();
        while (true) {
            readStatements(script);
            if (tokens.at(EOF)) {
                return new Syntax.Result(new Script(script), sorted(), ending());
            }
            int brace = tokens.current().start();
            closeNothing();
            if (!isFull()) {
                tokens.consume();
                recover(brace, 0, true);
            }
        }
    }

    /** Reads a single expression, as in the braces of a string. */
    Expr alone() {
        Expr alone = builder.expression(expression());
        if (!tokens.at(EOF)) {
            throw expectations(null).afterValue("`}` or an operator");
        }
        return alone;
    }

    // ------------------------------------------------------------------------------------------------------ statements

    /** Reads statements up to the end of the script or a closing brace. */
    private void readStatements(List<Statement> into) {
        while (true) {
            int depth = tokens.depth();
            while (tokens.at(NEWLINE) || tokens.at(SEMICOLON)) {
                tokens.consume();
            }
            if (tokens.at(EOF) || tokens.at(CLOSE)) {
                return;
            }
            int start = tokens.position();
            try {
                start = tokens.current().start();
                Statement statement = readStatement();
                if (statement != null) {
                    into.add(statement);
                }
            } catch (SyntaxError error) {
                judgeEnd(error.diagnostic());
                report(error.diagnostic());
                if (!isFull()) {
                    boolean block = recover(start, depth, isForBlocks(start, error));
                    missingBraces += !block && isMissingBrace(error.diagnostic().what()) ? 1 : 0;
                }
            }
        }
    }

    /** Reads the statement that begins here; null for one of a later version, which is reported. */
    private Statement readStatement() {
        setContext(null);
        ParserToken first = tokens.current();
        ParserRuleContext read = kindOfStatement(first);
        Statement statement = builder.statement(read);
        if (statement == null && tokens.current().error == null) {
            report(Diagnostic.error(tokens.span(first), Problem.NOT_YET, tokens.text(first)));
        }
        if (!tokens.atEndOfStatement()) {
            boolean set = tokens.at(SET) && read instanceof ValueContext;
            throw set
                    ? builder.notSettable((ValueContext) read)
                    : expectations(read).notTheEnd();
        }
        return statement;
    }

    /** Reads a {@code statement}, chosen by two of its tokens or, for {@code if}, by what is in the parentheses. */
    private ParserRuleContext kindOfStatement(ParserToken first) {
        return switch (first.getType()) {
            case LAYER, OPTIMIZER, ACTIVATION, LET -> declaration();
            case INPUT -> isNamed() ? declaration() : settingOrValue();
            case LOSS -> isNamed() ? declaration() : value();
            case WEIGHTS -> isNamed() ? setting() : value();
            case BIAS -> tokens.LA(2) == LEFT_PAREN ? assignmentOrValue() : setting();
            case TARGET, DATA -> settingOrValue();
            case LEARNING -> setting();
            case REPEAT, FOR -> control();
            case IF -> tokens.isChoice() ? value() : control();
            case PREDICT -> tokens.LA(2) == CSV && tokens.LA(3) == LEFT_PAREN ? prediction() : verb();
            default -> {
                if (Keywords.beginsStatement(tokens.word())) {
                    yield Setting.find(tokens.word()) == null ? verb() : setting();
                }
                expectations(null).refuseMisspelt();
                yield assignmentOrValue();
            }
        };
    }

    /** Whether a name follows the word, so that it isn't a quantity here. */
    private boolean isNamed() {
        ParserToken next = tokens.following();
        return next.kind() == Kind.WORD && next.getType() != AND && next.getType() != OR;
    }

    private ParserRuleContext settingOrValue() {
        return tokens.LA(2) == SET ? setting() : value();
    }

    private ParserRuleContext assignmentOrValue() {
        return tokens.isSet() ? assignment() : value();
    }

    // ----------------------------------------------------------------------------------------------------------- rules

    @Override
    public void enterRule(ParserRuleContext node, int state, int rule) {
        ParserRuleContext above = getContext();
        if (tokens.at(LABEL) && rule != RULE_argument && rule != RULE_details) {
            tokens.split();
        }
        switch (rule) {
            case RULE_samples -> splitNumbers(false);
            case RULE_expression, RULE_block -> tokens.enter();
            case RULE_statements -> {
                if (above.getRuleIndex() == RULE_control) {
                    tokens.enter();
                }
            }
            case RULE_condition, RULE_factor -> {
                beginOperand();
                if (above.getRuleIndex() == rule) {
                    tokens.enter();
                }
            }
            default -> {}
        }
        super.enterRule(node, state, rule);
        switch (rule) {
            case RULE_statements -> ((Node) node).value = blockStatements(above);
            case RULE_details -> ((Node) node).value = details(above);
            default -> {}
        }
        setContext(node);
    }

    /** Rows with arrows are only in data; an {@code if} on a new line is a statement. */
    private void beginOperand() {
        splitNumbers(true);
        ParserToken first = tokens.current();
        if (first.getType() == IF && first.newLine() && tokens.openBrackets() == 0 && !tokens.isChoice()) {
            throw expectations(getContext()).expected("a value");
        }
        boolean parameter = first.getType() == W || first.getType() == BIAS;
        if (parameter && tokens.LA(2) != LEFT_PAREN) {
            SyntaxError unreadable = tokens.following().error;
            throw unreadable == null ? missing(0) : unreadable;
        }
    }

    /** Reads a bracket of numbers again, each by itself, if it is data and should not be, or is not and should. */
    private void splitNumbers(boolean data) {
        ParserToken first = tokens.current();
        if (first.getType() == NUMBERS && first.numbers.isData() == data) {
            tokens.split();
        }
    }

    /** Reads the statements of a block here, so that each can have its own error; none are left for the rule. */
    private List<Statement> blockStatements(ParserRuleContext above) {
        List<Statement> inside = new ArrayList<>();
        tokens.enterBlock();
        readStatements(inside);
        tokens.leaveBlock();
        if (above.getRuleIndex() == RULE_control) {
            tokens.leave();
        }
        return inside;
    }

    /** Reads the arguments of {@code csv(…)} here, since columns look like expressions; none are left for the rule. */
    private List<Spec.Argument> details(ParserRuleContext above) {
        List<Spec.Argument> details = new ArrayList<>();
        try {
            while (!tokens.at(RIGHT_PAREN) || !details.isEmpty()) {
                int start = tokens.current().start();
                String name = tokens.at(LABEL) ? tokens.text(tokens.advance()) : null;
                Expr value = tokens.isColumn()
                        ? builder.column(column())
                        : tokens.isListOfColumns() ? builder.columns(columns()) : builder.expression(expression());
                details.add(new Spec.Argument(name, value, tokens.from(start)));
                if (tokens.at(RIGHT_PAREN)) {
                    return details;
                }
                if (!tokens.at(COMMA)) {
                    throw expectations(null).afterValue("`,` or `)`");
                }
                tokens.consume();
            }
        } catch (SyntaxError error) {
            setContext(above);
            throw error;
        }
        return details;
    }

    @Override
    public void exitRule() {
        ParserRuleContext node = getContext();
        super.exitRule();
        if (node.exception != null) {
            return;
        }
        switch (node) {
            case ExpressionContext expression -> exitExpression(expression);
            case BlockContext block -> {
                tokens.leave();
                block.value =
                        new Block(builder.statements(block.statements()), tokens.from(block.start.getStartIndex()));
            }
            case SampleContext sample -> builder.keep(sample);
            case MethodContext method -> {
                if (method.parent instanceof DeclarationContext d && d.start.getType() == LOSS && tokens.at(SET)) {
                    builder.refuseOtherThanNames(method);
                }
            }
            case OperandContext _ -> operandEnd = tokens.lastEnd();
            case ConditionContext _, FactorContext _ -> {
                if (node.parent.getRuleIndex() == node.getRuleIndex()) {
                    tokens.leave();
                }
            }
            default -> {}
        }
    }

    private void exitExpression(ExpressionContext expression) {
        tokens.leave();
        expression.value = builder.expression(expression);
        expression.children = null;
        expressionEnd = tokens.lastEnd();
        if (tokens.at(ABOUT) && expression.parent instanceof VerbContext verb && verb.start.getType() == EXPECT) {
            builder.refuseCondition(expression);
        }
    }

    @Override
    public Token match(int type) {
        if (!tokens.at(type)) {
            if (type == CLOSE && tokens.at(EOF)) {
                unclosed();
                return tokens.current();
            }
            throw missing(type);
        }
        ParserToken matched = (ParserToken) consume();
        if (type == STRING) {
            ((Node) getContext()).value =
                    getContext().start.getType() == PRINT ? builder.template(matched) : builder.text(matched);
        }
        return matched;
    }

    /** Reports a block that is never closed. */
    private void unclosed() {
        ParserToken open = getContext() instanceof ControlContext control
                ? (ParserToken) control.OTHERWISE().getSymbol()
                : (ParserToken) getContext().start;
        openEnds++;
        Span brace = new Span(tokens.source(), open.end() - 1, open.end());
        report(Diagnostic.error(brace, Problem.UNCLOSED, "{", "`}`"));
    }

    // ---------------------------------------------------------------------------------------------------------- errors

    private Expectations expectations(ParserRuleContext node) {
        return new Expectations(tokens, node, operandEnd, expressionEnd);
    }

    /** The error that a token of a type is missing; 0 if it is one of several types. */
    private SyntaxError missing(int type) {
        ParserRuleContext node = getContext();
        Expectations expectations = expectations(node);
        if (expectations.isInDefinition()) {
            return builder.definitionForm(reread(node));
        }
        return expectations.isMiscounted() ? miscounted((ParameterContext) node) : expectations.missing(type);
    }

    /** Reads what looks like the left side of a definition again, as a method; if that fails, its error is the statement's. */
    private MethodContext reread(ParserRuleContext node) {
        ParserRuleContext declaration = node instanceof NameContext ? node.getParent() : node;
        tokens.restore(tokens.depth());
        tokens.jump(declaration.getStart().getStopIndex() + 1);
        setContext(null);
        try {
            return method();
        } finally {
            setContext(node);
        }
    }

    /** Reads all arguments of {@code w} or {@code bias} again; if each is right, the error is their number. */
    private SyntaxError miscounted(ParameterContext node) {
        tokens.jump(tokens.lastOpen().end());
        setContext(null);
        try {
            RowContext row = row();
            return tokens.at(RIGHT_PAREN)
                    ? builder.miscounted(node, row, tokens.advance())
                    : expectations(null).afterValue("`,` or `)`");
        } finally {
            setContext(node);
        }
    }

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

    @Override
    public void recover(Parser parser, RecognitionException error) {}

    @Override
    public void reset(Parser parser) {}

    @Override
    public boolean inErrorRecoveryMode(Parser parser) {
        return false;
    }

    @Override
    public void reportMatch(Parser parser) {}

    // -------------------------------------------------------------------------------------------------------- recovery

    /** Notes whether an error is only that the text ends too soon. */
    private void judgeEnd(Diagnostic diagnostic) {
        boolean missing = diagnostic.problem() == Problem.UNCLOSED && tokens.openBrackets() > 0
                || diagnostic.problem() == Problem.EXPECTED && diagnostic.span().end() >= tokens.lastEnd();
        if (missing && tokens.position() == tokens.end()) {
            boolean open = tokens.openBrackets() > 0 || tokens.inBlock();
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
    private boolean recover(int start, int depth, boolean intoBlocks) {
        boolean readable = intoBlocks && depth < Tokens.DEEPEST;
        boolean hasBlock = false;
        int from = start;
        while (true) {
            from = new Recovery(tokens, from).next(readable);
            tokens.restore(depth);
            tokens.jump(from);
            setContext(null);
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
    private boolean isForBlocks(int start, SyntaxError error) {
        if (error.diagnostic().problem() == Problem.TOO_DEEP) {
            return false;
        }
        String text = tokens.source().text();
        boolean atBrace = text.startsWith("{", tokens.position());
        return !atBrace || WITH_BLOCKS.contains(text.substring(start, Lexer.wordEnd(text, start, tokens.end())));
    }
}
