package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Networks worked with so many decimals come to the figures of a program in decimal arithmetic, digit for digit. */
class PencilTest {
    private static final Path FOLDER = Path.of("src/test/resources/pencil");
    private static final int FEWEST_FIGURES = 80;

    @TestFactory
    Stream<DynamicTest> networks() throws IOException {
        List<Path> figures = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(figures::add);
        }
        assertThat(figures).hasSize(36);
        return figures.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private static void compare(Path figures) {
        Session session = new Session();
        session.run(read(Path.of(figures.toString().replace(".csv", ".nn"))));
        List<String> wrong = new ArrayList<>();
        List<String> rows = read(figures).lines().skip(1).toList();
        assertThat(rows).hasSizeGreaterThan(FEWEST_FIGURES);
        long epoch = 0;
        for (String row : rows) {
            String[] cells = row.split(";");
            long at = Long.parseLong(cells[0]);
            if (at > epoch) {
                session.run("train " + (at - epoch));
                epoch = at;
            }
            double got = session.number(cells[1]);
            if (got != Double.parseDouble(cells[2])) {
                wrong.add(row + " but was " + got);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
