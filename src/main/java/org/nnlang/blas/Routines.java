package org.nnlang.blas;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The routines of OpenBLAS that are called; the library is loaded when this class is.
 *
 * <p>They are constants, so that the compiler calls them directly. They read and write Java's own arrays: a call must not
 * take long, since the garbage collector waits for it.
 */
final class Routines {
    private static final AddressLayout ARRAY = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final SymbolLookup LIBRARY = Library.load(Arena.global());

    static final boolean AVAILABLE = LIBRARY != null;

    /** The general product of matrices of doubles. */
    static final MethodHandle DGEMM = routine("cblas_dgemm", product(ValueLayout.JAVA_DOUBLE));

    /** The same of floats. */
    static final MethodHandle SGEMM = routine("cblas_sgemm", product(ValueLayout.JAVA_FLOAT));

    private static final MethodHandle SET_THREADS = routine("openblas_set_num_threads", FunctionDescriptor.ofVoid(INT));

    private Routines() {}

    private static FunctionDescriptor product(MemoryLayout number) {
        return FunctionDescriptor.ofVoid(
                INT, INT, INT, INT, INT, INT, number, ARRAY, INT, ARRAY, INT, number, ARRAY, INT);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle routine(String name, FunctionDescriptor descriptor) {
        return AVAILABLE
                ? Linker.nativeLinker()
                        .downcallHandle(LIBRARY.findOrThrow(name), descriptor, Linker.Option.critical(true))
                : null;
    }

    /** Sets on how many threads it works. */
    static void useThreads(int count) {
        try {
            SET_THREADS.invokeExact(count);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
