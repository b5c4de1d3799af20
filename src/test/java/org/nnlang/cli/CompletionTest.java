package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for shells know the whole command line. */
class CompletionTest {
    private static String script(String shell) {
        Capture capture = new Capture("");
        assertThat(Main.run(new String[] {"completion", shell}, capture.terminal(), Stop.none()))
                .isZero();
        return capture.out();
    }

    @ParameterizedTest
    @EnumSource(ShellFiles.class)
    void knowsCommandsAndOptions(ShellFiles file) {
        String text = script(file.name());
        assertThat(text).contains(Commands.NAMES).contains("mathml", "timeout", "pictures");
    }

    /** A shell that is installed reads its script without an error. */
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theShellReadsIt(String shell, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(List.of("/bin", "/usr/bin").stream().anyMatch(bin -> Files.isExecutable(Path.of(bin, shell))));
        Path file = Files.writeString(folder.resolve("script"), script(shell));
        Process process = new ProcessBuilder(shell, "-n", file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes())).isEmpty();
        assertThat(process.waitFor()).isZero();
    }
}
