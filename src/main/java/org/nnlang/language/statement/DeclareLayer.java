package org.nnlang.language.statement;

import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code layer h[2] sigmoid}. */
public record DeclareLayer(NeuronsSpec neurons, Spec activation, Span span) implements Statement {}
