package org.nnlang.blas;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.nnlang.engine.MatrixProducts;

/**
 * Matrix products by OpenBLAS, and a second thread for half of the work around them.
 *
 * <p>OpenBLAS itself keeps to one thread: with more of its own, the last digits depend on their number, and it runs ten times
 * as long where they wait for each other. Its variables OPENBLAS_NUM_THREADS and OMP_NUM_THREADS are heeded: with 1 there is no
 * second thread.
 */
public final class OpenBlas implements MatrixProducts {
    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;
    private static final int TRANSPOSED = 112;

    private final SecondThread second = new SecondThread();
    private final boolean inTwo = Runtime.getRuntime().availableProcessors() > 1
            && allowed("OPENBLAS_NUM_THREADS")
            && allowed("OMP_NUM_THREADS");

    private OpenBlas() {}

    /** The products, where the library of this platform is there and can be loaded; it then stays loaded. */
    public static Optional<MatrixProducts> load() {
        if (!Routines.AVAILABLE) {
            return Optional.empty();
        }
        Routines.useThreads(1);
        return Optional.of(new OpenBlas());
    }

    private static boolean allowed(String variable) {
        return !"1".equals(System.getenv(variable));
    }

    @Override
    public boolean inTwo() {
        return inTwo;
    }

    @Override
    public void both(Runnable one, Runnable other) {
        second.both(one, other);
    }

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
        try {
            Routines.DGEMM.invokeExact(
                    ROW_MAJOR,
                    form == Form.FIRST_TRANSPOSED ? TRANSPOSED : AS_IT_IS,
                    form == Form.SECOND_TRANSPOSED ? TRANSPOSED : AS_IT_IS,
                    m,
                    n,
                    k,
                    alpha,
                    MemorySegment.ofArray(a).asSlice(8L * aAt),
                    aStep,
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
            int aAt,
            int aStep,
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
                    MemorySegment.ofArray(a).asSlice(4L * aAt),
                    aStep,
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
