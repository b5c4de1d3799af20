package org.nnlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** However deep, long or wrong a script is: it is read in time that grows with its length, on a small stack. */
class RobustnessTest {
    /** How often a piece is repeated. */
    private static final int MANY = Integer.getInteger("nn.many", 100_000);

    private static final long STACK = 512 << 10;

    /** Of processor time: a hundred times what any of them needs. */
    private static final long MOST_NANOS = 10_000_000_000L;

    @TestFactory
    Stream<DynamicTest> longScriptsAreAccepted() {
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put("a sum", "show 1" + " + 1".repeat(MANY));
        scripts.put("a difference", "show 1" + " - 1".repeat(MANY));
        scripts.put("a product", "show 1" + " * 1".repeat(MANY));
        scripts.put("and", "show a" + " and a".repeat(MANY));
        scripts.put("or", "show a" + " or\n a".repeat(MANY));
        scripts.put("else if", "if a { }" + "\nelse if a { }".repeat(MANY));
        scripts.put("semicolons", ";".repeat(MANY));
        scripts.put("line ends", "show 1" + "\r\n".repeat(MANY) + "show 2");
        scripts.put("ifs with line ends", "if a { }\n\n\n".repeat(MANY));
        scripts.put("remarks", "# why\n".repeat(MANY));
        scripts.put("statements", "w1 = 0.5; ".repeat(MANY));
        scripts.put("blocks", "repeat 2 { train 1 }\n".repeat(MANY));
        scripts.put("names", "show a" + ", a".repeat(MANY));
        scripts.put("holes", "print \"" + "{a}".repeat(MANY) + '"');
        scripts.put("prints", "print \"{a}\"\n".repeat(MANY));
        scripts.put("a vector", "show [1" + ", a".repeat(MANY) + "]");
        scripts.put("a column", "show [1" + "; 1".repeat(MANY) + "]");
        scripts.put("vectors", "show [" + "[1, 2], ".repeat(MANY) + "3]");
        scripts.put("data", "data = [0 -> 1" + "; 0, 1 -> 1".repeat(MANY) + "]");
        scripts.put("columns", "data = csv(inputs: [\"a\"" + ", \"a\"".repeat(MANY) + "])");
        scripts.put("digits", "show 0." + "1234567890".repeat(MANY));
        scripts.put("a name", "show " + "a".repeat(MANY));
        scripts.put("a text", "print \"" + "\\n".repeat(MANY) + '"');
        scripts.put("blanks", "show " + " \t".repeat(MANY) + "a");
        return tests(scripts, List.of());
    }

    @TestFactory
    Stream<DynamicTest> deepScriptsAreRefused() {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (var closed : List.of(0, MANY)) {
            scripts.put("parentheses, closed " + closed, "show " + "(".repeat(MANY) + "1" + ")".repeat(closed));
            scripts.put("brackets, closed " + closed, "show " + "[".repeat(MANY) + "1" + "]".repeat(closed));
            scripts.put("calls, closed " + closed, "show " + "f(".repeat(MANY) + "1" + ")".repeat(closed));
            scripts.put("elements, closed " + closed, "show " + "h[".repeat(MANY) + "1" + "]".repeat(closed));
        }
        scripts.put("minus", "show " + "-".repeat(MANY) + "1");
        scripts.put("not", "show " + "not ".repeat(MANY) + "a");
        scripts.put("powers", "show 2" + " ^ 2".repeat(MANY));
        scripts.put("blocks", "repeat 2 { ".repeat(MANY) + "}".repeat(MANY));
        scripts.put("blocks on lines", "if a {\n".repeat(MANY) + "}\n".repeat(MANY));
        scripts.put("brackets in a text", "print \"{" + "(".repeat(MANY) + "1" + ")".repeat(MANY) + "}\"");
        return tests(scripts, List.of(Problem.TOO_DEEP));
    }

    @TestFactory
    Stream<DynamicTest> wrongScriptsAreRefused() {
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put("open blocks", "repeat 2 {\n".repeat(MANY));
        scripts.put("closed blocks", "}\n".repeat(MANY));
        scripts.put("closed brackets", ")".repeat(MANY));
        scripts.put("open calls", "f(a\n".repeat(MANY));
        scripts.put("open calls of names", "show f(a\ng ".repeat(MANY));
        scripts.put("unknown statements", "shw a\n".repeat(MANY));
        scripts.put("unknown statements in a line", "shw a; ".repeat(MANY));
        scripts.put("unknown characters", "$".repeat(MANY));
        scripts.put("lines of unknown characters", "$\n".repeat(MANY));
        scripts.put("open texts", "print \"a\n".repeat(MANY));
        scripts.put("open holes", "print \"{a\"\n".repeat(MANY));
        scripts.put("bad numbers", "show 1x\n".repeat(MANY));
        scripts.put("nothing between", "show a ".repeat(MANY));
        scripts.put("a wrong end of each block", "repeat 2 { show a } b\n".repeat(MANY));
        scripts.put("wrong ends of blocks", "repeat 2 { ".repeat(200) + "a;".repeat(MANY) + "} b ".repeat(200));
        scripts.put("a matrix with a gap", "weights h = [" + "1, 2;\n".repeat(MANY) + "3 4]");
        scripts.put("matrices with gaps", "weights h = [1 2]\n".repeat(MANY));
        scripts.put("a number with letters", "show 1" + "x".repeat(MANY));
        scripts.put("a long word", "a".repeat(MANY) + " 1");
        scripts.put("later statements", "export \"net.onnx\"\n".repeat(MANY));
        return tests(scripts, List.of(Problem.values()));
    }

