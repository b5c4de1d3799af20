package org.nnlang.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The server: what it can do, and when it begins and ends. */
final class Server implements LanguageServer, LanguageClientAware, WorkspaceService {
    private final Scripts scripts = new Scripts();
    private volatile boolean shutDown;

    @Override
    public void connect(LanguageClient client) {
        scripts.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        scripts.refreshes(refreshes(params.getCapabilities()));
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setHoverProvider(true);
        can.setInlayHintProvider(true);
        can.setCompletionProvider(new CompletionOptions(true, List.of(" ", "(", "=")));
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setCodeActionProvider(true);
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(Colors.LEGEND, true, false));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("nn")));
    }

    private static boolean refreshes(ClientCapabilities client) {
        return client != null
                && client.getWorkspace() != null
                && client.getWorkspace().getInlayHint() != null
                && Boolean.TRUE.equals(client.getWorkspace().getInlayHint().getRefreshSupport());
    }

    /** The request {@code nn/preview}: a page with what a script shows. */
    @JsonRequest("nn/preview")
    public CompletableFuture<String> preview(TextDocumentIdentifier document) {
        return scripts.preview(document);
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        close();
        return CompletableFuture.completedFuture(null);
    }

    boolean isShutDown() {
        return shutDown;
    }

    /** Ends all work. */
    void close() {
        scripts.close();
    }

    @Override
    public void exit() {
        System.exit(shutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return scripts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }

    @Override
    public void setTrace(SetTraceParams params) {}

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {}

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {}
}
