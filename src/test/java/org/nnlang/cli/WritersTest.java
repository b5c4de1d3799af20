package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.files.FolderEvents;

/** Whatever writes a file replaces it in one step, so that nothing is lost when it is killed. */
@Timeout(60)
class WritersTest {
    @TempDir
    private Path folder;

    private Capture io;

    /** Runs a command, and watches what happens to a file that is there before. */
    private void replaces(String name, String input, String... command) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.writeString(file, "# old\n");
        }
        String old = Files.readString(file);
        try (FolderEvents events = new FolderEvents(folder)) {
            io = new Capture(input);
            int status = Main.run(command, io.terminal(), Stop.none());
            assertThat(io.err()).isEmpty();
            assertThat(status).isZero();
            assertThat(events.of(name)).isEqualTo(FolderEvents.REPLACED_IN_ONE_STEP);
        }
        assertThat(file).isRegularFile();
        assertThat(Files.readString(file)).isNotEqualTo(old);
    }

    @Test
    void save() throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("script.nn"), "input x[1]\nlayer y[1] tanh\nsave \"saved.nn\"\nsave \"saved.nn\"\n");
        Files.writeString(folder.resolve("saved.nn"), "# old\n");
        try (FolderEvents events = new FolderEvents(folder)) {
            io = new Capture("");
            assertThat(Main.run(new String[] {script.toString()}, io.terminal(), Stop.none()))
                    .isZero();
            assertThat(events.of("saved.nn")).containsExactly("ENTRY_CREATE", "ENTRY_CREATE");
        }
        assertThat(folder.resolve("saved.nn")).content().contains("layer y[1] tanh");
    }

    @Test
    void saveSession() throws IOException, InterruptedException {
        Path file = folder.resolve("saved.nn");
        String save = "let k = 3\nsave session \"" + file + "\"";
        io = new Capture(save);
        assertThat(Main.run(new String[0], io.terminal(), Stop.none())).isZero();
        assertThat(io.out()).isEqualTo("wrote " + file + ": 2 lines\n");
        Files.writeString(file, "# written by hand\n");
        io = new Capture(save);
        assertThat(Main.run(new String[0], io.terminal(), Stop.none())).isEqualTo(1);
        assertThat(io.err())
                .contains("saved.nn exists\n")
                .contains("overwrite it with `save session \"" + file + "\" replace`");
        assertThat(file).hasContent("# written by hand\n");
        replaces("saved.nn", save + " replace");
        assertThat(io.out()).isEqualTo("replaced " + file + ": 2 lines\n");
    }

    @Test
    void predictOverItsData() throws IOException {
        String rows = "a,b\n1,2\n3,4\n";
        Path data = Files.writeString(folder.resolve("data.csv"), rows);
        Files.writeString(folder.resolve("new.csv"), "a\n5\n");
        Files.createSymbolicLink(folder.resolve("link.csv"), data);
        for (String to : new String[] {"data.csv", "link.csv"}) {
            Path script = Files.writeString(folder.resolve("script.nn"), """
                    input x[1]
                    layer y[1] linear
                    data = csv("data.csv", target: b)
                    predict csv("new.csv") to "%s"
                    """.formatted(to));
            io = new Capture("");
            assertThat(Main.run(new String[] {script.toString()}, io.terminal(), Stop.none()))
                    .isEqualTo(1);
            assertThat(io.err()).contains("can't write " + to, "write to another file");
            assertThat(data).hasContent(rows);
        }
    }

    @Test
    void render() throws IOException, InterruptedException {
        Path document = Files.writeString(folder.resolve("page.md"), "# A page\n");
        replaces("page.html", "", "docs", "render", document.toString(), "-o", folder.resolve("page.html") + "");
    }

    @Test
    void update() throws IOException, InterruptedException {
        Path document = Files.writeString(folder.resolve("page.md"), """
                ```nn
                show 1 + 1
                ```
                ```output
                1 + 1 = 3
                ```
                """);
        replaces("page.md", "", "docs", "update", document.toString());
        assertThat(document).content().contains("1 + 1 = 2");
    }
}
