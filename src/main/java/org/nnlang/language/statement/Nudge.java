package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Names;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.DomainGuard;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Overflows;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.text.Digits;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code nudge w5 by 0.01}: shows how the error changes with a parameter or an input, next to the gradient's prediction. If
 * there are several samples, shows how the loss changes with a parameter. The network stays as it is.
 */
public record Nudge(Expr quantity, Expr by, Span span) implements Statement {
    @Override
    public boolean asksForLoss() {
        return true;
    }

    @Override
    public void check(Checking c) {
        c.shape(quantity);
        slope(c);
        c.number(by);
    }

    /** The derivative of the error, or of the loss, by the nudged quantity; fails if there is none. */
    private Quantity.Partial slope(Context c) {
        c.network(quantity.span());
        Quantity meant = c.quantity(quantity);
        boolean parameter = meant instanceof Quantity.Parameter;
        if (!parameter && !(meant instanceof Quantity.Output input && input.layer() == 0)) {
            String found = "`" + Texts.source(quantity.span()) + "`";
            throw new Failure(quantity.span(), Problem.WRONG_KIND, "a parameter or an input, like w1 or x1,", found);
        }
        boolean mean = parameter && c.declarations().samples().count() > 1;
        Quantity.Scalar of = mean ? new Quantity.MeanLoss(Quantity.Set.TRAINING) : new Quantity.TotalError();
        Quantity.Partial slope = new Quantity.Partial(of, (Quantity.Scalar) meant);
        c.needs(span).check(slope);
        return slope;
    }

    @Override
    public void run(Running r) {
        Quantity.Partial slope = slope(r);
        double step = r.number(by);
        QuantityValues now = r.workspace().readings(span).now();
        ArithmeticMode arithmetic = now.arithmetic();
        Names names = new Names(now.network());
        String name = names.syntax(slope.by());
        double old = now.value(slope.by());
        double nudged = arithmetic.precision().round(old + step);
        Overflows overflows = r.overflows(span);
        overflows.checkResult(name, nudged);
        double before = value(now, slope.of(), overflows, names);
        double after = value(with(now, slope.by(), nudged), slope.of(), overflows, names);
        double change = arithmetic.round(after - before);
        double promised = arithmetic.round(value(now, slope, overflows, names) * step);
        String promise = slope(slope, names, arithmetic) + " · " + Digits.format(step, r.digits());
        overflows.checkResult(promise, promised);
        List<Event.Row> rows = List.of(
                row(name, old, nudged, step),
                row(names.syntax(slope.of()), before, after, change),
                row(promise, Double.NaN, Double.NaN, promised),
                row("apart", Double.NaN, Double.NaN, arithmetic.round(change - promised)));
        List<String> header = List.of("", "before", "after", "change");
        r.tell(new Event.Listed(span, Texts.source(span), header, rows, r.digits()));
    }

    /** The name under which readers know a derivative; in sequence, a gradient is not the derivative. */
    private static String slope(Quantity.Partial slope, Names names, ArithmeticMode arithmetic) {
        return arithmetic.sequence() == null
                        && slope.of() instanceof Quantity.TotalError
                        && slope.by() instanceof Quantity.Parameter(int index)
                ? names.syntax(new Quantity.Gradient(index))
                : names.syntax(slope);
    }

    /** The same reading with another value of the nudged quantity. */
    private static QuantityValues with(QuantityValues reading, Quantity.Scalar nudged, double value) {
        if (nudged instanceof Quantity.Parameter(int index)) {
            return reading.with(index, value);
        }
        double[] input = reading.sample().input().clone();
        input[((Quantity.Output) nudged).neuron()] = value;
        return reading.on(
                new Sample(input, reading.sample().target(), reading.sample().weight()));
    }

    private double value(QuantityValues reading, Quantity.Scalar of, Overflows overflows, Names names) {
        new DomainGuard(reading, span).check(of);
        double value = reading.value(of);
        overflows.checkResult(names.syntax(of), value);
        return value;
    }

    /** A row of numbers; NaN leaves a cell empty. */
    private static Event.Row row(String name, double... numbers) {
        List<Event.Cell> cells = new ArrayList<>();
        for (double number : numbers) {
            cells.add(Double.isNaN(number) ? new Event.Words("") : new Event.Number(number));
        }
        return new Event.Row(name, cells);
    }
}
