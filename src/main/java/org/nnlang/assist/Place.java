package org.nnlang.assist;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Source;

/**
 * The position in a statement of the word at the cursor.
 *
 * @param before the words and symbols before it in the statement
 * @param call the name before the innermost open parenthesis, or empty
 * @param inText whether it is inside quotes
 */
public record Place(List<String> before, String call, boolean inText) {
    /** The start of the word that ends at the cursor; inside quotes, the position after the quote. */
    public static int wordStart(String line, int cursor) {
        Token last = last(Syntax.tokens(new Source("", line.substring(0, cursor))));
        if (last == null || last.end() < cursor) {
            return cursor;
        }
        boolean quote = last.kind() == Kind.UNREADABLE && line.charAt(last.start()) == '"';
        return quote ? last.start() + 1 : last.kind() == Kind.WORD ? last.start() : cursor;
    }

    /** The end of the word that begins at an offset. */
    public static int wordEnd(String text, int start) {
        return start
                + Syntax.tokens(new Source("", text.substring(start)))
                        .getFirst()
                        .end();
    }

    private static Token last(List<Token> tokens) {
        return tokens.isEmpty() ? null : tokens.getLast();
    }

    /** The position of the word that begins at an offset. */
    public static Place at(String text, int wordStart) {
        boolean inText = wordStart > 0 && text.charAt(wordStart - 1) == '"';
        String head = text.substring(0, inText ? wordStart - 1 : wordStart);
        List<String> statement = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        String previous = "";
        for (Token token : Syntax.tokens(new Source("", head))) {
            String word = head.substring(token.start(), token.end());
            boolean outside = calls.isEmpty() || calls.getLast().equals("{");
            switch (token.kind()) {
                case OPEN_PAREN, OPEN_BRACKET -> calls.add(token.kind() == Kind.OPEN_PAREN ? previous : "[");
                case OPEN_BRACE -> calls.add("{");
                case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> {
                    if (!calls.isEmpty()) {
                        calls.removeLast();
                    }
                }
                default -> {}
            }
            boolean ends = outside && (token.kind() == Kind.LINE_END || token.kind() == Kind.SEMICOLON);
            if (ends || token.kind() == Kind.OPEN_BRACE || token.kind() == Kind.CLOSE_BRACE) {
                statement.clear();
            } else if (token.kind() != Kind.LINE_END && token.kind() != Kind.COMMENT) {
                statement.add(word);
            }
            previous = token.kind() == Kind.WORD ? word : "";
        }
        String call = calls.isEmpty() || calls.getLast().equals("{") ? "" : calls.getLast();
        return new Place(statement, call, inText);
    }

    String first() {
        return before.isEmpty() ? "" : before.getFirst();
    }

    String previous() {
        return before.isEmpty() ? "" : before.getLast();
    }

    int size() {
        return before.size();
    }

    boolean has(String word) {
        return before.contains(word);
    }

    /** The words and symbols of each argument so far in the open call, the argument at the cursor last. */
    List<List<String>> arguments() {
        List<List<String>> arguments = new ArrayList<>(List.of(new ArrayList<>()));
        int depth = 0;
        for (String word : before.reversed()) {
            depth += ")]".contains(word) ? 1 : "([".contains(word) ? -1 : 0;
            if (depth < 0) {
                break;
            } else if (depth == 0 && word.equals(",")) {
                arguments.addFirst(new ArrayList<>());
            } else {
                arguments.getFirst().addFirst(word);
            }
        }
        return arguments;
    }
}
