package org.nnlang.slips;

import static org.nnlang.math.Function.EXP;
import static org.nnlang.math.Function.MAX;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Entries.Entry;
import org.nnlang.slips.Sheet.Line;

/** Lines that are replaced as a whole. */
final class WholeLines {
    private final Sheet sheet;
    private final Network network;
    private final Line line;
    private final Adder to;

    /** Takes what stands in the line's place. */
    interface Adder {
        void add(String operation, Formula formula, double weight);
    }

    private WholeLines(Sheet sheet, Line line, Adder to) {
        this.sheet = sheet;
        this.line = line;
        this.to = to;
        network = sheet.network();
    }

    /** Shows all that could stand in a line's place. */
    static void of(Sheet sheet, Line line, Adder to) {
        new WholeLines(sheet, line, to).find();
    }

    private void find() {
        Cell cell = line.cell();
        if (cell.kind() == Kind.ERROR || cell.kind() == Kind.LOSS) {
            penalty();
            to.add("root of the error", new Formula.Root(line.formula()), 0.3);
            squareOfSum();
        }
        if (cell.kind() == Kind.DELTA && cell.layer() == network.depth()) {
            errorForDelta(cell);
        }
        if (cell.kind() == Kind.MEAN) {
            to.add("first of the batch", cell.as(Kind.GRADIENT), 0.5);
            List<Formula> all = new ArrayList<>();
            for (int row = 0; row < sheet.rows(); row++) {
                all.add(cell.as(Kind.GRADIENT).inRow(row));
            }
            to.add("largest of the batch", new Formula.Call(MAX, all), Rewriter.RARE);
            to.add("last of the batch", cell.as(Kind.GRADIENT).inRow(sheet.rows() - 1), 0.4);
        }
        if (cell.kind() == Kind.GRADIENT) {
            Formula parameter = sheet.parameter(cell.parameter());
            Formula step = Formula.product(Cell.single(Kind.RATE, 0), line.formula());
            to.add("new value for gradient", Formula.difference(parameter, step), 0.15);
            to.add("parameter minus gradient", Formula.difference(parameter, line.formula()), 0.15);
        }
        if (cell.kind() == Kind.NEXT) {
            to.add("gradient for new value", cell.as(sheet.rows() > 1 ? Kind.MEAN : Kind.GRADIENT), 0.1);
        }
        if (cell.kind() == Kind.PARTIAL) {
            derivative(cell);
        }
        if (cell.kind() == Kind.OUT) {
            activations();
        } else if (cell.kind() == Kind.SLOPE && cell.neuron() == cell.other()) {
            Activation own = network.layer(cell.layer()).activation();
            Cell net = cell.as(Kind.NET).plain();
            Cell out = cell.as(Kind.OUT).plain();
            for (Activation other : familiar(own)) {
                to.add("slope of " + other.name(), slope(other, net, out), 0.6);
            }
            to.add("out for slope", out, 0.3);
            to.add("net for slope", net, 0.3);
            if (own.elementwise()) {
                to.add("slope at out", slope(own, out, own.value().bind(own.symbols(out, out))), 0.5);
            }
        }
    }

    /** The derivative of the whole error instead of one output's; of a net, what it is derived by instead of its factor. */
    private void derivative(Cell cell) {
        Quantity.Scalar by = cell.partial().by();
        boolean ofNet = cell.partial().of() instanceof Quantity.Net;
        Quantity.Scalar instead = ofNet ? by : new Quantity.Partial(new Quantity.TotalError(), by);
        Cell taken = cell.partial().of() instanceof Quantity.Output ? null : sheet.cell(instead, cell.row());
        if (taken != null) {
            to.add(ofNet ? "by for derivative" : "whole error", taken, ofNet ? 0.4 : 0.6);
        }
    }

    /** The square of the sum of all differences instead of the sum of their squares. */
    private void squareOfSum() {
        List<Formula> bases = new ArrayList<>();
        List<Entry> rest = new ArrayList<>();
        for (Entry term : Entries.of(line.formula()).all()) {
            Line share = term.of() instanceof Cell cell && cell.kind() == Kind.SHARE ? sheet.line(cell) : null;
            List<Entry> factors = new ArrayList<>(
                    share == null ? List.of() : Entries.of(share.formula()).all());
            for (Entry factor : List.copyOf(factors)) {
                if (factor.of() instanceof Formula.Power power) {
                    bases.add(power.base());
                    factors.remove(factor);
                }
            }
            rest = factors;
        }
        if (bases.size() > 1) {
            rest.add(new Entry(1, Formula.square(new Formula.Sum(bases))));
            to.add("square of the sum", Entries.product(rest), Rewriter.RARE);
        }
    }

    /** The error itself goes back, not its derivative. */
    private void errorForDelta(Cell cell) {
        Cell taken = network.output().size() == 1 ? Cell.single(Kind.ERROR, cell.row()) : cell.as(Kind.SHARE);
        if (sheet.has(taken)) {
            to.add("error for delta", taken, 0.2);
        }
    }

    /** The error with the decay's penalty, ½ λ Σ w². */
    private void penalty() {
        sheet.settings().stream()
                .filter(n -> n.letter().equals("λ"))
                .findFirst()
                .ifPresent(decay -> {
                    List<Formula> squares = new ArrayList<>();
                    for (int p = 0; p < network.parameterCount(); p++) {
                        if (network.isWeight(p)) {
                            squares.add(Formula.square(sheet.parameter(p)));
                        }
                    }
                    Formula sum = Formula.product(decay, new Formula.Sum(squares));
                    to.add("penalty", Formula.sum(line.formula(), Formula.product(Formula.number(0.5), sum)), 0.4);
                    to.add("penalty without ½", Formula.sum(line.formula(), sum), 0.2);
                });
    }

    private static Formula slope(Activation of, Formula net, Formula out) {
        return of.derivative().bind(of.symbols(net, out));
    }

    private void activations() {
        Cell cell = line.cell();
        Activation own = network.layer(cell.layer()).activation();
        Cell net = cell.as(Kind.NET);
        for (Activation other : familiar(own)) {
            to.add(
                    "activation " + other.name(),
                    other.value().bind(other.symbols(net, net)),
                    other.name().equals("relu") ? 0.5 : 1);
        }
        if (!own.isLinear() && own.elementwise()) {
            to.add("activation twice", line.formula().equals(net) ? net : again(own, line.formula()), 0.3);
        } else if (!own.elementwise()) {
            softmax(cell, net);
        }
        if (!own.isLinear()) {
            to.add("e^net", Formula.call(EXP, net), 0.1);
        }
    }

    /** An activation of a formula. */
    static Formula again(Activation activation, Formula once) {
        return activation.value().bind(Map.of(activation.variable(), once));
    }

    private void softmax(Cell cell, Cell net) {
        List<Formula> powers = new ArrayList<>();
        for (int k = 0; k < network.size(cell.layer()); k++) {
            Line once = sheet.line(Cell.neuron(Kind.OUT, cell.row(), cell.layer(), k));
            powers.add(Formula.call(EXP, once.formula()));
        }
        to.add("softmax twice", Formula.quotient(powers.get(cell.neuron()), new Formula.Sum(powers)), 0.6);
        to.add("without division", Formula.call(EXP, net), 0.3);
    }

    private static List<Activation> familiar(Activation own) {
        return List.of(Activations.SIGMOID, Activations.TANH, Activations.RELU, Activations.LINEAR).stream()
                .map(Catalogue.Entry::standard)
                .filter(other -> !other.name().equals(own.name()))
                .toList();
    }
}
