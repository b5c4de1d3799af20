package org.nnlang.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is replaced in one step, and stays what it was: a link, a pipe, a file with its permissions. */
@Timeout(60)
class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void thereIsAFile() throws IOException {
        file = Files.writeString(folder.resolve("file"), "old");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFileIsNeverAbsentAndNeverHalfWritten() throws IOException, InterruptedException {
        try (FolderEvents events = new FolderEvents(folder)) {
            AtomicFile.write(file, out -> {
                out.write(NEW);
                out.flush();
                assertThat(file).hasContent("old");
            });
            assertThat(events.of("file")).isEqualTo(FolderEvents.REPLACED_IN_ONE_STEP);
        }
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aWriterThatFailsChangesNothing() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(NEW);
                    throw new IOException("no space");
                }))
                .hasMessage("no space");
        assertThatThrownBy(() -> AtomicFile.write(file, _ -> {
                    throw new OutOfMemoryError("in a test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aFileThatWasChangedIsLeftAlone() throws IOException {
        assertThatThrownBy(() -> AtomicFile.replace(file, "older".getBytes(UTF_8), NEW))
                .hasMessageContaining("it has changed since");
        assertThat(file).hasContent("old");
        AtomicFile.replace(file, "old".getBytes(UTF_8), NEW);
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r--r--", "rwxrwxrwx", "-w-r-----"})
    void thePermissionsStay(String permissions) throws IOException {
        assumePosix();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        AtomicFile.write(file, NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
        assertThat(Files.size(file)).isEqualTo(3);
    }

    private void assumePosix() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path far = Files.writeString(elsewhere.resolve("far"), "old");
        Path near = Files.createSymbolicLink(elsewhere.resolve("near"), Path.of("far"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/near"));
        AtomicFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(near).isSymbolicLink();
        assertThat(far).isRegularFile().hasContent("new");
        Files.delete(far);
        AtomicFile.write(link, NEW);
        assertThat(near).isSymbolicLink();
        assertThat(far).as("a link that led nowhere").hasContent("new");
        Files.delete(far);
        Files.createSymbolicLink(far, Path.of("near"));
        assertThatThrownBy(() -> AtomicFile.write(link, NEW)).isInstanceOf(IOException.class);
    }

    @Test
    void aDeviceIsWrittenToAndStays() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Path link = Files.createSymbolicLink(folder.resolve("link"), full);
        assertThatThrownBy(() -> AtomicFile.write(link, NEW)).hasMessageContaining("No space left on device");
        assertThat(link).isSymbolicLink();
        assertThat(full).exists();
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void aPipeIsWrittenToAndStays() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                AtomicFile.write(pipe, NEW);
            } catch (IOException trouble) {
                throw new AssertionError(trouble);
            }
        });
        try (InputStream in = Files.newInputStream(pipe)) {
            assertThat(in.readAllBytes()).isEqualTo(NEW);
        }
        writing.join();
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(names()).containsExactly("file", "pipe");
    }

    @Test
    void saysWhyItRefuses() throws IOException {
        assertThat(reason(folder)).isEqualTo("it is a folder");
        assertThat(reason(folder.resolve("none/file"))).isEqualTo("there is no such folder");
        assertThat(reason(file.resolve("file"))).isEqualTo("there is no such folder");
        assumePosix();
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path inside = Files.writeString(locked.resolve("inside"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(locked), "the superuser may write everywhere");
            assertThat(reason(file)).isEqualTo("permission denied");
            assertThat(reason(locked.resolve("new"))).isEqualTo("permission denied");
            assertThat(reason(inside)).isEqualTo("its folder can't be written, so it can't be replaced in one step");
            assertThat(inside).hasContent("old");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String reason(Path path) {
        try {
            AtomicFile.write(path, NEW);
            return "written";
        } catch (IOException trouble) {
            return FileReason.of(trouble);
        }
    }

    @Test
    void onlyWhatKilledProcessesLeftIsCleanedUp() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
                .redirectErrorStream(true)
                .start();
        dead.getInputStream().readAllBytes();
        dead.waitFor();
        long alive = ProcessHandle.current().pid();
        List<String> kept =
                List.of(".nn-" + alive + "-7.tmp", ".nn-1.tmp", ".nn-x-1.tmp", ".nn-", ".nn-.tmp", "1-0.tmp");
        for (String name : kept) {
            Files.createFile(folder.resolve(name));
        }
        Files.createFile(folder.resolve(".nn-" + dead.pid() + "-0.tmp"));
        AtomicFile.write(file, NEW);
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(kept.stream(), Stream.of("file")).toList());
    }
}
