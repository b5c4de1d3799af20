package org.nnlang.assist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.language.Reference;

/** Words that begin with the typed prefix, each with a one-line meaning. */
class ChoiceList {
    private static final int MOST = 60;

    private final Reference help;
    private final String typed;
    private final Map<String, Choice> found = new LinkedHashMap<>();

    ChoiceList(Reference help, String typed) {
        this.help = help;
        this.typed = typed;
    }

    final Reference help() {
        return help;
    }

    final String typed() {
        return typed;
    }

    final List<Choice> found() {
        return List.copyOf(found.values());
    }

    /** Whether the list has room for more. */
    final boolean isOpen() {
        return found.size() < MOST;
    }

    final void add(String text, String meaning, boolean goesOn) {
        if (!text.isEmpty() && text.startsWith(typed) && isOpen()) {
            found.putIfAbsent(text, new Choice(text, meaning, goesOn));
        }
    }

    final void words(String meaning, String... words) {
        for (String word : words) {
            add(word, meaning, false);
        }
    }

    final void described(List<String> words, String... sections) {
        words.forEach(word -> add(word, help().meaning(word, List.of(sections)), false));
    }
}
