package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PageCommandTest {
    private static final String EMPTY =
            "<p></p><script type=\"application/json\" id=\"given\">null</script><script>start()</script>";

    @TempDir
    private Path folder;

    private Path jar;
    private Path page;
    private Capture capture;

    @BeforeEach
    void setUp() throws IOException {
        jar = Files.createDirectories(folder.resolve("target"));
        page = folder.resolve("page.html");
        capture = new Capture("");
    }

    private int playground(String... args) {
        return execute(terminal -> new PageCommand.Playground(terminal, Stop.install(), jar), args);
    }

    private int play(String... args) {
        return execute(terminal -> new PageCommand.Play(terminal, Stop.install(), jar), args);
    }

    private int execute(Function<Terminal, PageCommand> command, String... args) {
        int status = new CommandLine(command.apply(capture.terminal())).execute(args);
        capture.terminal().out().flush();
        capture.terminal().err().flush();
        return status;
    }

    private String script(String text) throws IOException {
        Path script = folder.resolve("scripts/own.nn");
        Files.createDirectories(script.getParent());
        return Files.writeString(script, text).toString();
    }

    @Test
    void thePageWithoutAScriptIsThePageNextToTheJar() throws IOException {
        Files.writeString(jar.resolve("nn-playground.html"), EMPTY);
        assertThat(playground("-o", page.toString())).isZero();
        assertThat(page).hasContent(EMPTY);
        assertThat(capture.err()).isEmpty();
    }

    @Test
    void aScriptComesWithTheFilesThatItReads() throws IOException {
        Files.createDirectories(folder.resolve("web/target"));
        Files.writeString(folder.resolve("web/target/nn-playground.html"), EMPTY);
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n3,4\n");
        String script =
                script("include \"more.nn\"\nlayer y[1] linear\ndata = csv(\"../data.csv\", target: b)\n# </script>\n");
        Files.writeString(folder.resolve("scripts/more.nn"), "input x[1]\n");
        assertThat(play("-o", page.toString(), script)).isZero();
        assertThat(Files.readString(page))
                .isEqualTo(EMPTY.replace(
                        "null",
                        "{\"name\":\"own.nn\",\"script\":\"include \\\"more.nn\\\"\\nlayer y[1] linear\\ndata ="
                                + " csv(\\\"../data.csv\\\", target: b)\\n# \\u003c/script>\\n\","
                                + "\"files\":{\"../data.csv\":\"a,b\\n1,2\\n3,4\\n\",\"more.nn\":\"input x[1]\\n\"},"
                                + "\"plays\":true}"));
    }

    @Test
    void aWrongScriptIsReportedAndNothingIsWritten() throws IOException {
        Files.writeString(jar.resolve("nn-playground.html"), EMPTY);
        assertThat(playground("-o", page.toString(), script("show eror"))).isEqualTo(2);
        assertThat(capture.err()).contains("error: unknown name `eror`", "did you mean `error`?");
        assertThat(page).doesNotExist();
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        Files.writeString(jar.resolve("nn-playground.html"), EMPTY);
        Files.write(folder.resolve("data.csv"), new byte[] {'a', '\n', (byte) 0xE4});
        String script = script("input x[1]\nlayer y[1] linear\ndata = csv(\"../data.csv\", target: b)\n");
        assertThat(playground("-o", page.toString(), script)).isEqualTo(2);
        assertThat(capture.err()).startsWith("error: ").contains("../data.csv").contains("UTF-8");
        assertThat(page).doesNotExist();
    }

    @Test
    void withoutThePageTheCommandSaysHowToGetIt() {
        assertThat(playground("-o", page.toString())).isEqualTo(2);
        assertThat(capture.err())
                .isEqualTo(
                        "error: the playground's page is not installed\n"
                                + "  = build it in nn's folder with `mvn -f web package`, or put nn-playground.html next to nn.jar\n");
    }

    @Test
    void aPageThatCannotBeWrittenIsAnError() throws IOException {
        Files.writeString(jar.resolve("nn-playground.html"), EMPTY);
        assertThat(playground("-o", folder.resolve("none/page.html").toString()))
                .isEqualTo(1);
        assertThat(capture.err()).startsWith("error: can't write " + folder.resolve("none/page.html") + ": ");
    }
}
