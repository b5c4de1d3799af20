package org.nnlang.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** The user's editor, which owns the terminal until it ends. */
final class Editor {
    private final Terminal terminal;
    private final String command;
    private final boolean windows;
    /** The terminal's state before nn. */
    private final Attributes usual;

    /** The editor named in the environment. */
    Editor(Terminal terminal, Map<String, String> environment, boolean windows) {
        this.terminal = terminal;
        this.windows = windows;
        usual = new Attributes(terminal.getAttributes());
        String own = environment.getOrDefault("EDITOR", "");
        command = own.isBlank() ? environment.getOrDefault("VISUAL", "") : own;
    }

    /** The text as the user saved it; fails with a message for the user. */
    String edit(String text) throws GivenUp {
        if (command.isBlank()) {
            throw new GivenUp("EDITOR names no editor; set one before you start nn, like `export EDITOR=nano`");
        }
        try {
            Path file = Files.createTempFile("nn-", ".nn");
            try {
                Files.writeString(file, text);
                int status = run(file);
                if (status != 0) {
                    throw new GivenUp("`" + command + "` ended with status " + status);
                }
                return Files.readString(file).replace("\r\n", "\n");
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException trouble) {
            throw new GivenUp(String.valueOf(trouble.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new GivenUp("the editor was interrupted");
        }
    }

    /** Starts the editor through the shell, since the command may have arguments. */
    private int run(Path file) throws IOException, InterruptedException {
        ProcessBuilder process = windows
                ? new ProcessBuilder("cmd", "/c", command + " \"" + file + "\"")
                : new ProcessBuilder(
                        "sh", "-c", "LC_ALL=${NN_LC_ALL-$LC_ALL}; " + command + " \"$1\"", "sh", file.toString());
        Attributes own = terminal.getAttributes();
        terminal.setAttributes(usual);
        try {
            return process.inheritIO().start().waitFor();
        } finally {
            terminal.setAttributes(own);
        }
    }
}
