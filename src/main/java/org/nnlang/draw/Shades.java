package org.nnlang.draw;

import org.nnlang.picture.Axis;
import org.nnlang.text.Digits;
import org.nnlang.text.Printable;

/** Values as characters, from light to dark, for texts without colours; signs tell a diverging scale's two sides apart. */
final class Shades {
    private static final String DARKER = " ░▒▓█";
    private static final String SIGNED = "=- +#";
    private static final int DIGITS = 3;

    private final Axis scale;
    private final String characters;

    Shades(Axis scale, boolean diverging) {
        this.scale = scale;
        this.characters = diverging ? SIGNED : DARKER;
    }

    /** The character of a value; a question mark for none. */
    int of(double value) {
        if (Double.isNaN(value)) {
            return '?';
        }
        double share = (value - scale.from()) / (scale.to() - scale.from());
        int level = Math.clamp((long) Math.floor(share * characters.length()), 0, characters.length() - 1);
        return characters.charAt(level);
    }

    /** What the characters mean: {@code out: ' ' 0 … 0.2, ░ … 0.4}. */
    String legend() {
        StringBuilder legend = new StringBuilder(scale.label().isEmpty() ? "" : Printable.line(scale.label()) + ":  ");
        for (int i = 0; i < characters.length(); i++) {
            double to = scale.from() + (scale.to() - scale.from()) * (i + 1) / characters.length();
            String character = characters.substring(i, i + 1);
            legend.append(i == 0 ? Digits.format(scale.from(), DIGITS) + " " : " ")
                    .append(character.isBlank() ? "blank" : character)
                    .append(' ')
                    .append(Digits.format(to, DIGITS));
        }
        return legend.toString();
    }
}
