package org.nnlang.cli;

import java.util.List;

/** The command {@code nn}. */
public final class Main {
    private Main() {}

    /** Runs the command line, and ends the process with its exit status. */
    public static void main(String[] args) {
        Stop stop = Stop.install();
        int status = run(args, stop);
        stop.finished();
        System.exit(status);
    }

    private static int run(String[] args, Stop stop) {
        Terminal terminal = Terminal.ofProcess();
        if (args.length == 1 && isScript(args[0])) {
            // the common case, without the classes of the argument parser: they would cost as much as all the rest
            return new ScriptRunner(terminal, Options.STANDARD, stop).run(List.of(args[0]));
        }
        return Commands.run(args, terminal, stop);
    }

    private static boolean isScript(String argument) {
        return argument.equals("-") || argument.endsWith(".nn") && !argument.startsWith("-");
    }
}
