package org.nnlang.assist;

import java.util.List;
import java.util.function.Predicate;
import org.nnlang.language.BuiltInNames;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;

/**
 * What a reader points at: a word with its arguments or its index, and its step.
 *
 * @param word the word alone
 * @param text all of it: {@code grad(w5) @ 1}
 */
public record Pointed(String word, String text, int start, int end) {
    /**
     * The quantity at an offset; null if no word is there.
     *
     * @param tokens the text's tokens without comments
     * @param isName whether a word other than a built-in one may have an index or arguments
     */
    public static Pointed at(String text, List<Token> tokens, int offset, Predicate<Token> isName) {
        int last = pointed(tokens, offset);
        if (last < 0) {
            return null;
        }
        Token pointed = tokens.get(last);
        String word = text.substring(pointed.start(), pointed.end());
        boolean adjacent = last + 1 < tokens.size() && tokens.get(last + 1).start() == pointed.end();
        if (adjacent && (BuiltInNames.ALL.contains(word) || isName.test(pointed) || isParameterCall(word))) {
            last = closing(tokens, last + 1, last);
        }
        if (last + 2 < tokens.size()
                && tokens.get(last + 1).kind() == Kind.AT
                && (tokens.get(last + 2).kind() == Kind.NUMBER
                        || tokens.get(last + 2).kind() == Kind.WORD)) {
            last += 2;
        }
        int end = tokens.get(last).end();
        return new Pointed(word, text.substring(pointed.start(), end), pointed.start(), end);
    }

    /** The index of the word at an offset, or of the one that ends there; −1 if there is none. */
    private static int pointed(List<Token> tokens, int offset) {
        int ending = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.WORD && token.start() <= offset && offset <= token.end()) {
                if (offset < token.end()) {
                    return i;
                }
                ending = i;
            }
        }
        return ending;
    }

    private static boolean isParameterCall(String word) {
        return word.equals("w") || word.equals("bias");
    }

    /** The index of the bracket that closes the one at an index; {@code none} if there is no bracket, or it isn't closed. */
    private static int closing(List<Token> tokens, int open, int none) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            switch (tokens.get(i).kind()) {
                case OPEN_PAREN, OPEN_BRACKET -> depth++;
                case CLOSE_PAREN, CLOSE_BRACKET -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i == open ? none : i;
            }
        }
        return none;
    }
}
