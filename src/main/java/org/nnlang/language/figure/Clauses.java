package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.statement.Clause;
import org.nnlang.picture.Axis;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** The clauses of a picture, each at most once. */
public final class Clauses {
    /** A range of numbers; either is NaN if a check can't know it. */
    public record Range(double from, double to) {
        /** A linear axis with this range, which must be known. */
        Axis axis(String label) {
            return Axis.linear(label, from, to);
        }
    }

    private final Map<Clause.Kind, Clause> given = new EnumMap<>(Clause.Kind.class);

    private Clauses() {}

    /** Sorts clauses; fails if one is given twice. */
    public static Clauses of(List<Clause> clauses) {
        Clauses sorted = new Clauses();
        for (Clause clause : clauses) {
            if (sorted.given.put(clause.kind(), clause) != null) {
                throw new Failure(
                        clause.span(), Problem.CLAUSE_TWICE, clause.kind().word());
            }
        }
        return sorted;
    }

    /** Fails if a picture, which messages call {@code picture}, doesn't take one of them. */
    public void check(String picture, Set<Clause.Kind> taken, Clause.Kind... more) {
        Set<Clause.Kind> all = EnumSet.copyOf(List.of(more));
        all.addAll(taken);
        for (Clause clause : given.values()) {
            if (!all.contains(clause.kind())) {
                List<String> words = new ArrayList<>();
                all.forEach(one -> words.add("`" + one.word() + "`"));
                throw new Failure(
                        clause.span(),
                        Problem.NO_SUCH_CLAUSE,
                        picture,
                        clause.kind().word(),
                        words);
            }
        }
    }

    /** These without one. */
    public Clauses without(Clause.Kind kind) {
        Clauses fewer = new Clauses();
        fewer.given.putAll(given);
        fewer.given.remove(kind);
        return fewer;
    }

    /** A clause; null if it isn't given. */
    public Clause get(Clause.Kind kind) {
        return given.get(kind);
    }

    /** What the axes are; empty if that isn't given. */
    public List<Expr> over() {
        return given.get(Clause.Kind.OVER) instanceof Clause.Over over ? over.axes() : List.of();
    }

    /** The intervals of {@code from}; empty if it isn't given. */
    public List<Clause.Interval> from() {
        return given.get(Clause.Kind.FROM) instanceof Clause.From from ? from.intervals() : List.of();
    }

    /** The ranges of the axes, in order, or none if none are given; fails unless there is one for each of {@code axes}. */
    public List<Range> ranges(int axes, Context c) {
        List<Range> ranges = new ArrayList<>();
        if (!from().isEmpty() && from().size() != axes) {
            String form = axes == 1 ? "write one range, like `from 0 to 1`" : "write two, like `from -1 to 1, 0 to 2`";
            throw new Failure(given.get(Clause.Kind.FROM).span(), Problem.WRONG_RANGES, form);
        }
        for (Clause.Interval interval : from()) {
            Range range = new Range(c.number(interval.from()), c.number(interval.to()));
            if (range.from >= range.to) { // not if either is NaN
                throw new Failure(interval.span(), Problem.EMPTY_RANGE);
            }
            if (Double.isInfinite(range.to - range.from)) {
                throw new Failure(interval.span(), Problem.HUGE_RANGE);
            }
            ranges.add(range);
        }
        return ranges;
    }

    /** The updates between two points, or two frames; 0 if they aren't given. */
    public long every(Context c) {
        if (!(given.get(Clause.Kind.EVERY) instanceof Clause.Every(Expr updates, Span _))) {
            return 0;
        }
        if (updates instanceof Expr.Name(String name, Span span) && (name.equals("epoch") || name.equals("step"))) {
            throw new Failure(span, Problem.WRONG_KIND, "a number of updates", "`" + name + "`, a number that grows");
        }
        return c.count("`every`", updates, 1);
    }

    /** The layer whose nets are marked; null if none is given. */
    public Expr.Name at() {
        return given.get(Clause.Kind.AT) instanceof Clause.At at ? at.layer() : null;
    }

    /** The file to write; null if none is given. */
    public Expr.Text to() {
        return given.get(Clause.Kind.TO) instanceof Clause.To to ? to.file() : null;
    }

    /** Whether an axis is logarithmic. */
    public boolean log() {
        return given.containsKey(Clause.Kind.LOG);
    }
}
