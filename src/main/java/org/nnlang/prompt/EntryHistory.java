package org.nnlang.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nnlang.prompt.CurrentSession.Moment;

/** The entries that changed something: {@code undo} takes them back, {@code redo} repeats them. */
final class EntryHistory {
    /** The largest number of entries that can be taken back. */
    static final int MOST = 100;

    /** The share of the memory that earlier states may take. */
    private static final int SHARE = 8;

    /**
     * An entry.
     *
     * @param bytes the memory that the moment before it takes, besides what the moment after it shares
     * @param after null until the entry is taken back
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

    /** Gives the entry that runs another text. */
    void name(String entry) {
        text = entry;
    }

    /** Notes that the entry, or a part of it, has run; if it changed something, it can be taken back, and nothing can be repeated. */
    void end() {
        Moment now = current.moment();
        if (before != null && !now.isSame(before)) {
            done.push(new Entry(text, before, bytes(before, now), null));
            undone.clear();
            forgetOldest();
        }
        before = now;
    }

    private static long bytes(Moment before, Moment after) {
        Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        after.checkpoint().parts((part, _) -> counted.add(part));
        long[] bytes = {0};
        before.checkpoint().parts((part, size) -> bytes[0] += counted.add(part) ? size : 0);
        return bytes[0];
    }

    private void forgetOldest() {
        long bytes = done.stream().mapToLong(Entry::bytes).sum();
        while (done.size() > MOST || bytes > current.host().memory() / SHARE) {
            bytes -= done.removeLast().bytes;
            dropped = true;
        }
    }

    /** How many entries can be taken back. */
    int undoable() {
        return done.size();
    }

    /** How many entries can be repeated. */
    int redoable() {
        return undone.size();
    }

    /** Whether entries before those can't be taken back any more. */
    boolean dropped() {
        return dropped;
    }

    /** Takes back the last entries; returns them, the oldest first. */
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

    /** Repeats the entries that were taken back last; returns them, the oldest first. */
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
