package org.nnlang.repl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Value;
import org.nnlang.source.Source;
import org.nnlang.source.TextWidth;

/** The quantities that are shown again whenever they have changed. */
final class Watches {
    /** All digits of a double: two values that are equal in them are the same. */
    private static final int ALL_DIGITS = 17;

    /** What a quantity was when it was last looked at. */
    private record Seen(String exact, String shown) {
        static final Seen NOTHING = new Seen("", "");
    }

    private final CurrentSession session;
    private final Map<String, Seen> watched = new LinkedHashMap<>();

    Watches(CurrentSession session) {
        this.session = session;
    }

    /** What is watched, as it was written. */
    List<String> names() {
        return List.copyOf(watched.keySet());
    }

    void add(String quantity) {
        watched.put(quantity, look(quantity));
    }

    boolean remove(String quantity) {
        return watched.remove(quantity) != null;
    }

    void clear() {
        watched.clear();
    }

    /** Lines that say what each is now. */
    String now(int width) {
        watched.replaceAll((quantity, _) -> look(quantity));
        StringBuilder lines = new StringBuilder();
        watched.forEach((quantity, seen) -> lines.append(line(quantity, seen.shown(), width)));
        return lines.toString();
    }

    /** Lines for those that have changed: what they were, and what they are. */
    String changes(int width) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Seen> entry : watched.entrySet()) {
            Seen old = entry.getValue();
            Seen now = look(entry.getKey());
            entry.setValue(now);
            if (!now.exact().equals(old.exact())) {
                String before = old == Seen.NOTHING ? "" : old.shown() + " → ";
                lines.append(line(entry.getKey(), before + (now == Seen.NOTHING ? "(none)" : now.shown()), width));
            }
        }
        return lines.toString();
    }

    private String line(String quantity, String value, int width) {
        int widest = watched.keySet().stream().mapToInt(TextWidth::of).max().orElse(0);
        String name = quantity + " ".repeat(Math.min(24, widest) - Math.min(24, TextWidth.of(quantity)));
        String line = "  " + name + "  " + value;
        return (line.length() <= width ? line : line.substring(0, Math.max(1, width - 1)) + "…") + "\n";
    }

    /** The value of a quantity; nothing when it has none now. */
    private Seen look(String quantity) {
        Seen[] seen = {Seen.NOTHING};
        session.get().run(new Source("watch", "show " + quantity), event -> {
            if (event instanceof Event.Shown shown) {
                Value value = shown.value();
                seen[0] = new Seen(value.text(ALL_DIGITS), value.text(shown.digits()));
            }
        });
        return seen[0];
    }
}
