package org.nnlang.prompt;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.NonBlockingReader;
import org.nnlang.text.TextWidth;

/** Reads lines, and shows a dimmed suggestion after the cursor; the right arrow at the end accepts it. */
final class Reader extends LineReaderImpl {
    /** A suggestion: the text to show, and the part of it to accept. */
    record Tip(String shown, String taken) {
        static final Tip NONE = new Tip("", "");
    }

    private static final int LARGEST_PAINTED = 200_000;

    private final Function<String, Tip> tips;
    private final KeySequences sequences;
    private Tip tip = Tip.NONE;

    Reader(Terminal terminal, Function<String, Tip> tips) throws IOException {
        super(terminal, "nn", variables());
        this.tips = tips;
        setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        setOpt(LineReader.Option.DELAY_LINE_WRAP);
        unsetOpt(LineReader.Option.HISTORY_TIMESTAMPED);
        unsetOpt(LineReader.Option.HISTORY_IGNORE_SPACE);
        unsetOpt(LineReader.Option.INSERT_TAB);
        sequences = new KeySequences(this, this::peekCharacter, this::readCharacter);
    }

    private static Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "...> ");
        variables.put(LineReader.FEATURES_MAX_BUFFER_SIZE, LARGEST_PAINTED);
        variables.put(LineReader.HISTORY_SIZE, HistoryFile.MOST);
        return variables;
    }

    /** Whether it is waiting for keys. */
    boolean isEditing() {
        return state == State.NORMAL && searchTerm == null;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        boolean tipped = doAutosuggestion && isEditing() && post == null && buf.cursor() == buf.length();
        Supplier<AttributedString> below = post;
        post = null;
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        post = below;
        tip = tipped && buf.length() > 0 ? tips.apply(buf.toString()) : Tip.NONE;
        if (tip.shown().isEmpty() && below == null) {
            return shown;
        }
        AttributedStringBuilder all = new AttributedStringBuilder().tabs(getTabWidth());
        all.append(shown).styled(AttributedStyle.DEFAULT.faint(), fitting(tip.shown()));
        if (below != null) {
            all.append("\n").append(below.get());
        }
        return all.toAttributedString();
    }

    /** A suggestion, cut to the room in the line. */
    private String fitting(String text) {
        int used = prompt.columnLength(terminal) + TextWidth.of(buf.toString());
        int room = Math.max(0, size.getColumns() - 1 - used);
        return text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + (room > 0 ? "…" : "");
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        boolean menu = local != null && local == keyMaps.get(MENU);
        Binding binding = super.readBinding(keys, local);
        while (menu && binding != null) { // null: the input has ended
            Binding meant = sequences.inMenu(binding);
            if (meant != null) {
                return meant;
            }
            binding = super.readBinding(keys, local);
        }
        return binding;
    }

    /** The text without the prompts pasted with it. */
    @Override
    public boolean beginPaste() {
        int start = buf.cursor();
        boolean done = super.beginPaste();
        String pasted = buf.substring(start, buf.cursor());
        String clean = Pasted.withoutPrompts(pasted);
        if (!clean.equals(pasted)) {
            buf.cursor(start);
            buf.delete(pasted.codePointCount(0, pasted.length()));
            buf.write(clean);
        }
        return done;
    }

    /** Inserts nothing at the end of the input. */
    @Override
    protected boolean quotedInsert() {
        return bindingReader.peekCharacter(0) == NonBlockingReader.EOF || super.quotedInsert();
    }

    private boolean takeTip() {
        if (buf.cursor() < buf.length() || tip.taken().isEmpty()) {
            return false;
        }
        putString(tip.taken());
        return true;
    }

    @Override
    protected boolean forwardChar() {
        return takeTip() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return takeTip() || super.endOfLine();
    }
}
