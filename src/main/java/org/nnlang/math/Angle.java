package org.nnlang.math;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An angle in radians as n π/128 + r, |r| ≤ π/256 and a little more, for its sine, cosine and tangent.
 *
 * <p>sin(n π/128 + r) = S cos r + C sin r, where S and C come from a table, with twice a double's digits, and the others are
 * Taylor series. A double can be as near to a multiple of π/2 as 2⁻⁶¹: so r is found to 2⁻¹³⁰.
 */
final class Angle {
    /** π/128 in four parts, of which the first three have at most 31 digits: their products with n are exact. */
    private static final double PART_1 = 0x1.921fb544p-6;

    private static final double PART_2 = 0x1.0b4611ap-40;
    private static final double PART_3 = 0x1.898cc51p-70;
    private static final double PART_4 = 0x1.c06e0e6894812p-100;
    private static final double STEPS_PER_UNIT = 0x1.45f306dc9c883p5;

    /** Up to here n has at most 22 digits. */
    private static final double NEAR = 100_000;

    /** Up to here, and a little further, sin x and tan x are x to half an ulp. */
    private static final double TINY = 0x1p-27;

    private static final double ROUNDER = 0x1.8p52;

    private final int n;
    private final double r;
    private final double rLow;

    private Angle(double x) {
        if (Math.abs(x) <= NEAR) { // Cody and Waite, 1980
            double steps = (x * STEPS_PER_UNIT + ROUNDER) - ROUNDER;
            double a = x - steps * PART_1; // exactly
            double b = a - steps * PART_2;
            double c = b - steps * PART_3;
            double low = lost(a, steps * PART_2, b) + lost(b, steps * PART_3, c) - steps * PART_4;
            n = (int) steps;
            r = c + low;
            rLow = (c - r) + low;
        } else if (Double.isFinite(x)) {
            BigInteger steps = Far.steps(x);
            BigInteger whole = steps.add(Far.HALF).shiftRight(Far.DIGITS);
            BigInteger rest = steps.subtract(whole.shiftLeft(Far.DIGITS));
            double high = rest.doubleValue();
            double low = rest.subtract(new BigDecimal(high).toBigInteger()).doubleValue();
            DoubleDouble angle = new DoubleDouble(high, low).times(Far.STEP);
            n = whole.intValue();
            r = angle.high();
            rLow = angle.low() + high * Far.STEP_LOW;
        } else {
            n = 0;
            r = Double.NaN;
            rLow = 0;
        }
    }

    /** What the rounded difference a − b lacks. */
    private static double lost(double a, double b, double difference) {
        double back = a - difference;
        return (a - (difference + back)) + (back - b);
    }

    static double sin(double x) {
        return Math.abs(x) < TINY ? x : new Angle(x).sine(0).value();
    }

    static double cos(double x) {
        return new Angle(x).sine(64).value();
    }

    static double tan(double x) {
        if (Math.abs(x) < TINY) {
            return x;
        }
        Angle angle = new Angle(x);
        return angle.sine(0).over(angle.sine(64));
    }

    /** The sine of the angle and {@code further} π/128. */
    private DoubleDouble sine(int further) {
        int s = n + further;
        int c = s + 64;
        double sine = sign(s) * TABLE[row(s)];
        double cosine = sign(c) * TABLE[row(c)];
        double r2 = r * r;
        double cosineRest = r2 * (-1 / 2.0 + r2 * (1 / 24.0 + r2 * (-1 / 720.0 + r2 * (1 / 40320.0))));
        double sineRest = r * r2 * (-1 / 6.0 + r2 * (1 / 120.0 - r2 * (1 / 5040.0)));
        DoubleDouble product = DoubleDouble.product(cosine, r);
        DoubleDouble sum = DoubleDouble.sum(sine, product.high());
        double low = sign(s) * TABLE[row(s) + 1] + sign(c) * TABLE[row(c) + 1] * r + (cosine - sine * r) * rLow;
        return DoubleDouble.sum(
                sum.high(), sum.low() + (product.low() + low + (sine * cosineRest + cosine * sineRest)));
    }

