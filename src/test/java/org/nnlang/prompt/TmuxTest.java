package org.nnlang.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt on a real terminal, where there is tmux: a process, its keys and its signals. */
class TmuxTest {
    private static final String SERVER = "nn-test-" + ProcessHandle.current().pid();
    /** Only a failure takes that long. */
    private static final long PATIENCE_MILLIS = 300_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tmux")), "there is no tmux");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "exec env XDG_STATE_HOME='" + folder + "' TERM=screen-256color '" + java
                + "' --enable-native-access=ALL-UNNAMED -Dnn.tty=012 -cp '" + System.getProperty("java.class.path")
                + "' org.nnlang.cli.Main";
        Path script = Files.writeString(folder.resolve("start.sh"), command + "\n");
        tmux("new-session", "-d", "-s", "nn", "-x", "80", "-y", "24", "sh " + script + "; echo ended $?; sleep 1000");
        await("nn>");
    }

    @AfterEach
    void end() throws Exception {
        if (Files.isExecutable(Path.of("/usr/bin/tmux"))) {
            tmux("kill-server");
        }
    }

    private static String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", SERVER, "-f", "/dev/null"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "PATH", "/usr/bin:/bin", "TMUX_TMPDIR", "/tmp"));
        Process process = builder.start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return shown;
    }

    private static void keys(String... keys) throws Exception {
        List<String> command = new ArrayList<>(List.of("send-keys", "-t", "nn"));
        command.addAll(List.of(keys));
        tmux(command.toArray(String[]::new));
    }

    private static String screen(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("capture-pane", "-t", "nn", "-p"));
        command.addAll(List.of(options));
        return tmux(command.toArray(String[]::new)).stripTrailing();
    }

    private static void await(String text, String... options) throws Exception {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!screen(options).contains(text)) {
            if (System.nanoTime() > end) {
                fail("waited for %s, but the screen is%n%s", text, screen(options));
            }
            Thread.sleep(30);
        }
    }

    @Test
    void aSession() throws Exception {
        keys("input x[2]", "Enter");
        keys("layer y[1] sig", "Tab");
        await("nn> layer y[1] sigmoid");
        await("\u001b[1m\u001b[34mlayer", "-e");
        await("\u001b[35msigmoid", "-e");
        keys("Enter");
        keys("weights y = [0.4,", "Enter");
        await("\n...>");
        keys("0.45]", "Enter");
        await("0.45]\nnn>");
        keys("input = [0.05, 0.1]; target = 0.01", "Enter", "error", "Enter");
        await("error = 0.1");
        keys("train 1e12", "Enter");
        await(" loss ");
        keys("C-c");
        await("notice: stopped at step ");
        await("nn @ ");
        keys("weights y = x", "Tab");
        await("xavier_normal  normal, with");
        keys("C-c");
        await("xavier\nnn @ ");
        keys("C-r", "erro");
        await("bck-i-search: erro_");
        keys("Enter");
        await("> error\nerror = ");
        tmux("resize-window", "-t", "nn", "-x", "50", "-y", "12");
        keys("show weights(y)", "Enter");
        await("\n  y1 ");
        assertThat(screen().lines().allMatch(line -> line.length() <= 50)).isTrue();
        keys("C-d");
        await("ended 0");
        assertThat(folder.resolve("nn/history")).content().startsWith("input x[2]\nlayer y[1] sigmoid");
    }
}
