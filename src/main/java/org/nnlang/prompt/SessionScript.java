package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;

/** The entries that succeeded, as a script that can run again. */
final class SessionScript {
    private static final String HEAD = "# a session of nn\n";

    private final List<String> lines = new ArrayList<>();

    void add(String statement) {
        lines.add(statement);
    }

    /** Replaces all entries by a script that {@link #script} returned before. */
    void addScript(String script) {
        String own = script.startsWith(HEAD) ? script.substring(HEAD.length()) : script;
        if (!own.isBlank()) {
            lines.add(own.stripTrailing());
        }
    }

    /** Adds a comment for something that can't be repeated exactly. */
    void note(String what) {
        for (String line : what.split("\n")) {
            lines.add("# " + line);
        }
    }

    /** Whether a statement is {@code new}, which forgets everything before it. */
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
