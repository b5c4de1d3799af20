package org.nnlang.language.statement;

import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code input x[2]}. */
public record DeclareInput(NeuronsSpec neurons, Span span) implements Statement {}
