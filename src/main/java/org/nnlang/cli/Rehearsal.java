package org.nnlang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.nnlang.prompt.Prompt;

/**
 * Does the usual work once, silently, so that a start-up cache learns its classes: runs scripts, and after the argument
 * {@code -i} the prompt too.
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
        } catch (IOException | IllegalStateException | LinkageError unknown) {
            return; // then the cache does without it
        }
    }

    /** Runs scripts in every mode: plain, as JSON, checked only. */
    public static void main(String[] arguments) {
        Uncaught.install();
        Stop stop = Stop.install();
        boolean withPrompt = arguments[0].equals("-i");
        for (String file : List.of(arguments).subList(withPrompt ? 1 : 0, arguments.length)) {
            for (var args : List.of(List.of(file), List.of("--json", file), List.of("check", file))) {
                OutputStream nowhere = OutputStream.nullOutputStream();
                Main.run(
                        args.toArray(new String[0]),
                        new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false),
                        stop);
            }
        }
        Terminal.ofProcess();
        if (withPrompt) {
            prompt();
        }
        stop.finished();
        System.exit(0); // as after an error, whose classes the cache must learn too
    }
}
