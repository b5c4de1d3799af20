package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nnlang.language.Block;
import org.nnlang.language.Script;
import org.nnlang.language.Statement;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Statements one after another, in a script and in its blocks, and how to go on after a mistake in one of them. */
final class ScriptParser {
    private static final int MOST_ERRORS = 100;
    private static final Set<String> WITH_BLOCKS = Set.of("repeat", "for", "if", "train", "else");

    private final Tokens tokens;
    private final StatementParser statements;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int missingBraces;
    /** How many of the mistakes are that the text ends within a bracket or block, and how many that it should go on. */
    private int openEnds;

    private int cutEnds;

    ScriptParser(Tokens tokens) {
        this.tokens = tokens;
        this.statements = new StatementParser(tokens, this);
    }

    Syntax.Result parse() {
        List<Statement> script = new ArrayList<>();
        while (true) {
            statements(script);
            if (tokens.at(Kind.END)) {
                return new Syntax.Result(new Script(script), sorted(), ending());
            }
            closeNothing();
            recover(tokens.advance().start(), 0, true);
        }
    }

    private Syntax.Ending ending() {
        if (diagnostics.isEmpty() || openEnds + cutEnds < diagnostics.size()) {
            return Syntax.Ending.COMPLETE;
        }
        return openEnds > 0 ? Syntax.Ending.OPEN : Syntax.Ending.GOES_ON;
    }

    /** Notes whether a mistake is only that the text ends too soon. */
    private void judgeEnd(Problem problem) {
        boolean missing = problem instanceof Problem.Unclosed || problem instanceof Problem.Expected;
        if (missing && tokens.position() == tokens.end()) {
            openEnds += tokens.openBrackets() > 0 || tokens.inBlock() ? 1 : 0;
            cutEnds += tokens.openBrackets() > 0 || tokens.inBlock() ? 0 : 1;
        }
    }

    /** At a brace that closes nothing: told, unless it was told that the brace that opens is missing. */
    private void closeNothing() {
        if (missingBraces > 0) {
            missingBraces--;
        } else {
            report(Diagnostic.error(tokens.span(tokens.current()), new Problem.Unopened("}")));
        }
    }

    private List<Diagnostic> sorted() {
        diagnostics.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        if (isFull()) {
            Span last = diagnostics.getLast().span();
            diagnostics.add(Diagnostic.notice(last, new Problem.TooManyErrors(MOST_ERRORS)));
        }
        return List.copyOf(diagnostics);
    }

    private boolean isFull() {
        return diagnostics.size() == MOST_ERRORS;
    }

    /** Notes a mistake; after too many the script counts as read to its end. */
    void report(Diagnostic diagnostic) {
        if (!isFull()) {
            diagnostics.add(diagnostic);
        }
        if (isFull()) {
            tokens.jump(tokens.end());
        }
    }

    /** Statements up to the end of the script or a closing brace. */
    private void statements(List<Statement> into) {
        while (true) {
            int depth = tokens.depth();
            int start = tokens.position();
            try {
                skipSeparators();
                if (tokens.at(Kind.END) || tokens.at(Kind.CLOSE_BRACE)) {
                    return;
                }
                start = tokens.current().start();
                Statement statement = statements.statement();
                if (statement != null) {
                    into.add(statement);
                }
            } catch (SyntaxError error) {
                judgeEnd(error.diagnostic().problem());
                report(error.diagnostic());
                if (!isFull()) {
                    boolean block = recover(start, depth, isForBlocks(start, error));
                    missingBraces += !block && isMissingBrace(error.diagnostic().problem()) ? 1 : 0;
                }
            }
        }
    }

    private void skipSeparators() {
        while (tokens.at(Kind.LINE_END) || tokens.at(Kind.SEMICOLON)) {
            tokens.advance();
        }
    }

    /** {@code { … }}. */
    Block block() {
        tokens.enter();
        Token open = tokens.expect(Kind.OPEN_BRACE, Kind.OPEN_BRACE.text());
        List<Statement> inside = new ArrayList<>();
        tokens.enterBlock();
        statements(inside);
        tokens.leaveBlock();
        if (!tokens.accept(Kind.CLOSE_BRACE)) {
            openEnds++;
            report(Diagnostic.error(tokens.span(open), new Problem.Unclosed("{", Kind.CLOSE_BRACE.text())));
        }
        tokens.leave();
        return new Block(inside, tokens.from(open.start()));
    }

    /**
     * Goes on behind the statement that began at {@code start}, so that each mistake in a script is told, and once.
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
            if (!tokens.at(Kind.OPEN_BRACE)) {
                return hasBlock;
            }
            block();
            hasBlock = true;
        }
    }

    private static boolean isMissingBrace(Problem problem) {
        return problem instanceof Problem.Expected expected && expected.what().equals(Kind.OPEN_BRACE.text());
    }

    /** Whether what stands in the braces of a wrong statement is rather statements than a mistake itself. */
    private boolean isForBlocks(int start, SyntaxError error) {
        if (error.diagnostic().problem() instanceof Problem.TooDeep) {
            return false;
        }
        String text = tokens.source().text();
        boolean atBrace = text.startsWith("{", tokens.position());
        return !atBrace || WITH_BLOCKS.contains(text.substring(start, Characters.wordEnd(text, start, tokens.end())));
    }
}
