package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code data = [0, 0 -> 0; 0, 1 -> 1]}. */
public record SetData(List<DataRow> rows, Span span) implements Statement {
    /** One row of {@code data}. */
    public record DataRow(List<Expr> inputs, List<Expr> targets, Span span) {}
}
