package org.nnlang.render;

/** Writes mathematics in MathML Core, which browsers draw by themselves; the same text is well-formed XML. */
final class MathMlText {
    /** Between a function's name and its brackets stands a sign that is not seen, but read aloud. */
    private static final String APPLIED = "<mo>&#x2061;</mo>";

    private MathMlText() {}

    static String of(Notation notation) {
        return switch (notation) {
            case Notation.Name n -> n.text().equals("⋯") ? "<mo>⋯</mo>" : "<mi>" + escaped(n.text()) + "</mi>";
            case Notation.Operator o -> "<mi>" + escaped(o.text()) + "</mi>" + APPLIED;
            case Notation.Digit d -> "<mn>" + d.text() + "</mn>";
            case Notation.Sign s -> sign(s);
            case Notation.Minus _ -> "<mo form=\"prefix\">−</mo>";
            case Notation.Bracket b -> "<mo stretchy=\"false\">" + b.text() + "</mo>";
            case Notation.Words w -> "<mtext>" + escaped(w.text().replace(' ', '\u00a0')) + "</mtext>";
            case Notation.Line line -> line(line);
            case Notation.Brackets b -> brackets(b);
            case Notation.Fraction f -> "<mfrac>" + of(f.above()) + of(f.below()) + "</mfrac>";
            case Notation.Scripts s -> scripts(s);
            case Notation.Root r -> "<msqrt>" + of(r.of()) + "</msqrt>";
            case Notation.Accent a ->
                "<mover accent=\"true\"><mi>" + a.letter() + "</mi><mo stretchy=\"false\">" + a.mark()
                        + "</mo></mover>";
            case Notation.Cases c -> cases(c);
        };
    }

    /** A sign at the beginning, where a line was broken, still stands between two things. */
    private static String line(Notation.Line line) {
        StringBuilder text = new StringBuilder("<mrow>");
        for (Notation part : line.parts()) {
            boolean broken = text.length() == "<mrow>".length() && part instanceof Notation.Sign;
            text.append(broken ? "<mo form=\"infix\"" + of(part).substring("<mo".length()) : of(part));
        }
        return text.append("</mrow>").toString();
    }

    private static String sign(Notation.Sign sign) {
        boolean tight = sign.text().equals("·") && sign.kind() == Notation.Break.NONE;
        return (tight ? "<mo lspace=\"0\" rspace=\"0\">" : "<mo>") + escaped(sign.text()) + "</mo>";
    }

    /** Brackets grow with fractions, not with mere indices. */
    private static String brackets(Notation.Brackets b) {
        String bracket = b.tall() ? "<mo>" : "<mo stretchy=\"false\">";
        return "<mrow>" + bracket + b.open() + "</mo>" + of(b.of()) + bracket + b.close() + "</mo></mrow>";
    }

    private static String scripts(Notation.Scripts s) {
        if (s.low() == null) {
            return "<msup>" + of(s.base()) + of(s.high()) + "</msup>";
        }
        return s.high() == null
                ? "<msub>" + of(s.base()) + of(s.low()) + "</msub>"
                : "<msubsup>" + of(s.base()) + of(s.low()) + of(s.high()) + "</msubsup>";
    }

    private static String cases(Notation.Cases cases) {
        String then = row(of(cases.then()), "<mtext>if\u00a0</mtext>" + of(cases.condition()));
        String otherwise = row(of(cases.otherwise()), "<mtext>else</mtext>");
        return "<mrow><mo>{</mo><mtable>" + then + otherwise + "</mtable></mrow>";
    }

    private static String row(String value, String condition) {
        return "<mtr><mtd style=\"text-align:left\">" + value + "</mtd><mtd style=\"text-align:left\">" + condition
                + "</mtd></mtr>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
