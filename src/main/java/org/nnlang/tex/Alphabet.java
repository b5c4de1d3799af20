package org.nnlang.tex;

import java.util.Locale;
import org.w3c.dom.Element;

/** The alphabets of mathematics, by the first of their letters and digits in Unicode; browsers know no others. */
enum Alphabet {
    NONE(0, 0, 0),
    UPRIGHT(0, 0, 0),
    ITALIC(0, 0, 0),
    BOLD(0x1D400, 0x1D41A, 0x1D7CE),
    BOLD_ITALIC(0x1D468, 0x1D482, 0x1D7CE),
    SANS(0x1D5A0, 0x1D5BA, 0x1D7E2),
    MONO(0x1D670, 0x1D68A, 0x1D7F6),
    SCRIPT(0x1D49C, 0x1D4B6, 0),
    DOUBLE(0x1D538, 0x1D552, 0x1D7D8),
    FRAKTUR(0x1D504, 0x1D51E, 0);

    private static final int BOLD_ALPHA = 0x1D6C2;
    private static final int BOLD_CAPITAL_ALPHA = 0x1D6A8;
    private static final int BOLD_ITALIC_ALPHA = 0x1D736;
    private static final int BOLD_ITALIC_CAPITAL_ALPHA = 0x1D71C;

    private final int capital;
    private final int small;
    private final int digit;

    Alphabet(int capital, int small, int digit) {
        this.capital = capital;
        this.small = small;
        this.digit = digit;
    }

    static Alphabet named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether an element is a letter that belongs to a word: {@code \mathrm{softmax}}. */
    boolean joins(Element element) {
        return (this == UPRIGHT || this == ITALIC || this == SANS || this == MONO || this == BOLD)
                && element.getNodeName().equals("mi")
                && element.getTextContent().length() == 1
                && Character.isLetter(element.getTextContent().charAt(0));
    }

    /** A text in this alphabet, as far as there are such letters. */
    String of(String text) {
        StringBuilder mapped = new StringBuilder();
        text.codePoints().forEach(c -> mapped.appendCodePoint(of(c)));
        return mapped.toString();
    }

    private int of(int c) {
        if (capital == 0) {
            return c;
        }
        int greek = greek(c);
        return greek != 0
                ? greek
                : c >= 'A' && c <= 'Z'
                        ? exception(c, capital + c - 'A')
                        : c >= 'a' && c <= 'z'
                                ? exception(c, small + c - 'a')
                                : digit != 0 && c >= '0' && c <= '9' ? digit + c - '0' : c;
    }

    private int greek(int c) {
        boolean italic = this == BOLD_ITALIC;
        if (this != BOLD && !italic) {
            return 0;
        }
        return c >= 'Α' && c <= 'Ω'
                ? c - 'Α' + (italic ? BOLD_ITALIC_CAPITAL_ALPHA : BOLD_CAPITAL_ALPHA)
                : c >= 'α' && c <= 'ω' ? c - 'α' + (italic ? BOLD_ITALIC_ALPHA : BOLD_ALPHA) : 0;
    }

    /** Letters that Unicode had before the others of their alphabet. */
    private int exception(int letter, int regular) {
        int at = switch (this) {
            case SCRIPT -> "BEFHILMRego".indexOf(letter);
            case DOUBLE -> "CHNPQRZ".indexOf(letter);
            case FRAKTUR -> "CHIRZ".indexOf(letter);
            default -> -1;
        };
        if (at < 0) {
            return regular;
        }
        return (this == SCRIPT ? "ℬℰℱℋℐℒℳℛℯℊℴ" : this == DOUBLE ? "ℂℍℕℙℚℝℤ" : "ℭℌℑℜℨ").charAt(at);
    }
}
