package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Network;
import org.nnlang.slips.Cell;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Description;
import org.nnlang.slips.Entries;
import org.nnlang.slips.Entries.Entry;
import org.nnlang.slips.Rewriting;
import org.nnlang.slips.Rewriting.Scope;
import org.nnlang.slips.Sheet.Line;
import org.nnlang.slips.Symbols;

/**
 * Words one slip in one kind of line. A slip in one line names that line and its numbers: {@code b1 was left out of net(h1)}; one in
 * all lines of a kind says what the number is: {@code the bias was left out of net}.
 */
final class LineWording {
    /** What a number of another neuron, layer, sample or update is called, by {@link Neighbours.Neighbour#how}. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("out for net", "out"),
            Map.entry("out for delta", "the next layer's out"),
            Map.entry("own out for the source's", "the neuron's own out"),
            Map.entry("out of the layer before for net", "the out of the layer before"),
            Map.entry("output for target", "the output"),
            Map.entry("target for output", "the target"),
            Map.entry("net for out", "net"),
            Map.entry("out of the layer before", "the out of the layer before"),
            Map.entry("out of the next layer", "the out of the next layer"),
            Map.entry("∂error/∂out for delta", "∂error/∂out"),
            Map.entry("delta of the next layer", "the delta of the next layer"),
            Map.entry("slope of the next neuron", "the slope f′ of the next neuron"),
            Map.entry("slope of the neuron before", "the slope f′ of the neuron before"),
            Map.entry("slope of the next layer", "the slope f′ of the next layer"),
            Map.entry("slope of the layer before", "the slope f′ of the layer before"),
            Map.entry("delta for gradient", "delta"),
            Map.entry("corrected memory kept", "the corrected mean"),
            Map.entry("not corrected", "the uncorrected mean"),
            Map.entry("old memory for new", "the memory from before the update"),
            Map.entry("v for m", "the other memory"));

    /** Longer formulas are not written within a sentence. */
    private static final int LONG = 45;

    /** Significant digits of numbers within a sentence. */
    private static final int DIGITS = 9;

    private final Network network;
    private final int rows;

    private final Description.InLine words;
    private final Line line;
    private final Scope.Width width;
    private final String operation;
    /** Whether neurons and parameters are named. */
    private final boolean concrete;
    /** The place, each with what it is an entry of; empty for a whole line. */
    private final List<Spot> spots = new ArrayList<>();

    private final int ordinal;

    LineWording(Description.InLine words, Rewriting rewriting, Network network, int rows) {
        this.network = network;
        this.rows = rows;
        this.words = words;
        line = words.line();
        width = rewriting.scope().width();
        operation = words.operation();
        ordinal = rewriting.pattern().ordinal();
        String place = words.place();
        int from = place.indexOf(" ›");
        if (from >= 0) {
            find(line.formula(), "", place.substring(from), "");
        }
        concrete = isLine() && !several();
    }

    /** Whether it is one line: of one sample or of all. */
    private boolean isLine() {
        Cell cell = line.cell();
        boolean one = !cell.ofParameter() && (cell.kind() != Kind.SLOPE || cell.neuron() == cell.other());
        return width.compareTo(Scope.Width.LINE) >= 0 || width == Scope.Width.UNIT && one;
    }

    private void find(Formula within, String role, String place, String through) {
        Entries entries = Entries.of(within);
        for (int i = 0; i < entries.all().size(); i++) {
            Entry entry = entries.all().get(i);
            String here = role + " › " + roleOf(entry.of());
            if (here.equals(place)) {
                spots.add(new Spot(entry, within, entries.kind(), role.isEmpty(), through));
            } else if (place.startsWith(here)) {
                String next = within instanceof Formula.If
                        ? i == 0 ? "the first case of " : "the second case of "
                        : entries.kind() == Entries.Kind.PRODUCT && entry.sign() < 0 ? "the denominator of " : through;
                find(entry.of(), here, place, next);
            }
        }
    }

    private String roleOf(Formula formula) {
        return Entries.role(formula, line.isOfUpdate());
    }

    private Spot spot() {
        return spots.stream()
                .filter(s -> s.entry.of().equals(words.piece()))
                .findFirst()
                .orElse(spots.isEmpty() ? null : spots.getFirst());
    }

    private boolean several() {
        return words.all() && like() > 1;
    }

