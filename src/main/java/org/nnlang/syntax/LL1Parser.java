package org.nnlang.syntax;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNType;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * What the generated parser extends. In all rules that nn uses, the next token alone says how to go on, and the generated code
 * asks for it in plain Java. ANTLR's automaton (its ATN), which decides the other cases, is never asked: the classes here
 * have the names that the generated code calls, and leave it out. To read it in takes longer than to parse a short script.
 */
abstract class LL1Parser extends Parser {
    /** In place of ANTLR's simulator. */
    protected ParserATNSimulator _interp;

    LL1Parser(TokenStream input) {
        super(input);
    }

    /** A node of the tree of one statement; it gives up its children for what they mean. */
    static class Node extends ParserRuleContext {
        /** The expression, block or arguments that the node stands for, once they are read. */
        Object value;

        /** A node below another. */
        Node(ParserRuleContext parent, int invokingState) {
            super(parent, invokingState);
        }
    }

    /** ANTLR's tokens: the generated code means these, not nn's. */
    interface Token extends org.antlr.v4.runtime.Token {}

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
}
