package org.nnlang.syntax;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNType;
import org.antlr.v4.runtime.atn.DecisionState;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * The superclass of the generated parser. In all rules that nn uses, the next token alone decides how to continue, and the
 * generated code tests it in plain Java. ANTLR's automaton (its ATN), which decides the other cases, is never used: classes
 * here have the names that the generated code calls, and leave it out. Reading it takes longer than parsing a short script.
 */
abstract class LL1Parser extends Parser {
    /** Takes the place of ANTLR's simulator. */
    protected ParserATNSimulator _interp;

    LL1Parser(TokenStream input) {
        super(input);
    }

    /** Makes an empty automaton from any data. */
    static final class ATNDeserializer {
        private static final ATN NONE = new ATN(ATNType.PARSER, 0);

        ATN deserialize(char[] serialized) {
            return NONE;
        }
    }

    /** Simulates nothing. */
    static final class ParserATNSimulator {
        ParserATNSimulator(Parser parser, ATN atn, DFA[] decisions, PredictionContextCache contexts) {}
    }

    /** Takes the place of what a simulator learns about a decision. */
    static final class DFA {
        DFA(DecisionState start, int decision) {}
    }

    /** Takes the place of a simulator's memory. */
    static final class PredictionContextCache {}

    /** Skips ANTLR's version check, which could print: the build uses the same version of tool and library. */
    static final class RuntimeMetaData {
        static final String VERSION = "";

        static void checkVersion(String tool, String library) {}
    }

    /** A node of a statement's tree, which replaces its children by their value. */
    static class Node extends ParserRuleContext {
        /** The expression, block, text or arguments that the node represents; null until they are read. */
        Object value;

        /** Makes a node below another. */
        Node(ParserRuleContext parent, int invokingState) {
            super(parent, invokingState);
        }
    }

    /**
     * A token of the grammar. It begins with a token of nn's lexer, which messages show, and may be longer.
     */
    static final class ParserToken extends CommonToken {
        private static final long serialVersionUID = 1;

        private final transient Syntax.Token token;
        /** The numbers of a bracket of plain numbers, or null. */
        final transient NumberBlock numbers;
        /** Why it can't be read, or null. */
        final transient SyntaxError error;

        ParserToken(int type, Syntax.Token token, int end, NumberBlock numbers, SyntaxError error) {
            super(type);
            this.token = token;
            this.numbers = numbers;
            this.error = error;
            setStartIndex(token.start());
            setStopIndex(end - 1);
        }

        Kind kind() {
            return token.kind();
        }

        boolean newLine() {
            return token.newLine();
        }

        int start() {
            return token.start();
        }

        /** The offset after the part that messages show. */
        int shownEnd() {
            return token.end();
        }

        /** The offset after the whole token. */
        int end() {
            return getStopIndex() + 1;
        }
    }

    /** Ends the statement being parsed. */
    static final class SyntaxError extends RecognitionException {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        SyntaxError(Span span, Message message) {
            super(null, null, null);
            this.diagnostic = Diagnostic.error(span, message);
        }

        SyntaxError(Span span, Problem problem, Object... gaps) {
            this(span, problem.with(gaps));
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }

        /** Leaves out the stack trace, which nobody reads. */
        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
