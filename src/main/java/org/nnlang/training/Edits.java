package org.nnlang.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** Edits made by hand between two updates, in their order. */
final class Edits {
    private final Map<Object, ManualEdit> made = new LinkedHashMap<>();

    /** None. */
    Edits() {}

    /** Some edits, then others. */
    Edits(Edits first, Edits then) {
        first.made.values().forEach(this::add);
        then.made.values().forEach(this::add);
    }

    void add(ManualEdit edit) {
        made.remove(edit.subject());
        made.put(edit.subject(), edit);
    }

    /** Whether they set parameters. */
    boolean setsParameters() {
        return made.values().stream().anyMatch(ManualEdit.SetParameters.class::isInstance);
    }

    /** Whether they give the history without rounding something else. */
    boolean differ() {
        return made.values().stream().anyMatch(ManualEdit::differs);
    }

    /** Reports those that set parameters, each with its size in bytes. */
    void parts(ObjLongConsumer<Object> to) {
        for (ManualEdit edit : made.values()) {
            if (edit instanceof ManualEdit.SetParameters set) {
                to.accept(edit, 16L * set.values().length);
            }
        }
    }

    boolean isEmpty() {
        return made.isEmpty();
    }

    /** Changes a state; {@code unrounded} for the history without rounding. */
    void apply(State state, boolean unrounded) {
        made.values().forEach(edit -> edit.apply(state, unrounded));
    }
}
