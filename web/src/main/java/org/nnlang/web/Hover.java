package org.nnlang.web;

import java.util.List;
import org.nnlang.assist.HelpText;
import org.nnlang.session.ScriptException;
import org.nnlang.session.Session;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Digits;
import org.nnlang.text.Json;
import org.nnlang.text.Source;

/** What to show about the word at an offset: a quantity's present value, and what help says. */
final class Hover {
    private static final int DIGITS = 9;
    private static final int MOST = 12;

    private final Session session;
    private final HelpText help;
    private final String text;
    private final List<Token> tokens;

    Hover(Session session, HelpText help, String text) {
        this.session = session;
        this.help = help;
        this.text = text;
        tokens = Syntax.tokens(new Source("", text));
    }

    /** Its JSON; null if there is nothing to show. */
    String at(int offset) {
        int i = 0;
        while (i < tokens.size() && tokens.get(i).end() <= offset) {
            i++;
        }
        if (i == tokens.size()
                || tokens.get(i).start() > offset
                || tokens.get(i).kind() != Kind.WORD) {
            return null;
        }
        int end = callEnd(i);
        String quantity = text.substring(tokens.get(i).start(), end);
        String value = value(quantity);
        String about =
                help.of(text.substring(tokens.get(i).start(), tokens.get(i).end()));
        return value == null && about == null
                ? null
                : "{\"from\":" + tokens.get(i).start() + ",\"to\":" + end + ",\"name\":" + Json.text(quantity)
                        + ",\"value\":" + orNull(value) + ",\"help\":" + orNull(about) + "}";
    }

    private static String orNull(String words) {
        return words == null ? "null" : Json.text(words);
    }

    /** The end of a word with its arguments: {@code grad(w5)}. */
    private int callEnd(int word) {
        int depth = 0;
        boolean call = word + 1 < tokens.size()
                && tokens.get(word + 1).kind() == Kind.OPEN_PAREN
                && tokens.get(word + 1).start() == tokens.get(word).end();
        for (int i = word + 1; call && i < tokens.size(); i++) {
            depth += switch (tokens.get(i).kind()) {
                case OPEN_PAREN -> 1;
                case CLOSE_PAREN -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return tokens.get(i).end();
            }
        }
        return tokens.get(word).end();
    }

    private String value(String quantity) {
        try {
            double[] values = session.vector(quantity);
            StringBuilder shown = new StringBuilder();
            for (int i = 0; i < Math.min(values.length, MOST); i++) {
                shown.append(i == 0 ? "" : ", ").append(Digits.format(values[i], DIGITS));
            }
            return values.length == 1 ? shown.toString() : "[" + shown + (values.length > MOST ? ", …]" : "]");
        } catch (ScriptException none) {
            return null;
        }
    }
}
