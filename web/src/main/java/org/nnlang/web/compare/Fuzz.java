package org.nnlang.web.compare;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.nnlang.language.NumberText;
import org.nnlang.math.Decimals;
import org.nnlang.math.Elementary;
import org.nnlang.math.ExactDecimal;
import org.nnlang.network.Random64;
import org.nnlang.text.Digits;
import org.nnlang.text.Thousands;
import org.teavm.jso.JSExport;

/**
 * Computes what must be the same bit by bit in a page and on Java: reading and writing numbers, elementary functions, −0,
 * rounding to float32, and whatever the build replaces. The same class runs in both; a test compares what it returns.
 */
public final class Fuzz {
    private static final int OPERATIONS = 64;

    /** How many operations come up to those that take what isn't finite, too. */
    private static final int FINITE = 15;

    private static final double[] EDGES = {
        0.0,
        0.5,
        1.5,
        2.5,
        0x1p52,
        0x1p52 - 0.5,
        0x1p53,
        1e-3,
        1e7,
        1e15,
        1e21,
        1e-7,
        1e23,
        5e-324,
        2.2250738585072014e-308,
        Double.MAX_VALUE,
        Float.MAX_VALUE,
        Float.MIN_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN,
        Math.PI,
        1e22,
        9007199254740993.0
    };

    private final Random64 random;
    /** A digest of what each operation has given, in the order in which a value goes through them. */
    private final long[] digests = new long[OPERATIONS];

    private int operation;

    private Fuzz(long seed) {
        random = Random64.of(seed, 0);
    }

    /** Writes lines of seed, count and digest: the arguments are how many, and the count of each. */
    public static void main(String[] args) {
        if (args.length > 0) {
            int count = Integer.parseInt(args[1]);
            for (int seed = 1; seed <= Integer.parseInt(args[0]); seed++) {
                System.out.println(seed + " " + count + " " + digest(seed, count));
            }
        }
    }

    /** What {@code count} values give: a digest of each operation, in hexadecimal digits. */
    @JSExport
    public static String digest(int seed, int count) {
        Fuzz fuzz = new Fuzz(seed);
        for (int i = 0; i < count; i++) {
            fuzz.all(fuzz.value(i));
        }
        StringBuilder digests = new StringBuilder();
        for (long digest : fuzz.digests) {
            digests.append(digests.isEmpty() ? "" : ",").append(Long.toHexString(digest));
        }
        return digests.toString();
    }

    private double value(int i) {
        if (i < 2 * EDGES.length) {
            return i % 2 == 0 ? EDGES[i / 2] : -EDGES[i / 2];
        }
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.uniform(-20, 20);
            case 2 -> random.nextInt(2_000_001) / 1e4 - 100;
            default -> random.normal() * Math.abs(random.uniform(-1e4, 1e4));
        };
    }

    private void add(long bits) {
        digests[operation] = 31 * digests[operation] + bits;
        operation++;
    }

    /** Any NaN counts as the same: what its other bits are is up to the processor. */
    private void add(double value) {
        add(Double.isNaN(value) ? 1 : Double.doubleToRawLongBits(value));
    }

    private void add(String text) {
        add(text.hashCode());
    }

    private void all(double x) {
        operation = 0;
        text(x);
        basic(x);
        elementary(x);
    }

    private void text(double x) {
        String java = Double.toString(x);
        add(java);
        add("" + x);
        add(Digits.shortest(x));
        add(Digits.format(x, 1 + random.nextInt(17)));
        add(Digits.padded(x, 9));
        add(Character.toString(random.nextInt(0xd800)));
        if (Double.isFinite(x)) {
            add(Double.parseDouble(java));
            String decimal =
                    Long.toString(random.nextLong() >>> random.nextInt(64)) + "e" + (random.nextInt(700) - 350);
            add(Double.parseDouble(decimal));
            String digits = Math.abs(random.nextInt(1_000_000)) + "." + (random.nextLong() >>> 1);
            add(NumberText.value(digits, 0, digits.length()));
            add(ExactDecimal.of(x).shortest().value());
            add(new BigDecimal(x).doubleValue());
            add(BigDecimal.valueOf(x).toString());
            add(new BigDecimal(x).round(new MathContext(1 + random.nextInt(20))).toString());
            add(new BigDecimal(x)
                    .setScale(random.nextInt(20), RoundingMode.HALF_EVEN)
                    .toString());
            add(Thousands.of(Math.rint(x)));
        }
        operation = FINITE;
    }

    private void basic(double x) {
        add(-x);
        add((double) -(float) x);
        add((float) x + (float) 0.1);
        add((double) ((float) x * (float) 1.1));
        add(Math.rint(x));
        add(Math.ulp(x));
        add(Math.floor(x));
        add(Math.round(x));
        add(Math.signum(x));
        add(Math.abs(x));
        add(Math.sqrt(x));
        add(Math.max(x, -0.0));
        add(Math.min(x, 0.0));
        add(Double.isNaN(x) ? 0 : Math.copySign(1.5, x));
        add(Math.getExponent(x));
        add(Math.clamp(x, -3.0, 3.0));
        add(Double.compare(x, 0.0));
        add(Double.hashCode(x));
        add((long) x);
        add((int) x);
        add(x % 0.7);
        add((double) Math.ulp((float) x));
        add(Decimals.round(x, random.nextInt(16)));
        long whole = (long) x;
        add((double) whole);
        add((float) whole);
        add(BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(random.nextLong()))
                .toString());
        add(BigInteger.valueOf(whole).shiftLeft(70).doubleValue());
    }

    private void elementary(double x) {
        add(Elementary.exp(x));
        add(Elementary.expm1(x));
        add(Elementary.ln(x));
        add(Elementary.log1p(x));
        add(Elementary.tanh(x));
        add(Elementary.sigmoid(x));
        add(Elementary.softplus(x));
        add(Elementary.normalDensity(x));
        add(Elementary.normalCdf(x));
        add(Elementary.sin(x));
        add(Elementary.cos(x));
        add(Elementary.tan(x));
        add(Elementary.pow(x, random.nextInt(9) - 4));
        add(Elementary.pow(Math.abs(x), random.normal()));
    }
}
