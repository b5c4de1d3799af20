package org.nnlang.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves an editor over standard input and output. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        OutputStream out = System.out;
        System.setOut(System.err); // nothing else may write between the messages
        System.exit(serve(System.in, out));
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
