package org.nnlang.prompt;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.ScreenTerminal;
import org.nnlang.language.Host;
import org.nnlang.text.TextWidth;

/** Someone who types at the prompt of nn on a terminal of 80 columns and 24 rows, and reads its screen. */
final class Typist implements AutoCloseable {
    /** Only a failure takes that long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String PROMPT = "nn( @ \\d+)?>|\\.\\.\\.>";

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ScreenTerminal screen;
    private final ExternalTerminal terminal;
    private final Thread nn;
    private volatile int status = -1;

    Typist(Host host, Path history) throws IOException {
        this("xterm-256color", 80, 24, host, history);
    }

    Typist(String type, int columns, int rows, Host host, Path history) throws IOException {
        this(type, columns, rows, host, history, Map.of("PAGER", "cat"));
    }

    /** At a terminal, in an environment. */
    Typist(String type, int columns, int rows, Host host, Path history, Map<String, String> environment)
            throws IOException {
        screen = new ScreenTerminal(columns, rows);
        terminal = new ExternalTerminal(
                "nn", type, new PipedInputStream(keys, 1 << 16), new Glass(screen), StandardCharsets.UTF_8);
        terminal.setSize(Size.of(columns, rows));
        Prompt prompt = new Prompt(terminal, host, new HistoryFile(history), environment, true);
        nn = Thread.ofPlatform().daemon().name("nn").start(() -> status = prompt.run(List.of()));
        awaitPrompt();
    }

    /**
     * Puts the bytes that a terminal gets onto a screen, each character when it is whole: two threads may write at once, nn
     * and the terminal's echo.
     */
    private static final class Glass extends OutputStream {
        private final ScreenTerminal screen;
        private final ThreadLocal<ByteArrayOutputStream> pending = ThreadLocal.withInitial(ByteArrayOutputStream::new);

        Glass(ScreenTerminal screen) {
            this.screen = screen;
        }

        @Override
        public void write(int b) {
            ByteArrayOutputStream character = pending.get();
            character.write(b);
            byte[] bytes = character.toByteArray();
            int first = bytes[0] & 0xff;
            int needed = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
            if (bytes.length == needed) {
                screen.write(new String(bytes, StandardCharsets.UTF_8));
                character.reset();
            }
        }
    }

    /** Presses keys. */
    Typist type(String text) {
        try {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException closed) {
            throw new AssertionError(closed);
        }
        return this;
    }

    /** Types a line and waits for the next prompt; answers with what was shown since, the line itself too. */
    String enter(String line) {
        type(line);
        if (!line.isEmpty()) {
            String end = line.substring(Math.max(line.lastIndexOf('\n') + 1, line.length() - 10))
                    .strip();
            await(lines -> last(lines).contains(end), end);
        }
        int from = lines().size() - 1;
        type("\r");
        await(lines -> lines.size() > from + 1 && last(lines).matches(PROMPT), "a prompt after " + line);
        List<String> lines = lines();
        return String.join("\n", lines.subList(from, lines.size() - 1));
    }

    Typist awaitPrompt() {
        await(lines -> last(lines).matches(PROMPT), "a prompt");
        return this;
    }

    Typist await(String text) {
        await(lines -> String.join("\n", lines).contains(text), text);
        return this;
    }

    private void await(Predicate<List<String>> seen, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int looks = 0; !seen.test(lines()); looks++) {
            if (System.nanoTime() > end) {
                fail("waited for %s, but the screen is%n%s", what, String.join("\n", lines()));
            }
            pause(Math.min(2 + looks, 30));
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static String last(List<String> lines) {
        return lines.isEmpty() ? "" : lines.getLast();
    }

    /** What is on the screen, and what has left it at the top: lines without blanks at their ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        synchronized (screen) {
            screen.getHistory().forEach(row -> lines.add(text(row, 0, row.length)));
            int columns = screen.getColumns();
            long[] cells = cells();
            for (int row = 0; row < screen.getRows(); row++) {
                lines.add(text(cells, row * columns, columns));
            }
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private long[] cells() {
        long[] cells = new long[screen.getColumns() * screen.getRows()];
        screen.dump(cells, new int[2]);
        return cells;
    }

    private static String text(long[] cells, int from, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            int c = ScreenTerminal.cellCodePoint(cells[i]);
            text.appendCodePoint(c == 0 ? ' ' : c);
            i += TextWidth.of(Character.toString(c)) == 2 ? 1 : 0;
        }
        return text.toString().stripTrailing();
    }

    /** The cell in which the last occurrence of a text begins. */
    long cell(String text) {
        synchronized (screen) {
            long[] cells = cells();
            int columns = screen.getColumns();
            for (int row = screen.getRows() - 1; row >= 0; row--) {
                int at = text(cells, row * columns, columns).lastIndexOf(text);
                if (at >= 0) {
                    return cells[row * columns + at];
                }
            }
        }
        throw new AssertionError(text + " is not on the screen");
    }

    String screen() {
        return String.join("\n", lines());
    }

    void resize(int columns, int rows) {
        screen.setSize(columns, rows);
        terminal.setSize(Size.of(columns, rows));
        terminal.raise(Signal.WINCH);
    }

    /** Waits for nn to end; its exit status. */
    int end() {
        try {
            nn.join(PATIENCE);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        nn.interrupt();
        keys.close();
        terminal.close();
    }
}
