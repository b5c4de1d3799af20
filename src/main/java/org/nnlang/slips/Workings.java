package org.nnlang.slips;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Limits;
import org.nnlang.explain.Symbol;
import org.nnlang.explain.Worksheet;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.training.Plan;
import org.nnlang.training.Replay;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/**
 * What a reader writes down, line by line: one update, or the reading after the last.
 *
 * @param lines what is worked out, by its quantity, in the order of working; a parameter stands for its new value
 * @param before the parameters before it
 */
record Workings(Map<Quantity.Scalar, Derivation> lines, double[] before) {
    /** The working of a calculation after so many updates, or null where its training leaves the finite numbers. */
    static Workings at(Calculation calculation, long step, Cancellation cancellation) {
        Replay replay = calculation.replay();
        boolean last = step >= replay.updates();
        State state = (last ? replay : replay.first(step)).run(cancellation);
        if (state == null) {
            return null;
        }
        Map<Quantity.Scalar, Derivation> lines = new LinkedHashMap<>();
        Plan plan = last ? calculation.now() : replay.planAt(step);
        State written = state.written(plan.network(), plan.arithmetic());
        if (last) {
            read(lines, calculation.reading(written));
        } else {
            update(lines, plan, written);
        }
        return new Workings(lines, written.parameters().clone());
    }

    private static void update(Map<Quantity.Scalar, Derivation> lines, Plan plan, State state) {
        Sample sample = plan.samples().row(new Trainer(plan).nextRows(state)[0]);
        QuantityValues reading = state.values(plan.network(), sample, plan.samples(), plan.arithmetic());
        read(lines, reading);
        Worksheet worksheet = new Worksheet(reading, plan, state, Limits.STANDARD);
        add(lines, worksheet.shown(worksheet.update()));
    }

    private static void read(Map<Quantity.Scalar, Derivation> lines, QuantityValues reading) {
        Sample sample = reading.sample();
        if (sample == null || sample.input() == null) {
            return;
        }
        Worksheet worksheet = new Worksheet(reading, Limits.STANDARD);
        add(lines, worksheet.shown(worksheet.forward()));
        add(lines, worksheet.shown(worksheet.backward()));
    }

    private static void add(Map<Quantity.Scalar, Derivation> lines, List<Derivation> told) {
        for (Derivation line : told) {
            if (line.lhs() instanceof Symbol symbol) {
                lines.put(Symbols.plain(symbol.quantity()), line);
            }
        }
    }

    /** The value that a line gives; of a parameter that isn't updated, the one that it keeps; else NaN. */
    double value(Quantity.Scalar quantity) {
        Derivation line = lines.get(quantity);
        if (line != null) {
            return line.result();
        }
        return quantity instanceof Quantity.Parameter q && q.index() < before.length ? before[q.index()] : Double.NaN;
    }
}
