package org.nnlang.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.files.FileReason;
import org.nnlang.render.TextRenderer;

/**
 * The streams of a command, in UTF-8 whatever the platform's charset.
 *
 * <p>The launcher says which of the streams are terminals ({@code nn.tty}), and how wide the window is ({@code
 * nn.columns}), since asking from Java would cost more than a short script does.
 */
final class Terminal {
    /** The least width; narrower windows are treated as this wide. */
    private static final int NARROWEST = 20;

    private final InputStream in;
    private final Output out;
    private final Output err;
    private final boolean inIsTerminal;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final int width;

    Terminal(InputStream in, OutputStream out, OutputStream err, boolean outIsTerminal, boolean errIsTerminal) {
        this(in, out, err, null, false, outIsTerminal, errIsTerminal, TextRenderer.PAGE);
    }

    private Terminal(
            InputStream in,
            OutputStream out,
            OutputStream err,
            String path,
            boolean inIsTerminal,
            boolean outIsTerminal,
            boolean errIsTerminal,
            int width) {
        this.width = width;
        this.inIsTerminal = inIsTerminal;
        this.in = in;
        this.out = new Output(out, path == null ? null : Path.of(path + 1));
        this.err = new Output(err, path == null ? null : Path.of(path + 2));
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
    }

    static Terminal ofProcess() {
        String told = System.getProperty("nn.tty");
        // Without a launcher that looks, Java knows only whether input and output both are.
        String streams = told != null
                ? told
                : System.console() != null && System.console().isTerminal() ? "01" : "";
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                "/dev/fd/",
                streams.contains("0"),
                streams.contains("1"),
                streams.contains("2"),
                width(System.getenv("COLUMNS"), System.getProperty("nn.columns")));
    }

    /** The first of these that is a number of columns, or else a page's width. */
    static int width(String environment, String window) {
        for (String columns : new String[] {environment, window}) {
            if (columns != null && !columns.isEmpty() && columns.length() < 6) {
                int number = 0;
                for (int i = 0; i < columns.length() && number >= 0; i++) {
                    int digit = columns.charAt(i) - '0';
                    number = digit >= 0 && digit <= 9 ? 10 * number + digit : -1;
                }
                if (number > 0) {
                    return Math.max(number, NARROWEST);
                }
            }
        }
        return TextRenderer.PAGE;
    }

    /** The number of columns for a line of results. */
    int width() {
        return width;
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

    /** Whether a user sits at it: input comes from a terminal, and output goes to one. */
    boolean isInteractive() {
        return inIsTerminal && outIsTerminal;
    }

    boolean outIsTerminal() {
        return outIsTerminal;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    /** Whether to colour diagnostics. */
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

    /** Whether GitHub reads the output and shows annotations next to lines. */
    boolean annotates() {
        return "true".equals(System.getenv("GITHUB_ACTIONS"));
    }

    /**
     * Writes the remaining output; if that fails, reports it and makes the run fail.
     *
     * @param status the exit status without that
     */
    int end(int status) {
        out.flush();
        if (out.failure() != null) {
            err.write("error: can't write to standard output: " + FileReason.of(out.failure()) + "\n");
        }
        err.flush();
        return out.failure() == null && err.failure() == null ? status : Math.max(status, 1);
    }

    /** A stream that remembers when it can no longer be written to. */
    static final class Output {
        private static final int ROOM = 1 << 15;
        private static final int TYPE = 0170000;
        private static final int PIPE = 0010000;
        private static final int SOCKET = 0140000;

        private final OutputStream stream;
        private final Path path;
        private final StringBuilder pending = new StringBuilder();
        private boolean closed;
        private IOException failure;

        /** Wraps a stream; {@code path} is the system's name for it, or null. */
        Output(OutputStream stream, Path path) {
            this.stream = stream;
            this.path = path;
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
                } catch (IOException trouble) {
                    closed = true;
                    failure = readerHasGone(trouble) ? null : trouble;
                }
            }
            pending.setLength(0);
        }

        /** Whether the stream is closed: the reader has gone, or writing failed. */
        boolean closed() {
            return closed;
        }

        /** Why writing failed; null if it didn't, or if the reader has gone, which is not a failure. */
        IOException failure() {
            return failure;
        }

        /** Whether the reader has gone, the only reason why pipes and sockets fail. Not by message: its language varies. */
        private boolean readerHasGone(IOException trouble) {
            if ("Broken pipe".equals(trouble.getMessage())) {
                return true;
            }
            try {
                int type = path == null ? 0 : (int) Files.getAttribute(path, "unix:mode") & TYPE;
                return type == PIPE || type == SOCKET;
            } catch (IOException | IllegalArgumentException | UnsupportedOperationException unknown) {
                return false;
            }
        }
    }
}
