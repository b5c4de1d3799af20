package org.nnlang.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No output is silently missing: what can't be written makes the run fail, unless the reader has gone. */
class OutputTest {
    private static final String LOST = "error: can't write to standard output: No space left on device\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A stream that takes so many bytes. */
    private static final class Narrow extends OutputStream {
        private final String why;
        private int left;

        Narrow(String why, int left) {
            this.why = why;
            this.left = left;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException(why);
            }
        }
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("short.nn"), "show 1 + 1\n");
        Files.writeString(
                folder.resolve("long.nn"),
                "input x[1]\nlayer y[1] tanh\nrepeat 10000 { print \"a line of it\" }\nsave \"late.nn\"\n");
        Files.writeString(
                folder.resolve("net.nn"),
                "input x[1]\nlayer y[1] linear\nweights y = [1]\ninput = 1\ntarget = 0\nshow error\nexpect 1 ~ 3.0\n");
        Files.writeString(folder.resolve("page.md"), "```nn\nshow 1 + 1\n```\n```output\n1 + 1 = 3\n```\n");
    }

    private int run(OutputStream out, String command) {
        String input = "show 1 + 1\n";
        String[] args = command.isEmpty()
                ? new String[0]
                : command.replace("@", folder + "/").split(" ");
        Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, false, false);
        return Main.run(args, terminal, Stop.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@short.nn",
                "--json @short.nn",
                "@long.nn",
                "--json @long.nn",
                "@long.nn @short.nn",
                "run --color never @short.nn",
                "-",
                "",
                "--json",
                "-i @short.nn",
                "explain @net.nn error",
                "explain --as latex @net.nn error",
                "--help",
                "--version",
                "run --help",
                "docs --help",
                "docs check @page.md",
                "docs check --json @page.md",
                "docs update --dry-run @page.md",
                "docs render @page.md",
            })
    void aFullDiskFailsTheRun(String command) {
        assertThat(run(new Narrow("No space left on device", 0), command)).isEqualTo(1);
        assertThat(err.toString(UTF_8)).endsWith(LOST);
        assertThat(folder.resolve("late.nn")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@short.nn", "@long.nn", "--json @long.nn", "", "--help", "--version"})
    void aReaderWhoHasGoneIsNoFailure(String command) {
        assertThat(run(new Narrow("Broken pipe", 0), command)).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(run(new Narrow("Broken pipe", 9), command)).isZero();
    }

    @Test
    void whatFailsFailsAlsoWithoutAReader() {
        assertThat(run(new Narrow("Broken pipe", 0), "@net.nn")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).startsWith("error: ").doesNotContain("standard output");
    }

    @Test
    void diagnosticsThatCantBeWrittenFailTheRun() throws IOException {
        Capture out = new Capture("");
        Terminal terminal = new Terminal(
                out.terminal().in(),
                new ByteArrayOutputStream(),
                new Narrow("No space left on device", 0),
                false,
                false);
        terminal.err().write("a notice");
        assertThat(terminal.end(0)).isEqualTo(1);
    }

    @Test
    void whatEndsAThreadIsReportedInOneLine() {
        Uncaught uncaught = new Uncaught(err);
        assertThat(uncaught.any()).isFalse();
        uncaught.uncaughtException(Thread.currentThread(), new OutOfMemoryError("Java heap space"));
        uncaught.uncaughtException(Thread.currentThread(), new IllegalStateException("odd"));
        assertThat(uncaught.any()).isTrue();
        assertThat(err.toString(UTF_8)).isEqualTo("""
                error: nn ran out of memory
                  = give Java a larger heap: JAVA_OPTS=-Xmx8g
                error: a bug in nn itself: java.lang.IllegalStateException: odd
                  = please report it, with what you did
                """);
    }
}
