package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks a long formula before its signs, those outside brackets and of sums first. */
final class LineBreaks {
    private final double width;
    private final List<Notation> tokens = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private int depth;

    private LineBreaks(double width) {
        this.width = width;
    }

    /** Lines of at most so many digits, as far as the formula's signs allow. */
    static List<Notation> lines(Notation formula, double width) {
        if (formula.width() <= width) {
            return List.of(formula);
        }
        LineBreaks breaks = new LineBreaks(width);
        breaks.flatten(formula);
        return breaks.lines();
    }

    /** The formula one sign after the other, with the brackets and fractions that are too wide taken apart. */
    private void flatten(Notation notation) {
        switch (notation) {
            case Notation.Line line -> line.parts().forEach(this::flatten);
            case Notation.Brackets b
            when b.width() > width / 2 -> {
                token(new Notation.Bracket(b.open(), true, b.tall()));
                depth++;
                flatten(b.of());
                depth--;
                token(new Notation.Bracket(b.close(), false, b.tall()));
            }
            case Notation.Fraction f
            when f.width() > width -> {
                flatten(bracketed(f.above()));
                token(new Notation.Sign("/", Notation.Break.PRODUCT));
                flatten(bracketed(f.below()));
            }
            case Notation.Brackets _,
                    Notation.Fraction _,
                    Notation.Name _,
                    Notation.Operator _,
                    Notation.Digit _,
                    Notation.Sign _,
                    Notation.Minus _,
                    Notation.Bracket _,
                    Notation.Words _,
                    Notation.Scripts _,
                    Notation.Root _,
                    Notation.Accent _,
                    Notation.Cases _ -> token(notation);
        }
    }

    private static Notation bracketed(Notation notation) {
        return notation instanceof Notation.Line ? new Notation.Brackets("(", notation, ")") : notation;
    }

    private void token(Notation token) {
        tokens.add(token);
        depths.add(depth);
    }

    private List<Notation> lines() {
        List<Notation> lines = new ArrayList<>();
        int from = 0;
        while (true) {
            int end = within(from);
            int at = end == tokens.size() ? -1 : place(from, end);
            if (at < 0) {
                lines.add(new Notation.Line(tokens.subList(from, tokens.size())));
                return lines;
            }
            lines.add(new Notation.Line(tokens.subList(from, at)));
            from = at;
        }
    }

    /** The first token that no longer fits the line. */
    private int within(int from) {
        double sum = 0;
        for (int i = from; i < tokens.size(); i++) {
            sum += tokens.get(i).width();
            if (sum > width) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The last sign up to {@code end} that a line may begin with, of the outermost kind there is, or −1. */
    private int place(int from, int end) {
        int reason = tokens.subList(from, end + 1).lastIndexOf(FormulaNotation.REASON);
        if (reason > 0) {
            return from + reason;
        }
        for (int deepest = 0; deepest < 6; deepest++) {
            for (Notation.Break kind : List.of(Notation.Break.SUM, Notation.Break.PRODUCT)) {
                for (int i = end; i > from; i--) {
                    if (depths.get(i) <= deepest
                            && tokens.get(i) instanceof Notation.Sign sign
                            && sign.kind() == kind) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }
}
