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
        if (c >= 'A' && c <= 'Z') {
            return exception(c, capital + c - 'A');
        }
        if (c >= 'a' && c <= 'z') {
            return exception(c, small + c - 'a');
        }
        if (digit != 0 && c >= '0' && c <= '9') {
            return digit + c - '0';
        }
        return switch (this) {
            case BOLD -> greek(c, BOLD_CAPITAL_ALPHA, BOLD_ALPHA);
            case BOLD_ITALIC -> greek(c, BOLD_ITALIC_CAPITAL_ALPHA, BOLD_ITALIC_ALPHA);
            default -> c;
        };
    }

    private static int greek(int c, int capitalAlpha, int smallAlpha) {
        if (c >= 'Α' && c <= 'Ω') {
            return capitalAlpha + c - 'Α';
        }
        return c >= 'α' && c <= 'ω' ? smallAlpha + c - 'α' : c;
    }

    /** Letters that Unicode had before the others of their alphabet. */
    private int exception(int letter, int regular) {
        return switch (this) {
            case SCRIPT -> exception(letter, regular, "BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ");
            case DOUBLE -> exception(letter, regular, "CHNPQRZ", "ℂℍℕℙℚℝℤ");
            case FRAKTUR -> exception(letter, regular, "CHIRZ", "ℭℌℑℜℨ");
            default -> regular;
        };
    }

    private static int exception(int letter, int regular, String letters, String exceptions) {
        int at = letters.indexOf(letter);
        return at < 0 ? regular : exceptions.charAt(at);
    }
}
