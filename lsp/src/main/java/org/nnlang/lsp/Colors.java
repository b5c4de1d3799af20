package org.nnlang.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.nnlang.language.BuiltInNames;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax.Token;

/** The kinds of a script's tokens, as the protocol encodes them. */
final class Colors {
    private static final List<String> TYPES = List.of(
            SemanticTokenTypes.Comment,
            SemanticTokenTypes.String,
            SemanticTokenTypes.Number,
            SemanticTokenTypes.Keyword,
            SemanticTokenTypes.Function,
            SemanticTokenTypes.Class,
            SemanticTokenTypes.Property,
            SemanticTokenTypes.Variable,
            SemanticTokenTypes.Parameter);

    static final SemanticTokensLegend LEGEND =
            new SemanticTokensLegend(TYPES, List.of(SemanticTokenModifiers.Declaration));

    private Colors() {}

    static List<Integer> of(TextFile file) {
        Map<Integer, Names.Use> uses = new HashMap<>();
        file.names().uses().forEach(use -> uses.put(use.start(), use));
        List<Integer> data = new ArrayList<>();
        Position last = new Position(0, 0);
        for (Token token : file.tokens()) {
            Names.Use use = uses.get(token.start());
            String type = type(file, token, use);
            if (type != null) {
                Position start = file.position(token.start());
                boolean sameLine = start.getLine() == last.getLine();
                data.add(start.getLine() - last.getLine());
                data.add(start.getCharacter() - (sameLine ? last.getCharacter() : 0));
                data.add(token.end() - token.start());
                data.add(TYPES.indexOf(type));
                data.add(use != null && use.declared().word().start() == token.start() ? 1 : 0);
                last = start;
            }
        }
        return data;
    }

    private static String type(TextFile file, Token token, Names.Use use) {
        return switch (token.kind()) {
            case COMMENT -> SemanticTokenTypes.Comment;
            case TEXT -> SemanticTokenTypes.String;
            case NUMBER -> SemanticTokenTypes.Number;
            case WORD -> use != null ? type(use) : word(file.text(token));
            default -> null;
        };
    }

    private static String type(Names.Use use) {
        return switch (use.declared().role()) {
            case LAYER -> use.number().isEmpty() ? SemanticTokenTypes.Class : SemanticTokenTypes.Property;
            case NEURON -> SemanticTokenTypes.Property;
            case VALUE -> SemanticTokenTypes.Variable;
            case FUNCTION -> SemanticTokenTypes.Function;
            case VARIABLE -> SemanticTokenTypes.Parameter;
        };
    }

    private static String word(String word) {
        return Keywords.RESERVED.contains(word)
                ? SemanticTokenTypes.Keyword
                : BuiltInNames.ALL.contains(word)
                        ? SemanticTokenTypes.Function
                        : BuiltInNames.isParameter(word) ? SemanticTokenTypes.Property : null;
    }
}
