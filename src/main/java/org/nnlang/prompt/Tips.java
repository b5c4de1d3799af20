package org.nnlang.prompt;

import java.util.List;
import java.util.ListIterator;
import java.util.function.Function;
import org.jline.reader.History;
import org.nnlang.assist.LazyHelp;
import org.nnlang.language.Reference;
import org.nnlang.prompt.Reader.Tip;

/** Suggests how an entry may continue: like the last line with the same beginning, else like a form of the language. */
final class Tips implements Function<String, Tip> {
    private static final int SHORTEST = 2;
    private static final int FARTHEST = 1000;

    private final History history;
    private List<String> forms;

    Tips(History history) {
        this.history = history;
    }

    @Override
    public Tip apply(String typed) {
        if (typed.indexOf('\n') >= 0) {
            return Tip.NONE;
        }
        String rest = fromHistory(typed);
        return rest != null ? new Tip(rest, rest) : typed.length() >= SHORTEST ? fromForms(typed) : Tip.NONE;
    }

    private String fromHistory(String typed) {
        ListIterator<History.Entry> entries = history.iterator(history.last() + 1);
        for (int i = 0; i < FARTHEST && entries.hasPrevious(); i++) {
            String line = entries.previous().line();
            if (line.length() > typed.length() && line.startsWith(typed) && line.indexOf('\n') < 0) {
                return line.substring(typed.length());
            }
        }
        return null;
    }

    private Tip fromForms(String typed) {
        if (forms == null) {
            forms = LazyHelp.get().topics().stream()
                    .map(Reference.Topic::forms)
                    .map(List::getFirst)
                    .filter(form -> form.indexOf(' ') > 0 && Character.isLowerCase(form.charAt(0)))
                    .toList();
        }
        String statement = typed.substring(typed.lastIndexOf(';') + 1).stripLeading();
        for (String form : forms) {
            if (statement.length() >= SHORTEST && form.length() > statement.length() && form.startsWith(statement)) {
                String rest = form.substring(statement.length());
                return new Tip(rest, literal(rest));
            }
        }
        return Tip.NONE;
    }

    /** The form up to its first word in capitals, which is a placeholder. */
    private static String literal(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            boolean capital = Character.isUpperCase(rest.charAt(i)) || rest.charAt(i) == '…';
            if (capital) {
                return rest.substring(0, i);
            }
        }
        return rest;
    }
}
