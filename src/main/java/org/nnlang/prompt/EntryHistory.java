package org.nnlang.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nnlang.prompt.CurrentSession.Moment;

/** The entries that changed something: {@code undo} takes them back, {@code redo} repeats them. */
final class EntryHistory {
    /** The largest number of entries that can be taken back. */
    static final int MAX_ENTRIES = 100;

    /** Earlier states may take this part of the memory: one eighth. */
    private static final int MEMORY_DIVISOR = 8;

    /**
     * An entry that changed something.
     *
     * @param bytes the memory of the moment before it in bytes, except for what the moment after it shares
     * @param after the moment after it, null until the entry is taken back
     */
    private record Entry(String text, Moment before, long bytes, Moment after) {}

    private final CurrentSession current;
    private final Deque<Entry> done = new ArrayDeque<>();
    private final Deque<Entry> undone = new ArrayDeque<>();
    private boolean dropped;
    private String text = "";
    private Moment before;

    EntryHistory(CurrentSession current) {
        this.current = current;
    }

    /** Notes that an entry begins to run. */
    void begin(String entry) {
        text = entry;
        before = current.moment();
    }

    /** Changes the text of the running entry. */
    void name(String entry) {
        text = entry;
    }

    /** Notes that the entry, or a part of it, has run; a change can be undone, and ends what can be redone. */
    void end() {
        Moment now = current.moment();
        if (before != null && !now.isSame(before)) {
            done.push(new Entry(text, before, before.checkpoint().bytes(now.checkpoint()), null));
            undone.clear();
            forgetOldest();
        }
        before = now;
    }

    private void forgetOldest() {
        long bytes = done.stream().mapToLong(Entry::bytes).sum();
        while (done.size() > MAX_ENTRIES || bytes > current.host().memory() / MEMORY_DIVISOR) {
            bytes -= done.removeLast().bytes;
            dropped = true;
        }
    }

    /** The number of entries that can be taken back. */
    int undoable() {
        return done.size();
    }

    /** The number of entries that can be repeated. */
    int redoable() {
        return undone.size();
    }

    /** Whether older entries have been forgotten. */
    boolean dropped() {
        return dropped;
    }

    /** Takes back the last {@code count} entries; returns them, oldest first. */
    List<String> undo(int count) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entry last = done.pop();
            undone.push(new Entry(last.text, last.before, last.bytes, current.moment()));
            current.restore(last.before);
            entries.addFirst(last.text);
        }
        before = current.moment();
        return entries;
    }

    /** Repeats the last {@code count} entries taken back; returns them, oldest first. */
    List<String> redo(int count) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entry next = undone.pop();
            done.push(new Entry(next.text, current.moment(), next.bytes, null));
            current.repeat(next.before, next.after);
            entries.add(next.text);
        }
        before = current.moment();
        return entries;
    }
}
