package org.nnlang.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor gets, with the protocol's own client. */
class ServerTest {
    private static final String SCRIPT = """
            # The worked example,
            # in short.
            input x[2]
            layer h[2] sigmoid
            layer y(cat, dog) sigmoid
            weights h = [0.15, 0.20;
                         0.25, 0.30]
            weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed
            bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]
            let rate = 1 / 2
            learning rate = rate
            show net(h1), error
            train 1
            show grad(w5), out(y)
            print "now {h1} and {cat}"
            for k in [1, 2] {
                show k * rate
            }
            activation twice(z) = 2 * z
            """;

    private final Editor editor = new Editor("untitled:Untitled-1");

    @AfterEach
    void end() {
        editor.close();
    }

    @Test
    void reportsWhatIsWrongAsOneTypes() {
        editor.open(SCRIPT);
        assertThat(editor.diagnostics()).isEmpty();
        editor.replace("shared fixed", "sharde fixed");
        assertThat(editor.diagnostics())
                .containsExactly(
                        "sharde: expected the end of the statement but found `sharde`: did you mean `shared`?");
        editor.replace("sharde", "shared");
        assertThat(editor.diagnostics()).isEmpty();
        editor.type(editor.text().length(), editor.text().length(), "expect error == 0\nlet a = 0; show 1 / a\n");
        assertThat(editor.diagnostics()).isEmpty(); // a check finds nothing; running it does
        List<String> run = editor.diagnostics();
        assertThat(run).hasSize(2);
        assertThat(run.get(0)).startsWith("error == 0: this does not hold");
        assertThat(run.get(1)).isEqualTo("1 / a: division by zero");
    }

    @Test
    void showsAValueAndItsDerivationWhereItIs() {
        editor.open(SCRIPT);
        assertThat(hover("error\ntrain")).contains("error = error(cat) + error(dog)", "= 0.298371109");
        assertThat(hover("grad(w5)")).contains("∂error/∂w5 = ∂error/∂out(cat)", "= 0.0831252354");
        assertThat(hover("w5)")).contains("0.35891648");
        assertThat(hover("rate\nshow")).contains("rate = 0.5");
        assertThat(hover("h1}")).contains("0.5932");
        assertThat(hover("twice")).contains("twice(z)  = 2 · z");
        assertThat(hover("train 1")).contains("train N");
        assertThat(hover("sigmoid")).contains("1 / (1 + e^−z)");
        assertThat(hover("= [0.15")).isEmpty();
    }

    private String hover(String words) {
        return hover(editor.at(words));
    }

