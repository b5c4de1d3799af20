package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.SignWording;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Splits an entry into commands of the prompt and the statements between them. */
final class InputSplitter {
    /**
     * A command, or one or more statements.
     *
     * @param source the entry with spaces before the piece, so that its positions are positions in the whole entry
     */
    record Piece(boolean command, Source source, List<Token> tokens) {
        String word(int token) {
            return token < tokens.size() ? text(tokens.get(token)) : "";
        }

        String text(Token token) {
            return source.text().substring(token.start(), token.end());
        }

        /** The number of statements; a command counts as one. */
        int statements() {
            return command ? 1 : Syntax.parse(source).script().statements().size();
        }

        /** Reports a problem with a word of a command; returns false. */
        boolean wrong(Listener listener, int from, int to, Message problem) {
            listener.on(new Event.Reported(Diagnostic.error(new Span(source, from, to), problem)));
            return false;
        }

        /** Whether a command has at most {@code count} words; reports it if not. */
        boolean ends(Listener listener, int count) {
            if (tokens.size() <= count) {
                return true;
            }
            Token extra = tokens.get(count);
            return wrong(listener, extra.start(), extra.end(), SignWording.notTheEnd("`" + text(extra) + "`", null));
        }
    }

    private final Source source;
    private final boolean undoing;
    private final List<Piece> pieces = new ArrayList<>();
    private List<Token> tokens = new ArrayList<>();
    private boolean command;

    private InputSplitter(Source source, boolean undoing) {
        this.source = source;
        this.undoing = undoing;
    }

    /** The pieces of an entry; {@code undoing}: whether {@code undo} alone is a command. */
    static List<Piece> of(Source source, boolean undoing) {
        InputSplitter pieces = new InputSplitter(source, undoing);
        pieces.cut(Syntax.tokens(source));
        List<Piece> found = pieces.pieces;
        return found.size() != 1
                ? found
                : List.of(new Piece(
                        found.getFirst().command(), source, found.getFirst().tokens()));
    }

    private void cut(List<Token> all) {
        int depth = 0;
        boolean begins = true;
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            boolean ends = token.kind() == Kind.LINE_END || token.kind() == Kind.SEMICOLON;
            if (begins && depth == 0 && isCommand(all, i)) {
                finish(true);
            }
            if (command && ends) {
                finish(false);
            } else if (token.kind() != Kind.COMMENT && !(tokens.isEmpty() && ends)) {
                tokens.add(token);
            }
            depth = Math.max(0, depth + level(token.kind()));
            begins = ends || begins && token.kind() == Kind.COMMENT;
        }
        finish(false);
    }

    private boolean isCommand(List<Token> all, int i) {
        String word = text(all.get(i));
        String next = i + 1 < all.size() ? text(all.get(i + 1)) : "";
        return Keywords.COMMANDS.contains(word)
                || undoing && word.equals("undo") && isUndo(all)
                || word.equals("save") && next.equals("session")
                || word.equals("pager") && next.equals("=");
    }

    /** Whether an entry that begins with {@code undo} is only that, or that and a number. */
    private static boolean isUndo(List<Token> all) {
        List<Kind> kinds = all.stream()
                .map(Token::kind)
                .filter(kind -> kind != Kind.COMMENT && kind != Kind.LINE_END && kind != Kind.SEMICOLON)
                .toList();
        return kinds.size() == 1 || kinds.size() == 2 && kinds.getLast() == Kind.NUMBER;
    }

    private String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    /** The number of brackets that a token opens, negative if it closes one. */
    static int level(Kind kind) {
        return switch (kind) {
            case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> 1;
            case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> -1;
            default -> 0;
        };
    }

    /** Ends the piece; the next may be of another kind. */
    private void finish(boolean nextIsCommand) {
        if (!tokens.isEmpty()) {
            int start = tokens.getFirst().start();
            String text = source.text();
            StringBuilder blank = new StringBuilder(text.length());
            for (int i = 0; i < start; i++) {
                blank.append(text.charAt(i) == '\n' ? '\n' : ' ');
            }
            String own = text.substring(start, tokens.getLast().end());
            pieces.add(new Piece(command, new Source(source.name(), blank + own, source.line(0)), tokens));
        }
        tokens = new ArrayList<>();
        command = nextIsCommand;
    }
}
