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
        double[] a = random.doubles(m * k).toArray();
        double[] b = random.doubles(3 + k * n).toArray();
        double[] c = random.doubles(4 + m * n).toArray();
        double[] before = c.clone();
        products.multiply(form, m, n, k, 0.5, a, b, 3, 2, c, 4);
        assertThat(c).startsWith(before[0], before[1], before[2], before[3]);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double expected = 2 * before[4 + i * n + j] + 0.5 * dot(form, i, j, m, n, k, a, b, 3);
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
        double[] a = rounded(random.doubles(m * k).toArray());
        double[] b = rounded(random.doubles(2 + k * n).toArray());
        float[] c = new float[1 + m * n];
        java.util.Arrays.fill(c, Float.NaN); // a beta of 0 drops even that
        products.multiply(form, m, n, k, 3, floats(a), floats(b), 2, 0, c, 1);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                assertThat((double) c[1 + i * n + j]).isCloseTo(3 * dot(form, i, j, m, n, k, a, b, 2), within(1e-5));
            }
        }
    }

    private static double dot(Form form, int i, int j, int m, int n, int k, double[] a, double[] b, int bAt) {
        double sum = 0;
        for (int l = 0; l < k; l++) {
            double left = form == Form.FIRST_TRANSPOSED ? a[l * m + i] : a[i * k + l];
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
