package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.text.Span;

/** A part of a statement after what it plots or draws. */
public sealed interface Clause {
    /** Its position in the script. */
    Span span();

    /** Which clause it is. */
    default Kind kind() {
        return switch (this) {
            case Over _ -> Kind.OVER;
            case From _ -> Kind.FROM;
            case Every _ -> Kind.EVERY;
            case At _ -> Kind.AT;
            case As _ -> Kind.AS;
            case Log _ -> Kind.LOG;
            case To _ -> Kind.TO;
        };
    }

    /** The clauses, by the word they begin with. */
    enum Kind {
        OVER("over"),
        FROM("from"),
        EVERY("every"),
        AT("at"),
        AS("as"),
        LOG("log"),
        TO("to");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word they begin with. */
        public String word() {
            return word;
        }
    }

    /** {@code over w5, w6}: what the axes are. */
    record Over(List<Expr> axes, Span span) implements Clause {
        public Over {
            axes = List.copyOf(axes);
        }
    }

    /** {@code from -1 to 1, 0 to 2}: the ranges of the axes, or of the updates. */
    record From(List<Interval> intervals, Span span) implements Clause {
        public From {
            intervals = List.copyOf(intervals);
        }
    }

    /** {@code -1 to 1}. */
    record Interval(Expr from, Expr to, Span span) {}

    /** {@code every 100}: how many updates are between two points, or two frames. */
    record Every(Expr updates, Span span) implements Clause {}

    /** {@code at h}: the layer whose nets are marked. */
    record At(Expr.Name layer, Span span) implements Clause {}

    /** {@code as 8 by 8}: the shape in which each row of a matrix is shown. */
    record As(Expr rows, Expr columns, Span span) implements Clause {}

    /** {@code log}: a logarithmic axis. */
    record Log(Span span) implements Clause {}

    /** {@code to "loss.svg"}: the file to write. */
    record To(Expr.Text file, Span span) implements Clause {}
}
