package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Network;
import org.nnlang.slips.Cell;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Rewriting.Scope;
import org.nnlang.slips.Sheet.Line;
import org.nnlang.slips.Symbols;

/** What a line of the worksheet and its numbers are called: by their names if it is one line, else by what they are. */
final class LineNames {
    /** Significant digits of numbers within a sentence. */
    private static final int DIGITS = 9;

    private final Line line;
    private final Scope.Width width;
    private final Network network;
    private final int rows;
    /** Whether neurons and parameters are named. */
    private final boolean concrete;

    /**
     * Names for lines of a scope.
     *
     * @param several whether it is done at several like places of a line, so that none is named
     */
    LineNames(Line line, Scope.Width width, boolean several, Network network, int rows) {
        this.line = line;
        this.width = width;
        this.network = network;
        this.rows = rows;
        concrete = isLine() && !several;
    }

    boolean isConcrete() {
        return concrete;
    }

    /** Whether it is one line: of one sample or of all. */
    boolean isLine() {
        Cell cell = line.cell();
        boolean one = !cell.ofParameter() && (cell.kind() != Kind.SLOPE || cell.neuron() == cell.other());
        return width.compareTo(Scope.Width.LINE) >= 0 || width == Scope.Width.UNIT && one;
    }

    boolean isSource(Cell cell) {
        return line.family().equals("net")
                || (line.family().equals("gradient") || line.cell().kind() == Kind.PARTIAL)
                        && cell.layer() < line.cell().layer();
    }

    /** A formula in the notation of books. */
    String formula(Formula formula) {
        return FormulaText.of(named(formula), DIGITS);
    }

    private Formula named(Formula formula) {
        return switch (formula) {
            case Cell cell -> Formula.variable(concrete ? name(cell) : role(cell));
            case Formula.Named n when !concrete -> Formula.variable(n.letter());
            case Formula.Sum sum -> summed(sum);
            default -> Parts.map(formula, this::named);
        };
    }

    /** A sum with Σ for terms that are alike, but of other neurons or samples. */
    private Formula summed(Formula.Sum sum) {
        List<Formula> terms = new ArrayList<>();
        for (int i = 0; i < sum.terms().size(); i++) {
            Formula term = ofAny(sum.terms().get(i));
            int last = i;
            while (last + 1 < sum.terms().size()
                    && ofAny(sum.terms().get(last + 1)).equals(term)) {
                last++;
            }
            boolean alone = last == i;
            terms.add(alone ? named(sum.terms().get(i)) : Formula.variable("Σ " + FormulaText.of(term, DIGITS)));
            i = last;
        }
        return terms.size() == 1 ? terms.getFirst() : new Formula.Sum(terms);
    }

    /** A term without its sample. */
    private Formula ofAny(Formula term) {
        return concrete && term instanceof Cell cell && cell.isOfSample()
                ? Formula.variable(Symbols.name(cell, network))
                : named(term);
    }

    private String name(Cell cell) {
        return switch (cell.kind()) {
            case SLOPE -> slope(cell);
            case NEXT -> "the new " + network.parameterName(cell.parameter());
            case OLD -> "old " + letter(cell);
            case LINE, MEAN -> letter(cell);
            default -> Symbols.name(cell, network) + (cell.isOfSample() && !isInRow(cell) ? sample(cell) : "");
        };
    }

    private String letter(Cell cell) {
        return line.cell().parameter() == cell.parameter() ? Symbols.letterOf(cell) : Symbols.name(cell, network);
    }

    /** Whether a cell is of the sample that the line is of. */
    private boolean isInRow(Cell cell) {
        return line.cell().isOfSample() && cell.row() == line.cell().row();
    }

    boolean isOfOtherSample(Cell cell) {
        return cell.isOfSample() && line.cell().isOfSample() && !isInRow(cell);
    }

