package org.nnlang.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jupyter's own programs use the kernel; skipped where no Python has them. */
class JupyterTest {
    /** Any free ports. */
    private static final String CONNECTION =
            "{\"shell_port\": 0, \"control_port\": 0, \"stdin_port\": 0, \"iopub_port\": 0, \"hb_port\": 0}";

    @TempDir
    private Path folder;

    /** What a process printed, and its exit status. */
    private record Ran(String output, int status) {}

    @BeforeEach
    void install() throws IOException {
        Path nn = Files.writeString(
                folder.resolve("nn"),
                "#!/bin/sh\nshift\nexec '%s/bin/java' -XX:+UseSerialGC -cp '%s' org.nnlang.jupyter.Main \"$@\"\n"
                        .formatted(System.getProperty("java.home"), classPath()));
        assertThat(nn.toFile().setExecutable(true)).isTrue();
        Path installed = KernelSpec.install(folder.resolve("share").resolve("jupyter"), List.of(nn.toString()));
        assertThat(installed.resolve("kernel.json")).content().contains("{connection_file}", "message");
        assertThat(installed.resolve("logo-svg.svg")).content().startsWith("<svg");
    }

    @Test
    void aClientTalksToKernels() throws IOException, InterruptedException {
        String python = python("jupyter_client");
        Ran ran = run(python, Path.of("src/test/python/talk.py").toRealPath().toString(), folder.toString());
        assertThat(ran.status).as(ran.output).isZero();
        assertThat(ran.output).contains("execute is well", "kill is well");
    }

    @Test
    void conformsToJupyter() throws IOException, InterruptedException {
        String python = python("jupyter_kernel_test");
        Ran ran = run(
                python, Path.of("src/test/python/conformance.py").toRealPath().toString(), folder.toString());
        assertThat(ran.status).as(ran.output).isZero();
        assertThat(ran.output).contains("test_history", "test_inspect", "OK (skipped=2)");
    }

    @Test
    void endsWithAJupyterThatEndedAtOnce() throws IOException, InterruptedException {
        Process jupyter = new ProcessBuilder("true").start();
        jupyter.waitFor();
        Path connection = Files.writeString(folder.resolve("connection.json"), CONNECTION);
        ProcessBuilder builder =
                new ProcessBuilder(folder.resolve("nn").toString(), "jupyter", "run", connection.toString());
        builder.environment().put("JPY_PARENT_PID", Long.toString(jupyter.pid()));
        Process kernel = builder.redirectErrorStream(true).start();
        try {
            assertThat(kernel.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(kernel.exitValue()).isZero();
        } finally {
            kernel.destroyForcibly();
        }
    }

    @Test
    void aNotebookBecomesAPage() throws IOException, InterruptedException {
        String python = python("nbconvert");
        Path notebook = Files.copy(Path.of("src/test/python/lesson.ipynb"), folder.resolve("lesson.ipynb"));
        convert(python, notebook, "notebook", "--execute", "--allow-errors");
        Path made = folder.resolve("made.ipynb");
        convert(python, made, "html");
        convert(python, made, "latex", "--SVG2PDFPreprocessor.enabled=False");
        assertThat(made).content().contains("error = 0.298371109", "image/png");
        assertThat(folder.resolve("made.html"))
                .content()
                .contains(
                        "error = 0.298371109",
                        "<math",
                        "<table class=\"nn-table\"",
                        "data:image/svg+xml;base64,PHN2Zy",
                        "did you mean");
        assertThat(folder.resolve("made.tex")).content().contains("\\frac", "\\includegraphics");
    }

    private void convert(String python, Path notebook, String format, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, "-m", "nbconvert", "--to", format, "--output", "made"));
        command.addAll(List.of(options));
        command.add(notebook.toString());
        Ran ran = run(command.toArray(String[]::new));
        assertThat(ran.status).as(ran.output).isZero();
    }

    /** A Python that has a module. */
    private String python(String module) throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3", "python")) {
            try {
                if (run(python, "-c", "import " + module).status == 0) {
                    return python;
                }
            } catch (IOException none) {
                // there is no such program
            }
        }
        String why = "no Python here has " + module + ", so Jupyter's part isn't tried";
        System.out.println(why);
        assumeTrue(false, why);
        return "";
    }

    private Ran run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .put("JUPYTER_PATH", folder.resolve("share").resolve("jupyter").toString());
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(output, process.waitFor());
    }

    /** This test's own classes and libraries, for a process in any folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
