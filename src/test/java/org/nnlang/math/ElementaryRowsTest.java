package org.nnlang.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many at a time are the same bits as one by one. */
class ElementaryRowsTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        1e-300,
        -1e-17,
        0.55,
        -0.55,
        Math.nextDown(0.55),
        -Math.nextDown(0.55),
        Math.nextUp(0.55),
        1,
        -1,
        37,
        -40,
        176.9,
        -176.9
    };

    private static final double[] FAR = {
        354.8,
        -354.8,
        355,
        -355,
        689,
        700,
        -700,
        710,
        -745.2,
        1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.longBitsToDouble(0xfff8000000000001L)
    };

    private final ElementaryRows rows = new ElementaryRows();
    private final SplittableRandom random = new SplittableRandom(1);

    /** What is there for many numbers. */
    enum Function {
        EXP(Elementary::exp),
        SIGMOID(Elementary::sigmoid),
        TANH(Elementary::tanh);

        private final DoubleUnaryOperator one;

        Function(DoubleUnaryOperator one) {
            this.one = one;
        }

        private BiPredicate<double[], double[]> many(ElementaryRows rows) {
            return switch (this) {
                case EXP -> rows::exp;
                case SIGMOID -> rows::sigmoid;
                case TANH -> rows::tanh;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void millions(Function function) {
        for (int round = 0; round < 400; round++) {
            double size = new double[] {1e-8, 0.01, 0.6, 4, 30, 170}[round % 6];
            double[] x = random.doubles(10_000, -size, size).toArray();
            assertThat(sameBits(function, x)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLength(Function function) {
        for (int length = 0; length <= 300; length++) {
            double[] x = random.doubles(length, -5, 5).toArray();
            for (int i = 0; i < length / 4; i++) {
                x[random.nextInt(length)] = SPECIAL[random.nextInt(SPECIAL.length)];
            }
            assertThat(sameBits(function, x)).as("%s numbers", length).isEqualTo(length >= 24);
        }
    }

    @ParameterizedTest
    @EnumSource
    void farAway(Function function) {
        for (double far : FAR) {
            for (int place = 0; place < 70; place++) {
                double[] x = random.doubles(70, -5, 5).toArray();
                x[place] = far;
                boolean there = sameBits(function, x);
                assertThat(there)
                        .as("%s at %s", far, place)
                        .isEqualTo(Math.abs(far) < 355 && function != Function.TANH);
            }
        }
    }

    /** Whether the results are there; where they are, they must be right. */
    private boolean sameBits(Function function, double[] x) {
        double[] before = x.clone();
        double[] values = new double[x.length];
        boolean there = function.many(rows).test(x, values);
        assertThat(x).isEqualTo(before);
        if (there) {
            double[] expected = Arrays.stream(x).map(function.one).toArray();
            for (int i = 0; i < x.length; i++) {
                long bits = Double.doubleToRawLongBits(expected[i]);
                if (Double.doubleToRawLongBits(values[i]) != bits) {
                    throw new AssertionError(function + "(" + x[i] + ") = " + values[i] + ", not " + expected[i]);
                }
            }
        }
        return there;
    }
}
