package org.nnlang.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nnlang.engine.MatrixProducts;
import org.nnlang.engine.MatrixProducts.Form;

/** The native products are those that the interface states; where there is no library, there is nothing to test. */
class OpenBlasTest {
    private final Random random = new Random(5);
    private MatrixProducts products;

    @BeforeEach
    void load() {
        products = OpenBlas.load().orElse(null);
        Assumptions.assumeTrue(products != null, "no library for this platform");
    }

    @ParameterizedTest
    @EnumSource
    void doubles(Form form) {
        int m = 7;
        int n = 5;
        int k = 9;
        int aStep = 2 + (form == Form.FIRST_TRANSPOSED ? m : k);
        double[] a = random.doubles(1 + aStep * 9).toArray();
        double[] b = random.doubles(3 + k * n).toArray();
        double[] c = random.doubles(4 + m * n).toArray();
        double[] before = c.clone();
        products.multiply(form, m, n, k, 0.5, a, 1, aStep, b, 3, 2, c, 4);
        assertThat(c).startsWith(before[0], before[1], before[2], before[3]);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double expected = 2 * before[4 + i * n + j] + 0.5 * dot(form, i, j, n, k, a, 1, aStep, b, 3);
                assertThat(c[4 + i * n + j]).isCloseTo(expected, within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void floats(Form form) {
        int m = 6;
        int n = 11;
        int k = 4;
        int aStep = 1 + (form == Form.FIRST_TRANSPOSED ? m : k);
        double[] a = rounded(random.doubles(3 + aStep * 6).toArray());
        double[] b = rounded(random.doubles(2 + k * n).toArray());
        float[] c = new float[1 + m * n];
        java.util.Arrays.fill(c, Float.NaN); // a beta of 0 drops even that
        products.multiply(form, m, n, k, 3, floats(a), 3, aStep, floats(b), 2, 0, c, 1);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                assertThat((double) c[1 + i * n + j])
                        .isCloseTo(3 * dot(form, i, j, n, k, a, 3, aStep, b, 2), within(1e-5));
            }
        }
    }

    private static double dot(
            Form form, int i, int j, int n, int k, double[] a, int aAt, int aStep, double[] b, int bAt) {
        double sum = 0;
        for (int l = 0; l < k; l++) {
            double left = form == Form.FIRST_TRANSPOSED ? a[aAt + l * aStep + i] : a[aAt + i * aStep + l];
            sum += left * (form == Form.SECOND_TRANSPOSED ? b[bAt + j * k + l] : b[bAt + l * n + j]);
        }
        return sum;
    }

    private static double[] rounded(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) values[i];
        }
        return values;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
