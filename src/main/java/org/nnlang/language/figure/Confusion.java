package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.DomainGuard;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Texts;
import org.nnlang.language.Value;
import org.nnlang.language.statement.Clause;
import org.nnlang.network.Classification;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/**
 * {@code plot confusion}, {@code show confusion(test)}: how many samples of each class the network takes for which. Weights of
 * samples don't count, as in {@code accuracy}.
 *
 * @param subject {@code confusion} or {@code confusion(test)}
 */
public record Confusion(Expr subject) implements PictureKind {
    @Override
    public String name() {
        return "plot confusion";
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.noneOf(Clause.Kind.class);
    }

    private Span span() {
        return subject.span();
    }

    private Quantity.Set set() {
        if (!(subject instanceof Expr.Call call)) {
            return Quantity.Set.TRAINING;
        }
        if (call.arguments().size() != 1) {
            throw new Failure(
                    span(),
                    Problem.WRONG_ARGUMENT_COUNT,
                    "confusion",
                    call.arguments().size(),
                    "`confusion` or `confusion(test)`");
        }
        Expr argument = call.arguments().getFirst();
        if (argument instanceof Expr.Name name && name.name().equals("test")) {
            return Quantity.Set.TEST;
        }
        String found = "`" + Texts.source(argument.span()) + "`";
        throw new Failure(argument.span(), Problem.WRONG_KIND, "`test`", found);
    }

    @Override
    public void check(Checking c) {
        needs(c);
    }

    private void needs(Context c) {
        c.needs(span()).check(new Quantity.Accuracy(set()));
    }

    /**
     * The counts at a step.
     *
     * @param names the classes
     * @param counts how many samples of a class, the row, the network takes for a class, the column
     */
    private record Counts(List<String> names, int[][] counts, QuantityValues reading) {
        int of(int k) {
            int sum = 0;
            for (int count : counts[k]) {
                sum += count;
            }
            return sum;
        }

        int takenFor(int k) {
            int sum = 0;
            for (int[] row : counts) {
                sum += row[k];
            }
            return sum;
        }

        int right() {
            int sum = 0;
            for (int k = 0; k < counts.length; k++) {
                sum += counts[k][k];
            }
            return sum;
        }

        int all() {
            int sum = 0;
            for (int k = 0; k < counts.length; k++) {
                sum += of(k);
            }
            return sum;
        }

        /** a / b, rounded as all numbers are; NaN if b is 0. */
        double share(double a, double b) {
            double share = a / b;
            return reading.arithmetic().rounds() ? reading.arithmetic().round(share) : share;
        }
    }

    private Counts counts(Running r, long step) {
        needs(r);
        QuantityValues reading = r.workspace().readings(span()).at(step);
        new DomainGuard(reading, span()).check(new Quantity.Accuracy(set()));
        Network network = reading.network();
        SampleView samples = new SampleView(r.workspace().samples(), network);
        Classification classes = samples.classes();
        if (classes == null) {
            boolean one = network.output().size() == 1;
            String help = one
                    ? "one output has two classes if its targets have two values, like 0 and 1"
                    : "several outputs are classes with softmax, or with targets like 1, 0 and 0, 1";
            throw new Failure(span(), Problem.NO_CLASSES, "`confusion`", help);
        }
        boolean test = set() == Quantity.Set.TEST;
        double[][] inputs =
                test ? reading.samples().testInputs() : reading.samples().inputs();
        double[][] targets =
                test ? reading.samples().testTargets() : reading.samples().targets();
        int[][] counts = new int[classes.count()][classes.count()];
        reading.each(inputs, (row, _, out) -> {
            int taken = classes.of(out);
            if (taken < 0) {
                r.overflows(span()).checkResult(Texts.source(span()), Double.NaN);
            }
            counts[classes.of(targets[row])][taken]++;
        });
        return new Counts(samples.names(), counts, reading);
    }

    /** The counts, then how well each class is found, then the accuracy; {@code at} follows their names, as {@code  @ 3}. */
    public List<Event> table(Running r, long step, String at) {
        Counts c = counts(r, step);
        List<String> header = new ArrayList<>(List.of("predicted"));
        header.addAll(c.names);
        List<Event.Row> rows = new ArrayList<>();
        List<Event.Row> measures = new ArrayList<>();
        for (int k = 0; k < c.counts.length; k++) {
            List<Event.Cell> cells = new ArrayList<>();
            for (int count : c.counts[k]) {
                cells.add(new Event.Number(count));
            }
            rows.add(new Event.Row("true " + c.names.get(k), cells));
            double hits = c.counts[k][k];
            measures.add(new Event.Row(
                    c.names.get(k),
                    List.of(
                            cell(c.share(hits, c.takenFor(k))),
                            cell(c.share(hits, c.of(k))),
                            cell(c.share(2 * hits, c.takenFor(k) + c.of(k))),
                            new Event.Number(c.of(k)))));
        }
        List<String> names = List.of("class", "precision", "recall", "F1", "samples");
        String accuracy = set() == Quantity.Set.TEST ? "accuracy(test)" : "accuracy";
        Value share = new Value.Scalar(c.share(c.right(), c.all()));
        return List.of(
                new Event.Listed(span(), Texts.source(span()) + at, header, rows, r.digits()),
                new Event.Listed(span(), "classes", names, measures, r.digits()),
                new Event.Shown(span(), accuracy + at, share, r.digits(), false));
    }

    private static Event.Cell cell(double share) {
        return Double.isNaN(share) ? new Event.None() : new Event.Number(share);
    }

    @Override
    public Figure figure(Running r, long step) {
        Counts c = counts(r, step);
        int classes = c.counts.length;
        double[] values = new double[classes * classes];
        Extent extent = new Extent().add(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = c.counts[i / classes][i % classes];
            extent.add(values[i]);
        }
        List<String> rows = c.names.stream().map(name -> "true " + name).toList();
        List<String> columns = c.names.stream().map(name -> "as " + name).toList();
        Figure.Matrix matrix = new Figure.Matrix("", values, classes, classes, rows, columns);
        String set = set() == Quantity.Set.TEST ? "test sample" : "training sample";
        String title = "confusion of " + Message.count(c.all(), set) + StepTitle.after(step);
        List<String> notes = List.of(
                "rows are the true classes, columns what the network takes them for",
                Thousands.of(c.right()) + " of " + Thousands.of(c.all()) + " are right");
        Axis scale = Axis.linear("samples", 0, Math.max(1, extent.greatest()));
        return new Figure.Matrices(new Figure.Caption(title, notes), scale, false, List.of(matrix));
    }
}
