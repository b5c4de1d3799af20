package org.nnlang.language.statement;

import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code new}: what comes before it is forgotten; it stands at the top level of a script only. */
public record New(Span span) implements Statement {}
