package org.nnlang.blas;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.nnlang.engine.MatrixProducts;

/** Matrix products by OpenBLAS. */
public final class OpenBlas implements MatrixProducts {
    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;
    private static final int TRANSPOSED = 112;

    private final int mostThreads;
    private int threads;

    private OpenBlas() {
        mostThreads = Routines.threads();
        threads = mostThreads;
    }

    /** The products, where the library of this platform is there and can be loaded; it then stays loaded. */
    public static Optional<MatrixProducts> load() {
        return Routines.AVAILABLE ? Optional.of(new OpenBlas()) : Optional.empty();
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public int mostThreads() {
        return mostThreads;
    }

    @Override
    public void useThreads(int wanted) {
        int possible = Math.clamp(wanted, 1, mostThreads);
        if (possible != threads) {
            Routines.threads(possible);
            threads = possible;
        }
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
