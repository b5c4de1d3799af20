package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.language.Event;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Whatever a message tells to write is accepted: in all golden scripts that are wrong, and in the tables of guesses. */
class HintsTest {
    private static final Path ERRORS = Path.of("src/test/resources/golden/errors");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern MEANT = Pattern.compile("did you mean `([^`]+)`\\?");

    /** What stands for what a reader fills in; the first rows count first. */
    private static final List<Map.Entry<String, String>> FILLED = List.of(
            Map.entry("data = […]", "data = [1, 2 -> 0]"),
            Map.entry("[…]", "[1, 2]"),
            Map.entry("{ … }", "{ }"),
            Map.entry("(…)", "(1)"),
            Map.entry("COLUMN", "species"),
            Map.entry("FILE.csv", "iris.csv"),
            Map.entry("NAME", "n"),
            Map.entry("VECTOR", "[1, 2]"),
            Map.entry("from, to", "x1, h1"),
            Map.entry("(neuron)", "(h1)"),
            Map.entry("(number)", "(0.5)"),
            Map.entry("(vector)", "([1, 2])"),
            Map.entry("(matrix)", "([1, 2; 3, 4])"),
            Map.entry("COND", "error < 1"));

    /** Back-quotes around what is no statement and no expression: signs, words of clauses, forms with gaps. */
    private static final Pattern NO_CODE =
            Pattern.compile("[^\\p{L}\\d]+|.*(?<!\\[)…(?!\\]).*|[a-z]+|\\(t, o\\)|\\w+: .*");

    private static final String NETWORK = """
            input x[2]; layer h[2] sigmoid; layer y[1] sigmoid
            input = [0.5, 1]; target = 0
            """;

    /** What is wrong with a hint only because the network beside it is another one. */
    private static final Set<Problem> OF_THE_CONTEXT = Set.of(
            Problem.UNKNOWN_NAME,
            Problem.NO_MEMORY,
            Problem.UNKNOWN_MEMORY,
            Problem.NO_LAYERS,
            Problem.NOT_A_LAYER,
            Problem.NO_SUCH_NEURON,
            Problem.NO_SUCH_PARAMETER,
            Problem.NO_WEIGHT_BETWEEN,
            Problem.NAME_TAKEN,
            Problem.MISSING_FILE,
            Problem.UNREADABLE_FILE,
            Problem.WEIGHTS_SHAPE,
            Problem.BIAS_SHAPE,
            Problem.PICTURE_SIZE,
            Problem.VECTOR_SIZE,
            Problem.DATA_ROW_SIZE,
            Problem.NO_TEST_SAMPLES,
            Problem.UNKNOWN_IN_FORMULA,
            Problem.STEP_NOT_REACHED);

    @TestFactory
    Stream<DynamicTest> everyHintIsAccepted() throws IOException {
        try (Stream<Path> files = Files.walk(ERRORS)) {
            return files.filter(file -> file.toString().endsWith(".nn")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(ERRORS.relativize(file).toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        Source source;
        try {
            source = new Source(file.getFileName().toString(), Files.readString(file));
        } catch (java.nio.charset.CharacterCodingException latin) {
            return;
        }
        for (Diagnostic diagnostic : diagnostics(source)) {
            Message message = diagnostic.what();
            List<String> hints = new ArrayList<>(message.notes());
            hints.add(message.label());
            for (String hint : hints) {
                var meant = MEANT.matcher(hint);
                if (meant.matches()) {
                    assertReplaced(diagnostic, meant.group(1));
                } else {
                    CODE.matcher(hint).results().forEach(code -> assertAccepted(diagnostic, code.group(1)));
                }
            }
        }
    }

    private static List<Diagnostic> diagnostics(Source source) {
        List<Diagnostic> found = new ArrayList<>();
        new Session().check(source, event -> {
            if (event instanceof Event.Reported reported) {
                found.add(reported.diagnostic());
            }
        });
        return found;
    }

    /** The script with a word put right has nothing wrong at its place any more. */
    private static void assertReplaced(Diagnostic diagnostic, String word) {
        Span span = diagnostic.span();
        String text = span.source().text();
        if (word.contains(" = ")) {
            assertAccepted(diagnostic, word);
            return;
        }
        Source better = new Source("better", text.substring(0, span.start()) + word + text.substring(span.end()));
        assertThat(diagnostics(better))
                .as("%s, with `%s` at %s", diagnostic.what(), word, text.substring(span.start(), span.end()))
                .noneMatch(d -> d.span().start() == span.start() && d.problem() == diagnostic.problem());
    }

    private static void assertAccepted(Diagnostic diagnostic, String code) {
        String filled = code;
        for (Map.Entry<String, String> entry : FILLED) {
            filled = filled.replace(entry.getKey(), entry.getValue());
        }
        if (NO_CODE.matcher(filled).matches() || diagnostic.problem() == Problem.BRACKETS_ONLY) {
            return;
        }
        filled = statement(filled);
        String what = diagnostic.what() + ": `" + code + "`";
        assertThat(Syntax.parse(new Source("hint", filled)).diagnostics())
                .as(what)
                .isEmpty();
        String script = filled.startsWith("input x[") ? filled : NETWORK + filled;
        assertThat(diagnostics(new Source("hint", script)).stream()
                        .map(Diagnostic::what)
                        .filter(message -> !OF_THE_CONTEXT.contains(message.problem())
                                && message.problem().area() != Problem.Area.SETUP
                                && !(message.problem() == Problem.UNKNOWN_ENTRY
                                        && isDefined(diagnostic, (String) message.gap("name")))))
                .as(what)
                .isEmpty();
    }

    /** A clause of a picture with a picture that takes it. */
    private static String statement(String code) {
        String picture = code.startsWith("as ")
                ? "plot weights(h) "
                : code.startsWith("at ")
                        ? "plot sigmoid "
                        : code.startsWith("from ") && code.contains(",")
                                ? "plot boundary "
                                : code.startsWith("from ") || code.startsWith("over ") ? "plot y1 " : "";
        return picture + code;
    }

    private static boolean isDefined(Diagnostic diagnostic, String name) {
        String script = diagnostic.span().source().text();
        return script.contains("activation " + name + "(") || script.contains("loss " + name + "(");
    }

    /** A word alone that looks like a command is not answered by one that changes something. */
    @Test
    void noCommandIsTakenForOneThatChangesSomething() {
        for (String word : List.of(
                "exit", "quit", "q", "bye", "stop", "end", "ls", "exi", "text", "rest", "list", "info", "new1", "rerun",
                "back", "man")) {
            for (Diagnostic diagnostic : diagnostics(new Source("typed", NETWORK + word))) {
                assertThat(diagnostic.what().label())
                        .as(word)
                        .doesNotContain("`next`", "`train", "`undo`", "`reset`", "`update`");
            }
        }
        assertThat(diagnostics(new Source("typed", NETWORK + "udpate"))
                        .getFirst()
                        .what()
                        .label())
                .isEqualTo("did you mean `update`?");
    }
}
