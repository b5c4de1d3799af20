package org.nnlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.language.Advice;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/**
 * What the reader of a wrong script sees, to the character.
 *
 * <p>The table is a file. A line {@code >>> script} has a script, with ⏎ for a line feed, ␍ for a carriage return and ⇥
 * for a tab; what follows is what is shown for it. With {@code -Dnn.update=true} the file is written anew, and the test
 * fails, so that the difference is looked at.
 */
class DiagnosticsTest {
    private static final Path TABLE = Path.of("src/test/resources/syntax/diagnostics.txt");
    private static final String SCRIPT = ">>> ";

    @TestFactory
    Stream<DynamicTest> everyMessageIsAsItShouldBe() throws IOException {
        var table = table();
        if (Boolean.getBoolean("nn.update")) {
            update(table);
        }
        return table.entrySet().stream()
                .map(row -> dynamicTest(
                        row.getKey(), () -> assertThat(rendered(row.getKey())).isEqualTo(row.getValue())));
    }

    @Test
    void everyProblemOfTheTextIsInTheTable() throws IOException {
        Set<Problem> found = EnumSet.of(Problem.TOO_DEEP, Problem.TOO_MANY_ERRORS); // see RobustnessTest
        for (var row : table().keySet()) {
            Syntax.parse(source(row)).diagnostics().forEach(d -> found.add(d.problem()));
        }
        assertThat(Problem.values())
                .filteredOn(problem -> problem.area() == Problem.Area.TEXT)
                .allMatch(found::contains);
    }

    private static Map<String, String> table() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (var line : Files.readString(TABLE).split("\n")) {
            if (line.startsWith(SCRIPT)) {
                current = new ArrayList<>();
                assertThat(rows.put(line.substring(SCRIPT.length()), current))
                        .as(line)
                        .isNull();
            } else {
                current.add(line);
            }
        }
        Map<String, String> table = new LinkedHashMap<>();
        rows.forEach(
                (script, lines) -> table.put(script, String.join("\n", lines).strip()));
        return table;
    }

    private static void update(Map<String, String> table) throws IOException {
        Files.writeString(
                TABLE,
                table.keySet().stream()
                        .map(script -> SCRIPT + script + "\n\n" + rendered(script))
                        .map(row -> row.strip() + "\n")
                        .collect(Collectors.joining("\n")));
        throw new AssertionError("the table was written anew");
    }

    private static String rendered(String script) {
        var diagnostics = Syntax.parse(source(script)).diagnostics();
        return new DiagnosticRenderer(false)
                .render(diagnostics.stream().map(Advice::advised).toList())
                .strip();
    }

    private static Source source(String script) {
        return new Source("a.nn", script.replace('⏎', '\n').replace('␍', '\r').replace('⇥', '\t'));
    }
}
