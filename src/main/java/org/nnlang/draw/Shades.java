package org.nnlang.draw;

import org.nnlang.picture.Axis;
import org.nnlang.text.Digits;
import org.nnlang.text.Printable;

/** Values as characters, from light to dark, for texts without colours; signs tell a diverging scale's two sides apart. */
final class Shades {
    private static final String DARKER = " ░▒▓█";
    private static final String SIGNED = "=- +#";
    private static final int MOST_DIGITS = 9;

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
        double share = AxisScale.share(scale, value);
        int level = Math.clamp((long) Math.floor(share * characters.length()), 0, characters.length() - 1);
        return characters.charAt(level);
    }

    /** What the characters mean: {@code out: ' ' 0 … 0.2, ░ … 0.4}. */
    String legend() {
        int digits = 2;
        String legend;
        do {
            legend = legend(++digits);
        } while (digits < MOST_DIGITS && repeats(digits));
        return legend;
    }

    /** Whether two ends of the shades' ranges look the same. */
    private boolean repeats(int digits) {
        String last = Digits.format(scale.from(), digits);
        for (int i = 0; i < characters.length(); i++) {
            String end = Digits.format(end(i), digits);
            if (end.equals(last)) {
                return true;
            }
            last = end;
        }
        return false;
    }

    /** The greatest value of a shade. */
    private double end(int shade) {
        return AxisScale.value(scale, (shade + 1.0) / characters.length());
    }

    private String legend(int digits) {
        StringBuilder legend = new StringBuilder(scale.label().isEmpty() ? "" : Printable.line(scale.label()) + ":  ");
        for (int i = 0; i < characters.length(); i++) {
            String character = characters.substring(i, i + 1);
            legend.append(i == 0 ? Digits.format(scale.from(), digits) + " " : " ")
                    .append(character.isBlank() ? "blank" : character)
                    .append(' ')
                    .append(Digits.format(end(i), digits));
        }
        return legend.toString();
    }
}
