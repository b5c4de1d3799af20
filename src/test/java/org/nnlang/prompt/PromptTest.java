package org.nnlang.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.session.MemoryHost;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** The prompt, as someone meets it who types. */
class PromptTest {
    private static final String NETWORK = """
            # the worked example
            input x[2]
            layer h[2] sigmoid
            layer y[2] sigmoid

            weights h = [0.15, 0.20;        # w1, w2 into h1
                         0.25, 0.30]
            weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed
            bias y = 0.60 shared fixed
            input  = [0.05, 0.10]
            target = [0.01, 0.99]
            learning rate = 0.5
            """;
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String CTRL_R = "\u0012";
    private static final String CTRL_U = "\u0015";
    private static final String RIGHT = "\u001b[C";
    private static final String UP = "\u001b[A";

    @TempDir
    private Path folder;

    private final MemoryHost host = new MemoryHost();
    private Path history;
    private Typist typist;

    @BeforeEach
    void sitDown() throws IOException {
        history = folder.resolve("nn/history");
        typist = new Typist(host, history);
    }

    @AfterEach
    void leave() throws IOException {
        typist.close();
    }

    private void paste(String text) {
        typist.type("\u001b[200~" + text.stripTrailing() + "\u001b[201~");
        typist.enter("");
    }

    @Test
    void aBareExpressionShowsItself() {
        assertThat(typist.enter("1 + 1")).isEqualTo("nn> 1 + 1\n1 + 1 = 2");
        assertThat(typist.enter("")).isEqualTo("nn>");
        assertThat(typist.enter("# nothing")).isEqualTo("nn> # nothing");
    }

    @Test
    void aScriptIsPastedAsAWhole() {
        paste(NETWORK);
        assertThat(typist.enter("error")).endsWith("\nerror = 0.298371109");
        typist.enter("train 1");
        assertThat(typist.screen()).endsWith("nn @ 1>");
        assertThat(typist.enter("show w5, w5 @ 0")).endsWith("\nw5 = 0.35891648\nw5 @ 0 = 0.4");
        typist.enter("undo");
        assertThat(typist.screen()).endsWith("nn>");
    }

    @Test
    void aScriptArrivesLineByLine() {
        typist.type(NETWORK.replace("\n", "\r") + "show 1 +\r1,\r2\rif 1 < 2 {\rprint \"yes\"\r}\rerror\r");
        typist.await("error = 0.298371109").awaitPrompt();
        assertThat(typist.screen()).contains("\nyes\n", "1 + 1 = 2\n2 = 2").doesNotContain("error:");
    }

    @Test
    void aStatementGoesOnWhileABracketOrABlockIsOpen() {
        typist.enter("let m = [1, 2;");
        assertThat(typist.screen()).endsWith("\n...>");
        typist.enter("3, 4]");
        assertThat(typist.enter("m[2, 1]")).endsWith("m[2, 1] = 3");
        typist.enter("repeat 2 {");
        typist.enter("print \"{max(1,");
        typist.enter("");
        assertThat(typist.screen()).contains("error: ");
    }

    @Test
    void noMistakeAsksForMore() {
        for (String mistake :
                new String[] {"input x[2 3", "learning rate =", "show", "layer", "let = [", "x) + (", "1 +"}) {
            assertThat(typist.enter(mistake)).as(mistake).contains("error: ");
            assertThat(typist.screen()).as(mistake).endsWith("\nnn>");
        }
    }

    @Test
    void aMistakeStandsUnderTheLine() {
        typist.enter("input x[2]");
        assertThat(typist.enter("layer h[2] sigmod")).isEqualTo("""
                nn> layer h[2] sigmod
                               ^^^^^^ did you mean `sigmoid`?
                error: unknown activation `sigmod`""");
        typist.enter("let größe = 0");
        assertThat(typist.enter("größe + 1 / größe")).isEqualTo("""
                nn> größe + 1 / größe
                            ^^^^^^^^^
                error: division by zero""");
    }