    private static int row(int n) {
        return 2 * (64 - Math.abs((n & 127) - 64));
    }

    private static int sign(int n) {
        return 1 - (n >> 6 & 2);
    }

    /** For large angles, in whole numbers (Payne and Hanek, 1983: all digits of 1/π that can matter). */
    private static final class Far {
        /** ⌊2¹¹⁶⁰ · 128/π⌋. */
        private static final BigInteger STEPS_PER_UNIT = new BigInteger(
                "28be60db9391054a7f09d5f47d4d377036d8a5664f10e4107f9458eaf7aef1586dc91b8e909374b801924bba82746487"
                        + "3f877ac72c4a69cfba208d7d4baed1213a671c09ad17df904e64758e60d4ce7d272117e2ef7e4a0ec7fe25fff7816603"
                        + "fbcbc462d6829b47db4d9fb3c9f2c26dd3d18fd9a797fa8b5d49eeb1faf97c5ecf41ce7de294a4ba9afed7ec47e35742"
                        + "1580",
                16);

        private static final int DIGITS = 160;
        private static final BigInteger HALF = BigInteger.ONE.shiftLeft(DIGITS - 1);

        /** 2⁻¹⁶⁰ · π/128, and what that lacks. */
        private static final double STEP = 0x1.921fb54442d18p-166;

        private static final double STEP_LOW = 0x1.1a62633145c07p-220;

        /** x · 128/π in units of 2⁻¹⁶⁰. */
        private static BigInteger steps(double x) {
            int exponent = Math.getExponent(x) - 52;
            long digits = (Double.doubleToRawLongBits(x) & 0x000fffffffffffffL) | 0x0010000000000000L;
            return STEPS_PER_UNIT
                    .multiply(BigInteger.valueOf(x < 0 ? -digits : digits))
                    .shiftRight(1160 - DIGITS - exponent);
        }
    }

