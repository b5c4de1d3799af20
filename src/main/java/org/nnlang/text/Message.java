package org.nnlang.text;

import java.util.List;

/**
 * A problem in words, which may quote anything; each string is one line that a terminal can show.
 *
 * @param title what is wrong, in one line
 * @param label the text next to the mark, may be empty
 * @param notes facts or advice, each on a separate line
 */
public record Message(String title, String label, List<String> notes) {
    public Message {
        title = Printable.line(title);
        label = Printable.line(label);
        notes = notes.stream().map(Printable::line).toList();
    }

    /** A message with only a title. */
    public static Message of(String title) {
        return new Message(title, "", List.of());
    }

    /** A message with a title and a label next to the mark. */
    public static Message of(String title, String label) {
        return new Message(title, label, List.of());
    }

    /** The same message with another note. */
    public Message note(String note) {
        if (note.isEmpty()) {
            return this;
        }
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Message(title, label, List.copyOf(more));
    }
}
