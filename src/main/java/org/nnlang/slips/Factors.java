package org.nnlang.slips;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Sheet.Line;

/** What a line, or a part of it, is multiplied by by mistake: a constant, a count, a number of the same neuron. */
final class Factors {
    /** Of a number of the same neuron that has no business in the line. */
    private static final double STRAY = 0.08;

    private final Sheet sheet;
    private final Network network;
    private final Line line;
    private final Cell cell;
    private final List<Factor> all = new ArrayList<>();

    /**
     * A factor.
     *
     * @param name what it is called in the name of an operation
     * @param where what is multiplied by it
     */
    record Factor(String name, Formula formula, double weight, Where where) {
        private Factor(String name, Formula formula, double weight) {
            this(name, formula, weight, Where.ANY);
        }

        /** Whether it could come to a place, which may be the whole line. */
        boolean fits(Formula place, boolean whole) {
            return switch (where) {
                case ANY -> true;
                case WHOLE -> whole;
                case PART -> !whole;
                case BIAS -> place instanceof Cell of && of.kind() == Kind.BIAS;
            };
        }
    }

    /** Where a factor is put in. */
    enum Where {
        ANY,
        WHOLE,
        PART,
        BIAS
    }

    private Factors(Sheet sheet, Line line) {
        this.sheet = sheet;
        this.line = line;
        network = sheet.network();
        cell = line.cell();
    }

    /** The factors of a line. */
    static List<Factor> of(Sheet sheet, Line line) {
        Factors factors = new Factors(sheet, line);
        factors.find();
        factors.all.removeIf(factor -> factor.formula instanceof Cell c && !sheet.has(c));
        return factors.all;
    }

    private void find() {
        switch (cell.kind()) {
            case NET -> {
                int sources = network.size(cell.layer() - 1);
                if (sources > 1) {
                    all.add(new Factor("sources", Formula.named("n", sources), 0.3, Where.BIAS));
                }
            }
            case SHARE, ERROR -> ofLoss();
            case BY_OUTPUT -> {
                if (cell.layer() == network.depth()) {
                    ofLoss();
                    stray("target", Kind.TARGET);
                } else {
                    halves(0.2);
                }
                stray("net", Kind.NET);
                stray("out", Kind.OUT);
            }
            case DELTA -> {
                if (cell.layer() == network.depth()) {
                    ofLoss();
                    stray("target", Kind.TARGET);
                } else {
                    halves(0.2);
                    samples();
                }
                slopes();
                stray("net", Kind.NET);
                all.add(new Factor("out", cell.as(Kind.OUT), 0.15));
            }
            case GRADIENT, MEAN -> {
                halves(0.2);
                samples();
                rate();
                ofParameter();
            }
            case PARTIAL -> {
                if (cell.partial().of() instanceof Quantity.ErrorShare) {
                    halves(0.2);
                    rate();
                }
            }
            case LINE, NEXT -> {
                ofSettings();
                rate();
                halves(0.2);
                if (cell.kind() == Kind.NEXT) {
                    Formula count = Cell.single(Kind.UPDATES, 0);
                    Formula inverse = Formula.quotient(Formula.number(1), count);
                    all.add(new Factor("1/updates", inverse, 4 * STRAY, Where.PART));
                }
                if (cell.kind() == Kind.NEXT || cell.name().equals("g")) {
                    all.add(new Factor("p", sheet.parameter(cell.parameter()), 4 * STRAY, Where.PART));
                }
            }
            default -> {}
        }
    }

    private void stray(String name, Kind kind) {
        stray(name, cell.as(kind).plain());
    }

    private void stray(String name, Cell other) {
        all.add(new Factor(name, other, STRAY, Where.WHOLE));
    }

    /** Of a gradient: the weight or bias, a source where there is none, the neuron's own numbers. */
    private void ofParameter() {
        stray("p", sheet.parameter(cell.parameter()));
        if (cell.kind() == Kind.GRADIENT) {
            if (cell.ofBias()) {
                stray("source", Cell.neuron(Kind.OUT, cell.row(), cell.layer() - 1, 0));
            }
            if (!cell.ofBias() && cell.layer() > 1) {
                stray("source's slope", Cell.slope(cell.row(), cell.layer() - 1, cell.other(), cell.other()));
            }
            stray("out", Cell.neuron(Kind.OUT, cell.row(), cell.layer(), cell.neuron()));
            stray("slope", Cell.slope(cell.row(), cell.layer(), cell.neuron(), cell.neuron()));
        }
    }

    private void rate() {
        all.add(new Factor("η", Cell.single(Kind.RATE, 0), 0.3));
    }

    private void ofSettings() {
        for (Formula.Named setting : sheet.settings()) {
            if (!setting.letter().equals("ε") && !setting.letter().equals("λ")) {
                String name = setting.letter() + setting.index();
                all.add(new Factor("1 − " + name, Formula.difference(Formula.number(1), setting), 0.4));
                all.add(new Factor(name, setting, 0.15));
            }
        }
    }

    private void ofLoss() {
        int outputs = network.output().size();
        halves(0.8);
        if (outputs > 1) {
            Formula n = Formula.named("n", outputs);
            all.add(new Factor("1/n", Formula.quotient(Formula.number(1), n), 0.6));
            all.add(new Factor("n", n, 0.6));
        }
        if (network.loss().entropy() != null) {
            all.add(new Factor("1/ln 10", Formula.number(1 / OtherFunctions.LN_10), 0.02));
            all.add(new Factor("1/ln 2", Formula.number(1 / OtherFunctions.LN_2), 0.02));
        }
        samples();
    }

    private void samples() {
        if (sheet.rows() > 1) {
            Formula n = Formula.named("n", sheet.rows());
            all.add(new Factor("1/samples", Formula.quotient(Formula.number(1), n), 0.3));
        }
    }

    private void halves(double weight) {
        all.add(new Factor("½", Formula.number(0.5), weight));
        all.add(new Factor("2", Formula.number(2), weight));
    }

    /** The derivative of the activation once more; after an entropy, which has cancelled it, once. */
    private void slopes() {
        Cell own = Cell.slope(cell.row(), cell.layer(), cell.neuron(), cell.neuron());
        if (sheet.has(own)) {
            all.add(new Factor("slope", own, 1));
        } else {
            Formula out = cell.as(Kind.OUT);
            all.add(new Factor("slope", Formula.product(out, Formula.difference(Formula.number(1), out)), 1));
        }
    }
}
