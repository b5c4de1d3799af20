package org.nnlang.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.nnlang.text.Printable;

/** What ends a thread though nothing should: it is reported in one line, and the run fails. */
final class Uncaught implements Thread.UncaughtExceptionHandler {
    /** Made while there is memory to make it. */
    private final byte[] outOfMemory =
            bytes("error: nn ran out of memory\n  = Java's heap can be made larger: JAVA_OPTS=-Xmx8g\n");

    private final OutputStream err;
    private volatile boolean any;

    Uncaught(OutputStream err) {
        this.err = err;
    }

    /** For all threads of this process. */
    static Uncaught install() {
        Uncaught uncaught = new Uncaught(new FileOutputStream(FileDescriptor.err));
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        return uncaught;
    }

    /** Whether there was something. */
    boolean any() {
        return any;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable mistake) {
        any = true;
        try {
            err.write(
                    mistake instanceof OutOfMemoryError
                            ? outOfMemory
                            : bytes("error: a mistake in nn itself: " + Printable.line(mistake.toString())
                                    + "\n  = please report it, with what you did\n"));
        } catch (IOException | OutOfMemoryError unsaid) {
            return; // the exit status tells
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
