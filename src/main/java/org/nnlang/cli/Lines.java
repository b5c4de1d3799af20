package org.nnlang.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Source;

/** Joins incoming lines into statements. */
final class Lines {
    private final BufferedReader in;
    private final String name;
    private int number;
    /** A line read ahead, or null. */
    private String following;

    /** Reads lines from a source with a name. */
    Lines(BufferedReader in, String name) {
        this.in = in;
        this.name = name;
    }

    /** The next statement or statements, or null at the end. */
    Source next() throws IOException {
        String line = read();
        if (line == null) {
            return null;
        }
        int first = number;
        int depth = depth(line);
        StringBuilder text = new StringBuilder(line);
        while (depth > 0 || goesOn(text.toString()) || elseFollows(text.toString())) {
            line = read();
            if (line == null) {
                break;
            }
            depth += depth(line);
            text.append('\n').append(line);
        }
        return new Source(name, text.toString(), first);
    }

    private String read() throws IOException {
        String line = following == null ? in.readLine() : following;
        following = null;
        number += line == null ? 0 : 1;
        return line;
    }

    private static int depth(String line) {
        int depth = 0;
        for (Token token : Syntax.tokens(new Source("", line))) {
            depth += switch (token.kind()) {
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> 1;
                case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> -1;
                default -> 0;
            };
        }
        return depth;
    }

    private static boolean goesOn(String text) {
        return Syntax.parse(new Source("", text + "\n")).ending() == Syntax.Ending.GOES_ON;
    }

    /** Whether an {@code if} ends here, but the next line goes on with {@code else}. */
    private boolean elseFollows(String text) throws IOException {
        if (!text.contains("if") || !text.stripTrailing().endsWith("}")) {
            return false;
        }
        if (following == null) {
            following = in.readLine();
        }
        List<Token> tokens = following == null ? List.of() : Syntax.tokens(new Source("", following));
        Token first = tokens.isEmpty() ? null : tokens.getFirst();
        return first != null && first.kind() == Kind.WORD && following.startsWith("else", first.start());
    }
}
