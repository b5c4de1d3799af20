package org.nnlang.language;

import java.util.List;

/** A parsed script. */
public record Script(List<Statement> statements) {}