    private String role(Cell cell) {
        return switch (cell.kind()) {
            case NET -> "net";
            case OUT -> isSource(cell) ? "source" : "out";
            case TARGET -> "target";
            case SHARE, ERROR -> "error";
            case LOSS -> "loss";
            case BY_OUTPUT -> "∂error/∂out";
            case SLOPE -> "f′";
            case DELTA -> "delta";
            case PARTIAL -> cell.shortName();
            case WEIGHT -> "w";
            case BIAS -> "b";
            case GRADIENT -> "gradient";
            case NEXT -> "new " + (cell.other() < 0 ? "b" : "w");
            case OLD -> width == Scope.Width.FAMILY ? "old memory" : "old " + Symbols.letterOf(cell);
            case SAMPLE_WEIGHT -> "sample weight";
            case LINE, MEAN, RATE, UPDATES -> Symbols.letterOf(cell);
        };
    }

    /** The lines in which it was done. */
    String line() {
        Cell cell = line.cell();
        if (isLine()) {
            boolean one = width == Scope.Width.ONE;
            return named(cell) + (one ? sample(cell) : rows > 1 && cell.isOfSample() ? " of all samples" : "");
        }
        return switch (width) {
            case FAMILY -> family(line.family());
            case KIND -> family(line.kind());
            case PARAMETERS -> family(line.family()) + (cell.ofBias() ? " of the biases" : " of the weights");
            case FORMULA, LAYER -> plain(line.family()) + " of " + layer(cell.layer());
            case UNIT, LINE, ONE -> plain(line.family()) + " of " + unit(cell);
        };
    }

    /** The layer, or all layers of its activation; the input has none. */
    private String layer(int l) {
        if (l <= 0) {
            return "the input";
        }
        String activation = network.layer(l).activation().name();
        boolean more = IntStream.rangeClosed(1, network.depth())
                .anyMatch(k -> k != l && network.layer(k).activation().name().equals(activation));
        return width == Scope.Width.FORMULA && more
                ? "the " + activation + " layers"
                : "layer " + network.neurons(l).layer();
    }

    private String unit(Cell cell) {
        return cell.ofBias()
                ? network.parameterName(cell.parameter())
                : neuron(cell) + (cell.ofParameter() ? "'s weights" : "");
    }

    private String plain(String family) {
        return family.equals("error back") ? "∂error/∂out" : family(family);
    }

    private String named(Cell cell) {
        return switch (cell.kind()) {
            case NEXT -> "the update of " + network.parameterName(cell.parameter());
            case SLOPE -> slope(cell);
            default -> Symbols.name(cell, network);
        };
    }

    private String slope(Cell cell) {
        return cell.neuron() == cell.other() ? "f′(net(" + neuron(cell) + "))" : Symbols.name(cell, network);
    }

    /** The lines of a family, in all layers. */
    static String family(String family) {
        return switch (family) {
            case "out" -> "the activation";
            case "error" -> "the error";
            case "total" -> "the sum of the errors";
            case "loss" -> "the loss";
            case "error slope" -> "∂error/∂out";
            case "error back" -> "∂error/∂out of the hidden neurons";
            case "slope" -> "the derivative f′";
            case "delta of output" -> "the delta of the output layer";
            case "gradient" -> "the gradient";
            case "gradient of w" -> "the gradient of the weights";
            case "gradient of b" -> "the gradient of the biases";
            case "gradient of shared" -> "the gradient of the shared bias";
            case "mean" -> "the mean gradient ḡ";
            case "mean of w" -> "the mean gradient ḡ of the weights";
            case "mean of b" -> "the mean gradient ḡ of the biases";
            case "norm" -> "the norm of the gradients";
            case "shaped gradient" -> "the clipped gradient";
            case "step" -> "the update";
            case "step of w" -> "the update of the weights";
            case "step of b" -> "the update of the biases";
            case "memory" -> "the optimizer's memory";
            case "correction" -> "the corrected means";
            case "g" -> "the decayed gradient g";
            case "m", "v", "s" -> "the memory " + family;
            default -> family.endsWith("_n") ? family.substring(0, family.length() - 2) : family;
        };
    }

    /** Any result of a family's lines. */
    static String each(String family) {
        return "each "
                + switch (family) {
                    case "slope" -> "derivative f′";
                    case "step" -> "new weight and bias";
                    default -> family;
                };
    }

    String neuron(Cell cell) {
        return cell.neuron() < 0 ? "" : network.neurons(cell.layer()).name(cell.neuron());
    }

    private String sample(Cell cell) {
        return cell.isOfSample() && rows > 1 ? " of sample " + (cell.row() + 1) : "";
    }
}
