package org.nnlang.language.statement;

import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code loss squared}. */
public record DeclareLoss(Spec loss, Span span) implements Statement {}
