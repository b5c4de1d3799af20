package org.nnlang.blas;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The routines of OpenBLAS that are called; the library is loaded when this class is.
 *
 * <p>They are constants, so that the compiler calls them directly. They read and write Java's own arrays: a call must not
 * take long, since the garbage collector waits for it.
 */
final class Routines {
    private static final AddressLayout ARRAY = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final SymbolLookup LIBRARY = library();

    static final boolean AVAILABLE = LIBRARY != null;

    /** The general product of matrices of doubles. */
    static final MethodHandle DGEMM = routine("cblas_dgemm", product(ValueLayout.JAVA_DOUBLE));

    /** The same of floats. */
    static final MethodHandle SGEMM = routine("cblas_sgemm", product(ValueLayout.JAVA_FLOAT));

    private static final MethodHandle SET_THREADS = routine("openblas_set_num_threads", FunctionDescriptor.ofVoid(INT));

    private Routines() {}

    /** The library in the folder {@code native} next to nn's jar; null if nn has none for this platform or it can't be loaded. */
    @SuppressWarnings("restricted")
    private static SymbolLookup library() {
        String own = Routines.class
                .getResource("Routines.class")
                .toString(); // Java may not know of a jar where it has moved
        String jar = own.startsWith("jar:")
                ? own.substring(4, own.indexOf("!/"))
                : own.substring(0, own.indexOf("/org/nnlang/"));
        if (!jar.startsWith("file:")) {
            return null;
        }
        Path folder = Path.of(URI.create(jar)).resolveSibling("native");
        try {
            for (String name : List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")) {
                if (Files.exists(folder.resolve(name))) {
                    return SymbolLookup.libraryLookup(folder.resolve(name), Arena.global());
                }
            }
        } catch (IllegalArgumentException notLoaded) {
            return null;
        }
        return null;
    }

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
