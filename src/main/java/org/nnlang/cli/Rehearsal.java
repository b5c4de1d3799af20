package org.nnlang.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** What is common, done once and in silence, so that the launcher's start-up cache learns it. */
final class Rehearsal {
    private Rehearsal() {}

    /** Runs scripts in each of the ways in which scripts are run. */
    public static void main(String[] files) {
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
        stop.finished();
        System.exit(0); // as after a mistake: its classes, too, are to be learnt
    }
}
