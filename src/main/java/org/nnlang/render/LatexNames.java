package org.nnlang.render;

import java.util.List;
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

    /** Words in text: what means something to LaTeX, and the Greek letters that its text fonts lack. */
    public static String escaped(String words) {
        StringBuilder text = new StringBuilder();
        for (char c : words.toCharArray()) {
            int sign = SIGNS.indexOf(c);
            if (sign >= 0) {
                text.append("$\\").append(COMMANDS.get(sign)).append('$');
            } else {
                text.append("_#$%&{}".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return text.toString();
    }
}
