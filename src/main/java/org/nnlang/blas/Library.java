package org.nnlang.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenBLAS, in the folder {@code native} next to nn's jar or classes, where the build puts the platform's native libraries. */
final class Library {
    private Library() {}

    /** The library, or null if nn has none for this platform or it can't be loaded. */
    @SuppressWarnings("restricted")
    static SymbolLookup load(Arena arena) {
        // The class's code source is wrong if the jar has moved since its start-up cache was made.
        String own = Library.class.getResource("Library.class").toString();
        String jar = own.startsWith("jar:")
                ? own.substring("jar:".length(), own.indexOf("!/"))
                : own.substring(0, own.indexOf("/org/nnlang/"));
        if (!jar.startsWith("file:")) {
            return null;
        }
        Path folder = Path.of(URI.create(jar)).resolveSibling("native");
        try {
            for (String name : List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")) {
                if (Files.exists(folder.resolve(name))) {
                    return SymbolLookup.libraryLookup(folder.resolve(name), arena);
                }
            }
        } catch (IllegalArgumentException notLoaded) {
            return null; // there are loops for that
        }
        return null;
    }
}
