package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.embed.Nn;
import org.nnlang.language.Event;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** Scripts that are deeper or longer than anyone writes end in a result or in a diagnostic, and soon. */
class SizeTest {
    private static final int MANY = 100_000;

    static Stream<Arguments> deep() {
        return Stream.of(
                Arguments.of("parentheses", "show " + "(".repeat(MANY) + "1" + ")".repeat(MANY)),
                Arguments.of("brackets", "show " + "[".repeat(MANY) + "1" + "]".repeat(MANY)),
                Arguments.of("minus", "show " + "-".repeat(MANY) + "1"),
                Arguments.of("not", "show " + "not ".repeat(MANY) + "1 == 1"),
                Arguments.of("power", "show 1" + "^1".repeat(MANY)),
                Arguments.of("calls", "show " + "exp(".repeat(MANY) + "0" + ")".repeat(MANY)),
                Arguments.of("blocks", "if 1 == 1 { ".repeat(MANY) + "} ".repeat(MANY)),
                Arguments.of("open blocks", "repeat 1 { ".repeat(MANY)),
                Arguments.of("open brackets", "show " + "(".repeat(MANY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deep")
    void whatIsTooDeepIsTold(String name, String script) {
        List<Problem> problems = new ArrayList<>();
        Result result = run(script, problems);
        assertThat(result).isEqualTo(Result.INVALID);
        assertThat(problems).isNotEmpty().noneMatch(problem -> problem.area() == Problem.Area.MACHINE);
    }

    static Stream<Arguments> wide() {
        return Stream.of(
                Arguments.of("plus", "show 1" + " + 1".repeat(MANY)),
                Arguments.of("names in blocks", "repeat 1 { let a = 1; ".repeat(190) + "} ".repeat(190)),
                Arguments.of("times", "show 1" + " * 1".repeat(MANY)),
                Arguments.of("and", "show 1 == 1" + " and 1 == 1".repeat(MANY)),
                Arguments.of("vector", "show [1" + ", 1".repeat(MANY) + "]"),
                Arguments.of("rows", "let m = [1" + "; 1".repeat(MANY) + "]"),
                Arguments.of("statements", "let a = 1\n".repeat(MANY)),
                Arguments.of("names", numbered("let a%d = 1\n", MANY)),
                Arguments.of("functions", numbered("activation a%d(z) = z\n", MANY / 10)),
                Arguments.of("on one line", "let a = 1;".repeat(MANY)),
                Arguments.of("else if", "if 1 == 2 { }" + " else if 1 == 2 { }".repeat(MANY)),
                Arguments.of("blocks", "if 1 == 1 { let a = 1 }\n".repeat(MANY)),
                Arguments.of("comment", "#".repeat(10 * MANY)),
                Arguments.of("lines", "\n".repeat(10 * MANY)));
    }

    private static String numbered(String line, int count) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wide")
    void lengthIsNoProblem(String name, String script) {
        List<Problem> problems = new ArrayList<>();
        assertThat(run(script, problems)).isEqualTo(Result.FINE);
        assertThat(problems).isEmpty();
    }

    private static Result run(String script, List<Problem> problems) {
        return Nn.session().run(new Source("script", script), event -> {
            if (event instanceof Event.Reported reported) {
                problems.add(reported.diagnostic().problem());
            }
        });
    }
}
