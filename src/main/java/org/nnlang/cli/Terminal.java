package org.nnlang.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes: UTF-8, whatever the platform's charset.
 *
 * <p>The launcher says which of the streams are terminals ({@code nn.tty}), since asking from Java would cost more than a
 * short script does.
 */
final class Terminal {
    private final InputStream in;
    private final Output out;
    private final Output err;
    private final boolean inIsTerminal;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;

    Terminal(InputStream in, OutputStream out, OutputStream err, boolean outIsTerminal, boolean errIsTerminal) {
        this(in, out, err, false, outIsTerminal, errIsTerminal);
    }

    private Terminal(
            InputStream in,
            OutputStream out,
            OutputStream err,
            boolean inIsTerminal,
            boolean outIsTerminal,
            boolean errIsTerminal) {
        this.inIsTerminal = inIsTerminal;
        this.in = in;
        this.out = new Output(out);
        this.err = new Output(err);
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
    }

    static Terminal ofProcess() {
        String streams = System.getProperty("nn.tty", "");
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                streams.contains("0"),
                streams.contains("1"),
                streams.contains("2"));
    }

    InputStream in() {
        return in;
    }

    Output out() {
        return out;
    }

    Output err() {
        return err;
    }

    /** Whether someone sits before it: keys come from a terminal, and results go there. */
    boolean isInteractive() {
        return inIsTerminal && outIsTerminal;
    }

    boolean outIsTerminal() {
        return outIsTerminal;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    /** Whether diagnostics are coloured. */
    boolean colored(Options.Color color) {
        return switch (color) {
            case always -> true;
            case never -> false;
            case auto ->
                errIsTerminal
                        && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(System.getenv("TERM"));
        };
    }

    /** Whether GitHub reads along, and marks lines of which it is told. */
    boolean annotates() {
        return "true".equals(System.getenv("GITHUB_ACTIONS"));
    }

    /** A stream that remembers that its reader has gone. */
    static final class Output {
        private static final int ROOM = 1 << 15;

        private final OutputStream stream;
        private final StringBuilder pending = new StringBuilder();
        private boolean closed;

        Output(OutputStream stream) {
            this.stream = stream;
        }

        void write(String text) {
            pending.append(text);
            if (pending.length() > ROOM) {
                flush();
            }
        }

        void flush() {
            if (!closed && !pending.isEmpty()) {
                try {
                    stream.write(pending.toString().getBytes(StandardCharsets.UTF_8));
                    stream.flush();
                } catch (IOException gone) {
                    closed = true;
                }
            }
            pending.setLength(0);
        }

        /** Whether nobody reads any more. */
        boolean closed() {
            return closed;
        }
    }
}
