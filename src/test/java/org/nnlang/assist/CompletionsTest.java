package org.nnlang.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.language.Event;
import org.nnlang.session.Session;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** Whatever completion offers can stand where it is offered: put there, it is not what the check finds wrong. */
class CompletionsTest {
    private static final String NETWORK = """
            input x[2]
            layer h[2] sigmoid
            layer y[1] sigmoid
            let a = 2
            data = [0, 1 -> 1; 1, 0 -> 0]
            optimizer adam
            """;

    /** What the arguments of a call that was only begun can be. */
    private static final Map<String, String> BEGUN = Map.of(
            "d(",
            "error, w1",
            "w(",
            "x1, h1",
            "loss(",
            "test",
            "accuracy(",
            "test",
            "max(",
            "1, 2",
            "min(",
            "1, 2",
            "memory(",
            "m, w1");

    private final Session session = new Session();

    CompletionsTest() {
        session.run(NETWORK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show d(",
                "show d(error, ",
                "show d(loss, ",
                "show d(error(",
                "show d(net(h1), ",
                "show d(net(",
                "show d(error, out(",
                "show d(error, w(",
                "show d(error, bias(",
                "show grad(",
                "show memory(",
                "show memory(m, ",
                "show net(",
                "show out(",
                "show delta(",
                "show bias(",
                "show w(",
                "show w(x1, ",
                "show weights(",
                "show biases(",
                "show error(",
                "show target(",
                "show 1 + ",
                "show error, ",
                "show exp(",
                "show max(1, ",
                "let b = ",
                "let b = 2 * ",
                "w1 = ",
                "target = ",
                "decay = ",
                "expect ",
                "expect error ~ ",
                "expect error ~ 1 ",
                "check ",
                "explain ",
                "explain error ",
                "explain error as ",
                "explain error in ",
                "why ",
                "why error = 0.3 ",
                "why error = 0.3, ",
                "why out(h) = [0.3, 0.4] ",
                "why error = 0.3 given ",
                "why error = 0.3 given w1 = 0.3, ",
                "predict [1, 2] ",
                "train 1 ",
                "train until ",
                "train until loss < 1 ",
                "train until loss < 1 and ",
                "sample ",
                "undo ",
                "shuffle = ",
                "precision = ",
                "order = ",
                "batch = ",
                "round = ",
                "layer z[1] ",
                "activation h = ",
                "activation ",
                "weights ",
                "weights h = ",
                "bias h = ",
                "optimizer ",
                "optimizer momentum(classic: ",
                "loss ",
                "reset ",
                "forward ",
                "next ",
                "new ",
                "error ",
                "h1 "
            })
    void fitTheirPlace(String line) {
        for (Choice choice : choices(line)) {
            String text = finished(line, choice.text());
            int end = line.length() + choice.text().length();
            assertThat(diagnostics(text))
                    .as(text)
                    .noneMatch(diagnostic -> diagnostic.span().start() >= line.length()
                            && diagnostic.span().start() < end);
        }
    }

    @Test
    void aDerivativeIsByWhatItCanBeBy() {
        assertThat(texts("show d(error, "))
                .contains("w1", "b1", "h1", "x1", "net(", "out(")
                .doesNotContain("loss", "error");
        assertThat(texts("show d(loss, ")).contains("w1", "b1").doesNotContain("h1", "net(");
        assertThat(texts("show d("))
                .contains("error", "loss", "net(", "out(", "h1")
                .doesNotContain("w1", "x1");
        assertThat(texts("show w(")).contains("x1", "h1").doesNotContain("y1");
        assertThat(texts("show w(x1, ")).contains("h1", "y1").doesNotContain("x1");
        assertThat(texts("show net(")).contains("h", "h1").doesNotContain("x1");
        assertThat(texts("show grad(w1")).contains("w1");
        assertThat(texts("optimizer momentum(")).containsExactly("mu: ", "dampening: ", "average: ", "classic: ");
        assertThat(texts("optimizer momentum(classic: ")).containsExactly("on", "off");
        assertThat(texts("show memory(")).containsExactly("m", "v");
        assertThat(texts("show memory(m, ")).contains("w1", "b1").doesNotContain("h1");
    }

    @Test
    void commandsHaveTheirOwnWords() {
        assertThat(texts("edit ")).containsExactly("session");
        assertThat(texts("pager = ")).containsExactly("on", "off");
        assertThat(texts("save \"a.nn\" ")).containsExactly("with training");
        assertThat(texts("save session \"a.nn\" ")).containsExactly("replace");
        assertThat(texts("quit ")).isEmpty();
        assertThat(texts("w1 ")).isEmpty();
    }

    private List<Choice> choices(String line) {
        int start = Place.wordStart(line, line.length());
        return new Completions(LazyHelp.get(), session.outline(), List.of(), line.substring(start))
                .at(Place.at(line, start));
    }

    private List<String> texts(String line) {
        return choices(line).stream().map(Choice::text).toList();
    }

    /** The line with a choice at its end, and what is open closed. */
    private static String finished(String line, String choice) {
        StringBuilder text = new StringBuilder(line).append(choice);
        if (choice.endsWith("(")) {
            text.append(BEGUN.getOrDefault(choice, "h1"));
        }
        long open = text.chars().filter(c -> c == '(').count()
                - text.chars().filter(c -> c == ')').count();
        return text.append(")".repeat((int) open)).toString();
    }

    private List<Diagnostic> diagnostics(String text) {
        List<Diagnostic> found = new ArrayList<>();
        session.check(new Source("line", text), event -> {
            if (event instanceof Event.Reported reported
                    && !isOfContext(reported.diagnostic().problem())) {
                found.add(reported.diagnostic());
            }
        });
        return found;
    }

    /** What is right as far as it goes, as {@code input} before {@code [1]}; or the network lacks something. */
    private static boolean isOfContext(Problem problem) {
        return problem.area() == Problem.Area.SETUP
                || problem == Problem.WRONG_KIND
                || problem == Problem.NOT_A_SCALAR
                || problem == Problem.MISSING_ARGUMENT;
    }
}
