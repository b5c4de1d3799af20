package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/** Statements between braces. */
public record Block(List<Statement> statements, Span span) {}
