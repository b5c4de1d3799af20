package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.language.Event;
import org.nnlang.prompt.Pictures;
import org.nnlang.text.Source;
import org.nnlang.text.Span;
import picocli.CommandLine;

/** The command line, without a process. */
class CliTest {
    @TempDir
    private Path folder;

    private String good;
    private String bad;
    private String failing;
    private Capture capture;

    @BeforeEach
    void scripts() throws IOException {
        good = write("good.nn", "show 1 + 1\n");
        bad = write("bad.nn", "print \"runs\"\neror\n");
        failing = write("failing.nn", "expect 1 > 2\nprint \"goes on\"\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int nn(String... args) {
        return nn(new Capture(""), args);
    }

    private int nn(Capture into, String... args) {
        capture = into;
        return Commands.run(args, into.terminal(), Stop.none());
    }

    @Test
    void formatsFiles() throws IOException {
        String untidy = write("untidy.nn", "show 1+1;# two\r\n\n\n");
        assertThat(nn("fmt", "--check", untidy, good)).isEqualTo(1);
        assertThat(capture.out()).isEqualTo("would format " + untidy + "\n");
        assertThat(nn("fmt", untidy, good)).isZero();
        assertThat(capture.out()).isEqualTo("formatted " + untidy + "\n");
        assertThat(Path.of(untidy)).hasContent("show 1 + 1                      # two\n");
        assertThat(nn("fmt", untidy, "--check")).isZero();
        assertThat(capture.out() + capture.err()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void formatsTheScriptsInDocuments() throws IOException {
        String page = write("page.md", "# A  page\n\n```nn\nshow  1\n```\n");
        assertThat(nn("fmt", "--check", page)).isEqualTo(1);
        assertThat(capture.out()).isEqualTo("would format " + page + "\n");
        assertThat(nn("fmt", page)).isZero();
        assertThat(Path.of(page)).hasContent("# A  page\n\n```nn\nshow 1\n```\n");
        assertThat(nn("fmt", page)).isZero();
        assertThat(capture.out() + capture.err()).isEmpty();
        String wrong = write("wrong.md", "```nn\nshow  1\n```\n\n```nn\nshow (\n```\n");
        assertThat(nn("fmt", wrong)).isEqualTo(2);
        assertThat(capture.err()).contains("this `(` is never closed", "wrong.md:6:6");
        assertThat(Path.of(wrong)).content().contains("show  1");
    }

    @Test
    void formatsStandardInputToStandardOutput() {
        assertThat(nn(new Capture("show  1"), "fmt", "-")).isZero();
        assertThat(capture.out()).isEqualTo("show 1\n");
        assertThat(nn(new Capture("show  1"), "fmt", "--check", "-")).isEqualTo(1);
        assertThat(capture.out()).isEqualTo("would format standard input\n");
    }

    @Test
    void leavesAFileThatItCantFormat() throws IOException {
        String wrong = write("wrong.nn", "show  1\nshow (\n");
        assertThat(nn("fmt", wrong)).isEqualTo(2);
        assertThat(capture.err()).contains("this `(` is never closed", "wrong.nn:2:6");
        assertThat(Path.of(wrong)).hasContent("show  1\nshow (\n");
        assertThat(nn("fmt", folder + "/wrnog.nn")).isEqualTo(2);
        assertThat(capture.err()).contains("there is no file", "did you mean `wrong.nn`?");
        assertThat(nn("fmt", folder.toString())).isEqualTo(2);
        assertThat(capture.err()).contains("it is a folder");
        assertThat(nn("fmt")).isEqualTo(2);
    }

    @Test
    void saysHowToGetTheServerForEditors() throws Exception {
        capture = new Capture("");
        assertThat(new LspCommand(capture.terminal(), Stop.none(), folder).call())
                .isEqualTo(2);
        capture.terminal().err().flush();
        assertThat(capture.err()).contains("is not installed", "mvn -f lsp package", "nn-lsp.jar next to nn.jar");
    }

    @Test
    void saysHowToGetTheKernelForNotebooks() {
        capture = new Capture("");
        CommandLine jupyter = JupyterCommand.of(capture.terminal(), Stop.none(), folder);
        for (String[] args : new String[][] {{"install"}, {"install", "--prefix", "p"}, {"run", "connection.json"}}) {
            assertThat(jupyter.execute(args)).isEqualTo(2);
        }
        capture.terminal().err().flush();
        assertThat(capture.err())
                .contains("is not installed", "mvn -f jupyter package", "nn-jupyter.jar next to nn.jar");
    }

    @Test
    void startsNnByItsLauncher() throws IOException {
        Path app = Files.createDirectories(folder.resolve("lib/app"));
        assertThat(FrontFile.nn(app)).contains("-jar", app.resolve("nn.jar").toString());
        Path launcher = Files.createDirectories(folder.resolve("bin")).resolve("nn");
        assertThat(Files.createFile(launcher).toFile().setExecutable(true)).isTrue();
        assertThat(FrontFile.nn(app)).containsExactly(launcher.toString());
    }

    @Test
    void runsAScript() {
        assertThat(nn(good)).isZero();
        assertThat(capture.out()).isEqualTo("1 + 1 = 2\n");
        assertThat(capture.err()).isEmpty();
        assertThat(nn("run", good)).isZero();
        assertThat(capture.out()).isEqualTo("1 + 1 = 2\n");
    }

    @Test
    void endsWithTheWorstStatus() {
        assertThat(nn(failing)).isEqualTo(1);
        assertThat(capture.out()).isEqualTo("goes on\n");
        assertThat(nn(bad)).isEqualTo(2);
        assertThat(capture.out()).isEmpty();
        assertThat(nn(good, bad, failing)).isEqualTo(2);
        assertThat(capture.out()).isEqualTo("1 + 1 = 2\ngoes on\n");
        assertThat(capture.err()).contains("eror").contains("\n\nerror: this does not hold");
    }

    @Test
    void readsStandardInput() {
        assertThat(nn(new Capture("show 2\nfoo"), "-")).isEqualTo(2);
        assertThat(capture.err()).contains(" --> standard input:2:1");
        assertThat(nn(new Capture("show 2"), "-")).isZero();
        assertThat(capture.out()).isEqualTo("2 = 2\n");
    }

    @Test
    void checksWithoutRunning() {
        assertThat(nn("check", good, failing)).isZero();
        assertThat(capture.out()).isEmpty();
        assertThat(nn("check", good, bad)).isEqualTo(2);
        assertThat(capture.err()).contains("did you mean `error`?");
    }

    private static final String NETWORK =
            "input x[1]; layer y[1] linear; weights y = [0.5]; bias y = 1; input = [2]; target = [3]; show error\n";

    @Test
    void explainsWithoutTheScriptsOutput() throws IOException {
        String script = write("network.nn", NETWORK + "learning rate = 0.1\ntrain 1\n");
        assertThat(nn("explain", script, "net(y1)")).isZero();
        assertThat(capture.out()).isEqualTo("net(y1) = w1 · x1 + b1 = 0.7 · 2 + 1.1 = 2.5\n");
        assertThat(nn("explain", script, "net(y1) @ 0", "--as", "latex")).isZero();
        assertThat(capture.out())
                .startsWith("\\[\n\\begin{aligned}\n\\mathrm{net}(y_1)\n")
                .endsWith("  &= 0.5 \\cdot 2 + 1 \\\\\n  &= 2\n\\end{aligned}\n\\]\n");
        assertThat(nn("explain", "--as=mathml", script, "w1", "@", "1")).isZero();
        assertThat(capture.out()).startsWith("<math ").endsWith("</math>\n");
        assertThat(nn("explain", "--json", script, "x1", "--as=markdown")).isZero();
        assertThat(capture.out())
                .isEqualTo(
                        "{\"line\":1,\"name\":\"x1\",\"value\":2,\"format\":\"markdown\",\"text\":"
                                + "\"```math\\n\\\\begin{aligned}\\nx_1\\n  &= 2\\\\text{, given}\\n\\\\end{aligned}\\n```\\n\"}\n");
    }

    @Test
    void explainsInFull() throws IOException {
        String script = write(
                "wide.nn", "input x[9]; layer y[1] linear; weights y = ones; input = [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
        assertThat(nn("explain", script, "net(y1)")).isZero();
        assertThat(capture.out()).contains(" + ⋯ + ");
        assertThat(nn("explain", script, "net(y1)", "--full")).isZero();
        assertThat(capture.out()).doesNotContain("⋯").contains("+ w6 · x6 +");
    }

    @Test
    void theEnvironmentsColumnsCountThenTheWindows() {
        assertThat(Terminal.width("72", "190")).isEqualTo(72);
        assertThat(Terminal.width(null, "190")).isEqualTo(190);
        assertThat(Terminal.width("", "190")).isEqualTo(190);
        assertThat(Terminal.width("wide", "190")).isEqualTo(190);
        assertThat(Terminal.width("-5", "0")).isEqualTo(110);
        assertThat(Terminal.width(null, null)).isEqualTo(110);
        assertThat(Terminal.width("5", null)).isEqualTo(20);
        assertThat(Terminal.width("99999999999", "80")).isEqualTo(80);
    }

    @Test
    void explainsWhatCanBeExplained() throws IOException {
        String unfulfilled = write("unfulfilled.nn", NETWORK + "expect error < 0\n");
        assertThat(nn("explain", unfulfilled, "x1")).isEqualTo(1); // the script went on to its end
        assertThat(capture.out()).isEqualTo("x1 = 2, given\n");
        assertThat(capture.err()).contains("this does not hold");
        String noted = write("noted.nn", NETWORK + "round = 4; check gradients; round = off; expect error < 0\n");
        assertThat(nn("explain", noted, "x1")).isEqualTo(1); // a notice is no end either
        assertThat(capture.out()).isEqualTo("x1 = 2, given\n");
        assertThat(capture.err()).contains("notice: this checks back-propagation itself", "this does not hold");
        String stopped = write("stopped.nn", NETWORK + "show 1 / (step - 0)\n");
        assertThat(nn("explain", stopped, "x1")).isEqualTo(1);
        assertThat(capture.out()).isEmpty();
        assertThat(capture.err()).contains("division by zero");
        assertThat(nn("explain", bad, "x1")).isEqualTo(2);
        String network = write("network.nn", NETWORK);
        assertThat(nn("explain", network, "w2")).isEqualTo(2);
        assertThat(capture.err()).contains("there is no `w2`").contains("quantity:1:1");
        assertThat(nn("explain", network, "w1; train 5")).isEqualTo(2);
        assertThat(capture.err()).contains("expected one expression");
        assertThat(nn("explain", network, "w1 @ 7")).isEqualTo(1);
        assertThat(nn("explain", network, "out(y")).isEqualTo(2);
        assertThat(nn("explain", network)).isEqualTo(2);
        assertThat(capture.err()).contains("QUANTITY");
        assertThat(nn("explain", network, "w1", "--as", "pdf")).isEqualTo(2);
        assertThat(capture.err()).contains("expected text, latex, markdown, mathml, found `pdf`");
        assertThat(nn("explain", folder + "/none.nn", "w1")).isEqualTo(2);
    }

    @Test
    void writesJson() {
        assertThat(nn("--json", good)).isZero();
        assertThat(capture.out()).isEqualTo("{\"line\":1,\"name\":\"1 + 1\",\"value\":2}\n");
        nn("run", "--json", good);
        assertThat(capture.out()).startsWith("{\"line\":1");
    }

    @Test
    void isQuiet() {
        assertThat(nn("--quiet", failing)).isEqualTo(1);
        assertThat(capture.out()).isEmpty();
        assertThat(capture.err()).contains("this does not hold");
    }

    @Test
    void helpsAndTellsItsVersion() {
        assertThat(nn("--help")).isZero();
        assertThat(capture.out()).startsWith("Usage: nn ").contains("Exit status");
        assertThat(nn("run", "--help")).isZero();
        assertThat(capture.out()).startsWith("Usage: nn run ");
        assertThat(nn("check", "--help")).isZero();
        assertThat(nn("--version")).isZero();
        assertThat(capture.out()).startsWith("nn ");
    }

    @Test
    void helpExplainsWordsAsAtThePrompt() {
        assertThat(nn("help")).isZero();
        assertThat(capture.out()).contains("declare", "help WORD explains a word");
        assertThat(nn("help", "slips")).isZero();
        assertThat(capture.out()).startsWith("the bias is left out\n");
        assertThat(nn("help", "learning", "rate")).isZero();
        assertThat(capture.out()).endsWith("learning rate = 0.5\n");
        assertThat(nn("help", "docs")).isZero();
        assertThat(capture.out()).startsWith("Usage: nn docs ");
        assertThat(nn("help", "trian")).isEqualTo(2);
        assertThat(capture.err()).startsWith("error: unknown word `trian`: did you mean `train`?\n");
    }

    @Test
    void withoutAScriptItReadsStatements() {
        assertThat(nn(new Capture("# a network\n\nlet a = [1,\n 2]\na * 2\nif a[1] > 1 { 1 }\nelse { 2 }\n1 +\n 1\n")))
                .isZero();
        assertThat(capture.out()).isEqualTo("a * 2 = [2, 4]\n2 = 2\n1 +\n 1 = 2\n".replace("1 +\n 1", "1 + 1"));
        assertThat(capture.err()).isEmpty();
        assertThat(nn(new Capture("1\nexpect 1 > 2\n2\n"))).isEqualTo(1);
        assertThat(capture.out()).isEqualTo("1 = 1\n2 = 2\n");
        assertThat(nn(new Capture("let a = 0\n1 / a\n2\n"))).isEqualTo(1);
        assertThat(capture.out()).isEmpty();
        assertThat(capture.err()).startsWith("error: division by zero\n --> standard input:2:1\n");
        assertThat(nn(new Capture("1\nshow [1,\n 2\n"))).isEqualTo(2);
        assertThat(capture.err()).contains("standard input:2:6");
        assertThat(nn(new Capture("1\n\nlarning rate = 1\n2\n"))).isEqualTo(2);
        assertThat(capture.err()).contains(" --> standard input:3:1\n").contains("3 | larning rate = 1");
    }

    @Test
    void commandsOfThePromptWorkInAPipe() {
        String said =
                "input x[1]; layer y[1] linear; weights y = 2; input = 1; target = 0\nwatch error\nw1 = 1\nquit\n1\n";
        assertThat(nn(new Capture(said))).isZero();
        assertThat(capture.out()).isEqualTo("  error  2\n  error  2 → 0.5\n");
        assertThat(nn(new Capture("help trian\n1\n"))).isEqualTo(2);
        assertThat(capture.err()).contains("did you mean `train`?");
        assertThat(nn(new Capture("show 1 + 1\n"), "--json")).isZero();
        assertThat(capture.out()).isEqualTo("{\"line\":1,\"name\":\"1 + 1\",\"value\":2}\n");
    }

    @Test
    void statementsGoOnAfterAScript() {
        assertThat(nn(new Capture("show a + 1\n"), first("let a = 2\n"), "-i")).isZero();
        assertThat(capture.out()).isEqualTo("a + 1 = 3\n");
        assertThat(nn(new Capture("1\n"), bad, "-i")).isEqualTo(2);
        assertThat(capture.out()).isEmpty();
    }

    private String first(String text) {
        try {
            return write("first.nn", text);
        } catch (IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        }
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThat(nn("--quite", good)).isEqualTo(2);
        assertThat(capture.err()).isEqualTo("error: Unknown option: '--quite'\nPossible solutions: --quiet\n");
        assertThat(nn("run")).isEqualTo(2);
        assertThat(capture.err()).contains("nn run --help");
        assertThat(nn("--color", "sometimes", good)).isEqualTo(2);
    }

    @Test
    void suggestsTheFileThatWasMeant() {
        assertThat(nn(folder.resolve("goood.nn").toString())).isEqualTo(2);
        assertThat(capture.err()).endsWith("goood.nn: did you mean `good.nn`?\n");
        assertThat(nn("chek", good)).isEqualTo(2);
        assertThat(capture.err()).isEqualTo("error: there is no file chek: did you mean `check`?\n");
        assertThat(nn(folder.toString())).isEqualTo(2);
        assertThat(capture.err()).contains("it is a folder");
    }

    @Test
    void namesTheLineThatIsNotText() throws IOException {
        Path latin = folder.resolve("latin.nn");
        Files.write(latin, new byte[] {'#', '\n', '#', (byte) 0xe9, '\n'});
        assertThat(nn(latin.toString())).isEqualTo(2);
        assertThat(capture.err()).contains("is not UTF-8 text").contains("line 2");
    }

    @Test
    void colorsOnlyWhereItShould() {
        nn(bad);
        assertThat(capture.err()).doesNotContain("\u001b");
        nn("--color", "always", bad);
        assertThat(capture.err()).contains("\u001b[1;31merror");
        nn(new Capture("", true), "--color", "never", bad);
        assertThat(capture.err()).doesNotContain("\u001b");
    }

    @Test
    void aReaderThatLeavesIsNoMistake() throws IOException {
        String endless = write("endless.nn", "repeat 1e12 { print \"again and again and again\" }\n");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), new Closed(), err, false, false);
        assertThat(Commands.run(new String[] {endless}, terminal, Stop.none())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A pipe whose reader has gone. */
    private static final class Closed extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    @Test
    void showsProgressOnATerminalOnly() throws InterruptedException {
        Options options = new Options(false, false, Options.Color.never, Pictures.Mode.auto);
        Capture person = new Capture("", true);
        Reporter reporter = new Reporter(person.terminal(), options, Stop.none());
        Capture program = new Capture("");
        Reporter silent = new Reporter(program.terminal(), options, Stop.none());
        for (int done = 1; person.err().isEmpty(); done++) {
            reporter.progress(done, done, 1_000_000, () -> 0.25);
            silent.progress(done, done, 1_000_000, () -> 0.25);
            Thread.sleep(1);
        }
        assertThat(person.err())
                .startsWith("\r\u001b[K0% · ")
                .contains(" updates · ")
                .endsWith(" · loss 0.25");
        reporter.on(new Event.Printed(new Span(new Source("a.nn", "x"), 0, 1), "done"));
        assertThat(person.err()).endsWith("\r\u001b[K");
        assertThat(person.out()).isEqualTo("done\n");
        assertThat(program.err()).isEmpty();
    }

    @Test
    void pathsStartFromTheScriptsFolder() throws IOException {
        Files.createDirectories(folder.resolve("inner"));
        write("inner/part.nn", "include \"../good.nn\"\n");
        String outer = write("outer.nn", "include \"inner/part.nn\"\n");
        assertThat(nn(outer)).isZero();
        assertThat(capture.out()).isEqualTo("1 + 1 = 2\n");
    }
}
