package org.nnlang.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.nnlang.text.Printable;

/** Serves an editor over standard input and output. */
public final class Main {
    private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

    private Main() {}

    public static void main(String[] args) {
        OutputStream out = System.out;
        System.setOut(System.err); // nothing else may write between the messages
        LIBRARY.setUseParentHandlers(false);
        LIBRARY.addHandler(new Lines());
        System.exit(serve(System.in, out));
    }

    /** Writes what the library logs for whoever reads the editor's log: a line each. */
    private static final class Lines extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                System.err.println("nn lsp: " + Printable.line(String.valueOf(entry.getMessage())));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Serves until the client has gone; returns the exit status. */
    static int serve(InputStream in, OutputStream out) {
        Server server = new Server();
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        server.connect(launcher.getRemoteProxy());
        try {
            launcher.startListening().get();
        } catch (InterruptedException | ExecutionException ended) {
            return 1;
        } finally {
            server.close();
        }
        return server.isShutDown() ? 0 : 1;
    }
}
