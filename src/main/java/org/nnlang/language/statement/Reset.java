package org.nnlang.language.statement;

import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code reset}. */
public record Reset(Span span) implements Statement {}
