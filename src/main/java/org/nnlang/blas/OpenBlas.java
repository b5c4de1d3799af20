package org.nnlang.blas;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.nnlang.engine.MatrixProducts;

/**
 * Matrix products by OpenBLAS, on one thread.
 *
 * <p>More threads, which the environment variable OPENBLAS_NUM_THREADS allows, make large products 1.6 times as fast on a
 * processor with nothing else to do, but ten times as slow where they wait for each other. The last digits depend on their
 * number.
 */
public final class OpenBlas implements MatrixProducts {
    private static final String THREADS = "OPENBLAS_NUM_THREADS";
    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;
    private static final int TRANSPOSED = 112;

    private OpenBlas() {}

    /** The products, where the library of this platform is there and can be loaded; it then stays loaded. */
    public static Optional<MatrixProducts> load() {
        if (!Routines.AVAILABLE) {
            return Optional.empty();
        }
        if (System.getenv(THREADS) == null) {
            Routines.useThreads(1);
        }
        return Optional.of(new OpenBlas());
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public void multiply(
            Form form,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            double[] b,
            int bAt,
            double beta,
            double[] c,
            int cAt) {
        try {
            Routines.DGEMM.invokeExact(
                    ROW_MAJOR,
                    form == Form.FIRST_TRANSPOSED ? TRANSPOSED : AS_IT_IS,
                    form == Form.SECOND_TRANSPOSED ? TRANSPOSED : AS_IT_IS,
                    m,
                    n,
                    k,
                    alpha,
                    MemorySegment.ofArray(a),
                    form == Form.FIRST_TRANSPOSED ? m : k,
                    MemorySegment.ofArray(b).asSlice(8L * bAt),
                    form == Form.SECOND_TRANSPOSED ? k : n,
                    beta,
                    MemorySegment.ofArray(c).asSlice(8L * cAt),
                    n);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
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
            float[] b,
            int bAt,
            float beta,
            float[] c,
            int cAt) {
        try {
            Routines.SGEMM.invokeExact(
                    ROW_MAJOR,
                    form == Form.FIRST_TRANSPOSED ? TRANSPOSED : AS_IT_IS,
                    form == Form.SECOND_TRANSPOSED ? TRANSPOSED : AS_IT_IS,
                    m,
                    n,
                    k,
                    alpha,
                    MemorySegment.ofArray(a),
                    form == Form.FIRST_TRANSPOSED ? m : k,
                    MemorySegment.ofArray(b).asSlice(4L * bAt),
                    form == Form.SECOND_TRANSPOSED ? k : n,
                    beta,
                    MemorySegment.ofArray(c).asSlice(4L * cAt),
                    n);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
