package org.nnlang.slips;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

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
    private static final MathContext SURE = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int MOST_DECIMALS = 400;

    private final String text;
    private final double value;
    private final BigDecimal decimal;
    private final boolean scientific;

    private Written(String text, double value, BigDecimal decimal) {
        this.text = text;
        this.value = value;
        this.decimal = decimal;
        this.scientific = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    }

    /** The number written so, in nn's notation, which has this value. */
    public static Written of(String text, double value) {
        String plain = text.replace("_", "").replace('\u2212', '-').replace(" ", "");
        boolean percent = plain.endsWith("%");
        try {
            BigDecimal decimal = new BigDecimal(percent ? plain.substring(0, plain.length() - 1) : plain);
            return new Written(text, value, percent ? decimal.movePointLeft(2) : decimal);
        } catch (NumberFormatException tooSmall) {
            return new Written(text, value, new BigDecimal(value)); // an exponent that only a 0 can have
        }
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
        return BigDecimal.ONE.scaleByPowerOfTen(-decimal.scale()).doubleValue();
    }

    /** How many decimals it has; negative for whole tens. */
    public int decimals() {
        return decimal.scale();
    }

    /** How many decimals it has without zeros at the end. */
    int shortestDecimals() {
        return decimal.stripTrailingZeros().scale();
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
        BigDecimal shortest = new BigDecimal(Double.toString(other));
        How how = match(shortest.round(SURE));
        return how == How.NOT ? match(shortest) : how;
    }

    private How match(BigDecimal other) {
        if (other.setScale(decimal.scale(), RoundingMode.HALF_UP).compareTo(decimal) == 0) {
            return decimal.signum() == 0 && decimal.scale() <= 0 ? How.NOT : How.ROUNDED;
        }
        boolean cut = other.setScale(decimal.scale(), RoundingMode.DOWN).compareTo(decimal) == 0;
        return cut && decimal.signum() != 0 ? How.CUT_OFF : How.NOT;
    }
}
