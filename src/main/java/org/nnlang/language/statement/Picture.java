package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Statement;

/** A statement that makes a picture. */
public sealed interface Picture extends Statement permits Plot, Draw {
    /** What stands after the name of the picture. */
    List<Clause> clauses();
}
