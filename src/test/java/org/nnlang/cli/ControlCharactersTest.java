package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text from elsewhere commands the terminal, turns what is read there around, or begins a line that GitHub obeys. */
class ControlCharactersTest {
    /** Of each kind some: an escape sequence, its form in one character, a bell, delete, and two that turn the order. */
    private static final String ODD = "a\u001b[31mb\u009b31mc\u0007d\u007fe\u202ef\u2066g\u0085h";

    private static final String NETWORK = "input x[1]\nlayer y[2] softmax\n";

    @TempDir
    private Path folder;

    private Path odd;

    @BeforeEach
    void files() throws IOException {
        odd = folder.resolve(ODD + "\n::error file=x::y\r.md");
        Files.writeString(odd, """
                ```nn
                print "%1$s"
                ```
                ```output
                %1$s
                ```

                ```nn %1$s
                show %1$s
                include "%1$s.nn"
                ```

                <!-- nn: %1$s -->%1$s<!-- /nn --> <!-- nn: 1 -->%1$s<!-- /nn -->
                """.formatted(ODD));
        Files.writeString(folder.resolve("print.nn"), "print \"" + ODD + "\"\n");
        Files.writeString(folder.resolve("name.nn"), "show " + ODD + "\n");
        Files.writeString(folder.resolve("file.nn"), "include \"" + ODD + ".nn\"\n");
        Files.writeString(folder.resolve("data.csv"), "v" + ODD + ",k\n1,\"a\n" + ODD + "\"\n" + ODD + ",\"b\"\n");
        Files.writeString(folder.resolve("cell.nn"), NETWORK + "data = csv(\"data.csv\", target: k)\n");
        Files.writeString(folder.resolve("column.nn"), NETWORK + "data = csv(\"data.csv\", target: q)\n");
        Files.writeString(folder.resolve(ODD + ".nn"), "show q\n");
    }

    private static String nn(Object... arguments) {
        Capture capture = new Capture("");
        List<String> all = new ArrayList<>();
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        Main.run(all.toArray(new String[0]), capture.terminal(), Stop.none());
        return capture.out() + "\n" + capture.err();
    }

    private static void isPlain(String output) {
        assertThat(output.strip()).isNotEmpty();
        assertThat(output.codePoints().filter(c -> c != '\n' && c != '\t' && Character.isISOControl(c)))
                .as(output)
                .isEmpty();
        assertThat(output).doesNotContain("\u202e", "\u2066");
        assertThat(output.lines().map(String::strip)).noneMatch(line -> line.startsWith("::error"));
    }

    @Test
    void documents() {
        isPlain(nn("docs", "check", odd));
        isPlain(nn("docs", "check", "--json", odd));
        isPlain(nn("docs", "update", "--dry-run", odd));
        isPlain(nn("docs", "render", "-o", folder.resolve("page.html"), odd));
        isPlain(nn("docs", "check", odd + "x"));
        isPlain(nn("docs", "check", "--timeout", ODD, odd));
        isPlain(nn("docs", "render", "-o", folder.resolve(ODD + "/page.html"), odd));
        isPlain(nn("docs", "update", odd));
    }

    @ParameterizedTest
    @ValueSource(strings = {"print.nn", "name.nn", "file.nn", "cell.nn", "column.nn", ODD + ".nn"})
    void scripts(String name) {
        String script = folder.resolve(name).toString();
        isPlain(nn(script));
        isPlain(nn("--json", script));
        isPlain(nn("explain", script, "error" + ODD));
    }

    @Test
    void arguments() {
        isPlain(nn(ODD + "\n::error::x.nn"));
        isPlain(nn("--" + ODD + "\n::error::x"));
        isPlain(nn("docs", ODD));
    }
}
