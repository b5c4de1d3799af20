package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** What has been read of a rule: its parts are tokens, and the values of the rules below it. */
    static class Node extends ParserRuleContext {
        /** The index of its rule. */
        int rule;
        /** What the rule stands for, once it has been read. */
        Object value;

        /** The first part; most nodes have no other. */
        private Object first;

        private Object[] others = NONE;
        private int count;

        private static final Object[] NONE = {};

        /** Makes a node below another. */
        Node(ParserRuleContext parent, int invokingState) {
            super(parent, invokingState);
        }

        @Override
        public Node getParent() {
            return (Node) parent;
        }

        ParserToken first() {
            return (ParserToken) start;
        }

        /** Adds a part; of another node, its parts. */
        void add(Object part) {
            if (part instanceof Node node) {
                for (int i = 0; i < node.count; i++) {
                    add(node.part(i));
                }
            } else if (count == 0) {
                first = part;
                count = part == null ? 0 : 1;
            } else if (part != null) {
                others = count <= others.length ? others : Arrays.copyOf(others, 2 * count);
                others[count++ - 1] = part;
            }
        }

        int count() {
            return count;
        }

        /** Drops all parts but the first {@code kept}. */
        void cut(int kept) {
            count = kept;
        }

        /** The part at an index, from 0; null if there are fewer. */
        @SuppressWarnings("unchecked") // which parts a rule has is the grammar's matter
        <T> T part(int i) {
            return i >= count ? null : (T) (i == 0 ? first : others[i - 1]);
        }

        /** The token of a type; null if there is none. */
        ParserToken token(int type) {
            int i = index(type);
            return i < 0 ? null : part(i);
        }

        boolean has(int type) {
            return index(type) >= 0;
        }

        /** The part after the token of a type; null if there is none. */
        <T> T after(int type) {
            return has(type) ? part(index(type) + 1) : null;
        }

        private int index(int type) {
            for (int i = 0; i < count; i++) {
                if (part(i) instanceof ParserToken token && token.getType() == type) {
                    return i;
                }
            }
            return -1;
        }

        /** The parts of a class, from the part {@code from} on. */
        @SuppressWarnings("unchecked")
        <T> List<T> all(Class<? super T> kind, int from) {
            List<Object> found = new ArrayList<>(count);
            for (int i = from; i < count; i++) {
                Object part = part(i);
                if (kind.isInstance(part)) {
                    found.add(part);
                }
            }
            return (List<T>) List.copyOf(found);
        }
    }

    /** A token of nn's lexer. Tokens gives it a type of the grammar, for which it may become longer. */
    static final class ParserToken extends CommonToken {
        private static final long serialVersionUID = 1;

        final Kind kind;
        /** Whether it is the first on its line. */
        final boolean newLine;
        /** The offset after the part that messages show. */
        final int shownEnd;
        /** Why it can't be read, the numbers of a bracket of plain numbers, or the bracket around an opening bracket. */
        private transient Object detail;

        ParserToken(Kind kind, int start, int end, boolean newLine, Message problem) {
            super(0);
            this.kind = kind;
            this.newLine = newLine;
            this.shownEnd = end;
            this.detail = problem;
            setStartIndex(start);
            setStopIndex(end - 1);
        }

        int start() {
            return start;
        }

        /** The offset after the whole token. */
        int end() {
            return stop + 1;
        }

        /** Why it can't be read. */
        Message problem() {
            return (Message) detail;
        }

        /** The numbers of a bracket of plain numbers. */
        NumberBlock numbers() {
            return (NumberBlock) detail;
        }

        /** The innermost bracket that is open after this token, if {@code before} is the one before it; null if none is. */
        ParserToken open(ParserToken before) {
            return switch (getType()) {
                case NnParser.LEFT_PAREN, NnParser.LEFT_BRACKET -> {
                    detail = before;
                    yield this;
                }
                case NnParser.RIGHT_PAREN, NnParser.RIGHT_BRACKET, NnParser.LAST ->
                    before == null ? null : before.outer();
                default -> before;
            };
        }

        /** The bracket around this opening bracket, or null. */
        ParserToken outer() {
            return (ParserToken) detail;
        }

        /** Makes a bracket of plain numbers of it. */
        ParserToken as(NumberBlock numbers) {
            detail = numbers;
            return as(NnParser.NUMBERS, numbers.end());
        }

        /** Gives it a type of the grammar and a new end. */
        ParserToken as(int type, int end) {
            setType(type);
            setStopIndex(end - 1);
            return this;
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
