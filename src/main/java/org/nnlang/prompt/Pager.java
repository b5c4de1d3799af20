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
    private static final String KEYS = "Space goes on, b goes back, q leaves";

    private final Terminal terminal;
    private boolean on = true;

    Pager(Terminal terminal) {
        this.terminal = terminal;
    }

    void set(boolean on) {
        this.on = on;
    }

    /** Whether a text is to be shown in pages, in a window of so many rows: not while keys wait that are for the prompt. */
    boolean takes(String text, int rows) throws IOException {
        return on
                && text.lines().skip(rows - 1L).findFirst().isPresent()
                && terminal.reader().peek(1) < 0;
    }

    /** Shows it until it is left. */
    void show(String text) throws IOException {
        Less less = new Less(terminal, Path.of(""));
        less.quiet = true;
        try {
            less.run(new Source.InputStreamSource(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    true,
                    KEYS)); // its name stands in the last line
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
