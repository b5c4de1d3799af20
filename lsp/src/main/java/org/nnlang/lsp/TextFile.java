package org.nnlang.lsp;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.text.Source;

/** An open script, as it is in the editor. Immutable: each change makes a new one. */
final class TextFile {
    private final String uri;
    private final Source source;
    private final List<Token> tokens;
    private final Names names;

    TextFile(String uri, String text) {
        this.uri = uri;
        this.source = new Source(name(uri), text);
        this.tokens = Syntax.tokens(source);
        this.names = new Names(source, tokens);
    }

    /** The path of a file; files without one, such as those that were never saved, keep their address. */
    private static String name(String uri) {
        try {
            return uri.startsWith("file:") ? Path.of(URI.create(uri)).toString() : uri.substring(uri.indexOf(':') + 1);
        } catch (IllegalArgumentException odd) {
            return uri;
        }
    }

    String uri() {
        return uri;
    }

    Source source() {
        return source;
    }

    String text() {
        return source.text();
    }

    /** All tokens with comments. */
    List<Token> tokens() {
        return tokens;
    }

    Names names() {
        return names;
    }

    TextFile changed(List<TextDocumentContentChangeEvent> changes) {
        String text = text();
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            if (range == null) {
                text = change.getText();
            } else {
                Source before = new Source("", text);
                int start = offset(before, range.getStart());
                int end = Math.max(start, offset(before, range.getEnd()));
                text = text.substring(0, start) + change.getText() + text.substring(end);
            }
        }
        return new TextFile(uri, text);
    }

    // ------------------------------------------------------------------------------------------------------ positions

    int offset(Position position) {
        return offset(source, position);
    }

    /** An offset; a position after the end of its line, or of the text, is at that end. */
    private static int offset(Source source, Position position) {
        int lines = source.line(source.text().length());
        if (position.getLine() >= lines) {
            return source.text().length();
        }
        int line = position.getLine() + 1;
        return Math.min(source.lineStart(line) + position.getCharacter(), source.lineEnd(line));
    }

    Position position(int offset) {
        int line = source.line(offset);
        return new Position(line - 1, offset - source.lineStart(line));
    }

    Range range(int start, int end) {
        return new Range(position(start), position(end));
    }

    String text(Token token) {
        return text().substring(token.start(), token.end());
    }
}
