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
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * What the generated parser extends. In all rules that nn uses, the next token alone says how to go on, and the generated code
 * asks for it in plain Java. ANTLR's automaton (its ATN), which decides the other cases, is never asked: two classes here
 * have the names that the generated code calls, and leave it out. To read it in takes longer than to parse a short script.
 */
abstract class LL1Parser extends Parser {
    /** In place of ANTLR's simulator. */
    protected ParserATNSimulator _interp;

    LL1Parser(TokenStream input) {
        super(input);
    }

    /** Makes an empty automaton of any. */
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

    /** What a simulator would learn of a decision. */
    static final class DFA {
        DFA(DecisionState start, int decision) {}
    }

    /** What a simulator would remember. */
    static final class PredictionContextCache {}

    /** Checks nothing: the build takes the tool and the library of one version, and the check could print. */
    static final class RuntimeMetaData {
        static final String VERSION = "";

        static void checkVersion(String tool, String library) {}
    }

    /** A node of the tree of one statement; it gives up its children for what they mean. */
    static class Node extends ParserRuleContext {
        /** The expression, block, text or arguments that the node stands for, once they are read. */
        Object value;

        /** A node below another. */
        Node(ParserRuleContext parent, int invokingState) {
            super(parent, invokingState);
        }
    }

    /**
     * A token as the grammar sees it: of one of its types, and sometimes longer than the token of nn's lexer that it begins
     * with, which messages show.
     */
    static final class ParserToken extends CommonToken {
        private static final long serialVersionUID = 1;

        private final transient Syntax.Token token;
        /** The numbers of a bracket that holds nothing else, or null. */
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

        /** The offset after what a message shows. */
        int shownEnd() {
            return token.end();
        }

        /** The offset after all of it. */
        int end() {
            return getStopIndex() + 1;
        }
    }

    /** Leaves the statement that is being parsed. */
    static final class SyntaxError extends RecognitionException {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        SyntaxError(Span span, Problem problem) {
            super(null, null, null);
            this.diagnostic = Diagnostic.error(span, problem);
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }

        /** Nobody reads it. */
        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
