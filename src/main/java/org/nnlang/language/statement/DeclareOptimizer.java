package org.nnlang.language.statement;

import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code optimizer adam}. */
public record DeclareOptimizer(Spec optimizer, Span span) implements Statement {}
