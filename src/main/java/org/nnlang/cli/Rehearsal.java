package org.nnlang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.nnlang.prompt.Prompt;
import org.nnlang.prompt.SystemTerminal;

/**
 * Does the usual work once, silently, so that the launcher's start-up caches learn its classes: runs scripts, and the prompt
 * too if the property {@code nn.native} names a folder for the terminal's library.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Runs a prompt on a fake terminal, and loads the classes of a real one. */
    private static void prompt() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Main.run(
                new String[0],
                new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false),
                Stop.none());
        try {
            Prompt.rehearse(new FileHost());
            keepLibrary();
        } catch (IOException | IllegalStateException | LinkageError unknown) {
            return; // then the cache does without it
        }
    }

    /** Puts the terminal's native library where the launcher finds it; otherwise each start would unpack it. */
    private static void keepLibrary() throws IOException {
        String folder = System.getProperty("nn.native");
        if (SystemTerminal.nativeLibrary() != null) {
            Path unpacked = Path.of(SystemTerminal.nativeLibrary());
            Files.createDirectories(Path.of(folder));
            Files.copy(
                    unpacked,
                    Path.of(folder, System.mapLibraryName("jlinenative")),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Runs scripts in every mode: plain, as JSON, checked only. */
    public static void main(String[] files) {
        Uncaught.install();
        Stop stop = Stop.install();
        for (String file : files) {
            for (var args : List.of(List.of(file), List.of("--json", file), List.of("check", file))) {
                OutputStream nowhere = OutputStream.nullOutputStream();
                Main.run(
                        args.toArray(new String[0]),
                        new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false),
                        stop);
            }
        }
        Terminal.ofProcess();
        if (System.getProperty("nn.native") != null) {
            prompt();
        }
        stop.finished();
        System.exit(0); // as after an error, whose classes the cache must learn too
    }
}
