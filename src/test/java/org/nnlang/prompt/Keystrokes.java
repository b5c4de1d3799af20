package org.nnlang.prompt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.nnlang.session.MemoryHost;

/** Times keystrokes: from the key to the last byte that the terminal gets for it. */
public final class Keystrokes {
    private static final long QUIET = 30_000_000L;

    private Keystrokes() {}

    /** Milliseconds for each of so many keys, at the end of a long script and with a large network. */
    public static double[] times(int keys) throws IOException, InterruptedException {
        AtomicLong last = new AtomicLong(System.nanoTime());
        PipedOutputStream keyboard = new PipedOutputStream();
        OutputStream glass = new OutputStream() {
            @Override
            public void write(int b) {
                last.set(System.nanoTime());
            }
        };
        ExternalTerminal terminal = new ExternalTerminal(
                "nn", "xterm-256color", new PipedInputStream(keyboard, 1 << 20), glass, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 24));
        Prompt prompt = new Prompt(terminal, new MemoryHost(), new HistoryFile(null), java.util.Map.of(), true);
        Thread.ofPlatform().daemon().start(() -> prompt.run(List.of()));
        press(keyboard, last, "input x[100]; layer h[99] tanh; layer y[1] linear\r");
        press(keyboard, last, "\u001b[200~" + script() + "\u001b[201~");
        double[] times = new double[keys];
        for (int i = 0; i < keys; i++) {
            times[i] = press(keyboard, last, "show w12 + h3 ".substring(i % 14, i % 14 + 1));
        }
        press(keyboard, last, "\u0003\u0004");
        keyboard.close();
        return times;
    }

    private static String script() {
        StringBuilder script = new StringBuilder();
        for (int line = 0; line < 199; line++) {
            script.append("w")
                    .append(line + 1)
                    .append(" = 0.5 * max(0.1, ")
                    .append(line)
                    .append(") # line\n");
        }
        return script.toString();
    }

    private static double press(PipedOutputStream keyboard, AtomicLong last, String key)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        keyboard.write(key.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        do {
            Thread.sleep(1);
        } while (last.get() < start || System.nanoTime() - last.get() < QUIET);
        return (last.get() - start) / 1e6;
    }
}
