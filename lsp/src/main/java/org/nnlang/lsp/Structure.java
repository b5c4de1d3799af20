package org.nnlang.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.nnlang.lsp.Names.Declared;
import org.nnlang.lsp.Names.Role;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;

/** The outline of a script, and what can be folded. */
final class Structure {
    private Structure() {}

    /** The declarations; a layer contains its named neurons. */
    static List<Either<SymbolInformation, DocumentSymbol>> symbols(TextFile file) {
        List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();
        List<DocumentSymbol> neurons = new ArrayList<>();
        for (Declared one : file.names().declared()) {
            if (one.role() == Role.VARIABLE) {
                continue;
            }
            Range word = file.range(one.word().start(), one.word().end());
            Range all = one.role() == Role.NEURON ? word : file.range(one.word().start(), one.end());
            DocumentSymbol symbol = new DocumentSymbol(one.name(), kind(one.role()), all, word);
            if (one.role() == Role.NEURON) {
                neurons.add(symbol);
            } else {
                neurons = new ArrayList<>();
                symbol.setChildren(neurons);
                symbols.add(Either.forRight(symbol));
            }
        }
        return symbols;
    }

    private static SymbolKind kind(Role role) {
        return switch (role) {
            case LAYER -> SymbolKind.Class;
            case NEURON -> SymbolKind.Field;
            case FUNCTION -> SymbolKind.Function;
            case VALUE, VARIABLE -> SymbolKind.Variable;
        };
    }

    /** Blocks and brackets over several lines, and comments of several lines. */
    static List<FoldingRange> folds(TextFile file) {
        List<FoldingRange> folds = new ArrayList<>();
        Deque<Token> open = new ArrayDeque<>();
        int firstComment = -1;
        int lastComment = -1;
        for (Token token : file.tokens()) {
            int line = file.position(token.start()).getLine();
            switch (token.kind()) {
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> open.push(token);
                case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> {
                    if (!open.isEmpty()) {
                        add(
                                folds,
                                file.position(open.pop().start()).getLine(),
                                line - (token.kind() == Kind.CLOSE_BRACE ? 1 : 0),
                                null);
                    }
                }
                default -> {}
            }
            if (token.kind() == Kind.COMMENT && token.newLine()) {
                if (lastComment < line - 1 || firstComment < 0) {
                    add(folds, firstComment, lastComment, FoldingRangeKind.Comment);
                    firstComment = line;
                }
                lastComment = line;
            }
        }
        add(folds, firstComment, lastComment, FoldingRangeKind.Comment);
        return folds;
    }

    private static void add(List<FoldingRange> folds, int first, int last, String kind) {
        if (last > first) {
            FoldingRange fold = new FoldingRange(first, last);
            fold.setKind(kind);
            folds.add(fold);
        }
    }
}