    @Test
    void whatFailsChangesNothing() {
        paste(NETWORK);
        typist.enter("let zero = 0");
        typist.enter("repeat 3 { train 1; w5 = 9; let k = 1; learning rate = 2; show 1 / zero }");
        assertThat(typist.screen()).contains("division by zero").endsWith("nn>");
        assertThat(typist.enter("w5")).endsWith("\nw5 = 0.4");
        assertThat(typist.enter("k")).contains("error: unknown name `k`");
        assertThat(typist.enter("show settings")).contains("learning rate   0.5");
        typist.enter("train 1");
        assertThat(typist.enter("w5")).endsWith("\nw5 = 0.35891648");
        typist.enter("train 2; w5 = 3; shwo w5 4");
        assertThat(typist.enter("w5")).as("what came before the mistake").endsWith("\nw5 = 3");
        assertThat(typist.screen()).endsWith("nn @ 3>");
    }

    @Test
    void whatIsWatchedIsShownWhenItChanges() {
        paste(NETWORK);
        assertThat(typist.enter("watch error, w5")).endsWith("\n  error  0.298371109\n  w5     0.4");
        assertThat(typist.enter("train 1")).endsWith("\n  error  0.298371109 → 0.291027774\n  w5     0.4 → 0.35891648");
        assertThat(typist.enter("w5 = 0.4")).contains("w5     0.35891648 → 0.4").contains("error  0.291027774 → ");
        assertThat(typist.enter("show w5")).isEqualTo("nn @ 1> show w5\nw5 = 0.4");
        typist.enter("unwatch error");
        assertThat(typist.enter("w5 = 0.5")).isEqualTo("nn @ 1> w5 = 0.5\n  w5  0.4 → 0.5");
        assertThat(typist.enter("unwatch w6")).contains("error: unknown watched quantity `w6`");
        assertThat(typist.enter("watch w99")).contains("        ^^^").contains("error: there is no `w99`");
        typist.enter("unwatch");
        assertThat(typist.enter("w5 = 0.6")).isEqualTo("nn @ 1> w5 = 0.6");
    }

    @Test
    void whatChangedInAVectorIsShownInTheWindow() {
        paste(NETWORK);
        typist.enter("watch out(h), weights(h)");
        assertThat(typist.enter("w1 = 0.16"))
                .endsWith("  out(h)      [0.593269992, 0.596884378] → [0.593390637, 0.596884378]\n"
                        + "  weights(h)  [0.15, 0.2; 0.25, 0.3] → [0.16, 0.2; 0.25, 0.3]");
        typist.resize(60, 24);
        assertThat(typist.enter("w4 = 1 / 3"))
                .endsWith("  out(h)      1 of 2 changed\n    h2  0.596884378 → 0.597686163\n"
                        + "  weights(h)  1 of 4 changed\n    h2, x2  0.3 → 0.333333333");
        typist.enter("new");
        paste("input x[1]; layer h[30] tanh; layer y[1] linear; watch weights(h)");
        assertThat(typist.enter("weights h = zeros"))
                .contains("30 of 30 changed")
                .endsWith("\n    … and 22 more");
    }

    @Test
    void aWatchedPictureIsDrawnWhileALongTrainingRuns() {
        paste("input x[1]; layer y[1] linear; weights y = 3; data = [1 -> 0; 2 -> 1]; watch plot loss");
        typist.await("nothing is trained yet").awaitPrompt();
        typist.type("train 1000000000\r").await("─ loss\nthe points are the states that nn keeps");
        typist.type(CTRL_C).awaitPrompt();
    }

    @Test
    void ctrlCStopsATrainingAndKeepsIt() {
        paste(NETWORK);
        typist.type("train 1000000000\r").await(" loss ").type(CTRL_C).awaitPrompt();
        assertThat(typist.screen()).contains("notice: stopped at step ").containsPattern("nn @ [0-9]{2,}>$");
        assertThat(typist.enter("expect error < 0.29")).doesNotContain("expected");
        typist.enter("save session \"mine.nn\"");
        Session again = new Session(host);
        Source script = new Source("mine.nn", host.files.get("mine.nn"));
        assertThat(again.run(script, event -> {})).isEqualTo(Result.FINE);
        assertThat(typist.enter("step")).endsWith("step = " + again.outline().step());
    }

