package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Names;
import org.nnlang.explain.Symbol;
import org.nnlang.math.Formula;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.text.TextWidth;

/**
 * Derivations as plain text.
 *
 * <p>A derivation with factors opens with its formula, shows the factors two columns further in, those with factors of
 * their own first, and ends with the numbers and the result. What is one line each stands in columns; where the columns
 * are too wide for the page, each line is broken before its equals signs.
 */
public final class TextRenderer {
    /** A page's width in columns. */
    public static final int PAGE = 110;

    /** Stands before the equals sign where factors have cancelled. */
    static final String SIMPLIFIED = "simplified";

    private static final String INDENT = "  ";

    private final FormulaText symbols;
    private final FormulaText numbers;
    private final FormulaText scriptSymbols;
    private final int width;
    private final Cancellation cancellation;

    /** A renderer that writes numbers to so many significant digits, for a page of so many columns. */
    public TextRenderer(Network network, int digits, int width) {
        this(network, digits, width, Cancellation.NONE);
    }

    /** The same; a long derivation can be cancelled. */
    public TextRenderer(Network network, int digits, int width, Cancellation cancellation) {
        Names names = new Names(network);
        symbols = new FormulaText(names, digits, false, false);
        numbers = new FormulaText(names, digits, false, true);
        scriptSymbols = new FormulaText(names, digits, true, false);
        this.width = width;
        this.cancellation = cancellation;
    }

    /** A derivation with all its factors; lines end with a line feed, the last one too. */
    public String render(Derivation derivation) {
        List<String> blocks = new ArrayList<>();
        write(blocks, derivation, "");
        return String.join("\n\n", blocks) + "\n";
    }

    /**
     * A narration: one line for each derivation, without their factors, in the notation of scripts. Where they do not all
     * fit the same columns, each kind of quantity has columns of its own.
     */
    public String narrate(List<Derivation> derivations) {
        if (new Columns(lines(derivations, scriptSymbols), width).fit()) {
            return block(derivations, "", scriptSymbols) + "\n";
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 1; i <= derivations.size(); i++) {
            if (i == derivations.size() || differ(derivations.get(i - 1), derivations.get(i))) {
                text.append(block(derivations.subList(from, i), "", scriptSymbols))
                        .append('\n');
                from = i;
            }
        }
        return text.toString();
    }

    /** Each derivation as one line, without its factors, in the notation of scripts. */
    public List<Line> lines(List<Derivation> derivations) {
        return lines(derivations, scriptSymbols);
    }

    private static boolean differ(Derivation a, Derivation b) {
        return a.lhs() instanceof Symbol p
                && b.lhs() instanceof Symbol q
                && p.quantity().getClass() != q.quantity().getClass();
    }

    private void write(List<String> blocks, Derivation derivation, String indent) {
        cancellation.check();
        if (derivation.isLeaf()) {
            blocks.add(block(List.of(derivation), indent, symbols));
            return;
        }
        String lhs = symbols.text(derivation.lhs());
        blocks.add(layout(List.of(Line.of(lhs, symbols.text(derivation.forms().getFirst()), "", "")), indent));
        writeFactors(blocks, derivation.factors(), indent + INDENT);
        blocks.add(String.join("\n", conclusion(derivation, lhs, indent)));
    }

    /** The last lines: the numbers and the result; where factors cancel, then the simpler formula and its numbers. */
    private List<String> conclusion(Derivation derivation, String lhs, String indent) {
        if (derivation.simplified() == null) {
            Formula formula = derivation.forms().getFirst();
            return List.of(layout(
                    List.of(line(formula, derivation.result(), lhs, "", symbols.text(derivation.onPaper()))), indent));
        }
        List<String> lines = new ArrayList<>();
        double before = derivation.simplified().before();
        if (Double.isFinite(before)) {
            lines.add(layout(List.of(line(derivation.forms().getFirst(), before, lhs, "", "")), indent));
        }
        Formula form = derivation.simplified().form();
        String start = lines.isEmpty() ? lhs : padded(SIMPLIFIED, lhs);
        lines.add(layout(List.of(line(form, derivation.result(), start, symbols.text(form), "")), indent));
        return lines;
    }

    private static String padded(String text, String other) {
        return text + " ".repeat(Math.max(0, TextWidth.of(other) - TextWidth.of(text)));
    }

    private void writeFactors(List<String> blocks, List<Derivation> factors, String indent) {
        factors.stream().filter(factor -> !factor.isLeaf()).forEach(factor -> write(blocks, factor, indent));
        List<Derivation> leaves = factors.stream().filter(Derivation::isLeaf).toList();
        if (!leaves.isEmpty()) {
            blocks.add(block(leaves, indent, symbols));
        }
    }

    private String block(List<Derivation> derivations, String indent, FormulaText style) {
        return layout(lines(derivations, style), indent);
    }

    private List<Line> lines(List<Derivation> derivations, FormulaText style) {
        List<Line> lines = new ArrayList<>();
        for (Derivation derivation : derivations) {
            lines.add(
                    derivation == Derivation.ELIDED
                            ? Line.of("⋯", "", "", "")
                            : line(
                                    derivation,
                                    style.text(derivation.lhs()),
                                    joined(derivation, style),
                                    style.text(derivation.onPaper())));
        }
        return lines;
    }

    private Line line(Derivation derivation, String lhs, String formula, String remark) {
        return derivation.forms().isEmpty()
                ? Line.of(
                        lhs,
                        "",
                        "",
                        numbers.text(derivation.result()) + derivation.note().words())
                : line(derivation.last(), derivation.result(), lhs, formula, remark);
    }

    /** A formula as it is written, with its numbers, its value and a remark. */
    private Line line(Formula last, double value, String lhs, String formula, String remark) {
        String result = numbers.text(value);
        String put = numbers.text(last);
        if (put.equals(result)) {
            boolean said = formula.equals(result);
            boolean reasoned = last instanceof Formula.Because && formula.startsWith(result + ", as ");
            return Line.of(lhs, said ? "" : formula, "", reasoned && remark.isEmpty() ? "" : result)
                    .with(remark);
        }
        return Line.of(lhs, formula, put.equals(formula) ? "" : put, result).with(remark);
    }

    private static String joined(Derivation derivation, FormulaText style) {
        List<Formula> forms = new ArrayList<>(derivation.forms());
        if (derivation.simplified() != null) {
            forms.add(derivation.last());
        }
        return String.join(" = ", forms.stream().map(style::text).toList());
    }

    private String layout(List<Line> rows, String indent) {
        return new Columns(rows, width - indent.length())
                .lines().stream()
                        .map(line -> (indent + line).stripTrailing())
                        .collect(java.util.stream.Collectors.joining("\n"));
    }
}
