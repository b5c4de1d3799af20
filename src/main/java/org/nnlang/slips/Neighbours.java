package org.nnlang.slips;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Network;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Sheet.Line;

/** Which numbers are easily used instead of a number on a worksheet. */
final class Neighbours {
    /** The weight of a neighbour in the line of a derivative: it is only there if it is asked for. */
    private static final double ASKED = 2;

    /** The weight of a layer's first neuron in place of any: an index that stays where it is. */
    private static final double FIRST = 0.09;

    private final Sheet sheet;
    private final Network network;
    private final List<Neighbour> found = new ArrayList<>();
    private Cell of;
    private Cell line;

    /**
     * A number that is used instead of another one.
     *
     * @param how the relation of the two, the same for all lines of a kind
     * @param weight how likely it is
     */
    record Neighbour(String how, Cell cell, double weight) {}

    private Neighbours(Sheet sheet) {
        this.sheet = sheet;
        network = sheet.network();
    }

    static List<Neighbour> of(Cell cell, Line line, Sheet sheet) {
        Neighbours neighbours = new Neighbours(sheet);
        neighbours.line = line.cell();
        neighbours.of = cell;
        neighbours.find();
        return neighbours.found;
    }

    private void add(String how, Cell cell, double weight) {
        if (!cell.equals(of) && sheet.has(cell)) {
            double likely = line.kind() == Kind.PARTIAL ? ASKED : 1;
            found.add(new Neighbour(how, cell, weight * likely));
        }
    }

    private Cell neuron(Kind kind, int layer, int neuron) {
        return Cell.neuron(kind, of.row(), layer, neuron);
    }

    private void find() {
        switch (of.kind()) {
            case NET -> {
                add("out for net", of.as(Kind.OUT), 0.5);
                add("delta for net", of.as(Kind.DELTA), 0.05);
                add("out of the layer before for net", neuron(Kind.OUT, of.layer() - 1, of.neuron()), 0.1);
                index("net", 0.4);
                samples();
            }
            case OUT -> out();
            case TARGET -> {
                add("output for target", of.as(Kind.OUT), 0.3);
                index("target", 0.5);
                samples();
            }
            case SHARE -> index("error", 0.1);
            case BY_OUTPUT -> {
                add("error for ∂error/∂out", error(), 0.3);
                index("∂error/∂out", 0.3);
            }
            case SLOPE -> slope();
            case DELTA -> {
                add("∂error/∂out for delta", of.as(Kind.BY_OUTPUT), 0.3);
                add("out for delta", of.as(Kind.OUT), 0.2);
                add("delta of the next layer", neuron(Kind.DELTA, of.layer() + 1, of.neuron()), 0.1);
                index("delta", 0.3);
                samples();
            }
            case WEIGHT -> weight();
            case BIAS -> bias();
            case NEXT -> add("old for new", of.as(of.other() < 0 ? Kind.BIAS : Kind.WEIGHT), 0.3);
            case GRADIENT, MEAN -> {
                gradient();
                if (of.other() >= 0) {
                    add("delta for gradient", neuron(Kind.DELTA, of.layer(), of.neuron()), 0.4);
                }
                add("v for gradient", of.as(Kind.LINE, "v").inRow(0), 0.2);
                add("m for gradient", of.as(Kind.LINE, "m").inRow(0), 0.2);
            }
            case OLD, LINE -> memory();
            case ERROR, LOSS, PARTIAL, RATE, SAMPLE_WEIGHT, UPDATES -> {}
        }
    }

    private void out() {
        int l = of.layer();
        if (l > 0) {
            add("net for out", of.as(Kind.NET), 1);
            add("out of the layer before", neuron(Kind.OUT, l - 1, of.neuron()), 0.2);
        }
        if (l == network.depth()) {
            add("target for output", of.as(Kind.TARGET), 0.4);
        } else {
            add("out of the next layer", neuron(Kind.OUT, l + 1, of.neuron()), 0.2);
        }
        add("∂error/∂out for out", of.as(Kind.BY_OUTPUT), 0.1);
        add("delta for out", of.as(Kind.DELTA), 0.1);
        if (line.kind() == Kind.GRADIENT || line.kind() == Kind.PARTIAL && l == line.layer() - 1) {
            add("own out for the source's", neuron(Kind.OUT, line.layer(), line.neuron()), 0.4);
        }
        index(l == 0 ? "input" : "out", 0.4);
        samples();
    }

