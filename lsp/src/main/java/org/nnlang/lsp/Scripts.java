package org.nnlang.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.nnlang.assist.Choice;
import org.nnlang.assist.Completions;
import org.nnlang.assist.HelpText;
import org.nnlang.assist.LazyHelp;
import org.nnlang.assist.Place;
import org.nnlang.assist.Pointed;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.Outline;
import org.nnlang.syntax.Formatter;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;

/**
 * Answers an editor's questions about its open scripts. What needs tokens only is answered at once; one thread checks and runs
 * scripts, the last version of each only.
 */
final class Scripts implements TextDocumentService {
    /** The pause in typing after which a script is checked. */
    private static final long PAUSE_MILLIS = 100;

    private static final int HELP_WIDTH = 80;

    /** An open script, and its last analysis, which may be of an earlier version. */
    private static final class Open {
        volatile TextFile file;
        volatile Analysis latest;

        Open(TextFile file) {
            this.file = file;
            this.latest = Analysis.checked(new TextFile(file.uri(), ""));
        }
    }

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Scripts::thread);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Scripts::thread);
    private volatile LanguageClient client;
    private volatile boolean refreshes;

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "nn");
        thread.setDaemon(true);
        return thread;
    }

    void connect(LanguageClient editor) {
        client = editor;
    }

    /** Says whether the editor asks for inlay hints again when it is told to. */
    void refreshes(boolean does) {
        refreshes = does;
    }

    void close() {
        open.clear();
        clock.shutdownNow();
        worker.shutdownNow();
    }

    // ---------------------------------------------------------------------------------------------------------- texts

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        Open script = new Open(new TextFile(uri, params.getTextDocument().getText()));
        open.put(uri, script);
        submit(() -> analysis(script));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Open script = open.get(params.getTextDocument().getUri());
        if (script != null) {
            TextFile changed = script.file.changed(params.getContentChanges());
            script.file = changed;
            clock.schedule(
                    () -> {
                        if (script.file == changed) {
                            submit(() -> analysis(script));
                        }
                    },
                    PAUSE_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        open.remove(uri);
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {}

    private void submit(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException closed) {
            return;
        }
    }

    private boolean isOutdated(Open script, TextFile file) {
        return script.file != file || open.get(file.uri()) != script;
    }

    /** The analysis of a script's present text. Only for the worker. */
    private Analysis analysis(Open script) {
        TextFile file = script.file;
        if (script.latest.file() == file) {
            return script.latest;
        }
        Analysis analysis = Analysis.checked(file);
        publish(script, analysis);
        int before = analysis.diagnostics().size();
        analysis.run(() -> isOutdated(script, file));
        if (!isOutdated(script, file)) {
            script.latest = analysis;
            if (analysis.diagnostics().size() != before) {
                publish(script, analysis);
            }
            if (refreshes) {
                client.refreshInlayHints();
            }
        }
        return analysis;
    }

    private void publish(Open script, Analysis analysis) {
        TextFile file = analysis.file();
        if (!isOutdated(script, file)) {
            List<Diagnostic> found = analysis.diagnostics().stream()
                    .map(diagnostic -> diagnostic(file, diagnostic))
                    .toList();
            client.publishDiagnostics(new PublishDiagnosticsParams(file.uri(), found));
        }
    }

    private static Diagnostic diagnostic(TextFile file, org.nnlang.text.Diagnostic diagnostic) {
        var message = diagnostic.what();
        StringBuilder text = new StringBuilder(message.title());
        if (!message.label().isEmpty()) {
            text.append(": ").append(message.label());
        }
        message.notes().forEach(note -> text.append('\n').append(note));
        var span = diagnostic.span();
        boolean error = diagnostic.severity() == org.nnlang.text.Diagnostic.Severity.ERROR;
        return new Diagnostic(
                file.range(span.start(), span.end()),
                text.toString(),
                error ? DiagnosticSeverity.Error : DiagnosticSeverity.Information,
                "nn");
    }

    // ------------------------------------------------------------------------------------------------------ questions

    /** Answers at once; an unknown script has no answer. */
    private <T> CompletableFuture<T> now(TextDocumentIdentifier document, T none, Function<TextFile, T> answer) {
        Open script = open.get(document.getUri());
        return CompletableFuture.completedFuture(script == null ? none : answer.apply(script.file));
    }

    /** Answers after the script was run. */
    private <T> CompletableFuture<T> later(TextDocumentIdentifier document, T none, Function<Analysis, T> answer) {
        Open script = open.get(document.getUri());
        if (script == null) {
            return CompletableFuture.completedFuture(none);
        }
        Supplier<T> work = () -> answer.apply(analysis(script));
        return CompletableFuture.supplyAsync(work, worker);
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return later(params.getTextDocument(), null, analysis -> {
            TextFile file = analysis.file();
            int offset = file.offset(params.getPosition());
            Pointed quantity = Pointed.at(
                    file.text(),
                    file.names().tokens(),
                    offset,
                    word -> file.names().at(word.start()) != null);
            if (quantity == null) {
                return null;
            }
            String shown = shown(analysis, quantity, offset);
            return shown.isEmpty() ? null : new Hover(code(shown), file.range(quantity.start(), quantity.end()));
        });
    }

    /** A quantity's derivation, or its value, or what the word means. */
    private static String shown(Analysis analysis, Pointed quantity, int offset) {
        boolean value =
                !Keywords.RESERVED.contains(quantity.text()) || BuiltInNames.QUANTITIES.contains(quantity.text());
        for (String text : value ? List.of(quantity.text(), quantity.word()) : List.<String>of()) {
            String explanation = analysis.explanation(text, offset);
            if (!explanation.isEmpty()) {
                return explanation;
            }
        }
        String help = new HelpText(LazyHelp.get(), HELP_WIDTH).of(quantity.word());
        return help == null ? "" : help.stripTrailing();
    }

    /** A text that keeps its spaces. */
    private static MarkupContent code(String text) {
        return new MarkupContent(MarkupKind.MARKDOWN, "```text\n" + text + "\n```");
    }

    /** A page with what a script shows; null if the script isn't open. */
    CompletableFuture<String> preview(TextDocumentIdentifier document) {
        return later(document, null, Analysis::preview);
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return later(params.getTextDocument(), List.of(), analysis -> {
            TextFile file = analysis.file();
            int from = file.offset(params.getRange().getStart());
            int to = file.offset(params.getRange().getEnd());
            List<InlayHint> hints = new ArrayList<>();
            analysis.values().forEach((offset, value) -> {
                if (from <= offset && offset <= to) {
                    InlayHint hint = new InlayHint(file.position(offset), Either.forLeft(value));
                    hint.setPaddingLeft(true);
                    hints.add(hint);
                }
            });
            return hints;
        });
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        Open script = open.get(params.getTextDocument().getUri());
        if (script == null) {
            return CompletableFuture.completedFuture(Either.forLeft(List.of()));
        }
        TextFile file = script.file;
        int cursor = file.offset(params.getPosition());
        int start = Place.wordStart(file.text(), cursor);
        Place place = Place.at(file.text(), start);
        List<CompletionItem> items = new ArrayList<>();
        if (!place.inText()) {
            Outline outline = script.latest.outline(cursor);
            String typed = file.text().substring(start, cursor);
            Range range = file.range(start, cursor);
            for (Choice choice : new Completions(LazyHelp.get(), outline, List.of(), typed).at(place)) {
                if (!Keywords.COMMANDS.contains(choice.text()) && !choice.text().equals("pager")) {
                    items.add(item(choice, range, items.size()));
                }
            }
        }
        return CompletableFuture.completedFuture(Either.forRight(new CompletionList(true, items)));
    }

    private static CompletionItem item(Choice choice, Range range, int rank) {
        CompletionItem item = new CompletionItem(choice.text());
        boolean keyword = Keywords.RESERVED.contains(choice.text().split(" ", 2)[0]);
        item.setKind(keyword ? CompletionItemKind.Keyword : CompletionItemKind.Variable);
        item.setDetail(choice.meaning());
        item.setSortText("%03d".formatted(rank));
        item.setTextEdit(Either.forLeft(new TextEdit(range, choice.text())));
        return item;
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        String word = item.getLabel().split("[ (:=]", 2)[0];
        String help = new HelpText(LazyHelp.get(), HELP_WIDTH).of(word);
        if (help != null && !word.isEmpty()) {
            item.setDocumentation(code(help.stripTrailing()));
        }
        return CompletableFuture.completedFuture(item);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return now(params.getTextDocument(), Either.forLeft(List.of()), file -> {
            Names.Use use = file.names().at(file.offset(params.getPosition()));
            return Either.forLeft(use == null ? List.of() : List.of(location(file, use.declared())));
        });
    }

    private static Location location(TextFile file, Names.Declared declared) {
        return new Location(
                file.uri(), file.range(declared.word().start(), declared.word().end()));
    }

    /** Where the name at a position stands. */
    private static List<Range> places(TextFile file, Position position) {
        Names.Use use = file.names().at(file.offset(position));
        return use == null
                ? List.of()
                : Renaming.places(file, use).stream()
                        .map(place -> file.range(place.start(), place.end()))
                        .toList();
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return now(
                params.getTextDocument(),
                List.of(),
                file -> places(file, params.getPosition()).stream()
                        .map(range -> new Location(file.uri(), range))
                        .toList());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return now(
                params.getTextDocument(),
                List.of(),
                file -> places(file, params.getPosition()).stream()
                        .map(DocumentHighlight::new)
                        .toList());
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return now(params.getTextDocument(), null, file -> {
            Names.Use use = file.names().at(file.offset(params.getPosition()));
            return use == null || !use.number().isEmpty() ? null : Either3.forFirst(file.range(use.start(), use.end()));
        });
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return now(params.getTextDocument(), null, file -> {
            Names.Use use = file.names().at(file.offset(params.getPosition()));
            try {
                return use == null ? null : edit(file, Renaming.edits(file, use, params.getNewName()));
            } catch (IllegalArgumentException refused) {
                throw new ResponseErrorException(
                        new ResponseError(ResponseErrorCode.RequestFailed, refused.getMessage(), null));
            }
        });
    }

    private static WorkspaceEdit edit(TextFile file, List<TextEdit> edits) {
        return new WorkspaceEdit(Map.of(file.uri(), edits));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return now(params.getTextDocument(), List.of(), Structure::symbols);
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return now(params.getTextDocument(), List.of(), Structure::folds);
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return now(
                params.getTextDocument(), new SemanticTokens(List.of()), file -> new SemanticTokens(Colors.of(file)));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return now(params.getTextDocument(), List.of(), file -> {
            boolean wrong = !Syntax.parse(file.source()).diagnostics().isEmpty();
            String formatted = wrong ? file.text() : Formatter.format(file.source());
            return formatted.equals(file.text())
                    ? List.of()
                    : List.of(new TextEdit(file.range(0, file.text().length()), formatted));
        });
    }

    /** For each error that nn knows a word for: to write that word. */
    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return later(params.getTextDocument(), List.of(), analysis -> {
            TextFile file = analysis.file();
            int from = file.offset(params.getRange().getStart());
            int to = file.offset(params.getRange().getEnd());
            List<Either<Command, CodeAction>> actions = new ArrayList<>();
            for (org.nnlang.text.Diagnostic found : analysis.diagnostics()) {
                var span = found.span();
                String instead = found.what().replacement();
                boolean word = span.text().codePoints().allMatch(Character::isUnicodeIdentifierPart);
                if (instead != null && word && span.start() <= to && from <= span.end()) {
                    CodeAction action = new CodeAction("write `" + instead + "`");
                    action.setKind(CodeActionKind.QuickFix);
                    action.setIsPreferred(true);
                    action.setDiagnostics(List.of(diagnostic(file, found)));
                    action.setEdit(edit(file, List.of(new TextEdit(file.range(span.start(), span.end()), instead))));
                    actions.add(Either.forRight(action));
                }
            }
            return actions;
        });
    }
}
