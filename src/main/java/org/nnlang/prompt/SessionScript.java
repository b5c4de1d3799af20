package org.nnlang.prompt;

import java.util.ArrayDeque;
import java.util.Deque;

/** The entries that succeeded, as a script that can run again. */
final class SessionScript {
    private static final String HEAD = "# a session of nn\n";

    /** The last line of a script, and the lines before it; it never changes. */
    record Lines(Lines before, String last) {}

    private static final Lines NONE = new Lines(null, "");

    private Lines lines = NONE;

    void add(String statement) {
        lines = new Lines(lines, statement);
    }

    /** Replaces all entries by a script that {@link #script} returned before. */
    void addScript(String script) {
        String own = script.startsWith(HEAD) ? script.substring(HEAD.length()) : script;
        if (!own.isBlank()) {
            add(own.stripTrailing());
        }
    }

    /** Adds a comment for something that can't be repeated exactly. */
    void note(String what) {
        for (String line : what.split("\n")) {
            add("# " + line);
        }
    }

    /** Whether a statement is {@code new}, which forgets everything before it. */
    static boolean isNew(String statement) {
        return statement.equals("new");
    }

    /** The lines so far. */
    Lines lines() {
        return lines;
    }

    /** Goes back to earlier lines. */
    void restore(Lines earlier) {
        lines = earlier;
    }

    /** Adds the lines that followed {@code from} up to {@code to}; if {@code to} began anew, goes to {@code to}. */
    void repeat(Lines from, Lines to) {
        Deque<String> added = since(from, to);
        if (added == null) {
            lines = to;
        } else {
            added.forEach(this::add);
        }
    }

    /** Removes the last one of some lines, if it is still there. */
    void removeLast(Lines earlier) {
        Deque<String> after = since(earlier, lines);
        if (after != null) {
            lines = earlier.before;
            after.forEach(this::add);
        }
    }

    /** The lines after {@code from} up to {@code to}, or null if {@code to} doesn't begin with {@code from}. */
    private static Deque<String> since(Lines from, Lines to) {
        Deque<String> since = new ArrayDeque<>();
        for (Lines at = to; at != from; at = at.before) {
            if (at == NONE) {
                return null;
            }
            since.addFirst(at.last);
        }
        return since;
    }

    void clear() {
        lines = NONE;
    }

    String script() {
        StringBuilder script = new StringBuilder(HEAD);
        since(NONE, lines).forEach(line -> script.append(line).append('\n'));
        return script.toString();
    }
}