    @Test
    void ctrlCDropsTheLineAndCtrlDEnds() {
        typist.type("show 1 + [").type(CTRL_C).awaitPrompt();
        assertThat(typist.enter("2")).endsWith("2 = 2");
        typist.type(CTRL_C).type(CTRL_C).awaitPrompt().type(CTRL_D);
        assertThat(typist.end()).isZero();
    }

    @Test
    void quitEnds() {
        typist.type("show 1; quit\r");
        assertThat(typist.end()).isZero();
    }

    @Test
    void colorsTellNamesThatAreThereFromThoseThatAreNot() {
        typist.enter("let abc = 3");
        typist.type("show abc, xyz, 0.5 # why");
        typist.await("# why");
        assertThat(ScreenTerminal.cellBold(typist.cell("show"))).isTrue();
        assertThat(ScreenTerminal.cellHasForeground(typist.cell("abc, "))).isTrue();
        assertThat(ScreenTerminal.cellUnderline(typist.cell("xyz"))).isTrue();
        assertThat(ScreenTerminal.cellHasForeground(typist.cell("0.5"))).isTrue();
        assertThat(ScreenTerminal.cellDim(typist.cell("# why"))).isTrue();
    }

    @Test
    void theBracketsAtTheCursorStandOut() {
        typist.type("show max(1, (2))");
        typist.await("(2))");
        assertThat(ScreenTerminal.cellUnderline(typist.cell("(1"))).isTrue();
        assertThat(ScreenTerminal.cellUnderline(typist.cell("(2"))).isFalse();
    }

    @Test
    void tabCompletesByThePlace() {
        paste(NETWORK);
        typist.type("acti\t").await("nn> activation").type("h = soft\t").await("softplus  ln(1 + e^z)");
        assertThat(typist.screen()).contains("softmax").doesNotContain("sigmoid  ");
        typist.type(CTRL_U).type("show grad(w\t\t").await("w8  from h2 to y2");
    }

    @Test
    void aFormIsHintedAtAndTaken() {
        typist.type("learning ra").await("learning rate = EXPR");
        assertThat(ScreenTerminal.cellDim(typist.cell("te = EXPR"))).isTrue();
        typist.type(RIGHT).type("0.25\r").awaitPrompt();
        assertThat(typist.enter("show settings")).contains("learning rate   0.25");
    }

    @Test
    void anEarlierLineIsSuggestedAndFound() {
        typist.enter("show 12 * 34");
        typist.type("show 1").await("= 408\nnn> show 12 * 34");
        typist.type(RIGHT).type("\r").awaitPrompt();
        typist.enter("1");
        typist.type(CTRL_R).type("* 3").await("bck-i-search: * 3").type("\r").awaitPrompt();
        assertThat(typist.screen().split("12 \\* 34 = 408", -1)).hasSize(4); // parted by three
        typist.type(UP).await("= 408\nnn> show 12 * 34");
    }

    @Test
    void historyIsKept() throws IOException {
        typist.enter("1 + 1");
        typist.enter("let m = [1,");
        typist.enter("2]");
        assertThat(typist.enter("history")).endsWith("    1  1 + 1\n    2  let m = [1,\n       2]\n    3  history");
        assertThat(history).hasContent("1 + 1\nlet m = [1,\\n2]\nhistory\n");
        try (Typist next = new Typist(host, history)) {
            next.type(UP).type(UP).type(UP).await("[1,").type("\r").awaitPrompt();
            assertThat(next.enter("m")).endsWith("m = [1, 2]");
        }
    }

