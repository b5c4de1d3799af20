package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code print "text {expr}"}: texts and expressions in turn. */
public record Print(List<Expr> parts, Span span) implements Statement {}
