package org.nnlang.repl;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.nnlang.interpreter.Host;
import org.nnlang.interpreter.Outline;
import org.nnlang.source.Source;

/** The interactive nn on a terminal. */
public final class Repl {
    /** What the text at the prompt is called where a file has its name. */
    private static final String TYPED = "typed";

    private static final long WAIT_FOR_PASTE = 5;

    private final Terminal terminal;
    private final HistoryFile file;
    private final DefaultHistory history = new DefaultHistory();
    private final Screen screen;
    private final Conversation conversation;
    private final Reader reader;
    private Outline outline = Outline.EMPTY;
    private boolean toldTrouble;

    /** The nn of a terminal. */
    public Repl(Terminal terminal, Host host, HistoryFile file, boolean color) throws IOException {
        this.terminal = terminal;
        this.file = file;
        screen = new Screen(terminal, history, color);
        conversation = new Conversation(host, screen);
        reader = new Reader(terminal, new Tips(history));
        reader.setHistory(history);
        reader.setParser(new LineParser(this::moreIsThere));
        reader.setCompleter(new Completion(conversation));
        reader.setHighlighter(new Painter(() -> outline));
        if (!color) {
            reader.setOpt(org.jline.reader.LineReader.Option.DISABLE_HIGHLIGHTER);
        }
        terminal.handle(Signal.INT, _ -> screen.stop());
    }

    /** On the terminal of this process. */
    public static Repl ofProcess(Host host) throws IOException {
        UnaryOperator<String> environment = System::getenv;
        Terminal terminal = TerminalBuilder.builder()
                .name("nn")
                .system(true)
                .provider(TerminalBuilder.PROP_PROVIDER_JNI)
                .ffm(false)
                .exec(false)
                .graphemeCluster(false)
                .build();
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        HistoryFile file = HistoryFile.ofUser(environment, System.getProperty("user.home", "."), windows);
        String noColor = environment.apply("NO_COLOR");
        return new Repl(terminal, host, file, noColor == null || noColor.isEmpty());
    }

    private boolean moreIsThere() {
        try {
            return terminal.reader().peek(WAIT_FOR_PASTE) >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Runs scripts, then reads until it is told to quit. */
    public int run(List<Source> scripts) {
        try (terminal) {
            for (Source script : scripts) {
                screen.begin(script, 0);
                conversation.run(script, script.name());
                screen.end();
            }
            converse();
            return 0;
        } catch (IOException gone) {
            return 0; // the terminal has gone, and with it whoever could be told
        }
    }

    private void converse() {
        List<String> lines = file.read();
        lines.subList(Math.max(0, lines.size() - HistoryFile.MOST), lines.size()).forEach(history::add);
        terminal.writer().print("nn: networks that show their arithmetic. help tells more, quit or Ctrl-D ends.\n");
        while (!conversation.isOver()) {
            tellTrouble();
            outline = conversation.outline();
            String prompt = outline.step() == 0 ? "nn> " : "nn @ " + outline.step() + "> ";
            try {
                take(reader.readLine(prompt), prompt.length());
            } catch (UserInterruptException dropped) {
                screen.end(); // the line is dropped, the next one comes
            } catch (EndOfFileException end) {
                return;
            }
        }
    }

    private void take(String text, int promptWidth) {
        if (text.isBlank()) {
            return;
        }
        file.add(text);
        Source source = new Source(TYPED, text);
        screen.begin(source, promptWidth);
        conversation.say(source);
        screen.end();
    }

    /** That the history is not kept is worth a word, once. */
    private void tellTrouble() {
        if (file.trouble() != null && !toldTrouble) {
            screen.print("notice: " + file.trouble() + "\n");
            toldTrouble = true;
        }
    }
}
