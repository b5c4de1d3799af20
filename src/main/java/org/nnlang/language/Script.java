package org.nnlang.language;

import java.util.List;

/** A script. */
public record Script(List<Statement> statements) {}
