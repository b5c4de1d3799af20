package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/** A statement of a script. */
public interface Statement {
    /** Where it is in the script. */
    Span span();

    /** The blocks in it. */
    default List<Block> blocks() {
        return List.of();
    }
}
