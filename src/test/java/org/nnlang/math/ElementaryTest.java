package org.nnlang.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Elementary against figures of 60 digits (src/test/reference/elementary.py) and against the JDK's StrictMath. */
class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Ulps: a little more than the most that was found over millions of random arguments. */
    private record Claim(String name, DoubleUnaryOperator function, double ulps) {}

    private static final List<Claim> CLAIMS = List.of(
            new Claim("exp", Elementary::exp, 0.51),
            new Claim("expm1", Elementary::expm1, 0.61),
            new Claim("ln", Elementary::ln, 0.52),
            new Claim("log1p", Elementary::log1p, 0.67),
            new Claim("tanh", Elementary::tanh, 1.5),
            new Claim("sigmoid", Elementary::sigmoid, 2.4),
            new Claim("softplus", Elementary::softplus, 1.5),
            new Claim("normalDensity", Elementary::normalDensity, 0.51),
            new Claim("normalCdf", Elementary::normalCdf, 3),
            new Claim("sin", Elementary::sin, 0.5005),
            new Claim("cos", Elementary::cos, 0.5005),
            new Claim("tan", Elementary::tan, 0.5005));

    @TestFactory
    List<DynamicTest> staysWithinItsUlpsOfTheTruth() {
        return CLAIMS.stream()
                .map(claim -> DynamicTest.dynamicTest(claim.name(), () -> holds(claim)))
                .toList();
    }

    private static void holds(Claim claim) {
        List<String> lines = lines("/elementary/" + claim.name() + ".csv");
        assertThat(lines).hasSizeGreaterThan(250);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            double x = double64(fields[0]);
            near(claim.name() + "(" + x + ")", claim.function().applyAsDouble(x), fields, claim.ulps());
        }
    }

    @Test
    void powersStayWithinTheirUlpsOfTheTruth() {
        List<String> lines = lines("/elementary/pow.csv");
        assertThat(lines).hasSizeGreaterThan(500);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            double a = double64(fields[0]);
            double b = double64(fields[1]);
            near(a + "^" + b, Elementary.pow(a, b), fields, 0.5005);
        }
    }

    private static double double64(String bits) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    }

    private static void near(String name, double result, String[] fields, double ulps) {
        double nearest = double64(fields[fields.length - 2]);
        double rest = Double.parseDouble(fields[fields.length - 1]);
        double error = Math.abs((result - nearest) / Math.ulp(nearest) - rest);
        assertThat(error).as("%s = %s, not %s: ulps", name, result, nearest).isLessThan(ulps);
    }

    /** StrictMath itself may be an ulp off. */
    @Test
    void agreesWithStrictMathOnMillionsOfArguments() {
        agrees(Elementary::exp, StrictMath::exp, -708, 709, 1.5);
        agrees(Elementary::exp, StrictMath::exp, -2, 2, 1.5);
        agrees(Elementary::expm1, StrictMath::expm1, -40, 100, 1.6);
        agrees(Elementary::expm1, StrictMath::expm1, -0.3, 0.3, 1.6);
        agrees(Elementary::ln, StrictMath::log, 0.5, 2, 1.5);
        agrees(Elementary::ln, StrictMath::log, 0, 1e6, 1.5);
        agrees(Elementary::log1p, StrictMath::log1p, -0.99, 3, 1.7);
        agrees(Elementary::log1p, StrictMath::log1p, -0.01, 0.01, 1.7);
        agrees(Elementary::tanh, StrictMath::tanh, -1, 1, 3);
        agrees(Elementary::tanh, StrictMath::tanh, -22, 22, 3);
        agrees(Elementary::sin, StrictMath::sin, -10, 10, 1);
        agrees(Elementary::sin, StrictMath::sin, 99_990, 100_010, 1);
        agrees(Elementary::cos, StrictMath::cos, -1e9, 1e9, 1);
        agrees(Elementary::tan, StrictMath::tan, -100, 100, 1);
        agrees(x -> Elementary.pow(x, 1.7), x -> StrictMath.pow(x, 1.7), 0, 10, 1);
        agrees(x -> Elementary.pow(0.99, x), x -> StrictMath.pow(0.99, x), -1000, 1000, 1);
    }

    private static void agrees(DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double a, double b, double ulps) {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 250_000; i++) {
            double x = random.nextDouble(a, b);
            double expected = theirs.applyAsDouble(x);
            double error = Math.abs(ours.applyAsDouble(x) - expected) / Math.ulp(expected);
            if (!(error <= ulps)) {
                assertThat(error).as("at %s: ulps", x).isLessThanOrEqualTo(ulps);
            }
        }
    }

    /** Nothing jumps where one formula meets the next; a steep slope alone makes some ulps. */
    @Test
    void formulasMeet() {
        meets(Elementary::expm1, 0.0625, -0.0625, -40);
        meets(Elementary::ln, 2, 0.5, Double.MIN_NORMAL);
        meets(Elementary::tanh, 0.55, -0.55);
        meets(Elementary::normalCdf, 1, -1, 3.889087296526011, -3.889087296526011);
        meets(Elementary::softplus, 0);
        meets(Elementary::sin, 0x1p-27);
        meets(Elementary::tan, 0x1p-27);
        meets(x -> Elementary.pow(x, 0.3), Double.MIN_NORMAL);
        meets(x -> Elementary.pow(x, 1.5), 0x1p-682, 0x1p-681); // the power is subnormal up to there
    }

    private static void meets(DoubleUnaryOperator f, double... seams) {
        for (double seam : seams) {
            double below = f.applyAsDouble(Math.nextDown(seam));
            double at = f.applyAsDouble(seam);
            double above = f.applyAsDouble(Math.nextUp(seam));
            assertThat(below).isCloseTo(at, within(20 * Math.ulp(at)));
            assertThat(above).isCloseTo(at, within(20 * Math.ulp(at)));
        }
    }

    @Test
    void expAtTheEnds() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(1)).isEqualTo(Math.E);
        assertThat(Elementary.exp(709.782712893384)).isFinite().isGreaterThan(1.797e308);
        assertThat(Elementary.exp(709.7827128933841)).isEqualTo(INFINITY);
        assertThat(Elementary.exp(1e300)).isEqualTo(INFINITY);
        assertThat(Elementary.exp(INFINITY)).isEqualTo(INFINITY);
        assertThat(Elementary.exp(-INFINITY)).isZero();
        assertThat(Elementary.exp(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.exp(-745.1332191019412)).isZero();
        assertThat(Elementary.exp(-1e300)).isZero();
        for (double x = -745; x < -708; x += 0.01) {
            assertThat(Elementary.exp(x)).isCloseTo(StrictMath.exp(x), within(Math.ulp(StrictMath.exp(x))));
        }
    }

    @Test
    void lnAtTheEnds() {
        assertThat(Elementary.ln(1)).isZero();
        assertThat(Elementary.ln(Math.nextDown(1.0))).isEqualTo(-0x1p-53);
        assertThat(Elementary.ln(Math.nextUp(1.0))).isEqualTo(0x1.fffffffffffffp-53);
        assertThat(Elementary.ln(Math.E)).isEqualTo(1);
        assertThat(Elementary.ln(0)).isEqualTo(-INFINITY);
        assertThat(Elementary.ln(-0.0)).isEqualTo(-INFINITY);
        assertThat(Elementary.ln(INFINITY)).isEqualTo(INFINITY);
        assertThat(Elementary.ln(-1)).isNaN();
        assertThat(Elementary.ln(-INFINITY)).isNaN();
        assertThat(Elementary.ln(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
        assertThat(Elementary.ln(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
        assertThat(Elementary.log1p(-1)).isEqualTo(-INFINITY);
        assertThat(Elementary.log1p(-1.5)).isNaN();
        assertThat(Elementary.log1p(INFINITY)).isEqualTo(INFINITY);
        assertThat(Elementary.log1p(1e-300)).isEqualTo(1e-300);
        assertThat(Elementary.log1p(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
    }

    @Test
    void limitsAreReached() {
        limits(Elementary::expm1, -1, INFINITY);
        limits(Elementary::tanh, -1, 1);
        limits(Elementary::sigmoid, 0, 1);
        limits(Elementary::softplus, 0, INFINITY);
        limits(Elementary::normalDensity, 0, 0);
        limits(Elementary::normalCdf, 0, 1);
        assertThat(Elementary.softplus(1e308)).isEqualTo(1e308);
        assertThat(Elementary.sigmoid(0)).isEqualTo(0.5);
        assertThat(Elementary.normalCdf(0)).isEqualTo(0.5);
    }

    private static void limits(DoubleUnaryOperator f, double below, double above) {
        for (double far : new double[] {800, 1e10, Double.MAX_VALUE, INFINITY}) {
            assertThat(f.applyAsDouble(-far)).isEqualTo(below);
            assertThat(f.applyAsDouble(far))
                    .satisfiesAnyOf(
                            y -> assertThat(y).isEqualTo(above),
                            y -> assertThat(y).isEqualTo(far));
        }
    }

    @Test
    void notANumberStaysSo() {
        for (Claim claim : CLAIMS) {
            assertThat(claim.function().applyAsDouble(Double.NaN))
                    .as(claim.name())
                    .isNaN();
        }
    }

    @Test
    void oddFunctionsAreExactlyOdd() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble(-7, 7);
            assertThat(Elementary.tanh(-x)).isEqualTo(-Elementary.tanh(x));
            assertThat(Elementary.normalDensity(-x)).isEqualTo(Elementary.normalDensity(x));
            double angle = x * Math.scalb(1.0, random.nextInt(-30, 1000));
            assertThat(Elementary.sin(-angle)).isEqualTo(-Elementary.sin(angle));
            assertThat(Elementary.tan(-angle)).isEqualTo(-Elementary.tan(angle));
            assertThat(Elementary.cos(-angle)).isEqualTo(Elementary.cos(angle));
            assertThat(Elementary.pow(-x, 3)).isEqualTo(-Elementary.pow(x, 3));
            assertThat(Elementary.pow(-x, -4)).isEqualTo(Elementary.pow(x, -4));
        }
    }

    /** Pinned: every bit of 130,000 results, on whatever machine this runs. */
    @Test
    void bitsStayTheSame() {
        var random = new SplittableRandom(3);
        long hash = 0;
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble(-10, 10);
            for (Claim claim : CLAIMS) {
                hash = 31 * hash + Double.doubleToLongBits(claim.function().applyAsDouble(x));
            }
            hash = 31 * hash + Double.doubleToLongBits(Elementary.pow(Math.abs(x), 3 - x));
        }
        assertThat(Long.toHexString(hash)).isEqualTo("a20664ce5325753b");
    }

    /** BigDecimal gives the double nearest to an exact power, and to a power of ten as written. */
    @Test
    void wholePowersAreTheNearestDoubles() {
        for (int n = -330; n <= 310; n++) {
            assertThat(Elementary.pow(10, n)).isEqualTo(Double.parseDouble("1e" + n));
        }
        for (int n = -1080; n <= 1030; n++) {
            assertThat(Elementary.pow(2, n)).isEqualTo(Math.scalb(1.0, n));
        }
        assertThat(Elementary.pow(0.5, 1075)).isZero();
        assertThat(Elementary.pow(0x1.8p-537, 2)).isEqualTo(Double.MIN_VALUE * 2); // 2.25, once rounded
        var random = new SplittableRandom(4);
        for (int i = 0; i < 2000; i++) {
            double x = i % 2 == 0 ? random.nextInt(1, 1 << random.nextInt(1, 30)) : random.nextDouble(0, 10);
            nearest(x, random.nextInt(1, 40));
            nearest(Math.scalb(random.nextDouble(1.2588, 1.2605), -341), 3); // around the least normal double
        }
    }

    private static void nearest(double x, int n) {
        double expected = new BigDecimal(x).pow(n).doubleValue();
        assertThat(Elementary.pow(x, n)).as("%s^%s", x, n).isEqualTo(expected);
    }

    @Test
    void rootsAreExact() {
        for (double x = 1; x < 1000; x++) {
            assertThat(Elementary.pow(x * x, 0.5)).isEqualTo(x);
            assertThat(Elementary.pow(x * x * x * x, -0.25)).isEqualTo(1 / x);
            assertThat(Elementary.pow(x, 1)).isEqualTo(x);
            assertThat(Elementary.pow(x, 2)).isEqualTo(x * x);
        }
    }

    /** Powers that are 0, 1, infinite or not a number are those of StrictMath, signs included. */
    @Test
    void powersOfSpecialNumbers() {
        double[] special = {
            0,
            1,
            2,
            3,
            4,
            0.5,
            0.25,
            1.5,
            Math.nextUp(1),
            Math.nextDown(1),
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0x1p52,
            0x1.0000000000001p52,
            0x1p53,
            0x1p64,
            1e300,
            INFINITY,
            Double.NaN
        };
        for (double a : special) {
            for (double b : special) {
                for (int signs = 0; signs < 4; signs++) {
                    double x = signs < 2 ? a : -a;
                    double y = signs % 2 == 0 ? b : -b;
                    double expected = StrictMath.pow(x, y);
                    double power = Elementary.pow(x, y);
                    if (expected != 0 && Math.abs(expected) != 1 && Math.abs(expected) < INFINITY) {
                        assertThat(power).as("%s^%s", x, y).isBetween(Math.nextDown(expected), Math.nextUp(expected));
                    } else {
                        assertThat(power).as("%s^%s", x, y).isEqualTo(Double.valueOf(expected));
                    }
                }
            }
        }
    }

    @Test
    void anglesAtTheEnds() {
        assertThat(Elementary.sin(-0.0)).isEqualTo(-0.0);
        assertThat(Elementary.tan(-0.0)).isEqualTo(-0.0);
        assertThat(Elementary.cos(-0.0)).isEqualTo(1);
        assertThat(Elementary.sin(-Double.MIN_VALUE)).isEqualTo(-Double.MIN_VALUE);
        assertThat(Elementary.sin(Math.PI)).isEqualTo(1.2246467991473532e-16);
        assertThat(Elementary.cos(Math.PI)).isEqualTo(-1);
        assertThat(Elementary.cos(Math.PI / 2)).isEqualTo(6.123233995736766e-17);
        assertThat(Elementary.tan(Math.PI / 2)).isEqualTo(1.633123935319537e16);
        assertThat(Elementary.tan(Math.PI / 4)).isEqualTo(0.9999999999999999);
        for (DoubleUnaryOperator f : List.<DoubleUnaryOperator>of(Elementary::sin, Elementary::cos, Elementary::tan)) {
            assertThat(f.applyAsDouble(INFINITY)).isNaN();
            assertThat(f.applyAsDouble(-INFINITY)).isNaN();
        }
    }

    private static List<String> lines(String resource) {
        try (var stream = ElementaryTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
