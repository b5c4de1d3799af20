package org.nnlang.cli;

/** The command {@code nn}. */
public final class Main {
    private Main() {}

    /** Runs the command line, and ends the process with its exit status. */
    public static void main(String[] args) {
        Stop stop = Stop.install();
        int status = run(args, Terminal.ofProcess(), stop);
        stop.finished();
        if (status != 0) { // a mere exit would look for a logger to tell it to, in all of Java's modules: 8 ms
            System.exit(status);
        }
    }

    static int run(String[] args, Terminal terminal, Stop stop) {
        Shortcut shortcut = Shortcut.of(args);
        return shortcut != null ? shortcut.run(terminal, stop) : Commands.run(args, terminal, stop);
    }
}
