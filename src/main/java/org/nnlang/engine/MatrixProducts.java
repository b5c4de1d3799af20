package org.nnlang.engine;

/**
 * Products of large matrices, which lie in arrays row by row: what a front may supply in native code.
 *
 * <p>Their sums may be taken in any order, but in the same one each time.
 */
public interface MatrixProducts {
    /** Which of two factors is transposed. */
    enum Form {
        /** C is A · B: A has m rows of k numbers, B k rows of n. */
        PLAIN,
        /** C is Aᵀ · B: A has k rows of m numbers, B k rows of n. */
        FIRST_TRANSPOSED,
        /** C is A · Bᵀ: A has m rows of k numbers, B n rows of k. */
        SECOND_TRANSPOSED
    }

    /** Whether two pieces of work may run at the same time. */
    default boolean inTwo() {
        return false;
    }

    /** Does two pieces of work that don't need each other, in any order. */
    default void both(Runnable one, Runnable other) {
        one.run();
        other.run();
    }

    /**
     * C ← alpha · A · B + beta · C, where C has m rows of n numbers.
     *
     * @param aAt where A begins in its array
     * @param aStep how far apart A's rows begin
     * @param bAt where B begins in its array
     * @param cAt where C begins in its array
     */
    void multiply(
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
            int cAt);

    /** The same in float32. */
    void multiply(
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
            int cAt);
}
