package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.session.Session;
import org.nnlang.text.Digits;

/** The numbers that slips give by a program without nn: each is explained by its slip, and the right ones are called right. */
class FiguresTest {
    private static final Path FOLDER = Path.of("src/test/resources/slips");

    /** One line of the table. */
    private record Figure(String network, String quantity, String slip, String arguments, String number) {
        static Figure of(String line) {
            List<String> cells = new ArrayList<>();
            int from = 0;
            while (from <= line.length()) {
                boolean quoted = from < line.length() && line.charAt(from) == '"';
                int end = quoted ? line.indexOf('"', from + 1) + 1 : line.indexOf(',', from);
                end = end < 0 ? line.length() : end;
                cells.add(quoted ? line.substring(from + 1, end - 1) : line.substring(from, end));
                from = end + 1;
            }
            return new Figure(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        /** The names of its slips, as answers have them. */
        List<String> ids() {
            String[] kinds = slip.split("\\+");
            String[] about = arguments.split("\\+", -1);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < kinds.length; i++) {
                String argument = about.length == kinds.length ? about[i].strip() : arguments;
                ids.add(argument.isEmpty() ? kinds[i] : kinds[i] + " " + argument);
            }
            return ids.stream().sorted().toList();
        }

        boolean isPair() {
            return slip.contains("+");
        }

        /** Nine digits, or all where the right number gives those, too; of figures that were rounded, those that there are. */
        String written(double right) {
            String nine = Digits.format(Double.parseDouble(number), 9);
            boolean same = Written.of(nine, Double.parseDouble(nine)).match(right) != Written.How.NOT;
            return slip.contains("rounded") || same && !slip.equals("right") ? number : nine;
        }
    }

    private static List<Figure> figures() {
        try {
            return Files.readAllLines(FOLDER.resolve("figures.csv")).stream()
                    .skip(1)
                    .map(Figure::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFigureIsExplained() {
        Map<String, List<Figure>> networks = new LinkedHashMap<>();
        figures()
                .forEach(figure -> networks.computeIfAbsent(figure.network(), _ -> new ArrayList<>())
                        .add(figure));
        return networks.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(String network, List<Figure> figures) throws IOException {
        Session session = new Session();
        session.run(Files.readString(FOLDER.resolve(network + ".nn")));
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> firstInstead = new TreeMap<>();
        int first = 0;
        int few = 0; // pairs whose number has too few digits for any pair to be tried
        for (Figure figure : figures) {
            Answer answer = Asking.why(session, figure.quantity(), figure.written(session.number(figure.quantity())));
            if (figure.slip().equals("right")) {
                if (!answer.verdict().equals("right")) {
                    wrong.add(figure + " is called " + answer.verdict() + ": " + answer.right());
                }
                continue;
            }
            List<List<String>> named = answer.fits().stream()
                    .map(trial -> trial.ids().stream().sorted().toList())
                    .toList();
            if (figure.isPair() && named.stream().anyMatch(ids -> ids.size() == 1)) {
                firstInstead.merge("a pair < a single slip", 1, Integer::sum);
            } else if (figure.isPair() && named.isEmpty() && answer.tried().pairsLeft() > 0) {
                few++;
            } else if (!named.contains(figure.ids())) {
                wrong.add(figure + " is named " + named + " " + answer.how()
                        + (answer.nearest() == null
                                ? ""
                                : " nearest " + answer.nearest().ids()));
            } else if (named.getFirst().equals(figure.ids())) {
                first++;
            } else {
                firstInstead.merge(figure.slip() + " < " + named.getFirst(), 1, Integer::sum);
            }
        }
        IO.println(network + ": " + figures.size() + " figures, " + first + " named first, " + few
                + " with too few digits for pairs");
        firstInstead.forEach((what, count) -> IO.println("  " + count + " × " + what));
        assertThat(wrong).isEmpty();
    }
}
