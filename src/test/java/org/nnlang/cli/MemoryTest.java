package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data files in a Java of little memory: how little will do, and what is said when it will not. */
class MemoryTest {
    @TempDir
    private Path folder;

    /** Runs a script that reads a file of so many rows, of 99 numbers and one of 10 classes, and returns what it says. */
    private String run(int rows, String options, String heap) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder("c0");
        for (int i = 1; i < 100; i++) table.append(",c").append(i);
        for (int row = 0; row < rows; row++) {
            table.append('\n').append(row % 10);
            for (int i = 1; i < 100; i++) table.append(',').append((row * 31 + i * 17) % 256);
        }
        Files.writeString(folder.resolve("large.csv"), table);
        Path script = Files.writeString(folder.resolve("large.nn"), """
                input x[99]
                layer y[10] softmax
                data = csv("large.csv", target: c0%s)
                show target
                """.formatted(options));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.nnlang.cli.Main",
                        "large.nn")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + process.waitFor();
    }

    /** 40,000 rows have 32 MB of doubles: one and a half times that is 48 MB. */
    @Test
    void readsAFileInLittleMoreThanItsDoublesTake() throws IOException, InterruptedException {
        assertThat(run(40_000, "", "46m"))
                .startsWith("target\n  y1   1\n  y2   0\n")
                .endsWith("y10  0\n0");
        assertThat(run(40_000, ", test: 20%, scale: standard", "46m"))
                .startsWith("target\n")
                .endsWith("y10  0\n0");
    }

    @Test
    void saysHowMuchTooLargeAFileIs() throws IOException, InterruptedException {
        assertThat(run(40_000, "", "16m")).isEqualTo("""
                error: large.csv is too large for the memory
                 --> large.nn:3:12
                  |
                3 | data = csv("large.csv", target: c0)
                  |            ^^^^^^^^^^^ about 40,000 rows × 100 columns need 34 MB
                  = the file has 14 MB
                  = Java's heap has at most 16 MB; give it more with JAVA_OPTS=-Xmx80m
                1""");
    }

    /** The estimate leaves it open here, and memory runs out while reading. */
    @Test
    void saysSoAlsoWhereItNearlyFits() throws IOException, InterruptedException {
        for (String heap : new String[] {"30m", "34m", "36m"}) {
            assertThat(run(40_000, "", heap))
                    .contains("large.csv is too large for the memory")
                    .contains("40,000 rows × 100 columns need 34 MB");
        }
    }
}
