package org.nnlang.render;

import java.util.Map;

/** Writes mathematics in LaTeX, with what amsmath, MathJax and KaTeX all know. */
final class LatexText {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("+", " + "),
            Map.entry("−", " - "),
            Map.entry("·", " \\cdot "),
            Map.entry("/", " / "),
            Map.entry(",", ", "),
            Map.entry(">", " > "),
            Map.entry("≥", " \\ge "),
            Map.entry("<", " < "),
            Map.entry("≤", " \\le "),
            Map.entry("=", " = "),
            Map.entry("≠", " \\ne "));
    private static final String OPERATORS = " ln tanh sin cos tan max min ";

    private final StringBuilder text = new StringBuilder();

    private LatexText() {}

    static String of(Notation notation) {
        LatexText latex = new LatexText();
        latex.write(notation);
        return latex.text.toString().strip();
    }

    private void write(Notation notation) {
        switch (notation) {
            case Notation.Name n -> append(LatexNames.of(n.text()));
            case Notation.Operator o -> append(operator(o.text()));
            case Notation.Digit d -> append(d.text());
            case Notation.Sign s -> append(isTight(s) ? "{\\cdot}" : SIGNS.get(s.text()));
            case Notation.Minus _ -> append(text.toString().endsWith("}") ? "{-}" : "-"); // behind words
            case Notation.Bracket b -> append(bracket(b.text(), b.opens(), b.tall()));
            case Notation.Words w -> append("\\text{" + LatexNames.escaped(w.text()) + "}");
            case Notation.Line line -> line(line);
            case Notation.Brackets b -> {
                append(bracket(b.open(), true, b.tall()));
                write(b.of());
                append(bracket(b.close(), false, b.tall()));
            }
            case Notation.Fraction f -> append("\\frac" + group(f.above()) + group(f.below()));
            case Notation.Scripts s -> scripts(s);
            case Notation.Root r -> append("\\sqrt" + group(r.of()));
            case Notation.Accent a -> append((a.mark().equals("^") ? "\\hat{" : "\\bar{") + a.letter() + "}");
            case Notation.Cases c -> cases(c);
        }
    }

    /** A command's name ends where no letter follows. */
    private void append(String more) {
        int i = text.length();
        while (i > 0 && isLetter(text.charAt(i - 1))) {
            i--;
        }
        boolean command = i > 0 && i < text.length() && text.charAt(i - 1) == '\\';
        text.append(command && !more.isEmpty() && isLetter(more.charAt(0)) ? " " : "")
                .append(more);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String operator(String name) {
        return OPERATORS.contains(" " + name + " ") ? "\\" + name : LatexNames.of(name);
    }

    /** The dot of 3.5 · 10 to the −5 stands close. */
    private static boolean isTight(Notation.Sign sign) {
        return sign.text().equals("·") && sign.kind() == Notation.Break.NONE;
    }

    private static String bracket(String bracket, boolean opens, boolean tall) {
        String sign = bracket.equals("|") ? opens ? "\\lvert " : "\\rvert " : bracket;
        return tall ? (opens ? "\\Bigl" : "\\Bigr") + sign : sign;
    }

    private void line(Notation.Line line) {
        Notation before = null;
        for (Notation part : line.parts()) {
            boolean partial = before instanceof Notation.Name n && n.text().equals("∂");
            append(partial && !isSlanted(part) ? "\\," : "");
            if (part instanceof Notation.Words && before instanceof Notation.Words) {
                text.setLength(text.length() - 1); // the same text goes on
                text.append(of(part).substring("\\text{".length()));
            } else {
                write(part);
            }
            before = part;
        }
    }

    private static boolean isSlanted(Notation notation) {
        return switch (notation) {
            case Notation.Name n -> n.text().length() == 1;
            case Notation.Scripts s -> isSlanted(s.base());
            default -> false;
        };
    }

    private static String group(Notation of) {
        return "{" + of(of) + "}";
    }

    /** A single letter or digit needs no braces. */
    private static String script(Notation of) {
        String text = of(of);
        return text.length() == 1 ? text : "{" + text + "}";
    }

    private void scripts(Notation.Scripts scripts) {
        write(scripts.base());
        append(scripts.low() == null ? "" : "_" + script(scripts.low()));
        append(scripts.high() == null ? "" : "^" + script(scripts.high()));
    }

    private void cases(Notation.Cases cases) {
        append("\\begin{cases} " + of(cases.then()) + " & \\text{if } " + of(cases.condition()));
        append(" \\\\ " + of(cases.otherwise()) + " & \\text{else} \\end{cases}");
    }
}
