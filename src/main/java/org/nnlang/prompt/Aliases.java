package org.nnlang.prompt;

import java.util.Set;
import org.nnlang.language.Outline;
import org.nnlang.text.Source;

/** Other programs' names for the commands: {@code exit}, {@code :q}, {@code ?train}. */
final class Aliases {
    private static final Set<String> QUIT = Set.of(
            "exit", "bye", "logout", "quit", ":q", ":q!", ":wq", ":x", ":quit", ":exit", "\\q", ".exit", ".quit",
            "/exit", "/quit", "q()");
    private static final Set<String> HELP =
            Set.of("?", "help", ":help", ":h", ":?", "\\?", "\\h", "/help", "/?", ".help", "man", "-h", "--help");

    private Aliases() {}

    /** Translates another program's command into nn's; returns any other text unchanged. */
    static Source replaced(Source source, Outline outline) {
        String text = source.text().strip();
        String command = text.indexOf('\n') < 0 ? command(text, outline) : text;
        return command.equals(text) ? source : new Source(source.name(), command);
    }

    private static String command(String text, Outline outline) {
        String line = text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
        String bare = line.endsWith("()") ? line.substring(0, line.length() - 2).strip() : line;
        if (outline.knows(bare)) {
            return text;
        }
        if (QUIT.contains(line) || QUIT.contains(bare)) {
            return "quit";
        }
        if (HELP.contains(line) || HELP.contains(bare)) {
            return "help";
        }
        int blank = line.indexOf(' ');
        if (blank > 0 && HELP.contains(line.substring(0, blank))) {
            return "help " + line.substring(blank + 1).strip();
        }
        if (line.startsWith("help(") && line.endsWith(")")) {
            return "help " + line.substring("help(".length(), line.length() - 1).strip();
        }
        String asked = line.replace('?', ' ').strip();
        boolean mark = line.startsWith("?") || line.endsWith("?");
        return mark && asked.indexOf(' ') < 0 ? "help " + asked : text;
    }
}
