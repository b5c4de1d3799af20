package org.nnlang.cli;

/** The command {@code nn}. */
public final class Main {
    private Main() {}

    /** Runs the command line, and ends the process with its exit status. */
    public static void main(String[] args) {
        Uncaught uncaught = Uncaught.install();
        Stop stop = Stop.install();
        int status;
        try {
            status = run(args, Terminal.ofProcess(), stop);
        } catch (Throwable mistake) {
            uncaught.uncaughtException(Thread.currentThread(), mistake);
            status = 1;
        }
        stop.finished();
        status = uncaught.any() ? Math.max(status, 1) : status;
        if (status != 0) { // a plain exit would look for a logger in all of Java's modules, which takes 8 ms
            System.exit(status);
        }
    }

    static int run(String[] args, Terminal terminal, Stop stop) {
        Shortcut shortcut = Shortcut.of(args);
        int status = shortcut != null ? shortcut.run(terminal, stop) : Commands.run(args, terminal, stop);
        return terminal.end(status);
    }
}
