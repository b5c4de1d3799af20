package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Names;
import org.nnlang.math.Formula;
import org.nnlang.network.Network;
import org.nnlang.slips.Cell;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Description;
import org.nnlang.slips.Entries;
import org.nnlang.slips.Entries.Entry;
import org.nnlang.slips.Rewriting;
import org.nnlang.slips.Rewriting.Scope;
import org.nnlang.slips.Sheet.Line;

/**
 * Words one slip in one kind of line. A slip in one line names that line and its numbers: {@code b1 was left out of net(h1)}; one in
 * all lines of a kind says what the number is: {@code the bias was left out of net}.
 */
final class LineWording {
    /** Longer formulas are not written within a sentence. */
    private static final int LONG = 45;

    private final Network network;

    private final Description.InLine words;
    private final Line line;
    private final Scope.Width width;
    private final String operation;
    private final LineNames names;
    /** Whether neurons and parameters are named. */
    private final boolean concrete;
    /** The place, each with what it is an entry of; empty for a whole line. */
    private final List<Spot> spots = new ArrayList<>();

    private final int ordinal;

    LineWording(Description.InLine words, Rewriting rewriting, Network network, int rows) {
        this.network = network;
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
        names = new LineNames(line, width, several(), network, rows);
        concrete = names.isConcrete();
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

    /** The clause. */
    String text() {
        if (operation.startsWith("neighbour ")) {
            return neighbour(operation.substring(10));
        }
        if (operation.equals("times 2") && spot() == null && hasHalf()) {
            return "½ was left out of " + names.line();
        }
        if (operation.startsWith("times ")) {
            return spot() == null
                    ? names.line() + factor(operation.substring(6), false)
                    : subject() + factor(operation.substring(6), several()) + where(", in ", " in ");
        }
        if (operation.startsWith("power of ")) {
            return instead("a " + operation);
        }
        if (operation.startsWith("brackets")) {
            return brackets();
        }
        if (operation.startsWith("factor of all")) {
            return names.formula(words.other()) + " was taken as a factor of all of " + names.formula(words.piece())
                    + where(" in ");
        }
        return switch (operation) {
            case "drop" -> (isDivisor() ? "the division by " : "") + subject() + was() + "left out of " + where("");
            case "twice" -> twice();
            case "sign" -> sign();
            case "inverse" ->
                subject()
                        + was()
                        + (several()
                                ? isDivisor() ? "factors instead of divisors" : "divisors instead of factors"
                                : isDivisor() ? "a factor instead of a divisor" : "a divisor instead of a factor")
                        + where(" in ");
            case "first of the batch" ->
                "only the first sample's gradient was used instead of the batch's mean" + narrow();
            case "last of the batch" ->
                "only the last sample's gradient was used instead of the batch's mean" + narrow();
            case "only" -> "everything but " + said(words.other()) + " was left out of " + where("");
            case "power" -> power();
            case "absolute" -> "|" + base() + "| was used instead of " + names.formula(words.piece()) + where(" in ");
            case "root" -> "the root of " + inner() + " was left out" + where(", in ", " in ");
            case "square for root" ->
                "the square of " + inner() + " was used instead of its root" + where(", in ", " in ");
            case "1 minus" -> "1 − was left out of " + names.formula(words.piece()) + where(" in ");
            case "1 plus" -> "the minus of " + names.formula(words.piece()) + " was taken as a plus" + where(" in ");
            case "inside the root" ->
                names.formula(words.other()) + " was added inside the root instead of after it in " + names.line();
            case "sum for product" ->
                "the factors of " + object() + " were added instead of multiplied in " + names.line();
            case "function" ->
                names.formula(words.other()) + " was used instead of " + names.formula(words.piece()) + where(" in ");
            case "log10", "log2" -> {
                String ln = names.formula(words.piece());
                yield operation + ln.substring(2) + " was used instead of " + ln + where(" in ");
            }
            case "degrees" ->
                names.formula(words.piece()) + " was computed in degrees instead of radians" + where(" in ");
            case "averaged" -> subject() + " were averaged instead of added in " + where("");
            case "product for sum" -> subject() + " were multiplied instead of added in " + where("");
            case "largest" -> "only the largest of " + subject() + " was taken in " + where("");
            case "own term only" -> subject() + " were left out of " + where("") + " but for the neuron's own";
            case "product of sums" ->
                "the sums of both factors were multiplied instead of adding the " + many(words.piece()) + " in "
                        + where("");
            case "one less", "one more" -> count();
            case "plus b" -> "the bias" + ofBias() + " was added to " + names.line();
            case "twice the argument", "half the argument" ->
                names.formula(words.piece()) + " was computed of " + operation.substring(0, operation.indexOf(' '))
                        + " its argument" + where(" in ");
            case "factor for term" ->
                said(words.other()) + " multiplied the rest of " + names.formula(words.piece())
                        + " instead of being added" + where(", in ", " in ");
            case "without sign" -> subject() + was() + "taken without sign" + where(" in ");
            case "sign only" -> "only the sign of " + object() + " was used" + where(" in ");
            case "largest of the batch" ->
                "the largest gradient of the batch was used instead of their mean" + narrow();
            case "sinh", "tan", "cos", "sin", "absolute value" -> instead("the " + operation);
            case "by sigmoid" ->
                names.formula(words.piece()) + " was computed by its approximation with sigmoid in " + names.line();
            case "by tanh" -> "Φ was computed by its approximation with tanh in " + names.line();
            case "penalty" -> "the weight decay's penalty, ½ · λ · Σ w², was added to " + names.line();
            case "penalty without ½" ->
                "the weight decay's penalty, without its ½, λ · Σ w², was added to " + names.line();
            default -> whole();
        };
    }

    private String count() {
        boolean power = words.piece() instanceof Formula.Power;
        String what = names.formula(power ? words.other() : words.piece());
        return what + " was one too " + (operation.endsWith("less") ? "small" : "large")
                + (power ? " in " + names.formula(words.piece()) : "") + where(" in ");
    }

    /** Another function of the same number. */
    private String instead(String other) {
        return other + " was used instead of " + names.formula(words.piece()) + where(" in ");
    }

    private String ofBias() {
        return concrete && words.other() instanceof Cell cell ? " " + network.parameterName(cell.parameter()) : "";
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

    private String twice() {
        String done = spot().kind == Entries.Kind.SUM
                ? spot().entry.sign() < 0 ? "subtracted twice" : "added twice"
                : isDivisor() ? "a divisor twice" : "a factor twice";
        String what = several() && spot().kind == Entries.Kind.PRODUCT ? object() + " was " : subject() + was();
        return what + done + where(" in ");
    }

    private String sign() {
        if (spot() == null) {
            return names.line() + " had the wrong sign";
        }
        boolean first = Entries.of(spot().within).all().getFirst().equals(spot().entry);
        boolean alone = Entries.of(spot().within).all().size() == 1;
        if (spot().kind != Entries.Kind.SUM || first && spot().entry.sign() > 0 && !several()) {
            return subject() + " had the wrong sign" + where(" in ");
        }
        if (alone) {
            return "the minus was left out of " + where("");
        }
        return subject()
                + was()
                + (spot().entry.sign() > 0 ? "subtracted instead of added" : "added instead of subtracted")
                + where(" in ");
    }

    private String power() {
        Formula.Power power = (Formula.Power) words.piece();
        boolean square = power.exponent() instanceof Formula.Number n && n.value() == 2;
        return square
                ? base() + " was not squared" + where(" in ")
                : "the exponent was left out of " + names.formula(power) + where(" in ");
    }

    private String base() {
        return names.formula(((Formula.Power) words.piece()).base());
    }

    private String inner() {
        return names.formula(((Formula.Root) words.piece()).of());
    }

    /** a · (b + c) as a · b + c. After a minus the brackets keep the sign of c, unless that is forgotten, too. */
    private String brackets() {
        int at = Integer.parseInt(operation.substring(operation.lastIndexOf(' ') + 1));
        List<Entry> factors = Entries.of(words.piece()).all();
        Formula sum = at < factors.size() ? factors.get(at).of() : words.piece();
        boolean afterMinus = spot() != null
                && spot().kind == Entries.Kind.SUM
                && spot().entry.sign() < 0;
        if (afterMinus && !operation.startsWith("brackets and sign")) {
            List<Entry> terms = Entries.of(sum).all();
            Formula kept = (at > 0 ? terms.getFirst() : terms.getLast()).of();
            return "only " + said(kept) + " was multiplied in " + names.formula(words.piece()) + where(", in ");
        }
        return "the brackets around " + names.formula(sum) + " were left out of " + names.formula(words.piece())
                + where(" in ");
    }

    /** What a factor does: {@code had an extra factor 2}, {@code was divided by n, the number of outputs}. */
    private String factor(String name, boolean several) {
        String was = several ? " were " : " was ";
        return switch (name) {
            case "1/samples" -> was + "divided by n, the number of samples";
            case "1/n" -> was + "divided by n, the number of outputs";
            case "n" -> was + "multiplied by n, the number of outputs";
            case "1/updates" -> was + "divided by n, the number of the update";
            case "source's slope" -> " had an extra factor f′ of the source";
            case "sources" -> was + "multiplied by n, the number of sources";
            case "slope" ->
                " had an extra factor "
                        + (concrete && words.other() instanceof Cell cell
                                ? "f′(net(" + names.neuron(cell) + "))"
                                : "f′");
            case "net", "out", "target", "source", "p" ->
                " had an extra factor "
                        + (concrete
                                ? names.formula(words.other())
                                : name.equals("p") ? ((Cell) words.other()).ofBias() ? "b" : "w" : name);
            default -> " had an extra factor " + low(name);
        };
    }

    /** The name of a factor with its digits as an index, β₁ for β1; 2 itself stays. */
    private static String low(String name) {
        int last = name.length() - 1;
        boolean index = last > 0 && Character.isDigit(name.charAt(last)) && Character.isLetter(name.charAt(last - 1));
        return index ? name.substring(0, last) + Names.low(name.substring(last)) : name;
    }

    private String neighbour(String how) {
        Cell other = words.other() instanceof Cell cell ? cell : null;
        boolean one = concrete && other != null;
        if (how.equals("new for old weight") || how.equals("new for old bias")) {
            String whose = one
                    ? network.parameterName(other.parameter()) + "'s new value was used instead of the old one"
                    : (other != null && other.ofBias() ? "the biases'" : "the weights'")
                            + " new values were used instead of the old ones";
            return whose + where(" in ");
        }
        String elsewhere = NeighbourNames.elsewhere(how);
        if (one && width != Scope.Width.ONE && names.isOfOtherSample(other)) {
            return names.formula(words.piece()) + elsewhere + " was used instead of " + object() + where(" in ");
        }
        if (one || other == null) {
            return names.formula(words.other()) + " was used instead of " + object() + where(" in ");
        }
        if (how.equals("transposed")) {
            return "rows and columns of " + plural(words.piece()) + " were exchanged" + where(" in ");
        }
        String used = elsewhere != null ? "the " + bare(words.piece()) + elsewhere : NeighbourNames.other(how);
        return used + " was used instead of " + object() + where(" in ");
    }

    /** A line that is replaced as a whole. */
    private String whole() {
        if (operation.equals("activation linear")) {
            return (width == Scope.Width.FAMILY ? "the activations were" : "the activation was") + " left out"
                    + layers() + ": out = net, in the forward pass only";
        }
        if (operation.startsWith("activation ") && !operation.endsWith(" twice")) {
            return operation.substring(11) + " was used instead of " + own() + layers() + ", in the forward pass only";
        }
        if (operation.startsWith("slope of ")) {
            return "the derivative of " + operation.substring(9) + " was used instead of " + own()
                    + (width == Scope.Width.FAMILY ? "'" : "'s") + layers();
        }
        return switch (operation) {
            case "activation twice" -> "the activation was applied twice" + layers();
            case "softmax twice" -> "softmax was applied twice" + layers();
            case "without division" -> "e^net was not divided by the sum of all" + layers();
            case "e^net" -> "e^net was used instead of " + own() + layers();
            case "new value for gradient" -> "the new value was taken for " + names.line();
            case "parameter minus gradient" -> "the old value minus the gradient was taken for " + names.line();
            case "gradient for new value" -> "the gradient was taken for the new value in " + names.line();
            case "by for derivative" -> names.formula(words.other()) + " was taken for " + names.line();
            case "whole error" -> "the derivative of the whole error was taken for " + names.line();
            case "root of the error" -> "the root of " + names.line() + " was taken";
            case "square of the sum" -> "the differences were added before they were squared in " + names.line();
            case "error for delta" -> "the error was taken for " + names.line();
            case "out for slope" -> "out was used instead of " + names.line();
            case "net for slope" -> "net was used instead of " + names.line();
            case "slope at out" -> names.line() + " was taken at out instead of net";
            default -> throw new IllegalArgumentException("no words for " + operation);
        };
    }

    /** The activation that belongs to the line. */
    private String own() {
        return width == Scope.Width.FAMILY
                ? "the layers' own activations"
                : network.layer(line.cell().layer()).activation().name();
    }

    /** Where an activation was replaced: in a layer, or in one line. */
    private String layers() {
        Cell cell = line.cell();
        return switch (width) {
            case FAMILY, KIND, FORMULA, PARAMETERS -> "";
            case LAYER -> " in layer " + network.neurons(cell.layer()).layer();
            case UNIT, LINE, ONE -> " in " + names.line();
        };
    }

    /** Which parameters' lines, if not those of all. */
    private String narrow() {
        return width.compareTo(Scope.Width.KIND) <= 0 ? "" : " in " + names.line();
    }

    /** The line, after what the place is an entry of if that isn't the whole line. */
    private String where(String before) {
        return where(before, before);
    }

    private String where(String before, String ifWhole) {
        Spot spot = spot();
        boolean whole = spot == null || spot.atRoot || operation.startsWith("neighbour ") && isAlone();
        return whole ? ifWhole + names.line() : before + outside(spot) + " in " + spot.through + names.line();
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
        String text = names.formula(spot.within);
        return text.length() <= LONG
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

    /** What is there, as a subject: {@code all sources}, {@code the first source}. */
    private String subject() {
        return several() ? "all " + many(words.piece()) : single();
    }

    private String was() {
        return several() ? " were " : " was ";
    }

    /** What is there, as an object: {@code each source}. */
    private String object() {
        return several() ? "each " + product(words.piece()) + bare(words.piece()) : single();
    }

    private String single() {
        boolean alike = like() > 1 && (!concrete || distinct() < like());
        return alike && ordinal >= 0
                ? "the " + nth() + " " + product(words.piece()) + bare(words.piece())
                : said(words.piece());
    }

    private String said(Formula piece) {
        return (needsArticle(piece) ? "the " : "") + bare(piece);
    }

    private String product(Formula piece) {
        return Entries.of(piece).kind() == Entries.Kind.PRODUCT ? "product " : "";
    }

    private String plural(Formula piece) {
        return needsArticle(piece) ? "the " + many(piece) : bare(piece);
    }

    private String many(Formula piece) {
        String text = bare(piece);
        if (Entries.of(piece).kind() == Entries.Kind.PRODUCT) {
            return "products " + text;
        }
        if (!(piece instanceof Cell cell)) {
            return "terms " + text;
        }
        return switch (cell.kind()) {
            case BIAS -> "biases";
            case OLD -> "old memories";
            case SLOPE -> "derivatives f′";
            case WEIGHT, TARGET, GRADIENT, MEAN, SHARE, ERROR, DELTA, NET, OUT -> text + "s";
            default -> text;
        };
    }

    private long distinct() {
        return spots.stream().map(s -> names.formula(s.entry.of())).distinct().count();
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
        if (piece instanceof Cell old && old.kind() == Kind.OLD) {
            return true;
        }
        return !concrete
                && piece instanceof Cell cell
                && switch (cell.kind()) {
                    case BIAS, WEIGHT, TARGET, SLOPE, GRADIENT, MEAN, SHARE, ERROR -> true;
                    case OUT -> names.isSource(cell);
                    default -> false;
                };
    }

    private String bare(Formula piece) {
        if (piece instanceof Formula.Number n) {
            return n.value() == 0.5 ? "½" : (n.value() == 2 ? "factor " : "") + names.formula(piece);
        }
        if (!concrete && piece instanceof Cell cell) {
            return switch (cell.kind()) {
                case BIAS -> isBefore() ? "old bias" : "bias";
                case WEIGHT -> isBefore() ? "old weight" : "weight";
                case SLOPE -> "derivative f′";
                case GRADIENT -> "gradient";
                case MEAN -> "mean gradient";
                default -> names.formula(piece);
            };
        }
        return names.formula(piece);
    }

    /** Whether the place is the parameter that an update starts from. */
    private boolean isBefore() {
        return line.cell().kind() == Kind.NEXT
                && !operation.startsWith("neighbour ")
                && spot() != null
                && spot().atRoot;
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
