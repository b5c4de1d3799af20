package org.nnlang.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nnlang.files.OwnFolder;

/** OpenBLAS, in the folder {@code native} next to nn's jar or classes, where the build puts the platform's native libraries. */
final class Library {
    /** The library and before it what it needs, as a system may lack it and not every part finds its neighbours. */
    private static final List<String> PARTS = List.of(
            "libgcc_s.so.1",
            "libgcc_s.1.1.dylib",
            "libquadmath.so.0",
            "libquadmath.0.dylib",
            "libgfortran.so.5",
            "libgfortran.5.dylib",
            "libopenblas.so.0",
            "libopenblas.0.dylib",
            "libopenblas.dll");

    private Library() {}

    /** The library, or null if nn has none for this platform or it can't be loaded. */
    @SuppressWarnings("restricted")
    static SymbolLookup load(Arena arena) {
        Path home = OwnFolder.path();
        if (home == null) {
            return null;
        }
        SymbolLookup last = null;
        try {
            for (String name : PARTS) {
                Path file = home.resolve("native").resolve(name);
                if (Files.exists(file)) {
                    last = SymbolLookup.libraryLookup(file, arena);
                }
            }
        } catch (IllegalArgumentException notLoaded) {
            return null; // there are loops for that
        }
        return last;
    }
}
