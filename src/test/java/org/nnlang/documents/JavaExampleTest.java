package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java programs in the documentation compile, run, and print what the page says. */
class JavaExampleTest {
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/java.md"})
    void runs(String name, @TempDir Path folder) throws IOException, InterruptedException {
        Document page = Document.read(Path.of(name));
        List<Document.Block> programs =
                page.blocks().stream().filter(block -> block.is("java")).toList();
        assertThat(programs).isNotEmpty();
        for (Document.Block program : programs) {
            Path file = Files.writeString(folder.resolve("Example.java"), program.text());
            assertThat(run(file)).isEqualTo(page.after(program, "text").text());
        }
    }

    private static String run(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.replace("\r\n", "\n");
    }
}