    /** For i from 0 to 64: sin(i π/128) to the nearest double, and what that lacks. */
    private static final double[] TABLE = {
        0x0.0p0, 0x0.0p0, 0x1.92155f7a3667ep-6, -0x1.b1d63091a013p-64,
        0x1.91f65f10dd814p-5, -0x1.912bd0d569a9p-61, 0x1.2d52092ce19f6p-4, -0x1.9a088a8bf6b2cp-59,
        0x1.917a6bc29b42cp-4, -0x1.e2718d26ed688p-60, 0x1.f564e56a9730ep-4, 0x1.a2704729ae56dp-59,
        0x1.2c8106e8e613ap-3, 0x1.13000a89a11ep-58, 0x1.5e214448b3fc6p-3, 0x1.531ff779ddac6p-57,
        0x1.8f8b83c69a60bp-3, -0x1.26d19b9ff8d82p-57, 0x1.c0b826a7e4f63p-3, -0x1.af1439e521935p-62,
        0x1.f19f97b215f1bp-3, -0x1.42deef11da2c4p-57, 0x1.111d262b1f677p-2, 0x1.824c20ab7aa9ap-56,
        0x1.294062ed59f06p-2, -0x1.5d28da2c4612dp-56, 0x1.4135c94176601p-2, 0x1.0c97c4afa2518p-56,
        0x1.58f9a75ab1fddp-2, -0x1.efdc0d58cf62p-62, 0x1.7088530fa459fp-2, -0x1.44b19e0864c5dp-56,
        0x1.87de2a6aea963p-2, -0x1.72cedd3d5a61p-57, 0x1.9ef7943a8ed8ap-2, 0x1.6da81290bdbabp-57,
        0x1.b5d1009e15ccp-2, 0x1.5b362cb974183p-57, 0x1.cc66e9931c45ep-2, 0x1.6850e59c37f8fp-58,
        0x1.e2b5d3806f63bp-2, 0x1.e0d891d3c6841p-58, 0x1.f8ba4dbf89abap-2, -0x1.2ec1fc1b776b8p-60,
        0x1.073879922ffeep-1, -0x1.a5a014347406cp-55, 0x1.11eb3541b4b23p-1, -0x1.ef23b69abe4f1p-55,
        0x1.1c73b39ae68c8p-1, 0x1.b25dd267f66p-55, 0x1.26d054cdd12dfp-1, -0x1.5da743ef3770cp-55,
        0x1.30ff7fce17035p-1, -0x1.efcc626f74a6fp-57, 0x1.3affa292050b9p-1, 0x1.e3e25e3954964p-56,
        0x1.44cf325091dd6p-1, 0x1.8076a2cfdc6b3p-57, 0x1.4e6cabbe3e5e9p-1, 0x1.3c293edceb327p-57,
        0x1.57d69348cecap-1, -0x1.75720992bfbb2p-55, 0x1.610b7551d2cdfp-1, -0x1.251b352ff2a37p-56,
        0x1.6a09e667f3bcdp-1, -0x1.bdd3413b26456p-55, 0x1.72d0837efff96p-1, 0x1.0d4ef0f1d915cp-55,
        0x1.7b5df226aafafp-1, -0x1.0f537acdf0ad7p-56, 0x1.83b0e0bff976ep-1, -0x1.6f420f8ea3475p-56,
        0x1.8bc806b151741p-1, -0x1.2c5e12ed1336dp-55, 0x1.93a22499263fbp-1, 0x1.3d419a920df0bp-55,
        0x1.9b3e047f38741p-1, -0x1.30ee286712474p-55, 0x1.a29a7a0462782p-1, -0x1.128bb015df175p-56,
        0x1.a9b66290ea1a3p-1, 0x1.9f630e8b6dac8p-60, 0x1.b090a581502p-1, -0x1.926da300ffccep-55,
        0x1.b728345196e3ep-1, -0x1.bc69f324e6d61p-55, 0x1.bd7c0ac6f952ap-1, -0x1.825a732ac700ap-55,
        0x1.c38b2f180bdb1p-1, -0x1.6e0b1757c8d07p-56, 0x1.c954b213411f5p-1, -0x1.2fb761e946603p-58,
        0x1.ced7af43cc773p-1, -0x1.e7b6bb5ab58aep-58, 0x1.d4134d14dc93ap-1, -0x1.4ef5295d25af2p-55,
        0x1.d906bcf328d46p-1, 0x1.457e610231ac2p-56, 0x1.ddb13b6ccc23cp-1, 0x1.83c37c6107db3p-55,
        0x1.e212104f686e5p-1, -0x1.014c76c126527p-55, 0x1.e6288ec48e112p-1, -0x1.16b56f2847754p-57,
        0x1.e9f4156c62ddap-1, 0x1.760b1e2e3f81ep-55, 0x1.ed740e7684963p-1, 0x1.e82c791f59cc2p-56,
        0x1.f0a7efb9230d7p-1, 0x1.52c7adc6b4989p-56, 0x1.f38f3ac64e589p-1, -0x1.d7bafb51f72e6p-56,
        0x1.f6297cff75cbp-1, 0x1.562172a361fd3p-56, 0x1.f8764fa714ba9p-1, 0x1.ab256778ffcb6p-56,
        0x1.fa7557f08a517p-1, -0x1.7a0a8ca13571fp-55, 0x1.fc26470e19fd3p-1, 0x1.1ec8668ecaceep-55,
        0x1.fd88da3d12526p-1, -0x1.87df6378811c7p-55, 0x1.fe9cdad01883ap-1, 0x1.521ecd0c67e35p-57,
        0x1.ff621e3796d7ep-1, -0x1.c57bc2e24aa15p-57, 0x1.ffd886084cd0dp-1, -0x1.1354d4556e4cbp-55,
        0x1.0p0, 0x0.0p0,
    };
}
