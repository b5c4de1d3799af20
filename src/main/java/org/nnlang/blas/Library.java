package org.nnlang.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nnlang.files.OwnFolder;

/** OpenBLAS, in the folder {@code native} next to nn's jar or classes, where the build puts the platform's native libraries. */
final class Library {
    private Library() {}

    /** The library, or null if nn has none for this platform or it can't be loaded. */
    @SuppressWarnings("restricted")
    static SymbolLookup load(Arena arena) {
        Path home = OwnFolder.path();
        if (home == null) {
            return null;
        }
        try {
            for (String name : List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")) {
                Path file = home.resolve("native").resolve(name);
                if (Files.exists(file)) {
                    return SymbolLookup.libraryLookup(file, arena);
                }
            }
        } catch (IllegalArgumentException notLoaded) {
            return null; // there are loops for that
        }
        return null;
    }
}
