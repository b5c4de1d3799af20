package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.data.FileSummary;
import org.nnlang.data.NewRows;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Faults;
import org.nnlang.language.NamedValues;
import org.nnlang.language.Running;
import org.nnlang.language.Texts;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.text.Digits;
import org.nnlang.text.Message;
import org.nnlang.text.Span;

/** Writes the rows of a file with the outputs next to their cells. */
final class Predictions {
    private static final String CLASS = "predicted";

    private final Running r;
    private final FileSummary known;
    private final NewRows rows;
    private final Span span;

    Predictions(Running r, FileSummary known, NewRows rows, Span span) {
        this.r = r;
        this.known = known;
        this.rows = rows;
        this.span = span;
    }

    String text(Expr.Text path) {
        Network network = r.network(span);
        QuantityValues reading = r.workspace().readings(span).now();
        List<String> names = names(network);
        List<List<String>> all = new ArrayList<>();
        for (int row = 0; row < rows.inputs().length; row++) {
            r.cancellation().check();
            double[] input = rows.inputs()[row];
            all.add(input == null ? blanks(names.size()) : values(network, reading, input, path, row));
        }
        return rows.withColumns(names, all);
    }

    private static List<String> blanks(int count) {
        return java.util.Collections.nCopies(count, "");
    }

    /** The names of the added columns: an output's neuron or class each, then the predicted class. */
    private List<String> names(Network network) {
        boolean ownNames = known.classes().size() != network.output().size();
        List<String> names = new ArrayList<>();
        for (String name : ownNames ? Texts.names(network.output().neurons()) : known.classes()) {
            names.add(free(name));
        }
        if (!known.classes().isEmpty()) {
            names.add(free(CLASS));
        }
        return names;
    }

    private String free(String name) {
        return rows.header().contains(name) ? "predicted " + name : name;
    }

    private List<String> values(Network network, QuantityValues reading, double[] input, Expr.Text path, int row) {
        QuantityValues of = reading.on(new Sample(input, null));
        Message fault = new Faults(network, of.forward(), null).outputs(network.depth());
        if (fault != null) {
            throw new Failure(path.span(), fault);
        }
        double[] outputs =
                NamedValues.of(new Quantity.LayerOutputs(network.depth()), of).values();
        List<String> values = new ArrayList<>();
        for (double output : outputs) {
            String text = Digits.shortest(output);
            values.add(rows.format().decimal() == ',' ? text.replace('.', ',') : text);
        }
        if (known.twoValued()) {
            values.add(known.classes().get(outputs[0] >= 0.5 ? 1 : 0));
        } else if (!known.classes().isEmpty()) {
            int best = 0;
            for (int k = 1; k < outputs.length; k++) {
                best = outputs[k] > outputs[best] ? k : best;
            }
            values.add(known.classes().get(best));
        }
        return values;
    }
}
