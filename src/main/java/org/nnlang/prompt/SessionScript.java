package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;

/** What was typed and succeeded, as a script that can be run again. */
final class SessionScript {
    private static final String HEAD = "# a session of nn\n";

    private final List<String> lines = new ArrayList<>();

    void add(String statement) {
        lines.add(statement);
    }

    /** All that a script says, which {@link #script} gave once. */
    void addScript(String script) {
        String own = script.startsWith(HEAD) ? script.substring(HEAD.length()) : script;
        if (!own.isBlank()) {
            lines.add(own.stripTrailing());
        }
    }

    /** Something that can't be done again in the same way. */
    void note(String what) {
        for (String line : what.split("\n")) {
            lines.add("# " + line);
        }
    }

    /** Whether a statement is {@code new}, which forgets what came before it. */
    static boolean isNew(String statement) {
        return statement.equals("new");
    }

    int size() {
        return lines.size();
    }

    void remove(int line) {
        lines.remove(line);
    }

    void clear() {
        lines.clear();
    }

    String script() {
        StringBuilder script = new StringBuilder(HEAD);
        lines.forEach(line -> script.append(line).append('\n'));
        return script.toString();
    }
}
