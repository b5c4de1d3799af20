package org.nnlang.grammar;

import java.util.BitSet;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;

/** The grammar itself, as ANTLR reads it. */
public final class GrammarRecogniser implements Recogniser {

    @Override
    public boolean accepts(String script) {
        return parse(script).getNumberOfSyntaxErrors() == 0;
    }

    /** Whether the grammar reads {@code script} in more than one way. */
    public boolean isAmbiguous(String script) {
        var ambiguities = new Ambiguities();
        var parser = parser(script);
        parser.addErrorListener(ambiguities);
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.script();
        return ambiguities.found;
    }

    private static NnParser parse(String script) {
        var parser = parser(script);
        parser.setBuildParseTree(false);
        parser.script();
        return parser;
    }

    private static NnParser parser(String script) {
        var lexer = new NnLexer(CharStreams.fromString(script));
        lexer.removeErrorListeners();
        var parser = new NnParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        return parser;
    }

    private static final class Ambiguities extends BaseErrorListener {
        private boolean found;

        @Override
        public void reportAmbiguity(
                Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alternatives, ATNConfigSet configs) {
            found = true;
        }
    }
}
