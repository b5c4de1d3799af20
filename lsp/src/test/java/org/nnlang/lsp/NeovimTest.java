package org.nnlang.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neovim with the plugin in {@code editors/vim} starts the server and talks to it. */
@Tag("full")
class NeovimTest {
    private static final String UNTIDY =
            "input x[2]\nlayer y[1] sigmod\ninput = [1, 2]; target=1\nshow grad(w1)\nshow y1\n";

    @TempDir
    private Path folder;

    @Test
    void aScriptIsEditedInNeovim() throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "nvim"))));
        Path script = Files.writeString(folder.resolve("a.nn"), UNTIDY);
        Path nn = Files.writeString(
                folder.resolve("nn"),
                "#!/bin/sh\nexec '%s/bin/java' -cp '%s' org.nnlang.lsp.Main\n"
                        .formatted(System.getProperty("java.home"), classPath()));
        assertThat(nn.toFile().setExecutable(true)).isTrue();
        Path plugin = Path.of("../editors/vim").toRealPath();
        ProcessBuilder builder = new ProcessBuilder(
                "nvim",
                "--headless",
                "--clean",
                "--cmd",
                "set rtp^=" + plugin,
                "--cmd",
                "filetype plugin on",
                "-c",
                "luafile " + Path.of("src/test/nvim/talk.lua").toRealPath(),
                "-c",
                "cq");
        builder.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("SCRIPT", script.toString());
        builder.redirectInput(ProcessBuilder.Redirect.from(script.toFile())).redirectErrorStream(true);
        Process neovim = builder.start();
        String said = new String(neovim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(neovim.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .contains(
                        "filetype nn",
                        "diagnostics 1:11 unknown activation `sigmod`: did you mean `sigmoid`?",
                        "definition none",
                        "definition 1",
                        "renamed input x[2]|layer out1[1] sigmoid|input = [1, 2]; target=1|show grad(w1)|show out1[1]",
                        "formatted input x[2]|layer out1[1] sigmoid|input = [1, 2]; target = 1|show grad(w1)|show out1[1]")
                .anyMatch(line -> line.startsWith("hover ```text ∂error/∂w1 = ∂error/∂out(y1)"));
    }

    /** This test's own classes and libraries, for a process in any folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