    String text() {
        if (operation.startsWith("neighbour ")) {
            return neighbour(operation.substring(10));
        }
        if (operation.equals("times 2") && spot() == null && hasHalf()) {
            return "½ was left out of " + line();
        }
        if (operation.startsWith("times ")) {
            String factor = factor(operation.substring(6));
            return spot() == null
                    ? "an extra factor " + factor + " was in " + line()
                    : "an extra factor " + factor + " was at " + piece() + where(" in ");
        }
        if (operation.startsWith("brackets")) {
            return brackets();
        }
        return switch (operation) {
            case "drop" -> (isDivisor() ? "the division by " : "") + piece() + " was left out of " + where("");
            case "twice" ->
                piece() + (spot().kind == Entries.Kind.SUM ? " was added" : " was there") + " twice" + where(" in ");
            case "sign" -> sign();
            case "inverse" ->
                spot().entry.sign() < 0
                        ? piece() + " was a factor instead of a divisor" + where(" in ")
                        : piece() + " was a divisor instead of a factor" + where(" in ");
            case "first of the batch" -> "only the first sample's gradient was used instead of the batch's mean";
            case "last of the batch" -> "only the last sample's gradient was used instead of the batch's mean";
            case "only" -> "only " + kept() + " was kept of " + where("");
            case "power" -> power();
            case "absolute" -> "|" + base() + "| was used instead of " + formula(words.piece()) + where(" in ");
            case "root" -> "the root was left out of " + formula(words.piece()) + where(" in ");
            case "square for root" -> "a square was taken instead of the root: of " + inner() + where(" in ");
            case "inside the root" ->
                formula(words.other()) + " was added inside the root instead of after it in " + line();
            case "sum for product" -> "the factors of " + piece() + " were added instead of multiplied in " + line();
            case "function" ->
                formula(words.other()) + " was used instead of " + formula(words.piece()) + where(" in ");
            case "log10", "log2" ->
                operation + " was used instead of ln in " + formula(words.piece()) + ", in " + line();
            case "by tanh" -> "Φ was computed by its approximation with tanh in " + line();
            default -> whole();
        };
    }

    private boolean isDivisor() {
        return spot() != null
                && spot().kind == Entries.Kind.PRODUCT
                && spot().entry.sign() < 0;
    }

    private boolean hasHalf() {
        return Entries.of(line.formula()).all().stream()
                .anyMatch(entry -> entry.of() instanceof Formula.Number n && n.value() == 0.5);
    }

    private String sign() {
        if (spot() == null) {
            return line() + " had the wrong sign";
        }
        return spot().kind == Entries.Kind.SUM
                ? "the sign of " + piece() + " was turned in " + where("")
                : piece() + " was negated in " + where("");
    }

    private String kept() {
        return formula(words.other());
    }

    private String power() {
        Formula.Power power = (Formula.Power) words.piece();
        boolean square = power.exponent() instanceof Formula.Number n && n.value() == 2;
        return square
                ? base() + " was not squared" + where(" in ")
                : "the exponent was left out of " + formula(power) + where(" in ");
    }

    private String base() {
        return formula(((Formula.Power) words.piece()).base());
    }

    private String inner() {
        return formula(((Formula.Root) words.piece()).of());
    }

    private String brackets() {
        int at = Integer.parseInt(operation.substring(operation.lastIndexOf(' ') + 1));
        List<Entry> factors = Entries.of(words.piece()).all();
        String sum = at < factors.size() ? formula(factors.get(at).of()) : formula(words.piece());
        String also = operation.startsWith("brackets and sign") ? ", and the minus before them was forgotten," : "";
        return "the brackets around " + sum + also + " were left out in " + formula(words.piece()) + where(" in ");
    }

    private String factor(String name) {
        return switch (name) {
            case "slope" -> concrete && words.other() instanceof Cell cell ? "f′(net(" + neuron(cell) + "))" : "f′";
            case "1/samples" -> "1/n (n samples)";
            case "1/n" -> "1/n (n outputs)";
            case "n" -> "n (n outputs)";
            case "net", "out" -> concrete ? formula(words.other()) : name;
            default -> name;
        };
    }

