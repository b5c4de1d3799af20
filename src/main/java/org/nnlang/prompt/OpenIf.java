package org.nnlang.prompt;

import java.util.List;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.IfElse;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Source;

/**
 * The {@code if} that ran last; a line that begins with {@code else} continues it.
 *
 * @param text the entry, or empty
 * @param taken whether one of its blocks ran
 */
record OpenIf(String text, boolean taken) {
    static final OpenIf NONE = new OpenIf("", false);

    /** The open {@code if} after a statement. */
    static OpenIf of(String statement, boolean taken) {
        if (!statement.startsWith("if")) {
            return NONE;
        }
        List<Statement> parsed =
                Syntax.parse(new Source("", statement)).script().statements();
        return parsed.size() == 1 && IfElse.isOpen(parsed.getFirst()) ? new OpenIf(statement, taken) : NONE;
    }

    /** Where the first statement of a text ends. */
    static int end(Source source) {
        List<Statement> parsed = Syntax.parse(source).script().statements();
        return parsed.isEmpty()
                ? source.text().length()
                : parsed.getFirst().span().end();
    }

    /** It and a text that begins with {@code else}; null for any other. */
    Source joined(Source source) {
        boolean goesOn = !text.isEmpty() && beginsWithElse(source.text());
        return goesOn ? new Source(source.name(), text + "\n" + source.text()) : null;
    }

    private static boolean beginsWithElse(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start + "else".length();
        boolean ends = end >= text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
        return text.startsWith("else", start) && ends;
    }

    /** A text that can be parsed to see where it ends: one that begins with {@code else} behind some {@code if}. */
    static String completed(String text) {
        return beginsWithElse(text) ? "if 1 == 1 { }\n" + text : text;
    }
}
