package org.nnlang.slips;

import java.util.Objects;
import org.nnlang.network.Network;
import org.nnlang.slips.Sheet.Line;

/**
 * Lines of a worksheet changed alike.
 *
 * @param pattern what is changed in a line
 * @param scope the lines
 * @param at the update, from 0, in which they are changed; {@link #ALWAYS}, or {@link #READING}
 */
public record Rewriting(Pattern pattern, Scope scope, long at) {
    /** In all updates, and in what is read after them. */
    public static final long ALWAYS = -1;

    /** In what is read after the last update, only. */
    public static final long READING = -2;

    /**
     * A place in a line's formula and what is done there; it tells the same place in the lines of other neurons.
     *
     * @param family the lines that have it
     * @param operation what is done
     * @param place what the place is a part of, from the whole line on
     * @param ordinal which of several like places, from 0, or −1 for all
     */
    public record Pattern(String family, String operation, String place, int ordinal) {
        // Like those of cells, what a record generates for itself is slow before it is compiled.
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Pattern p
                            && ordinal == p.ordinal
                            && place.equals(p.place)
                            && operation.equals(p.operation)
                            && family.equals(p.family);
        }

        @Override
        public int hashCode() {
            return (place.hashCode() * 31 + operation.hashCode()) * 31 + ordinal;
        }
    }

    /**
     * Which lines of a family are changed.
     *
     * @param kind the kind of line, activation, or sort of parameter
     * @param layer the layer, or −1
     * @param neuron the neuron, or −1
     * @param cell the line, or null
     */
    public record Scope(Width width, String kind, int layer, int neuron, Cell cell) {
        /** All lines of the family. */
        static final Scope FAMILY = new Scope(Width.FAMILY, "", -1, -1, null);

        /** How much a scope takes in. */
        public enum Width {
            FAMILY,
            KIND,
            /** Layers of one activation. */
            FORMULA,
            /** All weights, or all biases. */
            PARAMETERS,
            LAYER,
            UNIT,
            /** One line, of all samples. */
            LINE,
            /** One line of one sample. */
            ONE
        }

        /** All lines of a kind. */
        static Scope kind(String kind) {
            return new Scope(Width.KIND, kind, -1, -1, null);
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Scope s
                            && width == s.width
                            && layer == s.layer
                            && neuron == s.neuron
                            && kind.equals(s.kind)
                            && Objects.equals(cell, s.cell);
        }

        @Override
        public int hashCode() {
            return ((width.ordinal() * 31 + layer) * 31 + neuron) * 31 + kind.hashCode() + Objects.hashCode(cell);
        }

        /** Whether it is a lapse: something that is done in one place, not believed. */
        boolean isLapse() {
            return width.compareTo(Width.UNIT) >= 0;
        }

        /** The activation of a cell's layer; empty if it belongs to none, or to the input, which has none. */
        static String activation(Cell cell, Network network) {
            return cell.layer() <= 0
                    ? ""
                    : network.layer(cell.layer()).activation().name();
        }

        /** The scope of this width that a line is in. */
        static Scope of(Width width, Line line, Sheet sheet) {
            Cell c = line.cell();
            return switch (width) {
                case FAMILY -> FAMILY;
                case KIND -> kind(line.kind());
                case FORMULA -> new Scope(width, activation(c, sheet.network()), -1, -1, null);
                case PARAMETERS ->
                    new Scope(width, c.ofParameter() ? c.ofBias() ? "b" : "w" : line.kind(), -1, -1, null);
                case LAYER -> new Scope(width, line.kind(), c.layer(), -1, null);
                case UNIT -> new Scope(width, line.kind(), c.layer(), c.neuron(), null);
                case LINE -> new Scope(width, line.kind(), c.layer(), c.neuron(), c.inRow(0));
                case ONE -> new Scope(width, line.kind(), c.layer(), c.neuron(), c);
            };
        }
    }
}
