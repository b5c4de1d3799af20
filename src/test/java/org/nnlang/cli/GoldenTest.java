package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.prompt.Pictures;

/**
 * Runs every script of {@code golden}, as the command line does, and holds what it prints against the file beside it.
 *
 * <p>{@code -Dgolden.update=true} writes those files anew, and fails, so that nobody takes such a run for a test. What
 * stands in a folder called {@code parts} is not run by itself: other scripts include it.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    private static Path copy;

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException {
        copyAll();
        return Stream.concat(tests(".out", false), tests(".json", true));
    }

    /** A test for each script; for its JSON only where there is a file of it. */
    private static Stream<DynamicTest> tests(String ending, boolean json) throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".nn") && !file.getParent().endsWith("parts"))
                    .filter(file -> !json || Files.exists(beside(file, ending)))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(
                            GOLDEN.relativize(beside(file, ending)).toString(), () -> compare(file, ending, json)));
        }
    }

    private static void compare(Path script, String ending, boolean json) throws IOException {
        Path expected = beside(script, ending);
        String actual = run(copy.resolve(GOLDEN.relativize(script)), json);
        String before = Files.exists(expected) ? Files.readString(expected) : "";
        if (UPDATE && !actual.equals(before)) {
            Files.writeString(expected, actual);
            fail("written anew: " + expected);
        }
        assertThat(actual).isEqualTo(before);
    }

    /** Standard output, then the diagnostics, then the exit status where it is not 0. */
    private static String run(Path script, boolean json) {
        Capture capture = new Capture("");
        Options options = new Options(json, false, Options.Color.never, Pictures.Mode.auto);
        int status = new ScriptRunner(capture.terminal(), options, Stop.none())
                .run(java.util.List.of(script.toString()), null);
        String folder = script.getParent() + "/";
        StringBuilder all = new StringBuilder(capture.out());
        if (!capture.err().isEmpty()) {
            all.append("--- diagnostics\n").append(capture.err().replace(folder, ""));
        }
        return all.append(status == 0 ? "" : "--- exit " + status + "\n").toString();
    }

    /** Scripts run in a copy of the folder, where they may write. */
    private static void copyAll() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            files.forEach(file -> {
                try {
                    Path to = copy.resolve(GOLDEN.relativize(file));
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(file, to);
                    }
                } catch (IOException trouble) {
                    throw new UncheckedIOException(trouble);
                }
            });
        }
    }

    private static Path beside(Path script, String ending) {
        String name = script.getFileName().toString();
        return script.resolveSibling(name.substring(0, name.length() - ".nn".length()) + ending);
    }
}
