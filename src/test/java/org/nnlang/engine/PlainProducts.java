package org.nnlang.engine;

/** Products as they are defined. */
class PlainProducts implements MatrixProducts {
    @Override
    public void multiply(
            Form form,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aAt,
            int aStep,
            double[] b,
            int bAt,
            double beta,
            double[] c,
            int cAt) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    double left = form == Form.FIRST_TRANSPOSED ? a[aAt + l * aStep + i] : a[aAt + i * aStep + l];
                    double right = form == Form.SECOND_TRANSPOSED ? b[bAt + j * k + l] : b[bAt + l * n + j];
                    sum += left * right;
                }
                c[cAt + i * n + j] = (beta == 0 ? 0 : beta * c[cAt + i * n + j]) + alpha * sum;
            }
        }
    }

    @Override
    public void multiply(
            Form form,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aAt,
            int aStep,
            float[] b,
            int bAt,
            float beta,
            float[] c,
            int cAt) {
        double[] wide = wide(c);
        multiply(form, m, n, k, alpha, wide(a), aAt, aStep, wide(b), bAt, beta, wide, cAt);
        for (int i = 0; i < c.length; i++) {
            c[i] = (float) wide[i];
        }
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
