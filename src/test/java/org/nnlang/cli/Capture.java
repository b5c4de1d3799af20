package org.nnlang.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A terminal that is none: it reads a text and keeps what is written. */
final class Capture {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    Capture(String input) {
        this(input, false);
    }

    Capture(String input, boolean isTerminal) {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        terminal = new Terminal(new ByteArrayInputStream(bytes), out, err, isTerminal, isTerminal);
    }

    Terminal terminal() {
        return terminal;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
