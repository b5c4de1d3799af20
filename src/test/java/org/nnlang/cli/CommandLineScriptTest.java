package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts and questions on the command line itself: {@code -e} and {@code nn why}. */
class CommandLineScriptTest {
    private static final String NETWORK =
            "input x[1]; layer y[1] linear; weights y = 0.5; bias y = 1; input = 2; target = 3\n"
                    + "learning rate = 0.1; train 1; show error\n";

    @TempDir
    private Path folder;

    private Capture capture;

    private int nn(String... args) {
        return nnReading("", args);
    }

    private int nnReading(String input, String... args) {
        capture = new Capture(input);
        return Main.run(args, capture.terminal(), Stop.none());
    }

    private String network() throws IOException {
        return Files.writeString(folder.resolve("network.nn"), NETWORK).toString();
    }

    @Test
    void aScriptIsRunFromTheCommandLine() {
        for (String[] args :
                new String[][] {{"-e", "show 1 + 1"}, {"run", "-e", "show 1 + 1"}, {"--color=never", "-e", "show 1 + 1"}
                }) {
            assertThat(nn(args)).isZero();
            assertThat(capture.out()).isEqualTo("1 + 1 = 2\n");
        }
        assertThat(nn("--json", "-e", "show 2")).isZero();
        assertThat(capture.out()).isEqualTo("{\"line\":1,\"name\":\"2\",\"value\":2}\n");
        assertThat(nn("--quiet", "-e", "show 2")).isZero();
        assertThat(capture.out()).isEmpty();
        assertThat(nn("-e", "")).isZero();
    }

    @Test
    void severalAreTheLinesOfOne() {
        assertThat(nn("-e", "let a = 3", "-e", "show a, b")).isEqualTo(2);
        assertThat(capture.err()).contains("unknown name `b`", " --> -e:2:9\n");
        assertThat(nn("-e", "let a = 3", "-e", "show a", "-e", "expect a == 4")).isEqualTo(1);
        assertThat(capture.out()).isEqualTo("a = 3\n");
    }

    @Test
    void itGoesOnAfterFiles() throws IOException {
        assertThat(nn(network(), "-e", "show w1")).isZero();
        assertThat(capture.out()).isEqualTo("error = 0.125\nw1 = 0.7\n");
        assertThat(nnReading("show b1\n", "-i", "-e", "show w1", network())).isZero();
        assertThat(capture.out()).isEqualTo("error = 0.125\nw1 = 0.7\nb1 = 1.1\n");
        assertThat(nn(folder + "/none.nn", "-e", "show 1")).isEqualTo(2);
        assertThat(capture.out()).isEmpty();
        String unmet = Files.writeString(folder.resolve("unmet.nn"), NETWORK + "expect error < 0")
                .toString();
        assertThat(nn(unmet, "-e", "show w1")).isEqualTo(1);
        assertThat(capture.out()).isEqualTo("error = 0.125\nw1 = 0.7\n");
        String failed = Files.writeString(folder.resolve("failed.nn"), "let a = 0; show 1 / a")
                .toString();
        assertThat(nn(failed, "-e", "show 2")).isEqualTo(1);
        assertThat(capture.out()).isEmpty();
    }

    @Test
    void itIsChecked() throws IOException {
        assertThat(nn("check", "-e", "show 1")).isZero();
        assertThat(capture.out()).isEmpty();
        assertThat(nn("check", network(), "-e", "show 1 +")).isEqualTo(2);
        assertThat(capture.err()).contains(" --> -e:1:9\n");
        assertThat(nn("check")).isEqualTo(2);
        assertThat(nn("-e")).isEqualTo(2);
    }

    @Test
    void asksForTheSlip() throws IOException {
        assertThat(nn("why", network(), "w1 = 0.3")).isZero();
        assertThat(capture.out()).startsWith("w1 = 0.7, not 0.3\n");
        assertThat(nn("why", network(), "w1", "@", "0", "=", "0.5")).isZero();
        assertThat(nn("why", "--json", network(), "w1 = 0.3")).isZero();
        assertThat(capture.out())
                .startsWith("{\"line\":1,\"verdict\":")
                .contains("\"name\":\"w1\",\"number\":\"0.3\",\"value\":0.7");
        assertThat(nn("why", network(), "w1")).isEqualTo(2);
        assertThat(capture.err()).contains(" --> question:1:7\n", "`why w1 = 0.41`");
        assertThat(nn("why", network(), "w1 = 1; train 5")).isEqualTo(2);
        assertThat(capture.err()).contains("expected one question");
        assertThat(nn("why", network(), "w9 = 1")).isEqualTo(2);
        assertThat(nn("why", network())).isEqualTo(2);
        assertThat(nn("why", folder + "/none.nn", "w1 = 1")).isEqualTo(2);
    }

    @Test
    void asksAboutAFileOfAnswers() throws IOException {
        String answers = Files.writeString(folder.resolve("my answers.txt"), "w1 = 0.7\nb1 @ 0 = 1\n")
                .toString();
        assertThat(nn("why", network(), answers)).isZero();
        assertThat(capture.out()).startsWith("all are right\n");
        assertThat(nn("why", network(), '"' + answers + '"')).isZero();
        Files.writeString(folder.resolve("my answers.txt"), "w1 = 0.7\n\nb1 0 = 1\n");
        assertThat(nn("why", network(), answers)).isEqualTo(2);
        assertThat(capture.err()).contains("my answers.txt:3:4\n", "`w5 = 0.4108`");
        assertThat(nn("why", network(), folder + "/none.txt")).isEqualTo(2);
    }
}
