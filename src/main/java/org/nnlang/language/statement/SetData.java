package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.GivenSamples;
import org.nnlang.language.KnownSamples;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Samples;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code data = [0, 0 -> 0; 0, 1 -> 1 : 2]}: sets the samples, one in each row, with targets after the arrow, then a weight. */
public record SetData(List<DataRow> rows, Span span) implements Statement {
    /** One row of {@code data}: numbers, or one vector, on each side; {@code weight} is null if it has none. */
    public record DataRow(List<Expr> inputs, List<Expr> targets, Expr weight, Span span) {}

    @Override
    public void check(Checking c) {
        Network network = c.network(span);
        c.give(KnownSamples.ofRows(rows.size()));
        for (DataRow row : rows) {
            checkSizes(network, row, count(row.inputs, c), count(row.targets, c));
            weight(row, c);
        }
    }

    /** The number of numbers, written one by one or as a single vector; −1 if it isn't known. */
    private static int count(List<Expr> expressions, Checking c) {
        if (expressions.size() == 1) {
            Shape shape = c.shape(expressions.getFirst()).asVector();
            if (shape.is(Shape.Kind.VECTOR) || shape.is(Shape.Kind.ANY)) {
                return shape.columns();
            }
        }
        expressions.forEach(c::number);
        return expressions.size();
    }

    @Override
    public void run(Running r) {
        Network network = r.network(span);
        double[][] inputs = new double[rows.size()][];
        double[][] targets = new double[rows.size()][];
        boolean weighted = rows.stream().anyMatch(row -> row.weight != null);
        double[] weights = weighted ? new double[rows.size()] : null;
        for (int i = 0; i < inputs.length; i++) {
            DataRow row = rows.get(i);
            inputs[i] = numbers(row.inputs, r);
            targets[i] = numbers(row.targets, r);
            checkSizes(network, row, inputs[i].length, targets[i].length);
            if (weighted) {
                weights[i] = weight(row, r);
            }
        }
        r.workspace().give(GivenSamples.of(Samples.weighted(inputs, targets, weights)));
    }

    /** The weight of a row, 1 if it has none, NaN if it isn't known yet. */
    private static double weight(DataRow row, Context c) {
        if (row.weight == null) {
            return 1;
        }
        double weight = c.number(row.weight);
        if (weight < 0) {
            String range = "a number of at least 0";
            throw new Failure(
                    row.weight.span(), Problem.BAD_VALUE, "the weight of a sample", Texts.number(weight), range);
        }
        return weight;
    }

    private static double[] numbers(List<Expr> expressions, Running r) {
        double[] numbers = expressions.size() == 1
                ? r.vector(expressions.getFirst()).clone()
                : expressions.stream().mapToDouble(r::number).toArray();
        r.overflows(expressions.getFirst().span().to(expressions.getLast().span()))
                .check(numbers);
        return numbers;
    }

    /** Fails unless a row has the network's numbers of inputs and targets; −1 is a number not known yet. */
    private static void checkSizes(Network network, DataRow row, int inputs, int targets) {
        checkSize("input", network.input(), inputs, row.span);
        checkSize("target", network.output().neurons(), targets, row.span);
    }

    private static void checkSize(String what, Neurons neurons, int found, Span span) {
        if (found >= 0 && found != neurons.size()) {
            throw new Failure(span, Problem.DATA_ROW_SIZE, Message.count(neurons.size(), what), neurons.layer(), found);
        }
    }
}
