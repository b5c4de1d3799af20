package org.nnlang.repl;

import java.util.ArrayList;
import java.util.List;

/** What was typed and succeeded, as a script that can be run again. */
final class Typed {
    private final List<String> lines = new ArrayList<>();

    void add(String statement) {
        lines.add(statement);
    }

    /** Something that can't be done again in the same way. */
    void note(String what) {
        for (String line : what.split("\n")) {
            lines.add("# " + line);
        }
    }

    String script() {
        StringBuilder script = new StringBuilder("# a session of nn\n");
        lines.forEach(line -> script.append(line).append('\n'));
        return script.toString();
    }
}
