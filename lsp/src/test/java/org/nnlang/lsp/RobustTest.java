package org.nnlang.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Broken scripts, long ones, fast typing and endless training. */
@Tag("full")
class RobustTest {
    private static final Path SAMPLE = Path.of("../samples/backprop.nn");

    @Test
    void everyQuestionAboutEveryBrokenScriptHasAnAnswer() throws IOException {
        String script = Files.readString(SAMPLE);
        SplittableRandom random = new SplittableRandom(1);
        try (Editor editor = new Editor("untitled:broken.nn")) {
            editor.open(script);
            for (int i = 0; i < 60; i++) {
                int at = random.nextInt(editor.text().length());
                switch (i % 3) {
                    case 0 -> editor.type(at, Math.min(editor.text().length(), at + 5), "");
                    case 1 -> editor.type(at, at, " ([{\"#;}])@=".substring(i % 12, i % 12 + 1));
                    default -> {
                        int from = random.nextInt(script.length() - 40);
                        editor.type(at, at, script.substring(from, from + 40));
                    }
                }
                Position cursor = editor.position(at);
                ask(editor, cursor);
            }
        }
    }

    private static void ask(Editor editor, Position cursor) {
        var file = editor.file();
        var server = editor.server();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        answers.add(server.hover(new HoverParams(file, cursor)));
        answers.add(server.inlayHint(new InlayHintParams(file, editor.all())));
        answers.add(server.completion(new CompletionParams(file, cursor)));
        answers.add(server.definition(new DefinitionParams(file, cursor)));
        answers.add(server.documentSymbol(new DocumentSymbolParams(file)));
        answers.add(server.foldingRange(new FoldingRangeRequestParams(file)));
        answers.add(server.semanticTokensFull(new SemanticTokensParams(file)));
        answers.add(server.formatting(new DocumentFormattingParams(file, new FormattingOptions(4, true))));
        answers.add(server.codeAction(new CodeActionParams(file, editor.all(), new CodeActionContext(List.of()))));
        answers.forEach(Editor::get);
    }

    @Test
    void aLongScriptTypedFastEndsWithTheErrorsOfItsLastText() {
        StringBuilder script = new StringBuilder("input x[2]\nlayer y[1] sigmoid\ninput = [1, 2]\n");
        for (int i = 0; i < 2500; i++) {
            script.append("let value")
                    .append(i)
                    .append(" = y1 + ")
                    .append(i)
                    .append("\nshow value")
                    .append(i)
                    .append('\n');
        }
        try (Editor editor = new Editor("untitled:long.nn")) {
            editor.open(script.toString());
            String typed = "show w1 + eror";
            int end = editor.text().length();
            for (int i = 0; i < typed.length(); i++) {
                editor.type(end + i, end + i, typed.substring(i, i + 1));
                assertThat(Editor.get(editor.server()
                                .completion(new CompletionParams(editor.file(), editor.position(end + i + 1)))))
                        .isNotNull();
            }
            editor.awaitDiagnostics(List.of("eror: unknown name `eror`: did you mean `error`?"));
            ask(editor, editor.at("value2499\n"));
            editor.replace("eror", "y1");
            editor.awaitDiagnostics(List.of());
            var hints = Editor.get(editor.server().inlayHint(new InlayHintParams(editor.file(), editor.all())));
            assertThat(hints).hasSizeGreaterThan(100);
        }
    }

    @Test
    void anEndlessTrainingEndsAndTypingGoesOn() {
        String script =
                "input x[2]\nlayer y[1] sigmoid\ndata = [0, 1 -> 1; 1, 0 -> 0]\nshow 1 + 1\ntrain 1e15\nshow 2 + 2\n";
        try (Editor editor = new Editor("untitled:endless.nn")) {
            editor.open(script);
            var hints = Editor.get(editor.server().inlayHint(new InlayHintParams(editor.file(), editor.all())));
            assertThat(hints).extracting(hint -> hint.getLabel().getLeft()).containsExactly("= 2");
            editor.replace("1e15", "2");
            hints = Editor.get(editor.server().inlayHint(new InlayHintParams(editor.file(), editor.all())));
            assertThat(hints).extracting(hint -> hint.getLabel().getLeft()).containsExactly("= 2", "= 4");
            assertThat(editor.diagnostics()).isEmpty();
        }
    }
}
