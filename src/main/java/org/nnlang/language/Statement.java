package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/** A statement of a script, which can check and run itself. */
public interface Statement {
    /** Its position in the script. */
    Span span();

    /** Its blocks. */
    default List<Block> blocks() {
        return List.of();
    }

    /** The name of the activation, loss or optimizer that it defines; null if it defines none. */
    default Expr.Name defines() {
        return null;
    }

    /** Whether it asks for the error or its mean; then nn gives a notice if a loss is defined but not chosen. */
    default boolean asksForLoss() {
        return false;
    }

    /** Checks it before the script runs, and declares what it will declare; throws a {@link Failure} if it has an error. */
    void check(Checking c);

    /** Runs it; if it throws a {@link Failure}, its changes are dropped. */
    void run(Running r);
}
