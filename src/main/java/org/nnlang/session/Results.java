package org.nnlang.session;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.language.Value;
import org.nnlang.render.JsonPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;

/**
 * What a script showed, in order.
 *
 * @param events values, tables, derivations and whatever else it showed, without notices
 */
public record Results(List<Event> events) {
    public Results {
        events = List.copyOf(events);
    }

    /** A value that the script showed, and what it called it: {@code w5}, {@code error @ 1}. */
    public record Named(String name, Value value) {}

    /** The values, as from {@code show}. */
    public List<Named> values() {
        List<Named> values = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Shown shown) {
                values.add(new Named(shown.name(), shown.value()));
            }
        }
        return values;
    }

    /** Everything as a line of JSON each, numbers with all their digits: as {@code nn --json} writes it. */
    public String json() {
        JsonPrinter printer = new JsonPrinter();
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(printer.print(event)));
        return text.toString();
    }

    /** Everything as text for people, as {@code nn} writes it. */
    public String text() {
        TextPrinter printer = new TextPrinter(TextRenderer.PAGE);
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(printer.print(event)));
        return text.toString();
    }
}