    private String hover(Position position) {
        Hover hover = Editor.get(editor.server().hover(new HoverParams(editor.file(), position)));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    @Test
    void showsValuesBesideWhatTheyAreOf() {
        editor.open(SCRIPT);
        assertThat(hints())
                .containsExactly(
                        "let rate = 1 / 2 = 0.5",
                        "show net(h1) = 0.3775",
                        "show net(h1), error = 0.298371109",
                        "show grad(w5) = 0.0831252354",
                        "show grad(w5), out(y) = [0.742088111, 0.775284968]",
                        "print \"now {h1} and {cat}\" now 0.593256764 and 0.742088111",
                        "    show k * rate = 1");
    }

    private List<String> hints() {
        List<InlayHint> hints = Editor.get(editor.server().inlayHint(new InlayHintParams(editor.file(), editor.all())));
        return hints.stream()
                .map(hint -> {
                    int offset = editor.offset(hint.getPosition());
                    int line = editor.text().lastIndexOf('\n', offset - 1) + 1;
                    return editor.text().substring(line, offset) + " "
                            + hint.getLabel().getLeft();
                })
                .toList();
    }

    @Test
    void runsAScriptUpToItsFirstError() {
        editor.open("show 1 + 1\nshow eror\nshow 2 + 2\n");
        assertThat(hints()).containsExactly("show 1 + 1 = 2");
        assertThat(editor.diagnostics()).containsExactly("eror: unknown name `eror`: did you mean `error`?");
    }

    @Test
    void completesWithHelp() {
        editor.open(SCRIPT + "activation h = so");
        hints(); // it has run
        List<CompletionItem> items = completions(editor.text().length());
        assertThat(items).extracting(CompletionItem::getLabel).containsExactly("softplus", "softmax");
        CompletionItem first = Editor.get(editor.server().resolveCompletionItem(items.getFirst()));
        assertThat(first.getDetail()).contains("ln(1 + e^z)");
        assertThat(first.getDocumentation().getRight().getValue()).contains("softplus", "for example");
        editor.type(editor.text().length(), editor.text().length(), "ftplus\nshow out(");
        assertThat(completions(editor.text().length()))
                .extracting(CompletionItem::getLabel)
                .contains("h", "y", "h2", "cat");
        assertThat(completions(0))
                .extracting(CompletionItem::getLabel)
                .contains("train")
                .doesNotContain("quit", "help");
    }

    private List<CompletionItem> completions(int offset) {
        var params = new CompletionParams(editor.file(), editor.position(offset));
        return Editor.get(editor.server().completion(params)).getRight().getItems();
    }

    @Test
    void goesToDeclarations() {
        editor.open(SCRIPT);
        assertThat(declaration("h1)")).isEqualTo(editor.at("h[2] sigmoid"));
        assertThat(declaration("h = 0.35")).isEqualTo(editor.at("h[2] sigmoid"));
        assertThat(declaration("cat}")).isEqualTo(editor.at("cat, dog"));
        assertThat(declaration("rate\nshow")).isEqualTo(editor.at("rate = 1 / 2"));
        assertThat(declaration("k * rate")).isEqualTo(editor.at("k in"));
        assertThat(declaration("z\n")).isEqualTo(editor.at("z) ="));
        assertThat(declaration("train")).isNull();
    }

    private Position declaration(String words) {
        var params = new DefinitionParams(editor.file(), editor.at(words));
        var found = Editor.get(editor.server().definition(params)).getLeft();
        return found.isEmpty() ? null : found.getFirst().getRange().getStart();
    }

    @Test
    void renames() {
        editor.open(SCRIPT);
        assertThat(renamed("h[2] sigmoid", "hidden"))
                .isEqualTo(SCRIPT.replace("layer h[", "layer hidden[")
                        .replace("weights h ", "weights hidden ")
                        .replace("bias h ", "bias hidden ")
                        .replace("h1", "hidden1"));
        assertThat(renamed("h = 0.35", "h9")).contains("layer h9[2]", "net(h9[1])", "now {h9[1]} and");
        assertThat(renamed("cat}", "tiger")).contains("layer y(tiger, dog)", "and {tiger}\"");
        assertThat(renamed("rate = 1", "eta")).contains("let eta = 1 / 2", "learning rate = eta", "show k * eta");
        assertThat(renamed("z) =", "net_of_it")).contains("activation twice(net_of_it) = 2 * net_of_it");
        var layer = new PrepareRenameParams(editor.file(), editor.at("h1)"));
        assertThat(Editor.get(editor.server().prepareRename(layer))).isNull();
        assertThatThrownBy(() -> renamed("h1)", "g1")).hasMessageContaining("h1` is neuron 1 of h; rename the layer");
        assertThatThrownBy(() -> renamed("rate = 1", "train")).hasMessageContaining("`train` can't be a name");
        assertThatThrownBy(() -> renamed("rate = 1", "a b")).hasMessageContaining("`a b` can't be a name");
        assertThatThrownBy(() -> renamed("h[2]", "y")).hasMessageContaining("there would be an error: `y` is taken");
    }

    private String renamed(String words, String name) {
        var params = new RenameParams(editor.file(), editor.at(words), name);
        return editor.edited(Editor.get(editor.server().rename(params))
                .getChanges()
                .get(editor.file().getUri()));
    }

    @Test
    void knowsTheStructure() {
        editor.open(SCRIPT);
        List<String> symbols = new ArrayList<>();
        for (var either : Editor.get(editor.server().documentSymbol(new DocumentSymbolParams(editor.file())))) {
            DocumentSymbol symbol = either.getRight();
            symbols.add(symbol.getName()
                    + symbol.getChildren().stream().map(DocumentSymbol::getName).toList());
        }
        assertThat(symbols).containsExactly("x[]", "h[]", "y[cat, dog]", "rate[]", "k[]", "twice[]");
        var folds = Editor.get(editor.server().foldingRange(new FoldingRangeRequestParams(editor.file())));
        assertThat(folds)
                .extracting(fold -> fold.getStartLine() + "-" + fold.getEndLine())
                .containsExactly("5-6", "17-18", "0-1");
    }

    @Test
    void formats() {
        editor.open("show 1+1\nshow  [1,2]\n");
        var params = new DocumentFormattingParams(editor.file(), new FormattingOptions(2, true));
        assertThat(editor.edited(Editor.get(editor.server().formatting(params))))
                .isEqualTo("show 1 + 1\nshow [1, 2]\n");
        editor.replace("1+1", "(1+1");
        assertThat(Editor.get(editor.server().formatting(params))).isEmpty();
    }

    @Test
    void colorsTheTokens() {
        editor.open(SCRIPT);
        List<Integer> data = Editor.get(editor.server().semanticTokensFull(new SemanticTokensParams(editor.file())))
                .getData();
        List<String> types = editor.can()
                .getCapabilities()
                .getSemanticTokensProvider()
                .getLegend()
                .getTokenTypes();
        List<String> colored = new ArrayList<>();
        Position at = new Position(0, 0);
        for (int i = 0; i < data.size(); i += 5) {
            boolean same = data.get(i) == 0;
            at = new Position(at.getLine() + data.get(i), data.get(i + 1) + (same ? at.getCharacter() : 0));
            int start = editor.offset(at);
            colored.add(types.get(data.get(i + 3)) + " " + editor.text().substring(start, start + data.get(i + 2)));
        }
        assertThat(colored)
                .startsWith(
                        "comment # The worked example,", "comment # in short.", "keyword input", "class x", "number 2")
                .containsSubsequence("keyword show", "function net", "property h1", "function error")
                .containsSubsequence("function grad", "property w5")
                .contains("variable rate", "string \"now {h1} and {cat}\"", "parameter z", "function twice");
    }

    @Test
    void offersTheWordThatWasMeant() {
        editor.open("input x[1]\nlayer y[1] sigmod\nshow eror\n");
        var params = new CodeActionParams(editor.file(), editor.all(), new CodeActionContext(List.of()));
        var actions = Editor.get(editor.server().codeAction(params));
        assertThat(actions)
                .extracting(action -> action.getRight().getTitle())
                .containsExactly("write `sigmoid`", "write `error`");
        var edits = actions.stream()
                .flatMap(action -> action
                        .getRight()
                        .getEdit()
                        .getChanges()
                        .get(editor.file().getUri())
                        .stream())
                .toList();
        assertThat(editor.edited(edits)).isEqualTo("input x[1]\nlayer y[1] sigmoid\nshow error\n");
    }

    @Test
    void previewsDerivationsAndPictures() {
        editor.open(SCRIPT + "explain grad(w5)\nplot sigmoid\nshow eror\n");
        assertThat(editor.preview())
                .contains(">net(h1) = 0.3775</pre>", "<math", "<svg", "error: unknown name `eror`")
                .containsOnlyOnce("<main>");
    }

    @Test
    void writesNoFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rate.nn"), "let eta = 0.25\n");
        try (Editor typing = new Editor(folder.resolve("new.nn").toUri().toString())) {
            typing.open(
                    "include \"rate.nn\"\ninput x[1]; layer y[1] tanh\nshow eta\nsave \"saved.nn\"\nplot sigmoid to \"s.svg\"\nplot sigmoid to \"s.png\"\nshow 7\n");
            List<InlayHint> hints =
                    Editor.get(typing.server().inlayHint(new InlayHintParams(typing.file(), typing.all())));
            assertThat(hints).extracting(hint -> hint.getLabel().getLeft()).containsExactly("= 0.25", "= 7");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
