package org.nnlang.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half a library is never loaded: that could end the process. */
class LibraryTest {
    @TempDir
    private Path folder;

    @Test
    void knowsWhatIsDamaged() throws IOException {
        Path packed = Files.createDirectory(folder.resolve("packed"));
        Path cache = Files.createDirectory(folder.resolve("cache"));
        List<URL> files = List.of(url(packed.resolve("first.so")), url(packed.resolve("second.so")));
        Files.writeString(packed.resolve("first.so"), "a whole library");
        Files.writeString(packed.resolve("second.so"), "another");
        assertThat(Library.isWhole(cache, files)).isFalse();
        Files.writeString(cache.resolve("first.so"), "a whole library");
        assertThat(Library.isWhole(cache, files)).isFalse();
        Files.writeString(cache.resolve("second.so"), "another");
        assertThat(Library.isWhole(cache, files)).isTrue();
        Files.writeString(cache.resolve("first.so"), "a whole");
        assertThat(Library.isWhole(cache, files)).isFalse();
    }

    private static URL url(Path file) throws IOException {
        return file.toUri().toURL();
    }
}
