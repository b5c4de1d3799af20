package org.nnlang.documents;

import org.nnlang.language.BuiltInNames;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.text.Html;
import org.nnlang.text.Source;

/** Renders a script as HTML, with a colour for each of the lexer's tokens. */
final class Highlighter {
    private final Source source;
    private final StringBuilder html = new StringBuilder();
    private int at;

    private Highlighter(String script) {
        source = new Source("script", script);
    }

    static String html(String script) {
        return new Highlighter(script).html();
    }

    private String html() {
        String text = source.text();
        for (Token token : Syntax.tokens(source)) {
            plainUpTo(token.start());
            write(style(token), text.substring(token.start(), token.end()));
            at = token.end();
        }
        plainUpTo(text.length());
        return html.toString();
    }

    private void plainUpTo(int end) {
        html.append(Html.escaped(source.text().substring(at, end)));
        at = end;
    }

    private void write(String style, String text) {
        if (style.isEmpty()) {
            html.append(Html.escaped(text));
        } else {
            html.append("<span class=\"nn-").append(style).append("\">");
            html.append(Html.escaped(text)).append("</span>");
        }
    }

    private String style(Token token) {
        return switch (token.kind()) {
            case COMMENT -> "comment";
            case NUMBER -> "number";
            case TEXT -> "text";
            case WORD -> word(source.text().substring(token.start(), token.end()));
            default -> "";
        };
    }

    private static String word(String word) {
        return Keywords.RESERVED.contains(word) ? "word" : BuiltInNames.ALL.contains(word) ? "name" : "";
    }
}
