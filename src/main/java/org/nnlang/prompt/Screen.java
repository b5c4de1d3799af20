package org.nnlang.prompt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jline.reader.History;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.nnlang.draw.TextColors;
import org.nnlang.language.Event;
import org.nnlang.picture.Figure;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Source;
import org.nnlang.text.TextLines;

/** The view of a conversation on a terminal. */
final class Screen implements ConversationView {
    private static final int NARROWEST = 20;
    private static final int PIECE = 1 << 13;
    private static final long KEY_MILLIS = 100;
    private static final String ERASED_REST = "\u001b[K";
    private static final String ERASED_BELOW = "\u001b[J";
    private static final int NOTHING = -1;

    private final Terminal terminal;
    private final History history;
    private final Editor editor;
    private final Consumer<String> memory;
    private final boolean dumb;
    private final boolean color;
    private final Progress progress = new Progress();
    private volatile boolean stopped;
    /** The lines of the progress that is shown above the one with the cursor. */
    private int drawn = NOTHING;

    private Source typed;
    private int promptWidth;
    private final Pager pager;
    private Pictures pictures;
    private boolean alone;
    private boolean silent;
    private boolean wrote;

    /** A screen; {@code memory} keeps the lines the user types. */
    Screen(Terminal terminal, History history, Editor editor, Consumer<String> memory, boolean color) {
        this.editor = editor;
        pager = new Pager(terminal);
        this.memory = memory;
        this.terminal = terminal;
        this.history = history;
        this.dumb = terminal.getType().startsWith("dumb");
        this.color = color && !dumb;
    }

    /** Sets how pictures are shown. */
    void show(Pictures.Mode mode, Map<String, String> environment) {
        TextColors palette = color ? Pictures.palette(environment) : TextColors.NONE;
        pictures = new Pictures(dumb ? Pictures.Mode.text : mode, palette, terminal);
    }

    /** Begins running an entry; a diagnostic can go right under it. */
    void begin(Source source, int widthOfPrompt) {
        typed = source;
        promptWidth = widthOfPrompt;
        silent = true;
        alone = InputSplitter.of(source, true).stream()
                        .mapToInt(InputSplitter.Piece::statements)
                        .sum()
                < 2;
        wrote = false;
        stopped = false;
    }

    /** Ends running an entry, before the next prompt. */
    void end() {
        erase();
        terminal.writer().flush();
    }

    /** Asks the running statement to stop. */
    void stop() {
        stopped = true;
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    @Override
    public int width() {
        int columns = terminal.getSize().getColumns();
        return Math.max(NARROWEST, columns <= 0 ? 80 : columns);
    }

    private int height() {
        int rows = terminal.getSize().getRows();
        return Math.max(6, rows <= 0 ? 24 : rows);
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Reported reported) {
            report(reported.diagnostic());
        } else if (event instanceof Event.Pictured picture) {
            erase();
            terminal.writer().print(pictures.text(picture.figure(), width(), height()));
            terminal.writer().flush();
            silent = false;
            wrote = false;
        } else {
            print(TextPrinter.window(width(), height(), this).print(event));
            check();
        }
    }

    @Override
    public void print(String text) {
        if (!text.isEmpty()) {
            erase();
            if (!paged(text)) {
                int end = 0;
                do { // at least the first piece: that a run was stopped is a text too
                    int from = end;
                    end = Math.min(from + PIECE, text.length());
                    terminal.writer().write(text, from, end - from);
                    terminal.writer().flush();
                } while (end < text.length() && !stopped);
            }
            silent = false;
            wrote = false;
        }
    }

    /** Shows a text in the pager, if one statement printed it and it exceeds the window; returns whether it did. */
    private boolean paged(String text) {
        try {
            if (dumb || !alone || !pager.takes(text, height())) {
                return false;
            }
            pager.show(text);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void pager(boolean on) {
        pager.set(on);
    }

    private void report(Diagnostic diagnostic) {
        boolean under = silent && diagnostic.span().source().name().equals(typed.name());
        String text = under ? new UnderLine(promptWidth, width(), color).render(diagnostic, typed) : null;
        if (text == null) {
            text = (wrote ? "\n" : "") + new DiagnosticRenderer(color).render(diagnostic);
        }
        print(text);
        wrote = true;
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        progress(step, done, total, loss, List::of);
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss, Supplier<List<Figure>> pictures) {
        if (dumb) {
            return;
        }
        String text = progress.text(done, total, width(), loss, () -> live(pictures.get()));
        if (text != null) {
            terminal.writer().print(toFirstLine() + text.replace("\n", ERASED_REST + "\n") + ERASED_BELOW);
            terminal.writer().flush();
            drawn = (int) text.chars().filter(c -> c == '\n').count();
        }
    }

    /** As many of the pictures as fit into the window above another line, the beginning of the first at least; null for null. */
    private String live(List<Figure> figures) {
        if (figures == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (Figure figure : figures) {
            List<String> next = TextLines.split(pictures.live(figure, width(), height()), '\n');
            if (lines.isEmpty() || lines.size() + next.size() < height()) {
                lines.addAll(next);
            }
        }
        StringBuilder text = new StringBuilder();
        lines.subList(0, Math.min(lines.size(), height() - 1))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private String toFirstLine() {
        return drawn > 0 ? "\r\u001b[" + drawn + "A" : "\r";
    }

    private void erase() {
        progress.end();
        if (drawn >= 0) {
            terminal.writer().print(toFirstLine() + ERASED_BELOW);
            drawn = NOTHING;
        }
    }

    @Override
    public void clear() {
        if (!dumb) {
            terminal.puts(Capability.clear_screen);
            terminal.flush();
        }
    }

    @Override
    public List<String> history() {
        List<String> lines = new ArrayList<>();
        history.forEach(entry -> lines.add(entry.line()));
        return lines;
    }

    @Override
    public void remember(String text) {
        history.add(text);
        memory.accept(text);
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    /** Reads the answer, one key; Ctrl-C means no. */
    @Override
    public boolean agrees(String question) {
        Attributes before = terminal.enterRawMode();
        try {
            print(question);
            int key = NonBlockingReader.READ_EXPIRED;
            while (key == NonBlockingReader.READ_EXPIRED && !isCancelled()) {
                key = terminal.reader().read(KEY_MILLIS);
            }
            boolean yes = key == 'y' || key == 'Y';
            print(yes ? "yes\n" : "no\n");
            return yes;
        } catch (IOException gone) {
            return false;
        } finally {
            terminal.setAttributes(before);
        }
    }

    @Override
    public String edit(String text) throws GivenUp {
        return editor.edit(text);
    }
}
