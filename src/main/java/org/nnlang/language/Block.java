package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/** A block: the statements between a pair of braces. */
public record Block(List<Statement> statements, Span span) {}
