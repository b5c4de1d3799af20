package org.nnlang.render;

import java.util.List;
import org.nnlang.explain.Names;
import org.nnlang.text.TextLines;

/** Names and words in LaTeX: letters slanted, names upright, Greek letters by their commands. */
public final class LatexNames {
    private static final String SIGNS = "αβγδεζηθικλμνξπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩ∂∞⋯";
    private static final List<String> COMMANDS = TextLines.split(
            "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho varsigma sigma tau"
                    + " upsilon varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
                    + " partial infty cdots",
            ' ');

    private LatexNames() {}

    /** A name in mathematics. */
    static String of(String name) {
        int sign = name.length() == 1 ? SIGNS.indexOf(name) : -1;
        if (sign >= 0) {
            return "\\" + COMMANDS.get(sign);
        }
        boolean plain = name.chars().allMatch(c -> c < 128);
        if (plain && name.length() == 1) {
            return escaped(name);
        }
        return (plain ? "\\mathrm{" : "\\text{") + escaped(name) + "}"; // other letters stand in text only
    }

    /** Words in text: what means something to LaTeX, and the letters and signs that its text fonts lack. */
    public static String escaped(String words) {
        StringBuilder text = new StringBuilder();
        boolean inMath = false;
        for (int i = 0; i < words.length(); i++) {
            boolean hat = words.startsWith("\u0302", i + 1);
            String next = hat ? "$\\hat{" + words.charAt(i++) + "}$" : escaped(words.charAt(i));
            boolean more = inMath && next.startsWith("$"); // two dollar signs would begin a display
            text.setLength(text.length() - (more ? 1 : 0));
            text.append(next, more ? 1 : 0, next.length());
            inMath = next.startsWith("$");
        }
        return text.toString();
    }

    private static String escaped(char c) {
        int sign = SIGNS.indexOf(c);
        if (sign >= 0) {
            return "$\\" + COMMANDS.get(sign) + "$";
        }
        return switch (c) {
            case '_', '#', '$', '%', '&', '{', '}' -> "\\" + c;
            case '^', '~' -> "\\" + c + "{}";
            case '\\' -> "\\textbackslash{}";
            case '|', '<', '>' -> "$" + c + "$";
            case '−' -> "$-$";
            case '·' -> "$\\cdot$";
            case '′' -> "$'$";
            case '‖' -> "$\\Vert$";
            case '√' -> "$\\surd$";
            case '←' -> "$\\leftarrow$";
            case 'ḡ' -> "$\\bar{g}$";
            case 'ĝ' -> "$\\hat{g}$";
            default -> index(c);
        };
    }

    /** An index or an exponent of one character; others stay as they are. */
    private static String index(char c) {
        String text = String.valueOf(c);
        String plain = Names.plain(text);
        return plain.equals(text)
                ? text
                : "${}" + (Names.low(plain).equals(text) ? "_" : "^") + plain.replace('−', '-') + "$";
    }
}
