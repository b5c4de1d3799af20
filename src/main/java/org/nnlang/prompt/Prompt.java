package org.nnlang.prompt;

import java.io.ByteArrayInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.ExternalTerminal;
import org.nnlang.assist.LazyHelp;
import org.nnlang.language.Host;
import org.nnlang.language.Outline;
import org.nnlang.text.Source;

/** The interactive prompt on a terminal. */
public final class Prompt {
    /** The name of the text at the prompt, instead of a file's name. */
    private static final String TYPED = "typed";

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private static final long WAIT_FOR_PASTE = 5;

    private static final Size USUAL = Size.of(80, 24);

    private final Terminal terminal;
    private final HistoryFile file;
    private final DefaultHistory history = new DefaultHistory();
    private final Screen screen;
    private final Conversation conversation;
    private final Reader reader;
    private Outline outline = Outline.EMPTY;
    private boolean toldTrouble;
    private boolean ofProcess;

    /** Opens the prompt on a terminal. */
    public Prompt(Terminal terminal, Host host, HistoryFile file, Map<String, String> environment, boolean color)
            throws IOException {
        this.terminal = terminal;
        this.file = file;
        Size size = terminal.getSize();
        if (size.getRows() <= 0 || size.getColumns() <= 0) {
            terminal.setSize(USUAL); // it does not know its size
        }
        screen = new Screen(terminal, history, new Editor(terminal, environment, WINDOWS), file::add, color);
        screen.show(Pictures.Mode.auto, environment);
        String pager = environment.getOrDefault("PAGER", "less");
        screen.pager(!pager.isBlank() && !pager.equals("cat"));
        conversation = new Conversation(host, screen);
        reader = new Reader(terminal, new Tips(history));
        reader.setHistory(history);
        reader.setParser(new LineParser(this::moreIsThere));
        reader.setCompleter(new Completion(conversation, color));
        reader.setHighlighter(new Painter(() -> outline));
        reader.setOpt(Option.AUTO_MENU_LIST); // lists longer than the window scroll
        if (!color) {
            reader.setOpt(Option.DISABLE_HIGHLIGHTER);
        }
        terminal.handle(Signal.INT, _ -> screen.stop());
    }

    /** Opens the prompt on this process's terminal. */
    public static Prompt ofProcess(Host host, Pictures.Mode mode) throws IOException {
        Map<String, String> environment = System.getenv();
        Terminal terminal = SystemTerminal.open(environment.get("TERM"));
        HistoryFile file = HistoryFile.ofUser(environment, System.getProperty("user.home", "."), WINDOWS);
        String noColor = environment.get("NO_COLOR");
        Prompt prompt = new Prompt(terminal, host, file, environment, noColor == null || noColor.isEmpty());
        prompt.ofProcess = true;
        prompt.screen.show(mode, environment);
        return prompt;
    }

    /** Runs a short conversation silently, so that a start-up cache learns its classes. */
    public static void rehearse(Host host) throws IOException {
        byte[] keys = "input x[2]\rlayer h[2] sig\t\rshow h1, w9\rlearning ra\u0004".getBytes(StandardCharsets.UTF_8);
        Terminal terminal = new ExternalTerminal(
                "nn",
                "xterm-256color",
                new ByteArrayInputStream(keys),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8);
        terminal.setSize(USUAL);
        HistoryFile file = HistoryFile.ofUser(Map.of(), System.getProperty("java.io.tmpdir"), false);
        new Prompt(terminal, host, file, Map.of(), true).run(List.of());
        Prompt prompt = new Prompt(SystemTerminal.open("xterm-256color"), host, file, Map.of(), true);
        prompt.ofProcess = true;
        prompt.run(List.of());
    }

    private boolean moreIsThere() {
        try {
            return terminal.reader().peek(WAIT_FOR_PASTE) >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Runs scripts, then reads entries until the user quits. */
    public int run(List<Source> scripts) {
        try (terminal) {
            takeKeys();
            for (Source script : scripts) {
                screen.begin(script, 0);
                conversation.run(script);
                screen.end();
            }
            converse();
            return 0;
        } catch (IOException | IOError | IllegalStateException gone) {
            return 0; // the terminal has gone, and the user with it
        }
    }

    /**
     * Makes keys typed while something runs wait, unseen, for the next prompt. A terminal in line mode would show them at
     * once, and lose Ctrl-D.
     */
    private void takeKeys() {
        if (isDumb()) {
            return;
        }
        Attributes keys = new Attributes(terminal.getAttributes());
        keys.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
        keys.setInputFlag(InputFlag.ICRNL, false);
        keys.setControlChar(ControlChar.VMIN, 1);
        keys.setControlChar(ControlChar.VTIME, 0);
        terminal.setAttributes(keys);
        terminal.handle(Signal.CONT, _ -> terminal.setAttributes(keys)); // the shell has changed the mode
    }

    private boolean isDumb() {
        return terminal.getType().startsWith("dumb");
    }

    private void converse() throws IOException {
        List<String> lines = file.read();
        lines.subList(Math.max(0, lines.size() - HistoryFile.MOST), lines.size())
                .forEach(history::add);
        terminal.writer()
                .print("nn: networks that show their arithmetic. Type help for more, quit or Ctrl-D to end.\n");
        new Thread(this::prepare, "prepare").start();
        boolean copied = false;
        while (!conversation.isOver()) {
            tellTrouble();
            outline = conversation.outline();
            String prompt = outline.step() == 0 ? "nn> " : "nn @ " + outline.step() + "> ";
            try {
                String line = read(prompt);
                boolean prompted = !Pasted.withoutPrompts(line).equals(line);
                boolean result = copied && !prompted;
                copied = (prompted || copied) && moreIsThere(); // before it runs, since keys typed then are not results
                if (!result) {
                    take(line, prompt.length());
                }
            } catch (UserInterruptException dropped) {
                screen.end(); // drop the line and read the next
            } catch (EndOfFileException end) {
                return;
            }
        }
    }

    private String read(String prompt) throws IOException {
        if (!isDumb()) {
            return reader.readLine(prompt);
        }
        String text = new PlainLineReader(terminal).read(prompt);
        if (!text.isBlank()) {
            history.add(text);
        }
        return text;
    }

    /** Loads in the background what the first prompt does not need. */
    private void prepare() {
        if (ofProcess) {
            SystemTerminal.listen(terminal);
        }
        LazyHelp.get();
    }

    private void take(String line, int promptWidth) {
        String text = Pasted.withoutPrompts(line);
        if (text.isBlank()) {
            return;
        }
        boolean _ = Thread.interrupted(); // a Ctrl-C that came too late for the last line
        file.add(text);
        Source source = new Source(TYPED, text);
        screen.begin(source, promptWidth + line.length() - text.length());
        conversation.say(source);
        if (conversation.notRun() > 0) {
            String after = conversation.notRun() == 1
                    ? "1 statement after it did"
                    : conversation.notRun() + " statements after it did";
            screen.print("notice: " + after + " not run\n");
        }
        screen.end();
    }

    /** Says once if the history can't be kept. */
    private void tellTrouble() {
        if (file.trouble() != null && !toldTrouble) {
            screen.print("notice: " + file.trouble() + "\n");
            toldTrouble = true;
        }
    }
}
