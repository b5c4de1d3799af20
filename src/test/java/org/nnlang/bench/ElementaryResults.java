package org.nnlang.bench;

import java.util.SplittableRandom;
import org.nnlang.math.Elementary;

/**
 * Prints powers, sines, cosines and tangents of random arguments, for {@code src/test/reference/elementary.py errors}, which
 * finds the largest error: one line each, with the bits of the arguments and of the result.
 */
public final class ElementaryResults {
    private final SplittableRandom random;

    private ElementaryResults(long seed) {
        random = new SplittableRandom(seed);
    }

    /** How many of each function, and a seed. */
    public static void main(String[] args) {
        ElementaryResults results = new ElementaryResults(Long.parseLong(args[1]));
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            double x = results.angle(i % 5);
            print("sin", Elementary.sin(x), x);
            print("cos", Elementary.cos(x), x);
            print("tan", Elementary.tan(x), x);
            double base = results.base(i % 4);
            double exponent = results.exponent(i % 4, base);
            print("pow", Elementary.pow(base, exponent), base, exponent);
        }
    }

    private double angle(int kind) {
        return switch (kind) {
            case 0 -> finite();
            case 1 -> random.nextDouble(-10, 10);
            case 2 -> random.nextDouble(-100_000, 100_000);
            case 3 -> Math.rint(Math.scalb(1.0, random.nextInt(60)) * random.nextDouble()) * (Math.PI / 2);
            default ->
                random.nextInt(-200, 200) * (Math.PI / 256) + random.nextDouble(-1e-3, 1e-3); // seams of the table
        };
    }

    private double base(int kind) {
        return switch (kind) {
            case 0 -> Math.abs(finite());
            case 1 -> 1 + (random.nextBoolean() ? 1 : -1) * Math.scalb(random.nextDouble(1, 2), -random.nextInt(1, 52));
            case 2 -> random.nextDouble(0, 10);
            default -> random.nextInt(2, 1 << random.nextInt(2, 20));
        };
    }

    private double exponent(int kind, double base) {
        return switch (kind) {
            case 0, 1 -> random.nextDouble(-1080, 1030) * StrictMath.log(2) / StrictMath.log(base); // down to subnormal
            case 2 -> random.nextDouble(-10, 10);
            default -> random.nextInt(-40, 80) / 2.0;
        };
    }

    private double finite() {
        double x = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(x) && x != 0 ? x : finite();
    }

    private static void print(String name, double result, double... arguments) {
        StringBuilder line = new StringBuilder(name);
        for (double x : arguments) {
            line.append(' ').append(bits(x));
        }
        System.out.println(line.append(' ').append(bits(result)));
    }

    private static String bits(double x) {
        return Long.toHexString(Double.doubleToRawLongBits(x));
    }
}
