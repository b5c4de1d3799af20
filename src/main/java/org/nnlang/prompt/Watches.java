package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.draw.FigureJson;
import org.nnlang.language.Event;
import org.nnlang.language.Value;
import org.nnlang.picture.Figure;
import org.nnlang.text.Digits;
import org.nnlang.text.Source;
import org.nnlang.text.TextWidth;

/** The watched quantities, shown again whenever they change. */
final class Watches {
    /** All digits of a double: values with the same digits are the same. */
    private static final int ALL_DIGITS = 17;

    /** The largest number of changed elements to show. */
    private static final int MOST_ELEMENTS = 8;

    /** A quantity's last value, or null if it had none, and its number of digits. */
    private record Seen(Value value, int digits) {
        static final Seen NOTHING = new Seen(null, 0);

        String exact() {
            return value == null ? "" : value.text(ALL_DIGITS);
        }

        String shown() {
            return value == null ? "(none)" : value.text(digits);
        }

        /** One element as shown. */
        String shown(int i) {
            return Digits.format(values(value)[i], digits);
        }
    }

    private final CurrentSession session;
    private final Map<String, Seen> watched = new LinkedHashMap<>();
    /** The watched pictures: the statements that make them, and the numbers of each as it was drawn last. */
    private final Map<String, String> pictures = new LinkedHashMap<>();

    Watches(CurrentSession session) {
        this.session = session;
    }

    /** What is watched, as the user wrote it. */
    List<String> names() {
        List<String> names = new ArrayList<>(watched.keySet());
        names.addAll(pictures.keySet());
        return names;
    }

    /** Watches a picture: the statement that makes it. */
    void addPicture(String statement) {
        pictures.put(statement, null);
    }

    void add(String quantity) {
        watched.put(quantity, look(quantity));
    }

    boolean remove(String quantity) {
        return watched.remove(quantity) != null || pictures.keySet().remove(quantity);
    }

    void clear() {
        watched.clear();
        pictures.clear();
    }

    /** Shows what is watched. */
    void show(ConversationView view) {
        pictures.replaceAll((_, _) -> null);
        view.print(now(view.width()));
        showPictures(view);
    }

    /** Shows what has changed. */
    void showChanges(ConversationView view) {
        view.print(changes(view.width()));
        showPictures(view);
    }

    /** The pictures in the middle of a training run; null in the middle of an update. */
    List<Figure> live() {
        List<Figure> figures = new ArrayList<>();
        for (String statement : pictures.keySet()) {
            boolean seen = session.get().look(new Source("watch", statement), event -> {
                if (event instanceof Event.Pictured drawn) {
                    figures.add(drawn.figure());
                }
            });
            if (!seen) {
                return null;
            }
        }
        return figures;
    }

    /** Draws the pictures that are not as they were drawn last. */
    private void showPictures(ConversationView view) {
        pictures.replaceAll((statement, old) -> {
            Event.Pictured drawn = run(statement, Event.Pictured.class);
            String now = drawn == null ? null : FigureJson.of(drawn.figure());
            if (now != null && !now.equals(old)) {
                view.on(drawn);
            }
            return now;
        });
    }

    /** Lines with the current values. */
    private String now(int width) {
        watched.replaceAll((quantity, _) -> look(quantity));
        StringBuilder lines = new StringBuilder();
        watched.forEach((quantity, seen) -> lines.append(line(quantity, seen.shown(), width)));
        return lines.toString();
    }

    /** Lines for the quantities that have changed: old value and new. */
    private String changes(int width) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Seen> entry : watched.entrySet()) {
            Seen old = entry.getValue();
            Seen now = look(entry.getKey());
            entry.setValue(now);
            if (!now.exact().equals(old.exact())) {
                lines.append(change(entry.getKey(), old, now, width));
            }
        }
        return lines.toString();
    }

    /** A quantity's old and new value; if that is too long, the elements that have changed. */
    private String change(String quantity, Seen old, Seen now, int width) {
        String before = old.value() == null ? "" : old.shown() + " → ";
        String whole = line(quantity, before + now.shown(), Integer.MAX_VALUE);
        boolean elements = old.value() != null
                && now.value() != null
                && values(now.value()).length == values(old.value()).length
                && values(now.value()).length > 1;
        if (TextWidth.of(whole) - 1 <= width || !elements) {
            return line(quantity, before + now.shown(), width);
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < values(now.value()).length; i++) {
            if (Double.compare(values(old.value())[i], values(now.value())[i]) != 0) {
                changed.add(i);
            }
        }
        List<Integer> some = changed.subList(0, Math.min(MOST_ELEMENTS, changed.size()));
        int widest =
                some.stream().mapToInt(i -> name(now.value(), i).length()).max().orElse(0);
        StringBuilder lines = new StringBuilder(
                line(quantity, changed.size() + " of " + values(now.value()).length + " changed", width));
        for (int i : some) {
            String name = name(now.value(), i);
            String blank = " ".repeat(widest - name.length() + 2);
            lines.append(cut("    " + name + blank + old.shown(i) + " → " + now.shown(i), width));
        }
        return lines
                + (some.size() == changed.size()
                        ? ""
                        : cut("    … and " + (changed.size() - some.size()) + " more", width));
    }

    private static double[] values(Value value) {
        return switch (value) {
            case Value.Vector v -> v.values();
            case Value.Matrix m -> m.values();
            case Value.Scalar _, Value.Truth _ -> new double[0];
        };
    }

    /** The name of an element: {@code h1}, {@code h1, x2}, {@code [1, 2]}. */
    private static String name(Value value, int i) {
        return switch (value) {
            case Value.Vector v ->
                v.names().isEmpty() ? "[" + (i + 1) + "]" : v.names().get(i);
            case Value.Matrix m -> {
                int row = i / m.columns();
                int column = i % m.columns();
                yield m.rowNames().isEmpty() || m.columnNames().isEmpty()
                        ? "[" + (row + 1) + ", " + (column + 1) + "]"
                        : m.rowNames().get(row) + ", " + m.columnNames().get(column);
            }
            case Value.Scalar _, Value.Truth _ -> "";
        };
    }

    private String line(String quantity, String value, int width) {
        int widest = watched.keySet().stream().mapToInt(TextWidth::of).max().orElse(0);
        String name = quantity + " ".repeat(Math.min(24, widest) - Math.min(24, TextWidth.of(quantity)));
        return cut("  " + name + "  " + value, width);
    }

    private static String cut(String line, int width) {
        return (line.length() <= width ? line : line.substring(0, Math.max(1, width - 1)) + "…") + "\n";
    }

    /** The value of a quantity; {@link Seen#NOTHING} if it has none now. */
    private Seen look(String quantity) {
        Event.Shown shown = run("show " + quantity, Event.Shown.class);
        return shown == null ? Seen.NOTHING : new Seen(shown.value(), shown.digits());
    }

    /** Runs a statement that changes nothing, and returns its last event of a kind; null if there is none. */
    private <E extends Event> E run(String statement, Class<E> kind) {
        List<E> events = new ArrayList<>();
        session.get().run(new Source("watch", statement), event -> {
            if (kind.isInstance(event)) {
                events.add(kind.cast(event));
            }
        });
        return events.isEmpty() ? null : events.getLast();
    }
}
