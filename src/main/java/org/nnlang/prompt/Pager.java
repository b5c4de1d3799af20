package org.nnlang.prompt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Shows a text that is longer than the window, page by page. */
final class Pager {
    private static final String KEYS = "Space shows the next page, b the page before, q leaves";

    private final Terminal terminal;
    private boolean on = true;

    Pager(Terminal terminal) {
        this.terminal = terminal;
    }

    void set(boolean on) {
        this.on = on;
    }

    /** Whether to show a text in pages, in a window with {@code rows} rows; not while keys for the prompt are waiting. */
    boolean takes(String text, int rows) throws IOException {
        return on
                && text.lines().skip(rows - 1L).findFirst().isPresent()
                && terminal.reader().peek(1) < 0;
    }

    /** Shows the text until the user leaves the pager. */
    void show(String text) throws IOException {
        Less less = new Less(terminal, Path.of(""));
        less.quiet = true;
        try {
            less.run(new Source.InputStreamSource(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    true,
                    KEYS)); // shown in the last line
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
