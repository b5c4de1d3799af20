package org.nnlang.web;

import java.util.List;
import org.nnlang.assist.HelpText;
import org.nnlang.assist.Pointed;
import org.nnlang.session.ScriptException;
import org.nnlang.session.Session;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Digits;
import org.nnlang.text.Json;
import org.nnlang.text.Source;

/** What to show about the word at an offset: a quantity's present value, and what help says. */
record Hover(Session session, HelpText help) {
    private static final int DIGITS = 9;
    private static final int MOST = 12;

    /** Its JSON; null if there is nothing to show. */
    String at(String text, int offset) {
        List<Token> tokens = Syntax.tokens(new Source("", text)).stream()
                .filter(token -> token.kind() != Kind.COMMENT)
                .toList();
        Pointed pointed = Pointed.at(text, tokens, offset, _ -> true);
        if (pointed == null) {
            return null;
        }
        String value = value(pointed.text());
        String about = help.of(pointed.word());
        return value == null && about == null
                ? null
                : "{\"from\":" + pointed.start() + ",\"to\":" + pointed.end() + ",\"name\":" + Json.text(pointed.text())
                        + ",\"value\":" + orNull(value) + ",\"help\":" + orNull(about) + "}";
    }

    private static String orNull(String words) {
        return words == null ? "null" : Json.text(words);
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
