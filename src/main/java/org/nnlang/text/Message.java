package org.nnlang.text;

import java.util.List;

/**
 * A problem in words, which may quote anything: each text is one line that a terminal can show.
 *
 * @param title what is wrong, in one line
 * @param label what stands beside the marked place, may be empty
 * @param notes what to know or to do, each in a line of its own
 */
public record Message(String title, String label, List<String> notes) {
    public Message {
        title = Printable.line(title);
        label = Printable.line(label);
        notes = notes.stream().map(Printable::line).toList();
    }

    /** A title alone. */
    public static Message of(String title) {
        return new Message(title, "", List.of());
    }

    /** A title and what stands beside the marked place. */
    public static Message of(String title, String label) {
        return new Message(title, label, List.of());
    }

    /** The same message with one more note. */
    public Message note(String note) {
        if (note.isEmpty()) {
            return this;
        }
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Message(title, label, List.copyOf(more));
    }
}
