package org.nnlang.language.statement;

import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code explain grad(w5) in full as latex}; {@code full} leaves nothing out. */
public record Explain(Expr quantity, boolean full, DerivationFormat format, Span span) implements Statement {}
