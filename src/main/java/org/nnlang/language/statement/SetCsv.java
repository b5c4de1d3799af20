package org.nnlang.language.statement;

import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code data = csv("iris.csv", target: species)}. */
public record SetCsv(Spec csv, Span span) implements Statement {}
