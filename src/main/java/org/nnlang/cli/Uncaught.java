package org.nnlang.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.nnlang.text.Printable;

/** Reports an exception that ends a thread unexpectedly, in one line, and makes the run fail. */
final class Uncaught implements Thread.UncaughtExceptionHandler {
    /** Prepared while there is memory for it. */
    private final byte[] outOfMemory =
            bytes("error: nn ran out of memory\n  = give Java a larger heap: JAVA_OPTS=-Xmx8g\n");

    private final OutputStream err;
    private volatile boolean any;

    Uncaught(OutputStream err) {
        this.err = err;
    }

    /** Installs itself for all threads of this process. */
    static Uncaught install() {
        Uncaught uncaught = new Uncaught(new FileOutputStream(FileDescriptor.err));
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        return uncaught;
    }

    /** Whether an exception was reported. */
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
                            : bytes("error: a bug in nn itself: " + Printable.line(mistake.toString())
                                    + "\n  = please report it, with what you did\n"));
        } catch (IOException | OutOfMemoryError unsaid) {
            return; // the exit status says it
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
