package org.nnlang.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An editor with one script, which talks to a server as a real one does. */
final class Editor implements LanguageClient, AutoCloseable {
    /** The server, with what isn't part of the protocol. */
    interface Nn extends LanguageServer {
        @JsonRequest("nn/preview")
        CompletableFuture<String> preview(TextDocumentIdentifier document);
    }

    private final BlockingQueue<List<Diagnostic>> published = new LinkedBlockingQueue<>();
    private final Nn server;
    private final OutputStream toServer;
    private final InitializeResult can;
    private final TextDocumentIdentifier file;
    private String text = "";
    private int version;

    /** Talks to a server in this process. */
    Editor(String uri) {
        this(uri, pipes());
    }

    private record Streams(InputStream in, OutputStream out) {}

    private static Streams pipes() {
        try {
            PipedOutputStream toServer = new PipedOutputStream();
            PipedOutputStream toClient = new PipedOutputStream();
            PipedInputStream ofServer = new PipedInputStream(toServer, 1 << 16);
            PipedInputStream ofClient = new PipedInputStream(toClient, 1 << 16);
            Thread.ofPlatform().daemon().start(() -> Main.serve(ofServer, toClient));
            return new Streams(ofClient, toServer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Editor(String uri, Streams streams) {
        var launcher = new LSPLauncher.Builder<Nn>()
                .setLocalService(this)
                .setRemoteInterface(Nn.class)
                .setInput(streams.in)
                .setOutput(streams.out)
                .create();
        launcher.startListening();
        server = launcher.getRemoteProxy();
        toServer = streams.out;
        file = new TextDocumentIdentifier(uri);
        InitializeParams params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities());
        can = get(server.initialize(params));
        server.initialized(new InitializedParams());
    }

    InitializeResult can() {
        return can;
    }

    TextDocumentIdentifier file() {
        return file;
    }

    TextDocumentService server() {
        return server.getTextDocumentService();
    }

    /** The page with what the script shows. */
    String preview() {
        return get(server.preview(file));
    }

    String text() {
        return text;
    }

    void open(String script) {
        text = script;
        server().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(file.getUri(), "nn", version, script)));
    }

    /** Replaces a part of the text, as typing does. */
    void type(int start, int end, String typed) {
        Range range = new Range(position(start), position(end));
        var change = new TextDocumentContentChangeEvent(range, typed);
        text = text.substring(0, start) + typed + text.substring(end);
        server().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(file.getUri(), ++version), List.of(change)));
    }

    void replace(String old, String now) {
        int start = text.indexOf(old);
        type(start, start + old.length(), now);
    }

    /** The position of the beginning of some words. */
    Position at(String words) {
        return position(text.indexOf(words));
    }

    Position position(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - before.lastIndexOf('\n') - 1);
    }

    int offset(Position position) {
        int start = 0;
        for (int line = 0; line < position.getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.getCharacter();
    }

    String at(Range range) {
        return text.substring(offset(range.getStart()), offset(range.getEnd()));
    }

    Range all() {
        return new Range(new Position(0, 0), position(text.length()));
    }

    /** The text after edits. */
    String edited(List<? extends TextEdit> edits) {
        List<TextEdit> last = new ArrayList<>(edits);
        last.sort(
                (a, b) -> offset(b.getRange().getStart()) - offset(a.getRange().getStart()));
        StringBuilder edited = new StringBuilder(text);
        for (TextEdit edit : last) {
            edited.replace(
                    offset(edit.getRange().getStart()), offset(edit.getRange().getEnd()), edit.getNewText());
        }
        return edited.toString();
    }

    /** The next diagnostics, each as where it is and what it says. */
    List<String> diagnostics() {
        try {
            List<Diagnostic> next = published.poll(120, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no diagnostics");
            }
            return next.stream().map(d -> at(d.getRange()) + ": " + message(d)).toList();
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    private static String message(Diagnostic diagnostic) {
        return diagnostic.getMessage().isLeft()
                ? diagnostic.getMessage().getLeft()
                : diagnostic.getMessage().getRight().getValue();
    }

    /** The diagnostics that say the same as those of a script that was typed at once. */
    void awaitDiagnostics(List<String> expected) {
        List<String> found = diagnostics();
        while (!found.equals(expected)) {
            found = diagnostics();
        }
    }

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(120, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException none) {
            throw new AssertionError(none.getMessage(), none);
        }
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        published.add(params.getDiagnostics());
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams params) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams params) {}

    @Override
    public void close() {
        get(server.shutdown());
        try {
            toServer.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
