package org.nnlang.draw;

import java.util.Map;

/** Words of a figure in TeX, for engines that know only ASCII too. */
final class Tex {
    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '<', "$<$"),
            Map.entry((int) '>', "$>$"),
            Map.entry((int) '|', "$|$"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '·', "$\\cdot$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '→', "$\\to$"),
            Map.entry((int) '′', "$'$"),
            Map.entry((int) '∂', "$\\partial$"),
            Map.entry((int) 'Σ', "$\\Sigma$"),
            Map.entry((int) '½', "$\\frac12$"),
            Map.entry((int) '²', "$^2$"),
            Map.entry((int) '±', "$\\pm$"),
            Map.entry((int) '≤', "$\\le$"),
            Map.entry((int) '≥', "$\\ge$"),
            Map.entry((int) '…', "\\ldots{}"),
            Map.entry((int) '⋯', "$\\cdots$"),
            Map.entry((int) '–', "--"),
            Map.entry((int) '“', "``"),
            Map.entry((int) '”', "''"),
            Map.entry((int) 'α', "$\\alpha$"),
            Map.entry((int) 'β', "$\\beta$"),
            Map.entry((int) 'γ', "$\\gamma$"),
            Map.entry((int) 'δ', "$\\delta$"),
            Map.entry((int) 'ε', "$\\varepsilon$"),
            Map.entry((int) 'η', "$\\eta$"),
            Map.entry((int) 'λ', "$\\lambda$"),
            Map.entry((int) 'μ', "$\\mu$"),
            Map.entry((int) 'π', "$\\pi$"),
            Map.entry((int) 'σ', "$\\sigma$"));

    private Tex() {}

    /** A text, with TeX's own signs escaped. */
    static String text(String words) {
        StringBuilder tex = new StringBuilder();
        words.codePoints().forEach(c -> {
            String sign = SIGNS.get(c);
            if (sign != null) {
                tex.append(sign);
            } else if (c >= '₀' && c <= '₉') {
                tex.append("$_").append((char) ('0' + c - '₀')).append('$');
            } else {
                tex.append("#$%&_{}".indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
            }
        });
        return tex.toString();
    }

    /** A text in a comment, which ends with its line. */
    static String comment(String words) {
        return words.replace('\n', ' ').replace('\r', ' ');
    }
}
