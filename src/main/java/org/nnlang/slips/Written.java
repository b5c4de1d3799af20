package org.nnlang.slips;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.nnlang.math.ExactDecimal;

/** A number as a reader wrote it: so many digits, rounded or cut off. */
public final class Written {
    /** How a value gives the number. */
    public enum How {
        /** It does not. */
        NOT,
        /** It is the number, with all the digits that a double has. */
        EXACTLY,
        /** It is rounded half up to the digits written. */
        ROUNDED,
        /** Its further digits are cut off. */
        CUT_OFF,
        /** It is the number if nets that only rounding makes other than 0 are 0. */
        BY_HAND,
        /** It is the number if the arithmetic is float32. */
        SINGLE
    }

    /** Two ways of working the same out in double differ by less. */
    private static final double SAME = 1e-14;

    /** The digits that a double surely has: what is meant as a half ends in a 5 again. */
    private static final int SURE = 15;

    private static final int MOST_DECIMALS = 400;

    private final String text;
    private final double value;
    private final ExactDecimal decimal;
    private final double unit;
    private final boolean scientific;

    private Written(String text, double value, ExactDecimal decimal) {
        this.text = text;
        this.value = value;
        this.decimal = decimal;
        unit = new ExactDecimal(BigInteger.ONE, decimal.scale()).value();
        this.scientific = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    }

    /** The number written so, in nn's notation, which has this value. */
    public static Written of(String text, double value) {
        String plain = text.replace("_", "").replace('\u2212', '-').replace(" ", "");
        boolean percent = plain.endsWith("%");
        try {
            ExactDecimal decimal = ExactDecimal.parse(percent ? plain.substring(0, plain.length() - 1) : plain);
            return new Written(text, value, percent ? hundredth(decimal) : decimal);
        } catch (NumberFormatException tooSmall) {
            return new Written(text, value, ExactDecimal.of(value)); // an exponent that only a 0 can have
        }
    }

    private static ExactDecimal hundredth(ExactDecimal decimal) {
        ExactDecimal moved = new ExactDecimal(decimal.unscaled(), decimal.scale() + 2);
        return moved.scale() < 0 ? moved.withScale(0, RoundingMode.DOWN) : moved;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The nearest double. */
    public double value() {
        return value;
    }

    /** One unit of the last digit. */
    public double unit() {
        return unit;
    }

    /** How many decimals it has; negative for whole tens. */
    public int decimals() {
        return decimal.scale();
    }

    /** How many decimals it has without zeros at the end. */
    int shortestDecimals() {
        return decimal.shortest().scale();
    }

    /** How many significant digits it has. */
    public int digits() {
        return decimal.precision();
    }

    /** The digits written, in words: {@code 4 decimals}, {@code 5 significant digits}. */
    public String places() {
        int decimals = decimal.scale();
        if (scientific || decimals < 0) {
            return digits() + (digits() == 1 ? " significant digit" : " significant digits");
        }
        return decimals == 0 ? "a whole number" : decimals == 1 ? "1 decimal" : decimals + " decimals";
    }

    /** How a value gives the number. */
    public How match(double other) {
        if (!Double.isFinite(other)) {
            return How.NOT;
        }
        if (Math.abs(other - value) <= SAME * Math.abs(other)) {
            return How.EXACTLY;
        }
        if (Math.abs(other - value) > 1.01 * unit() || Math.abs(decimal.scale()) > MOST_DECIMALS) {
            return How.NOT;
        }
        ExactDecimal shortest = ExactDecimal.parse(Double.toString(other));
        How how = match(shortest.withPrecision(SURE, RoundingMode.HALF_EVEN));
        return how == How.NOT ? match(shortest) : how;
    }

    private How match(ExactDecimal other) {
        if (other.withScale(decimal.scale(), RoundingMode.HALF_UP).equals(decimal)) {
            return decimal.signum() == 0 && decimal.scale() <= 0 ? How.NOT : How.ROUNDED;
        }
        boolean cut = other.withScale(decimal.scale(), RoundingMode.DOWN).equals(decimal);
        return cut && decimal.signum() != 0 ? How.CUT_OFF : How.NOT;
    }
}