    /** Each script on a small stack; {@code expected}: no problem, one, or any. */
    private static Stream<DynamicTest> tests(Map<String, String> scripts, List<Problem> expected) {
        return scripts.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    var found = onSmallStack(entry.getValue());
                    if (expected.isEmpty()) {
                        assertThat(found).isEmpty();
                    } else if (expected.size() == 1) {
                        assertThat(found).extracting(Diagnostic::problem).containsAll(expected);
                    } else {
                        assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(101);
                    }
                }));
    }

    private static List<Diagnostic> onSmallStack(String script) throws InterruptedException {
        var found = new Parsed(script);
        var thread = new Thread(null, found, "small stack", STACK);
        thread.setDaemon(true);
        thread.start();
        while (!thread.join(Duration.ofMillis(20))) {
            var nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
            assertThat(nanos)
                    .as("processor time, whatever else the machine does")
                    .isLessThan(MOST_NANOS);
        }
        if (found.thrown != null) {
            throw new AssertionError(found.thrown);
        }
        return found.diagnostics;
    }

    private static final class Parsed implements Runnable {
        private final String script;
        private List<Diagnostic> diagnostics;
        private Throwable thrown;

        Parsed(String script) {
            this.script = script;
        }

        @Override
        public void run() {
            try {
                diagnostics = Syntax.parse(new Source("a.nn", script)).diagnostics();
                assertThat(new DiagnosticRenderer(true).render(diagnostics)).hasSizeLessThan(200_000);
            } catch (Throwable any) {
                thrown = any;
            }
        }
    }

    @Test
    void tooManyErrorsAreNotAllTold() {
        var found = Syntax.parse(new Source("a.nn", "shw a\n".repeat(200))).diagnostics();
        assertThat(found).hasSize(101);
        assertThat(found.getLast().what()).isEqualTo(Problem.TOO_MANY_ERRORS.with(100));
        assertThat(found.get(99).span().line()).isEqualTo(100);
    }

    @Test
    void soupsOfTokensAreToldWrongInPlaces() {
        var random = new Random(2);
        for (var i = 0; i < MANY / 5; i++) {
            var soup = new StringBuilder();
            for (var n = random.nextInt(40); n > 0; n--) {
                soup.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            assertPlaces(soup.toString());
        }
    }

    @Test
    void randomBytesAreToldWrongInPlaces() {
        var random = new Random(3);
        for (var i = 0; i < MANY / 20; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertPlaces(new String(bytes, StandardCharsets.ISO_8859_1));
            assertPlaces(new String(bytes, StandardCharsets.UTF_16));
            var chars = new char[bytes.length];
            for (var c = 0; c < chars.length; c++) {
                chars[c] = (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000);
            }
            assertPlaces(new String(chars));
        }
    }

    private static void assertPlaces(String script) {
        var source = new Source("a.nn", script);
        var found = Syntax.parse(source).diagnostics();
        for (var diagnostic : found) {
            assertThat(diagnostic.span().source()).isSameAs(source);
            assertThat(diagnostic.span().start()).isBetween(0, script.length());
            assertThat(diagnostic.span().end()).isBetween(diagnostic.span().start(), script.length());
        }
        assertThat(found).as(script).doesNotHaveDuplicates();
        assertThat(new DiagnosticRenderer(false).render(found)).doesNotContain("null");
    }

    private static final List<String> PIECES =
            List.of(("input layer loss optimizer activation let weights bias w target"
                            + " data learning rate batch shuffle seed engine shared fixed all none on off forward train until"
                            + " every sample predict show explain as expect within why check gradients plot boundary draw to"
                            + " print undo reset repeat for in if else include save export and or not help csv x h y w5 b1 h1"
                            + " relu adam error 1 0.5 20% 1e9 1e999 .5 1. 2x ( ) [ ] { } , ; : + - * / ^ @ -> ~ = == != < <="
                            + " > >= ** && $ \" \\ # größe 重み 😀 \"a\" \"{w5}\" \"{(}\" \"\\q\" \r \n \n \n \t \ufeff")
                    .split(" "));
}
