package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Faults;
import org.nnlang.language.NamedValues;
import org.nnlang.language.Overflows;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.language.Value;
import org.nnlang.language.ValueArithmetic;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.text.Message;
import org.nnlang.text.Span;

/**
 * {@code predict [1, 2]}, {@code predict [5.1, 3.5] raw}: the outputs for another input.
 *
 * @param raw whether the input is in the data file's units and must be scaled like the file's columns
 */
public record Predict(Expr input, boolean raw, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.vector("predict", c.network(span).input(), input);
        checkRaw(c);
    }

    private void checkRaw(Context c) {
        if (raw) {
            c.needs(span).file("`predict … raw`");
        }
    }

    @Override
    public void run(Running r) {
        Network network = r.network(span);
        double[] values = r.vector("predict", network.input(), input);
        checkRaw(r);
        if (raw) {
            values = r.workspace().samples().file().scaling().apply(values);
        }
        Overflows overflows = r.overflows(span);
        overflows.check("predict", values, network.input());
        QuantityValues reading = r.workspace().readings(span).now();
        Message fault =
                new Faults(network, reading.on(new Sample(values, null)).forward(), null).outputs(network.depth());
        if (fault != null) {
            throw new Failure(span, fault);
        }
        Value outputs = outputs(reading, values);
        double[] numbers = outputs.values();
        for (int k = 0; k < numbers.length; k++) {
            overflows.checkResult(network.output().neurons().name(k), numbers[k]);
        }
        Value exact = r.workspace().settings().arithmetic().rounds()
                ? outputs(r.workspace().readings(span).exact(), values)
                : outputs;
        r.show(span, Texts.source(span), outputs, ValueArithmetic.same(outputs, exact) ? null : exact);
    }

    private static Value outputs(QuantityValues reading, double[] values) {
        return NamedValues.of(
                new Quantity.LayerOutputs(reading.network().depth()), reading.on(new Sample(values, null)));
    }
}
