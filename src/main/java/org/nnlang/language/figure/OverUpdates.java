package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Texts;
import org.nnlang.language.statement.Clause;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;
import org.nnlang.training.Timeline;

/** {@code plot loss, w5 every 10 log}: how numbers changed over the updates so far. */
record OverUpdates(List<Expr> quantities, Clauses clauses) implements PictureKind {
    /** The most marks of trainings that are readable. */
    private static final int MOST_MARKS = 12;

    private static final int MOST_POINTS = 500;
    private static final int FEWEST_POINTS = 50;

    /** The most names in a title. */
    private static final int MOST_NAMES = 4;

    /** The work of all points together, in multiplications. */
    private static final double MOST_WORK = 5e8;

    @Override
    public String name() {
        Expr meant = at() == null ? quantities.getFirst() : at().quantity();
        return "plot " + Texts.source(meant.span());
    }

    /** The first quantity that has a step, which none can have; null if none has. */
    private Expr.At at() {
        return (Expr.At) quantities.stream()
                .filter(Expr.At.class::isInstance)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.of(
                Clause.Kind.OVER, Clause.Kind.FROM, Clause.Kind.EVERY, Clause.Kind.LOG); // then OverParameters
    }

    @Override
    public String insteadOfStep() {
        if (at() == null) {
            return "it shows all updates";
        }
        String step = Texts.source(at().step().span());
        return "`" + name() + " from 0 to " + step + "` shows the updates up to it, `show " + Texts.source(at().span())
                + "` this number";
    }

    @Override
    public void check(Checking c) {
        if (at() != null) {
            throw new Failure(at().step().span(), Problem.PICTURE_WITHOUT_STEP, name(), insteadOfStep());
        }
        quantities.forEach(quantity -> c.attempt(() -> {
            c.network(quantity.span());
            c.number(quantity);
        }));
        c.attempt(() -> clauses.ranges(1, c));
        c.attempt(() -> clauses.every(c));
    }

    @Override
    public Figure figure(Running r, long now) {
        Span span = quantities.getFirst().span();
        Timeline history = r.workspace().timeline(span);
        long first = history.first();
        long from = first;
        long to = now;
        if (!clauses.ranges(1, r).isEmpty()) {
            Clause.Interval interval = clauses.from().getFirst();
            from = r.stepOf(interval.from());
            to = r.stepOf(interval.to());
        }
        int most = (int) Math.clamp(MOST_WORK / EvaluationWork.of(quantities, r, span), FEWEST_POINTS, MOST_POINTS);
        CurveSteps chosen = CurveSteps.of(history, from, to, clauses.every(r), most, "points");
        List<String> notes = new ArrayList<>();
        if (now == 0) {
            notes.add("nothing is trained yet: this is step 0");
        }
        notes.addAll(chosen.notes());
        if (chosen.steps().length == 1 && from < to) {
            notes.add("there is one point: `every` is longer than these updates");
        }
        SampleView.noteError(quantities, r, notes);
        List<Figure.Curve> curves = curves(r, chosen.steps(), notes);
        Axis y = Extent.of(curves, clauses.log());
        Axis x = Axis.linear("updates", from, Math.max(to, from + 1));
        List<Figure.Mark> marks = marks(history, from, to, notes);
        return new Figure.Lines(new Figure.Caption(title(first, from, to, now), notes), x, y, curves, marks, List.of());
    }

    /** Computes all curves in one pass over the history. */
    private List<Figure.Curve> curves(Running r, long[] steps, List<String> notes) {
        double[] x = Arrays.stream(steps).asDoubleStream().toArray();
        List<Sampled> values = new ArrayList<>();
        quantities.forEach(
                quantity -> values.add(new Sampled(Texts.source(quantity.span()), quantity.span(), x.length)));
        for (int i = 0; i < steps.length; i++) {
            r.cancellation().check();
            long step = steps[i];
            for (int q = 0; q < values.size(); q++) {
                Expr quantity = quantities.get(q);
                values.get(q).set(i, () -> r.number(quantity, step));
            }
        }
        return values.stream()
                .map(y -> new Figure.Curve(y.name(), x, y.finish(clauses.log(), notes), false))
                .toList();
    }

    private static List<Figure.Mark> marks(Timeline history, long from, long to, List<String> notes) {
        List<Figure.Mark> marks = new ArrayList<>();
        List<Long> begun = history.marks();
        for (int i = 0; i < begun.size(); i++) {
            long step = begun.get(i);
            if (step > from && step < to) {
                marks.add(new Figure.Mark(step, "training " + (i + 1)));
            }
        }
        if (from == history.first() && from > 0) {
            notes.add("training was resumed at step " + Thousands.of(from));
        }
        if (marks.size() > MOST_MARKS) {
            notes.add(Thousands.of(marks.size()) + " trainings began here; they are not marked");
            return List.of();
        }
        return marks;
    }

    private String title(long first, long from, long to, long now) {
        String names = Texts.sources(quantities.subList(0, Math.min(quantities.size(), MOST_NAMES)));
        int more = quantities.size() - MOST_NAMES;
        String all = more > 0 ? names + " and " + more + " more" : names;
        if (now == first) {
            return all + StepTitle.after(now);
        }
        return from == first && to == now
                ? all + " over " + Thousands.count(to - from, "update")
                : all + " from step " + Thousands.of(from) + " to " + Thousands.of(to);
    }
}
