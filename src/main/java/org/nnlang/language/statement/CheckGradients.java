package org.nnlang.language.statement;

import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code check gradients}. */
public record CheckGradients(Span span) implements Statement {}
