package org.nnlang.draw;

import org.nnlang.text.TextWidth;

/**
 * How wide text is in pictures: the advances of Liberation Sans, whose widths are those of Arial and Helvetica, so that
 * almost every machine has a font that fits; characters that it lacks as in DejaVu Sans. All others have an average.
 */
final class FontAdvances {
    /** The fonts that the widths fit, and what a browser takes if it has none of them. */
    static final String FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

    /** How far text reaches above its baseline, and below it, in sizes of the font. */
    static final double ASCENT = 0.91;

    static final double DESCENT = 0.21;

    /** Characters by their advance, in hundredths of the font's size. */
    private static final String[] TABLE = {
        "17 ⁄ₗ",
        "18 ᵢⁱⱼ",
        "19 '′",
        "22 ijlįĵĺļłſΐίιϊіј‘’‚",
        "25 ⁽⁾₍₎",
        "26 |¦ᵣ",
        "27 ∫",
        "28  !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ·ΙΪІЇї∙",
        "29 ľ",
        "30 ₜ",
        "32 ⋅",
        "33 ()-`r{}¡¨²³´¸¹ŀŕŗř‐\u2011“”„‹›",
        "35 •″▪",
        "36 \"ºгѓⁿ",
        "37 ªₛ",
        "38 ťΊ",
        "39 *ₐ",
        "40 °τᵤ⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ₕₙ",
        "41 ґₒ",
        "42 ᵥₑ",
        "43 ₖₚ",
        "44 ĳζкќₓ",
        "45 έεξ",
        "46 зт",
        "47 ^",
        "48 ς",
        "49 Ґ∂◊",
        "50 JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżžγκλνЈсухѕў↑↓∥",
        "51 эє",
        "52 χчь",
        "53 в⁺⁻⁼₊₋₌",
        "54 ¶ЃГпя",
        "55 ¯±÷Γΰυϋύнџ√≈≠≤≥",
        "56 #$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų",
        "56 ήδηθοόаеийорѐёђћѝ–†‡€",
        "57 ρбц",
        "58 +<=>~¬µ×άαβμЌКдл−≡",
        "60 ŉЗ■□○●",
        "61 FTZ¿ßøŢŤŦŹŻŽΖΤТ∆",
        "62 ďΣσϑϵъₘ",
        "63 ∃∘",
        "64 ЎУ‒",
        "65 Ξφ",
        "66 ϕБЛЬ",
        "67 &ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸΆΑΒΔΕΚΛΡΥΧΫЀЁЅАВЕРХЧж∇",
        "68 Д∀",
        "69 πм",
        "70 ℂ",
        "71 ψ∑∝∞",
        "72 CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŊŔŖŘŨŪŬŮŰŲŵΗΝΠЄЍЏИЙНПСЭЯы∩",
        "73 ∧∨∪",
        "74 ©®ĲЦ",
        "75 ΏΩю",
        "76 Ф",
        "77 Ό△▽◆◇",
        "78 GOQÒÓÔÕÖØĜĞĠĢŌŎŐΈΘΟωώО",
        "79 Ъℚℝ",
        "80 Φшℕ",
        "81 њ",
        "82 фщ∏",
        "83 Mm¼½¾ΜМ",
        "84 ΉΨ↗↘⇐⇒⇔∓∗∼≅⊂⊆⊕⊗⊙✓✗",
        "85 Ћ",
        "86 ΎЂ",
        "87 ∅∈∉⊤⊥",
        "88 Ы",
        "89 %æ",
        "90 ∠",
        "91 љ",
        "92 ЖШ",
        "94 WœŴЩ",
        "99 ▲▼",
        "100 ÆŒ—…‰™←→↔⋯⋱",
        "101 ЊЮ",
        "102 @",
        "105 ≪≫",
        "106 Љ",
        "107 №№"
    };

    private static final double UNIT = 0.01;
    private static final int WIDE = 100;
    private static final int CAPITAL = 68;
    private static final int OTHER = 56;

    /** The advances of the characters of one unit, 0 for those that the table lacks. */
    private static final byte[] ADVANCES = advances();

    private FontAdvances() {}

    /** The width of a line of text in a font of a size, in the size's unit. */
    static double width(String text, double size) {
        int sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            sum += advance(c);
            i += Character.charCount(c);
        }
        return sum * UNIT * size;
    }

    private static int advance(int c) {
        if (c < ADVANCES.length && ADVANCES[c] != 0) {
            return ADVANCES[c];
        }
        return switch (TextWidth.of(c)) {
            case 0 -> 0;
            case 1 -> Character.isUpperCase(c) ? CAPITAL : OTHER;
            default -> WIDE;
        };
    }

    private static byte[] advances() {
        byte[] advances = new byte[0x2d00];
        for (String row : TABLE) {
            int space = row.indexOf(' ');
            byte advance = Byte.parseByte(row.substring(0, space));
            for (int i = space + 1; i < row.length(); i++) {
                advances[row.charAt(i)] = advance;
            }
        }
        return advances;
    }
}
