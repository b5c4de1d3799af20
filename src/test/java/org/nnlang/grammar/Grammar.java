package org.nnlang.grammar;

import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserInterpreter;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNDeserializer;
import org.nnlang.syntax.NnLexer;
import org.nnlang.syntax.NnParser;

/** The grammar by itself, as ANTLR understands it in any language: without a line of nn's own parser. */
final class Grammar {
    /** The rules as ANTLR's automaton. */
    static final ATN PARSER = new ATNDeserializer().deserialize(NnParser._serializedATN.toCharArray());

    private Grammar() {}

    /** Whether a script is well-formed. */
    static boolean accepts(String script) {
        var lexer = new NnLexer(CharStreams.fromString(script));
        lexer.removeErrorListeners();
        var parser = new ParserInterpreter(
                "NnParser.g4", NnParser.VOCABULARY, List.of(NnParser.ruleNames), PARSER, new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.parse(NnParser.RULE_script);
        return parser.getNumberOfSyntaxErrors() == 0;
    }
}
