package org.nnlang.blas;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nnlang.files.AtomicFile;
import org.nnlang.files.Unfinished;

/**
 * Unpacks the library from its jar and loads it.
 *
 * <p>It is unpacked once, to the user's cache folder, in a folder with the jar's name: into a fresh folder first, which then
 * gets its name in one step, so that nobody sees half of it; what is damaged later, by a full disk say, is unpacked anew, as
 * loading half a file can end the process. Where that folder can't be written, or nothing there can be loaded, it goes to a
 * temporary folder of its own, which is emptied at once where the system lets it.
 */
final class Library {
    private Library() {}

    /** The library, or null where there is none for this platform or it can't be loaded. */
    static SymbolLookup load(Arena arena) {
        try {
            List<URL> files = files();
            if (files.isEmpty()) {
                return null;
            }
            SymbolLookup found = fromCache(files, arena);
            return found != null ? found : fromTemporary(files, arena);
        } catch (IOException | RuntimeException none) {
            return null; // there are loops for that
        }
    }

    /** The library's files in the jar, the library itself first. */
    private static List<URL> files() {
        String folder = "/org/bytedeco/openblas/" + platform() + "/";
        List<URL> files = new ArrayList<>();
        for (String name : List.of(
                "libopenblas.so.0",
                "libopenblas.0.dylib",
                "libopenblas.dll",
                "libgfortran.so.5",
                "libgfortran.5.dylib",
                "libquadmath.so.0",
                "libquadmath.0.dylib",
                "libgcc_s.so.1",
                "libgcc_s.1.1.dylib")) {
            URL file = Library.class.getResource(folder + name);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    /** This platform, as the jars name it. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : "linux";
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system
                + switch (arch) {
                    case "amd64", "x86_64" -> "-x86_64";
                    case "aarch64", "arm64" -> "-arm64";
                    default -> "-" + arch;
                };
    }

    private static SymbolLookup fromCache(List<URL> files, Arena arena) {
        try {
            Path folder = cache().resolve(jar(files.getFirst()));
            if (!isWhole(folder, files)) {
                toCache(files, folder);
            }
            return isWhole(folder, files) ? lookup(folder, files, arena) : null;
        } catch (IOException | RuntimeException trouble) {
            return null;
        }
    }

    private static void toCache(List<URL> files, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path fresh = Unfinished.folder(folder.getParent());
        try {
            unpack(files, fresh);
            if (Files.isDirectory(folder) && !isWhole(folder, files)) {
                empty(folder);
            }
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) { // or another process was faster
            Unfinished.delete(fresh);
        }
    }

    /** Whether every file is there, and as long as it should be. */
    static boolean isWhole(Path folder, List<URL> files) throws IOException {
        for (URL file : files) {
            Path unpacked = folder.resolve(name(file));
            if (!Files.isRegularFile(unpacked)
                    || Files.size(unpacked) != file.openConnection().getContentLengthLong()) {
                return false;
            }
        }
        return true;
    }

    private static SymbolLookup fromTemporary(List<URL> files, Arena arena) throws IOException {
        Path folder = Unfinished.folder(Path.of(System.getProperty("java.io.tmpdir")));
        try {
            unpack(files, folder);
            return lookup(folder, files, arena);
        } finally {
            empty(folder);
        }
    }

    /** The library of a folder, or null. */
    @SuppressWarnings("restricted")
    private static SymbolLookup lookup(Path folder, List<URL> files, Arena arena) {
        try {
            return SymbolLookup.libraryLookup(folder.resolve(name(files.getFirst())), arena);
        } catch (IllegalArgumentException notLoaded) {
            return null;
        }
    }

    private static Path cache() throws IOException {
        String set = System.getenv("XDG_CACHE_HOME");
        if (set != null && Path.of(set).isAbsolute()) {
            return Path.of(set, "nn");
        }
        String local = System.getenv("LOCALAPPDATA");
        if (local != null) {
            return Path.of(local, "nn");
        }
        Path home = Path.of(System.getProperty("user.home"));
        if (!home.isAbsolute()) {
            throw new IOException("no home"); // for a user without a name it is "?"
        }
        return home.resolve(".cache").resolve("nn");
    }

    /** The name of the jar that a file is in, without its ending: it tells version and platform. */
    private static String jar(URL file) {
        String url = file.toString();
        int end = url.lastIndexOf(".jar!");
        return end < 0 ? "openblas" : url.substring(url.lastIndexOf('/', end) + 1, end);
    }

    private static String name(URL file) {
        return file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
    }

    private static void unpack(List<URL> files, Path folder) throws IOException {
        for (URL file : files) {
            try (InputStream in = file.openStream()) {
                AtomicFile.write(folder.resolve(name(file)), in::transferTo);
            }
        }
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException inUse) {
            folder.toFile().deleteOnExit();
        }
    }
}
