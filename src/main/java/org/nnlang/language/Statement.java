package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/** A statement of a script: what it says, how it is checked, how it runs. */
public interface Statement {
    /** Where it is in the script. */
    Span span();

    /** The blocks in it. */
    default List<Block> blocks() {
        return List.of();
    }

    /** Whether it asks for the error or its mean, so that a loss that is defined and not chosen is worth a notice. */
    default boolean asksForLoss() {
        return false;
    }

    /** Finds what is wrong with it before the script runs, and declares what it will declare; fails by a {@link Failure}. */
    void check(Checking c);

    /** Runs it; what it has changed is dropped if it fails by a {@link Failure}. */
    void run(Running r);
}
