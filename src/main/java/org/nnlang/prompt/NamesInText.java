package org.nnlang.prompt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;

/** The names that an unfinished entry declares, and may use before it has run. */
final class NamesInText {
    private static final Set<String> DECLARING = Set.of("input", "layer", "let", "for", "activation", "loss");

    private final Set<String> names = new HashSet<>();
    private final Set<String> layers = new HashSet<>();

    NamesInText(String text, List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String word = word(text, tokens.get(i));
            if (DECLARING.contains(word) && tokens.get(i + 1).kind() == Kind.WORD) {
                names.add(word(text, tokens.get(i + 1)));
                boolean bracket = i + 2 < tokens.size() && tokens.get(i + 2).kind() == Kind.OPEN_BRACKET;
                if (bracket && !word.equals("let")) {
                    layers.add(word(text, tokens.get(i + 1)));
                }
                inParentheses(text, tokens, i + 2);
            }
        }
    }

    private static String word(String text, Token token) {
        return text.substring(token.start(), token.end());
    }

    /** {@code y(cat, dog)}, {@code swish(z)}. */
    private void inParentheses(String text, List<Token> tokens, int open) {
        if (open < tokens.size() && tokens.get(open).kind() == Kind.OPEN_PAREN) {
            for (int i = open + 1; i < tokens.size() && tokens.get(i).kind() != Kind.CLOSE_PAREN; i++) {
                if (tokens.get(i).kind() == Kind.WORD) {
                    names.add(word(text, tokens.get(i)));
                }
            }
        }
    }

    /** Whether the text declares a layer. */
    boolean hasLayers() {
        return !layers.isEmpty();
    }

    boolean knows(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return names.contains(name) || end < name.length() && layers.contains(name.substring(0, end));
    }
}