    private void slope() {
        int size = network.size(of.layer());
        for (int by : new int[] {1, -1}) {
            int j = around(of.neuron() + by, size);
            int k = of.other() == of.neuron() ? j : of.other();
            add(
                    by > 0 ? "slope of the next neuron" : "slope of the neuron before",
                    Cell.slope(of.row(), of.layer(), j, k),
                    0.3);
        }
        for (int by : new int[] {1, -1}) {
            int l = of.layer() + by;
            add(
                    by > 0 ? "slope of the next layer" : "slope of the layer before",
                    Cell.slope(of.row(), l, of.neuron(), of.neuron()),
                    0.1);
        }
        int next = of.layer() + 1;
        if (of.neuron() > 0) {
            add("slope of the first neuron", Cell.slope(of.row(), of.layer(), 0, 0), FIRST);
        }
        add("slope of the next layer's first neuron", Cell.slope(of.row(), next, 0, 0), FIRST);
    }

    /** The error of an output, or of the only one. */
    private Cell error() {
        boolean single = network.output().size() == 1;
        return of.layer() < network.depth() ? of : single ? Cell.single(Kind.ERROR, of.row()) : of.as(Kind.SHARE);
    }

    /** An index one before the first or one after the last, at the other end. */
    private static int around(int index, int size) {
        return (index + size) % size;
    }

    /** The neurons before and after; the last is before the first. */
    private void index(String what, double weight) {
        int size = network.size(of.layer());
        add("next " + what, neuron(of.kind(), of.layer(), around(of.neuron() + 1, size)), weight);
        if (of.neuron() > 0) {
            add("first " + what, neuron(of.kind(), of.layer(), 0), FIRST);
        }
        if (size > 2) {
            add(what + " before", neuron(of.kind(), of.layer(), around(of.neuron() - 1, size)), weight);
        }
    }

    private void samples() {
        int rows = sheet.rows();
        if (rows > 1) {
            add("next sample", of.inRow(around(of.row() + 1, rows)), 0.2);
            add("sample before", of.inRow(around(of.row() - 1, rows)), 0.1);
            add("first sample", of.inRow(0), 0.2);
        }
    }

    private Cell parameter(Kind kind, String name, int l, int j, int i) {
        if (l < 1 || l > network.depth() || j < 0 || j >= network.size(l) || i >= network.size(l - 1)) {
            return of;
        }
        int index = i < 0 ? network.biasIndex(l, j) : network.weightIndex(l, j, i);
        return index < 0 ? of : sheet.parameter(index).as(kind, name).inRow(of.row());
    }

    private Cell beside(int rows, int columns) {
        int l = of.layer();
        int j = around(of.neuron() + rows, network.size(l));
        int i = of.other() < 0 ? -1 : around(of.other() + columns, network.size(l - 1));
        return parameter(of.kind(), of.name(), l, j, i);
    }

    /** What stands in a weight's place if the layer's matrix is read by columns. */
    private Cell byColumns() {
        int at = of.other() * network.size(of.layer()) + of.neuron();
        int sources = network.size(of.layer() - 1);
        return parameter(of.kind(), of.name(), of.layer(), at / sources, at % sources);
    }

    private void weight() {
        add("new for old weight", of.as(Kind.NEXT), 1.5);
        add("transposed", byColumns(), 1);
        beside("weight", 0.3);
    }

    private void beside(String what, double weight) {
        add(what + " of the next source", beside(0, 1), weight);
        add(what + " of the next neuron", beside(1, 0), weight);
        if (network.size(of.layer() - 1) > 2) {
            add(what + " of the source before", beside(0, -1), weight);
        }
        if (network.size(of.layer()) > 2) {
            add(what + " of the neuron before", beside(-1, 0), weight);
        }
    }

    private void bias() {
        add("new for old bias", of.as(Kind.NEXT), 0.3);
        add("bias of the next neuron", beside(1, 0), 0.4);
        for (int by : new int[] {1, -1}) {
            add(
                    by > 0 ? "bias of the next layer" : "bias of the layer before",
                    parameter(of.kind(), "", of.layer() + by, 0, -1),
                    0.3);
        }
    }

    private void gradient() {
        if (of.other() < 0) {
            add("gradient of the next bias", beside(1, 0), 0.3);
        } else {
            beside("gradient", 0.4);
            add("transposed", byColumns(), 0.5);
        }
    }

    private void memory() {
        boolean old = of.kind() == Kind.OLD;
        String name = of.name();
        if (old) {
            add("corrected memory kept", of.as(Kind.OLD, name + "̂"), 0.7);
            add("v for m", of.as(Kind.OLD, name.equals("m") ? "v" : "m"), 0.1);
        } else if (name.endsWith("̂")) {
            add("not corrected", of.as(Kind.LINE, name.substring(0, 1)), 0.5);
        } else {
            add("old memory for new", of.as(Kind.OLD, name), 0.4);
        }
        if (!old && (name.equals("m") || name.equals("v") || name.equals("m̂"))) {
            add("g for memory", of.as(Kind.LINE, "g"), 0.3);
            add("gradient for memory", of.as(sheet.rows() > 1 ? Kind.MEAN : Kind.GRADIENT), 0.3);
        }
        if (of.ofParameter()) { // a norm is of all
            gradient();
        }
    }
}
