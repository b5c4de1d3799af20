package org.nnlang.text;

import java.math.BigDecimal;

/** Formats large whole numbers for people. */
public final class Thousands {
    private Thousands() {}

    /** The nearest whole number with commas between groups of three digits: {@code 1,000,000}. */
    public static String of(double value) {
        double whole = Math.rint(value);
        boolean isLong = Math.abs(whole) < 0x1p63; // then Java needs no BigDecimal, which takes long to load
        StringBuilder text = new StringBuilder(
                isLong
                        ? Long.toString((long) whole)
                        : BigDecimal.valueOf(whole).toBigInteger().toString());
        for (int i = text.length() - 3; i > (value < 0 ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** A number of things: {@code 1 update}, {@code 10,000 updates}. */
    public static String count(long n, String noun) {
        return of(n) + " " + Message.noun(n, noun);
    }
}
