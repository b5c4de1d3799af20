package org.nnlang.slips;

import java.util.Map;
import org.nnlang.explain.Names;
import org.nnlang.explain.Symbol;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** Turns the cells of a worksheet into the symbols that people read, with their values. */
public final class Symbols {
    private final Sheet sheet;
    private final Map<Cell, Double> values;
    private final long step;

    /** The symbols of update {@code step}, from 0, or of what is read after {@code step} updates. */
    Symbols(Sheet sheet, Map<Cell, Double> values, long step) {
        this.sheet = sheet;
        this.values = values;
        this.step = step;
    }

    /** A formula with symbols instead of cells. */
    Formula of(Formula formula) {
        return formula instanceof Cell cell ? of(cell) : Parts.map(formula, this::of);
    }

    /** A quantity of the network, or the letter of an optimizer's line. */
    Formula of(Cell cell) {
        double value = values.getOrDefault(cell, Double.NaN);
        Quantity.Scalar quantity = quantity(cell, sheet.network());
        if (quantity == null) {
            return letter(cell, value);
        }
        int row = cell.ofParameter() && cell.kind() != Cell.Kind.GRADIENT || sheet.rows() == 1 ? 0 : cell.row() + 1;
        return new Symbol(quantity, row, cell.kind() == Cell.Kind.NEXT ? step + 1 : -1, value);
    }

    private Formula letter(Cell cell, double value) {
        return switch (cell.kind()) {
            case OLD -> new Formula.Named(cell.name(), "n−1", value);
            default -> {
                boolean ofUpdate = cell.name().endsWith("_n") || sheet.isCarried(cell);
                yield new Formula.Named(letterOf(cell), ofUpdate ? "n" : "", value);
            }
        };
    }

    /** The quantity that a cell holds, or null for what has only a letter. */
    public static Quantity.Scalar quantity(Cell c, Network network) {
        return switch (c.kind()) {
            case NET -> new Quantity.Net(c.layer(), c.neuron());
            case OUT -> new Quantity.Output(c.layer(), c.neuron());
            case TARGET -> new Quantity.Target(c.neuron());
            case SHARE -> new Quantity.ErrorShare(c.neuron());
            case ERROR -> new Quantity.TotalError();
            case LOSS -> new Quantity.MeanLoss(Quantity.Set.TRAINING);
            case BY_OUTPUT ->
                new Quantity.Partial(new Quantity.TotalError(), new Quantity.Output(c.layer(), c.neuron()));
            case SLOPE ->
                new Quantity.Partial(
                        new Quantity.Output(c.layer(), c.other()), new Quantity.Net(c.layer(), c.neuron()));
            case DELTA -> new Quantity.Delta(c.layer(), c.neuron());
            case WEIGHT, BIAS, NEXT -> new Quantity.Parameter(c.parameter());
            case PARTIAL -> c.partial();
            case GRADIENT -> new Quantity.Gradient(c.parameter());
            case MEAN, OLD, LINE, RATE, SAMPLE_WEIGHT, UPDATES -> null;
        };
    }

    /** What a cell is called in a script, or by its letter and its parameter: {@code net(h1)}, {@code m of w5}. */
    public static String name(Cell cell, Network network) {
        Quantity.Scalar quantity = quantity(cell, network);
        if (quantity != null) {
            return new Names(network).syntax(quantity);
        }
        String letter = letterOf(cell);
        return cell.ofParameter() ? letter + " of " + network.parameterName(cell.parameter()) : letter;
    }

    /** The letter of a cell without a quantity. */
    public static String letterOf(Cell cell) {
        return switch (cell.kind()) {
            case RATE -> "η";
            case UPDATES -> "n";
            case SAMPLE_WEIGHT -> "weight";
            case MEAN -> "ḡ";
            default ->
                cell.name().endsWith("_n")
                        ? cell.name().substring(0, cell.name().length() - 2)
                        : cell.name();
        };
    }
}
