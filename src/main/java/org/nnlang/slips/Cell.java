package org.nnlang.slips;

import java.util.Objects;
import org.nnlang.math.Formula;
import org.nnlang.network.Quantity;

/**
 * A number on a worksheet: given, or computed by a line.
 *
 * @param name of an optimizer's line or memory, its name; else empty
 * @param row the sample, from 0; 0 for what belongs to no sample
 * @param layer the layer, from 0, or −1
 * @param neuron the neuron, from 0, or −1
 * @param other of a weight and what belongs to it, the source; of a slope, the neuron whose output it is of; else −1
 * @param parameter the index of the parameter that it belongs to, or −1
 * @param partial which derivative a {@link Kind#PARTIAL} is, layer and neuron those of what is derived; else null
 */
public record Cell(
        Kind kind, String name, int row, int layer, int neuron, int other, int parameter, Quantity.Partial partial)
        implements Formula.Leaf {
    /** What a cell holds. */
    public enum Kind {
        NET("net"),
        OUT("out"),
        TARGET("target"),
        SHARE("error"),
        ERROR("total"),
        LOSS("loss"),
        BY_OUTPUT("∂E/∂out"),
        SLOPE("slope"),
        DELTA("delta"),
        /** Any other derivative, of one number by one. */
        PARTIAL("∂"),
        WEIGHT("w"),
        BIAS("b"),
        GRADIENT("grad"),
        /** The mean of a batch's gradients. */
        MEAN("mean"),
        /** What the optimizer remembers from the update before. */
        OLD("old"),
        /** A line of the optimizer. */
        LINE("line"),
        /** A parameter after the update. */
        NEXT("next"),
        RATE("η"),
        /** What a sample's error is multiplied by. */
        SAMPLE_WEIGHT("weight"),
        /** The number of the update. */
        UPDATES("n");

        private final String role;

        Kind(String role) {
            this.role = role;
        }

        /** The name in patterns, which tell the same place in different lines. */
        String role() {
            return role;
        }
    }

    Cell(Kind kind, String name, int row, int layer, int neuron, int other, int parameter) {
        this(kind, name, row, layer, neuron, other, parameter, null);
    }

    /** A cell of one neuron. */
    static Cell neuron(Kind kind, int row, int layer, int neuron) {
        return new Cell(kind, "", row, layer, neuron, -1, -1);
    }

    /** ∂out(k)/∂net(j) of a layer. */
    static Cell slope(int row, int layer, int j, int k) {
        return new Cell(Kind.SLOPE, "", row, layer, j, k, -1);
    }

    /** A derivative of neuron {@code j} of a layer, or of its error; {@code source} is that of the weight it is by, or −1. */
    static Cell partial(int row, int layer, int j, int source, Quantity.Partial partial) {
        return new Cell(Kind.PARTIAL, "", row, layer, j, source, -1, partial);
    }

    /** A cell that belongs to one sample, or to none. */
    static Cell single(Kind kind, int row) {
        return neuron(kind, row, -1, -1);
    }

    /** The same kind of cell of another row. */
    Cell inRow(int other) {
        return new Cell(kind, name, other, layer, neuron, this.other, parameter, partial);
    }

    /** The same neuron's cell of another kind. */
    Cell as(Kind to) {
        return new Cell(to, "", row, layer, neuron, other, parameter);
    }

    /** The same without the second neuron. */
    Cell plain() {
        return new Cell(kind, name, row, layer, neuron, -1, -1);
    }

    /** Another cell of the same parameter. */
    Cell as(Kind to, String called) {
        return new Cell(to, called, row, layer, neuron, other, parameter);
    }

    /** Whether it belongs to a parameter. */
    public boolean ofParameter() {
        return parameter >= 0;
    }

    /** Whether it belongs to a bias. */
    public boolean ofBias() {
        return ofParameter() && other < 0;
    }

    /** Whether each sample has one of its own. */
    public boolean isOfSample() {
        return switch (kind) {
            case NET, OUT, TARGET, SHARE, ERROR, BY_OUTPUT, SLOPE, DELTA, PARTIAL, GRADIENT -> true;
            case MEAN, LINE, NEXT, OLD, RATE, SAMPLE_WEIGHT, UPDATES, WEIGHT, BIAS, LOSS -> false;
        };
    }

    /** What it is like; a memory is like another. */
    String role() {
        boolean memory = kind == Kind.OLD || kind == Kind.LINE && (name.equals("m") || name.equals("v"));
        if (kind == Kind.SLOPE && neuron != other) {
            return "cross slope";
        }
        if (kind == Kind.PARTIAL) {
            return shortName();
        }
        return name.isEmpty() ? kind.role() : memory ? kind == Kind.OLD ? "old" : "memory" : kind.role() + " " + name;
    }

    /** The derivative without its neurons: {@code ∂out/∂w}. */
    public String shortName() {
        String by = switch (partial.by()) {
            case Quantity.Net _ -> "net";
            case Quantity.Output(int l, int _) -> l == 0 ? "x" : "out";
            default -> other < 0 ? "b" : "w";
        };
        String of = switch (partial.of()) {
            case Quantity.Net _ -> "net";
            case Quantity.Output _ -> "out";
            default -> "error";
        };
        return "∂" + of + "/∂" + by;
    }

    // Worksheets look cells up all the time; what a record generates for itself is slow before it is compiled.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Cell c
                        && kind == c.kind
                        && row == c.row
                        && layer == c.layer
                        && neuron == c.neuron
                        && this.other == c.other
                        && parameter == c.parameter
                        && name.equals(c.name)
                        && Objects.equals(partial, c.partial);
    }

    @Override
    public int hashCode() {
        return ((((kind.ordinal() * 31 + row) * 31 + layer) * 31 + neuron) * 31 + other) * 31
                + parameter
                + name.hashCode();
    }

    /** A cell has a value only where a worksheet is computed. */
    @Override
    public double value() {
        return Double.NaN;
    }
}