    private String neighbour(String how) {
        Cell other = words.other() instanceof Cell cell ? cell : null;
        boolean one = concrete && other != null;
        if (how.equals("new for old weight") || how.equals("new for old bias")) {
            String what = other != null && other.ofBias() ? "bias" : "weight";
            return one
                    ? network.parameterName(other.parameter()) + "'s new value was used instead of the old one"
                            + where(" in ")
                    : "the " + what + (what.equals("bias") ? "'s" : "s'")
                            + " new values were used instead of the old ones" + where(" in ");
        }
        if (one || other == null) {
            return formula(words.other()) + " was used instead of " + piece() + where(" in ");
        }
        if (how.equals("transposed")) {
            String many = needsArticle(words.piece()) ? "the " + bare(words.piece()) + "s" : bare(words.piece());
            return "row and column of " + many + " were exchanged" + where(" in ");
        }
        return OTHERS.getOrDefault(how, the(how)) + " was used instead of " + piece() + where(" in ");
    }

    private String the(String how) {
        if (how.equals("next sample") || how.equals("sample before") || how.equals("first sample")) {
            return bare(words.piece()) + " of the " + how;
        }
        return "the " + how;
    }

    /** A line that is replaced as a whole. */
    private String whole() {
        String own = width == Scope.Width.FAMILY || line.cell().layer() < 1
                ? "the layer's own activation"
                : network.layer(line.cell().layer()).activation().name();
        if (operation.equals("activation linear")) {
            return "no activation was used instead of " + own + " in " + line() + ", in the forward pass only";
        }
        if (operation.startsWith("activation ") && !operation.endsWith(" twice")) {
            return operation.substring(11) + " was used instead of " + own + " in " + line()
                    + ", in the forward pass only";
        }
        if (operation.startsWith("slope of ")) {
            return "the derivative of " + operation.substring(9) + " was used instead of the activation's own in "
                    + line();
        }
        return switch (operation) {
            case "activation twice" -> "the activation was applied twice in " + line();
            case "softmax twice" -> "softmax was applied twice in " + line();
            case "without division" -> "e^net was not divided by the sum of all in " + line();
            case "e^net" -> "e^net was used instead of the activation in " + line();
            case "out for slope" -> "out was used instead of the derivative in " + line();
            case "net for slope" -> "net was used instead of the derivative in " + line();
            case "slope at out" -> "the derivative was taken at out instead of net in " + line();
            default -> operation + " in " + line();
        };
    }

    /** The line, after what the place is an entry of if that isn't the whole line. */
    private String where(String before) {
        Spot spot = spot();
        boolean root = spot == null || spot.atRoot || operation.startsWith("neighbour ") && isAlone();
        return before + (root ? line() : outside(spot) + " in " + spot.through + line());
    }

    /** Whether what is there is nowhere else in the line. */
    private boolean isAlone() {
        return count(line.formula(), roleOf(words.piece())) == spots.size();
    }

    private int count(Formula formula, String role) {
        int count = roleOf(formula).equals(role) ? 1 : 0;
        for (Entry entry : Entries.of(formula).all()) {
            count += count(entry.of(), role);
        }
        return count;
    }

    /** What a place is an entry of; if that is long, only what it is. */
    private String outside(Spot spot) {
        String text = formula(spot.within);
        List<Entry> all = Entries.of(spot.within).all();
        boolean different = all.size() < 3
                || all.stream().map(entry -> formula(entry.of())).distinct().count() == all.size();
        return text.length() <= LONG && different
                ? text
                : switch (spot.kind) {
                    case SUM -> "the sum";
                    case PRODUCT -> "the product";
                    case OTHER -> "the function";
                };
    }

    /** How many like places there are. */
    private int like() {
        return spots.isEmpty() && !words.place().isEmpty()
                ? count(line.formula(), roleOf(words.piece()))
                : spots.size();
    }

    private String piece() {
        Formula piece = words.piece();
        if (several()) {
            return "every " + bare(piece);
        }
        String text = bare(piece);
        boolean alike = like() > 1 && (!concrete || distinct() < like());
        if (alike && ordinal >= 0) {
            return "the " + nth() + " " + text;
        }
        return needsArticle(piece) ? "the " + text : text;
    }

    private long distinct() {
        return spots.stream().map(s -> formula(s.entry.of())).distinct().count();
    }

    private String nth() {
        return switch (ordinal) {
            case 0 -> "first";
            case 1 -> "second";
            case 2 -> "third";
            default -> (ordinal + 1) + "th";
        };
    }