    @Test
    void aBrokenHistoryIsANotice() throws IOException {
        Path broken = Files.write(folder.resolve("broken"), new byte[] {1, 2, 'a', (byte) 0xff, '\n', 'o', 'k', '\n'});
        try (Typist next = new Typist(host, broken)) {
            assertThat(next.enter("history")).endsWith("    1  ok\n    2  history");
        }
        Path folderInPlace = Files.createDirectory(folder.resolve("taken"));
        try (Typist next = new Typist(host, folderInPlace)) {
            assertThat(next.screen()).contains("notice: the history ");
            assertThat(next.enter("1")).endsWith("1 = 1");
        }
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Typist next = new Typist(host, file.resolve("nn/history"))) {
            next.enter("1");
            assertThat(next.screen()).contains("notice: the history ");
        }
    }

    @Test
    void aSessionIsSavedAsAScript() {
        typist.enter("input x[2]");
        typist.enter("layer y[1] sigmoidd");
        typist.enter("layer y[1] sigmoid");
        typist.enter("watch y1");
        typist.enter("input = [1, 2]; y1; w9");
        typist.enter("save session \"mine.nn\"");
        assertThat(host.files.get("mine.nn"))
                .isEqualTo("# a session of nn\ninput x[2]\nlayer y[1] sigmoid\ninput = [1, 2]\ny1\n");
        assertThat(typist.enter("save session \"locked/a.nn\""))
                .contains("error: ")
                .contains("permission denied");
        assertThat(typist.enter("save session \"mine.txt\""))
                .contains("^^^^^^^^^^")
                .contains("error: ");
        assertThat(typist.enter("save session mine")).contains("error: ");
        assertThat(typist.enter("save session")).contains("error: ");
    }

    @Test
    void aFileIsReplacedOnlyByConsent() {
        typist.enter("let k = 3");
        assertThat(typist.enter("save session \"mine.nn\"")).endsWith("\nwrote mine.nn: 2 lines");
        for (String no : List.of("n", "\r", "x")) {
            String file = "mine" + no.charAt(0) % 16 + ".nn";
            host.files.put(file, "# written by hand\n");
            typist.type("save session \"" + file + "\"\r").await(file + " exists. Replace it? [y/N]");
            typist.type(no).await(file + " exists. Replace it? [y/N] no\nnot saved\nnn>");
            assertThat(host.files.get(file)).isEqualTo("# written by hand\n");
        }
        host.files.put("mine.nn", "# written by hand\n");
        typist.type("save session \"mine.nn\"\r").await("mine.nn exists. Replace it? [y/N]");
        typist.type("y").await("yes\nreplaced mine.nn: 2 lines\nnn>");
        assertThat(host.files.get("mine.nn")).isEqualTo("# a session of nn\nlet k = 3\n");
        host.files.put("mine.nn", "# written by hand\n");
        assertThat(typist.enter("save session \"mine.nn\" replace")).endsWith("\nreplaced mine.nn: 2 lines");
        assertThat(typist.enter("save session \"mine.nn\" replac")).contains("error: ");
    }

    @Test
    void everySequenceOfAKeyIsKnownOrSwallowed() {
        String[][] keys = {
            {"X12 34", "[1~", "[7~", "[H", "OH", "[1;2H", "[7$", "[7^", "[1;5H"},
            {"12 34X", "[4~", "[8~", "[F", "OF", "[1;2F", "[8$", "[8@"},
            {"12 X34", "[1;3D", "[1;5D", "O5D", "[5D", "Od", "\u001b[D", "\u001bOD"},
            {"12 3X4", "[D", "OD", "[1;2D", "[d"},
            {"12 34X", "[C", "OC", "[1;3C", "Oc", "[c", "[3~", "[3;5~", "[2~", "[5~", "[6~", "[15~", "[23;2~"},
            {"12 34X", "OP", "O2P", "[[A", "[1;2P", "[999~", "[I", "[O", "[?1;2c", "[27;5;9~", "[12;40R", "q"}
        };
        int number = 0;
        for (String[] row : keys) {
            for (int i = 1; i < row.length; i++) {
                String own = Integer.toString(1000 + number++); // so that no line is an earlier one
                typist.type(own + " 34\u001b" + row[i] + "X" + CTRL_C);
                typist.await("nn> " + row[0].replace("12", own) + "\nnn>");
            }
        }
    }

    @Test
    void sequencesLeaveNothingBehindInTheMenuAndInTheSearch() {
        typist.enter("show 12 * 34");
        typist.type("show \t\t").await("settings   a table");
        typist.type("\u001b[B\u001b[15~\u001b[1;5D\u001bOB\r").await("nn> show network");
        typist.type(CTRL_C)
                .awaitPrompt()
                .type(CTRL_R)
                .type("12")
                .await("bck-i-search: 12")
                .type("\u001b[1~X");
        typist.await("nn> Xshow 12 * 34");
    }

    @Test
    void whatIsCopiedFromAConversationIsPastedWithoutItsPrompts() {
        paste("""
                nn> input x[1]; layer y[1] linear
                nn> weights y = [2
                ...> ]
                nn> input = 3; target = 0
                nn> y1
                y1 = 6
                w1 = 7
                nn @ 12> w1 = 2.5
                """);
        assertThat(typist.screen()).contains("\n...> w1 = 2.5\n").doesNotContain("w1 = 7");
        assertThat(typist.enter("w1")).endsWith("w1 = 2.5");
        assertThat(typist.enter("nn> show w1 + x9")).contains("\n                  ^^ x has 1 neuron");
        typist.type("nn> w1 = 3\rw1 = 9\rnn> let m = [1,\r...> 2]\rnn> show w1, m\r")
                .await("m = [1, 2]\nnn>");
        assertThat(typist.screen()).contains("\nw1 = 3\nm = [1, 2]");
        assertThat(typist.enter("1 > 2")).endsWith("1 > 2 = false");
    }

    @Test
    void elseOnALineOfItsOwnGoesOnWithTheIf() {
        paste("if 1 > 2 {\n  print \"a\"\n}\n# a remark\nelse {\n  print \"b\"\n}");
        assertThat(typist.screen()).endsWith("\nb\nnn>");
        typist.enter("if 1 > 2 { print \"a\" }");
        typist.enter("else if 2 > 3 {");
        typist.enter("print \"c\"");
        typist.enter("}");
        assertThat(typist.enter("else { print \"d\" }; 5")).endsWith("\nd\n5 = 5");
        assertThat(typist.enter("else { 1 }")).contains("error: no statement begins with `else`");
        assertThat(typist.enter("if 1 < 2 { print \"e\" }")).endsWith("\ne");
        assertThat(typist.enter("else { print wrong }; 6")).contains("error: ");
        assertThat(typist.enter("if 1 < 2 { print \"f\" }")).endsWith("\nf");
        assertThat(typist.enter("else { print \"g\" }; 7")).endsWith("\n7 = 7").doesNotContain("\ng");
        typist.enter("save session \"b.nn\"");
        assertThat(host.files.get("b.nn"))
                .contains("if 1 > 2 { print \"a\" }\nelse if 2 > 3 {\nprint \"c\"\n}\nelse { print \"d\" }\n5\n")
                .endsWith("if 1 < 2 { print \"f\" }\nelse { print \"g\" }\n7\n");
    }

    @Test
    void newForgetsEverything() {
        paste(NETWORK);
        typist.enter("let k = 3; train 2; watch error");
        typist.enter("new");
        assertThat(typist.screen()).endsWith("\nnn>");
        assertThat(typist.enter("k")).contains("unknown name `k`");
        assertThat(typist.enter("watch")).contains("nothing is watched");
        assertThat(typist.enter("show settings")).contains("learning rate   0.1");
        typist.enter("input k[1]");
        typist.enter("repeat 2 { new }");
        assertThat(typist.screen()).contains("error: `new` can't be in a block");
        typist.enter("save session \"mine.nn\"");
        assertThat(host.files.get("mine.nn")).isEqualTo("# a session of nn\nshow settings\ninput k[1]\n");
    }

    @Test
    void aScriptIsLoadedIntoAFreshSession() {
        host.files.put("a.nn", NETWORK + "train 2\n");
        typist.enter("let old = 1");
        typist.enter("load \"a.nn\"");
        assertThat(typist.screen()).endsWith("nn @ 2>");
        assertThat(typist.enter("old")).contains("unknown name `old`");
        typist.enter("watch error");
        host.files.put("a.nn", NETWORK + "train 1\n");
        assertThat(typist.enter("reload")).contains("error  0.283547133 → 0.291027774");
        assertThat(typist.screen()).endsWith("nn @ 1>");
        typist.enter("let mine = 2; save session \"b.nn\"");
        assertThat(host.files.get("b.nn")).isEqualTo("# a session of nn\ninclude \"a.nn\"\nlet mine = 2\n");

        host.files.put("a.nn", NETWORK + "trian 1\n");
        assertThat(typist.enter("reload")).contains("--> a.nn:14:1");
        assertThat(typist.enter("mine"))
                .as("a script that doesn't check changes nothing")
                .endsWith("mine = 2");
        host.files.put("a.nn", NETWORK + "let a = 0\nlet b = 2; repeat 2 { let b = 3; show 1 / a }\nlet c = 4\n");
        assertThat(typist.enter("reload")).contains("division by zero");
        assertThat(typist.enter("b"))
                .as("as it was before the statement that failed")
                .endsWith("b = 2");
        assertThat(typist.enter("c")).contains("unknown name");
        typist.enter("save session \"c.nn\"");
        assertThat(host.files.get("c.nn"))
                .startsWith("# a session of nn\n# from a.nn\ninput x[2]\n")
                .endsWith("let a = 0\nlet b = 2\nb\n");

        host.files.put("two.nn", "let a = 1\nnew\nlet b = 2\n");
        typist.enter("load \"two.nn\"");
        typist.enter("save session \"d.nn\"");
        assertThat(host.files.get("d.nn"))
                .as("what has a new can't be included")
                .isEqualTo("# a session of nn\n# from two.nn\nlet b = 2\n");
    }

    /** A terminal whose editor runs a command of sed. */
    private Typist withEditor(String sed) throws IOException {
        return new Typist(
                "xterm-256color", 80, 24, host, history, Map.of("PAGER", "cat", "EDITOR", "sed -i '" + sed + "'"));
    }

    @Test
    void theLastStatementIsEdited() throws IOException {
        try (Typist typist = withEditor("s/lte/let/")) {
            typist.type("\u001b[200~lte a = [1,\n2]\u001b[201~");
            typist.enter("");
            assertThat(typist.enter("edit")).endsWith("\nlet a = [1,\n2]");
            assertThat(typist.enter("a")).endsWith("a = [1, 2]");
            assertThat(typist.enter("edit")).contains("you changed nothing, so nothing runs");
            assertThat(typist.enter("edit 2")).contains("error: ");
            assertThat(typist.enter("history 5")).contains("  let a = [1,\n");
        }
        try (Typist typist = withEditor("s/1/1 + x/")) {
            typist.enter("let a = 1");
            assertThat(typist.enter("edit")).contains("unknown name `x`", "1 | let a = 1 + x");
            assertThat(typist.enter("a")).endsWith("a = 1");
        }
    }

    @Test
    void theSessionIsEditedAndRunAgain() throws IOException {
        host.files.put("a.nn", "let z = 0");
        try (Typist typist = withEditor("s/a = 2/a = 3/; s/a = 1/a = 2/; s/b = 5/b = 5 + a/")) {
            typist.enter("let a = 1");
            typist.enter("wrong");
            typist.enter("let b = 5");
            typist.enter("edit session");
            assertThat(typist.enter("show a, b")).endsWith("a = 2\nb = 7");
            typist.enter("edit session");
            typist.enter("save session \"b.nn\"");
            assertThat(host.files.get("b.nn"))
                    .isEqualTo("# a session of nn\nlet a = 3\nlet b = 5 + a + a\nshow a, b\n");
        }
        try (Typist typist = withEditor("s/1 . 0/1 \\/ 0/; s/c = 3/c = 3 + x/; s/c = 2/c = 3/")) {
            typist.enter("let c = 2; 1 * 0");
            assertThat(typist.enter("edit session"))
                    .contains("division by zero")
                    .contains("notice: the session has not changed");
            assertThat(typist.enter("c")).endsWith("c = 2");
            assertThat(typist.enter("edit session")).as("the edited text").contains("unknown name `x`");
            assertThat(typist.enter("c")).endsWith("c = 2");
        }
    }

    @Test
    void anEditorThatFailsChangesNothing() throws IOException {
        assertThat(typist.enter("edit")).contains("error: nothing was edited").contains("EDITOR");
        try (Typist typist =
                new Typist("xterm-256color", 80, 24, host, history, Map.of("PAGER", "cat", "EDITOR", "false"))) {
            typist.enter("let a = 1");
            assertThat(typist.enter("edit session")).contains("`false` ended with status 1");
            assertThat(typist.enter("a")).endsWith("a = 1");
        }
    }

    @Test
    void whatCantBeLoadedIsToldAndChangesNothing() {
        typist.enter("let old = 1");
        assertThat(typist.enter("reload")).contains("error: nothing has been loaded yet");
        host.files.put("mine.nn", "");
        assertThat(typist.enter("load \"mein.nn\"")).contains("     ^^^^^^^^^ did you mean `mine.nn`?");
        assertThat(typist.enter("load mine.nn")).contains("error: expected a string");
        assertThat(typist.enter("load")).contains("error: expected a string");
        assertThat(typist.enter("load \"mine.nn\" 2")).contains("error: ");
        assertThat(typist.enter("old")).endsWith("old = 1");
    }

    @Test
    void whatComesAfterAMistakeIsCounted() {
        assertThat(typist.enter("let a = 1; let b = x; let c = 2; help; let d = 4"))
                .contains("error: unknown name `x`")
                .endsWith("\nnotice: 3 statements after it did not run");
        paste("let a = 2\nlet b = = 3\nlet c = 2");
        assertThat(typist.screen()).contains("notice: 1 statement after it did not run");
        assertThat(typist.enter("a; wrong")).doesNotContain("notice");
        assertThat(typist.enter("a")).endsWith("a = 2");
    }

    @Test
    void commandsOfOtherProgramsWork() {
        for (String line : new String[] {"?", "help()", ":help", "man"}) {
            assertThat(typist.enter(line)).as(line).contains("help WORD explains a word");
        }
        for (String line : new String[] {"?sigmoid", "sigmoid?", "help(sigmoid)", "man sigmoid", ":h sigmoid"}) {
            assertThat(typist.enter(line)).as(line).contains("activation h = sigmoid");
        }
        typist.enter("let exit = 5");
        assertThat(typist.enter("exit")).endsWith("exit = 5");
        typist.type(":q\r");
        assertThat(typist.end()).isZero();
    }

    @Test
    void helpTells() {
        assertThat(typist.enter("help"))
                .contains("help WORD explains a word: help train")
                .contains("repeat for if new include save")
                .contains("leaky_relu");
        assertThat(typist.enter("help sigmoid"))
                .contains("f(z): 1 / (1 + e^−z)")
                .contains("for example\n  activation h = sigmoid");
        assertThat(typist.enter("help trian")).contains("     ^^^^^ did you mean `train`?");
        assertThat(typist.enter("help d(error, w5)")).contains("∂A/∂B");
    }

    @Test
    void whatIsLongerThanTheWindowIsShownInPages() {
        typist.enter("pager = on");
        typist.type("help\r").await("q leaves");
        assertThat(typist.screen()).contains("Three rules carry the syntax").doesNotContain("the prompt  ");
        typist.type(" ").await("help WORD explains a word");
        typist.type("q").awaitPrompt();
        assertThat(typist.enter("1")).endsWith("1 = 1");
        assertThat(typist.enter("1; help; 2"))
                .as("several statements are not stopped")
                .endsWith("2 = 2");
        assertThat(typist.enter("pager = 3")).contains("error: expected `on` or `off`");
        assertThat(typist.enter("pager =")).contains("error: expected `on` or `off`");
        typist.enter("pager = off");
        assertThat(typist.enter("help")).contains("help WORD explains a word");
    }

    @Test
    void longTablesAreCutToTheWindow() {
        paste("input x[40]\nlayer h[100] relu\nlayer y[1] linear");
        String shown = typist.enter("weights(h)");
        assertThat(shown.lines().count()).isLessThanOrEqualTo(23);
        assertThat(shown.lines().allMatch(line -> line.length() <= 80)).isTrue();
        assertThat(shown).endsWith("  (cut to the window: 100 rows, 40 columns)");
        typist.resize(40, 12);
        shown = typist.enter("show weights");
        assertThat(shown.lines().allMatch(line -> line.length() <= 40)).isTrue();
    }

    @Test
    void aDumbTerminalWillDo() throws IOException {
        try (Typist plain = new Typist("dumb", 80, 24, host, null)) {
            plain.type("input x[1]\r").awaitPrompt();
            plain.type("layer y[1] linear; weights y = 2; input = 3; target = 0; y1\r")
                    .await("y1 = 6");
            plain.awaitPrompt();
            plain.type("w9\r").await("error: there is no `w9`");
            plain.awaitPrompt().type("[1,\r").await("...>").type("2]\r").await("[1, 2]");
            assertThat(plain.screen()).doesNotContain("w9\nw9");
        }
    }

    @Test
    void oddKeysDoNoHarm() {
        typist.enter("let 数 = 2");
        assertThat(typist.enter("数 * 2")).endsWith("数 * 2 = 4");
        typist.enter("))]]}}((");
        typist.type(CTRL_C).awaitPrompt();
        typist.enter("\"open");
        typist.type("\u001b[15~\u001b\u001b[999~\u0007\u0000").type(CTRL_C).awaitPrompt();
        assertThat(typist.enter("1")).endsWith("1 = 1");
    }

    @Test
    void aLineMayBeTallerThanTheWindow() throws IOException {
        try (Typist small = new Typist("xterm-256color", 40, 10, host, null)) {
            small.type("1" + " + 1".repeat(200) + "\r").await(" = 201").awaitPrompt();
            assertThat(small.enter("1")).endsWith("1 = 1");
        }
    }

    @Test
    void thousandsOfStatementsLeaveLittleBehind() {
        Conversation conversation = new Conversation(host, new Silence());
        conversation.say(new Source("typed", NETWORK));
        long before = used();
        for (int i = 0; i < 10_000; i++) {
            conversation.say(new Source("typed", "learning rate = 0." + (i % 9 + 1) + "; train 1; show error"));
        }
        assertThat(conversation.outline().step()).isEqualTo(10_000);
        assertThat(used() - before).isLessThan(30_000_000);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aKeyInALongScriptIsShown() {
        typist.type("\u001b[200~" + "let a = 0.5 * max(0.1, 2) # line\n".repeat(200) + "\u001b[201~");
        typist.type("show a").await("...> show a").type("\r").await("a = 1").awaitPrompt();
    }

    @Test
    void theStateFolderIsTheUsers() {
        String text = StandardCharsets.UTF_8.name(); // a name that is no folder
        assertThat(HistoryFile.ofUser(java.util.Map.of("XDG_STATE_HOME", text), "/home/a", false)
                        .file())
                .isEqualTo(Path.of("/home/a/.local/state/nn/history"));
        assertThat(HistoryFile.ofUser(java.util.Map.of("XDG_STATE_HOME", "/s"), "/home/a", false)
                        .file())
                .isEqualTo(Path.of("/s/nn/history"));
        assertThat(HistoryFile.ofUser(java.util.Map.of("LOCALAPPDATA", "/c/local"), "/home/a", true)
                        .file())
                .isEqualTo(Path.of("/c/local/nn/history"));
    }

    @Test
    void aUserWithoutANameKeepsNoHistoryWhereNnRuns() {
        assertThat(HistoryFile.ofUser(java.util.Map.of(), "?", false).file()).isNull();
        assertThat(HistoryFile.ofUser(java.util.Map.of("HOME", ""), "?", false).file())
                .isNull();
        assertThat(HistoryFile.ofUser(java.util.Map.of("HOME", "/h"), "?", false)
                        .file())
                .isEqualTo(Path.of("/h/.local/state/nn/history"));
    }

    @Test
    void saysWhyTheHistoryIsNotKept(@TempDir Path folder) throws Exception {
        Path inTheWay = Files.createFile(folder.resolve("nn"));
        HistoryFile history = new HistoryFile(inTheWay.resolve("history"));
        history.add("train 1");
        assertThat(history.trouble()).endsWith("nn/history can't be written: FileAlreadyExists");
    }
}
