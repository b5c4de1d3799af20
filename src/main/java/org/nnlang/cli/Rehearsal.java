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
 * What is common, done once and in silence, so that the launcher's start-up caches learn it: scripts, and, where the property
 * {@code nn.native} names a folder for the terminal's library, the prompt too.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** A prompt on a terminal that is none, and the classes of the one that is. */
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
            return; // nothing is learnt of it, then
        }
    }

    /** Puts the library that terminals are reached by where the launcher finds it; else each start unpacks it anew. */
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

    /** Runs scripts in each of the ways in which scripts are run. */
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
        System.exit(0); // as after a mistake: its classes, too, are to be learnt
    }
}