    private boolean needsArticle(Formula piece) {
        if (piece instanceof Formula.Number n) {
            return n.value() != 0.5;
        }
        return !concrete
                && piece instanceof Cell cell
                && switch (cell.kind()) {
                    case BIAS, WEIGHT, TARGET, SLOPE, GRADIENT, MEAN, OLD, SHARE -> true;
                    case OUT -> isSource(cell);
                    default -> false;
                };
    }

    private String bare(Formula piece) {
        if (piece instanceof Formula.Number n) {
            return n.value() == 0.5 ? "½" : (n.value() == 2 ? "factor " : "") + formula(piece);
        }
        if (!concrete && piece instanceof Cell cell) {
            return switch (cell.kind()) {
                case BIAS -> "bias";
                case WEIGHT -> "weight";
                case SLOPE -> "slope f′";
                case GRADIENT -> "gradient";
                case MEAN -> "mean gradient";
                default -> formula(piece);
            };
        }
        return formula(piece);
    }

    private boolean isSource(Cell cell) {
        return line.family().equals("net")
                || line.family().equals("gradient")
                        && cell.layer() < line.cell().layer();
    }

    /** A formula in the notation of books. */
    private String formula(Formula formula) {
        return FormulaText.of(named(formula), DIGITS);
    }

    private Formula named(Formula formula) {
        return switch (formula) {
            case Cell cell -> Formula.variable(concrete ? name(cell) : role(cell));
            case Formula.Named n when !concrete -> Formula.variable(n.letter());
            default -> Parts.map(formula, this::named);
        };
    }

    private String name(Cell cell) {
        return switch (cell.kind()) {
            case SLOPE -> slope(cell);
            case NEXT -> "the new " + network.parameterName(cell.parameter());
            case OLD -> "the old " + letter(cell);
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
            case WEIGHT -> "w";
            case BIAS -> "b";
            case GRADIENT -> "gradient";
            case NEXT -> "new " + (cell.other() < 0 ? "b" : "w");
            case OLD -> width == Scope.Width.FAMILY ? "old memory" : "old " + Symbols.letterOf(cell);
            case LINE, MEAN, RATE, SAMPLE_WEIGHT, UPDATES -> Symbols.letterOf(cell);
        };
    }

    /** The lines in which it was done. */
    private String line() {
        Cell cell = line.cell();
        if (isLine()) {
            boolean one = width == Scope.Width.ONE;
            return named(cell) + (one ? sample(cell) : rows > 1 && cell.isOfSample() ? " of all samples" : "");
        }
        return switch (width) {
            case FAMILY -> family(line.family());
            case KIND -> family(line.kind());
            case PARAMETERS -> family(line.family()) + (cell.ofBias() ? " of the biases" : " of the weights");
            case FORMULA ->
                plain(line.family()) + " of the "
                        + network.layer(cell.layer()).activation().name() + " layers";
            case LAYER ->
                plain(line.family()) + " of layer "
                        + network.neurons(cell.layer()).layer();
            case UNIT, LINE, ONE ->
                plain(line.family()) + " of " + neuron(cell)
                        + (cell.ofParameter() && !cell.ofBias() ? "'s weights" : "");
        };
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

    private String family(String family) {
        return switch (family) {
            case "error" -> "the error";
            case "total" -> "the sum of the errors";
            case "error slope" -> "∂error/∂out";
            case "error back" -> "∂error/∂out of the hidden neurons";
            case "slope" -> "the slope f′";
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
            case "memory" -> "what the optimizer remembers";
            case "correction" -> "the bias correction";
            default -> family.endsWith("_n") ? family.substring(0, family.length() - 2) : family;
        };
    }

    private String neuron(Cell cell) {
        return cell.neuron() < 0 ? "" : network.neurons(cell.layer()).name(cell.neuron());
    }

    private String sample(Cell cell) {
        return cell.isOfSample() && rows > 1 ? " of sample " + (cell.row() + 1) : "";
    }

    /**
     * A place in a line.
     *
     * @param within what it is an entry of
     * @param atRoot whether that is the whole line
     * @param through what larger part of the line that is in; may be empty
     */
    private record Spot(Entry entry, Formula within, Entries.Kind kind, boolean atRoot, String through) {}
}
