package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.embed.Nn;
import org.nnlang.language.Event;
import org.nnlang.language.Value;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/**
 * Every reference network comes to PyTorch's figures: within 1e-12 after one update at most, within 1e-9 after more.
 *
 * <p>The difference is relative to the figure, or to 1e-3 where the figure is smaller: such figures are differences of
 * numbers of the size of 1 (a target and an output, gradients of several samples), so that the rounding of those is in
 * them, in both implementations.
 */
class ReferenceTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference");
    private static final double SMALL = 1e-3;
    private static final double AFTER_ONE_UPDATE = 1e-12;
    private static final double AFTER_MORE = 1e-9;

    /** What these use is not part of this version yet. When it is, take them out of here. */
    private static final Set<String> LATER = Set.of();

    private record Figure(long epoch, String quantity, double value) {}

    private int networks;
    private int figures;
    private double worstFirst;
    private double worstLater;

    @TestFactory
    Stream<DynamicTest> networks() {
        List<String> names = names();
        assertThat(names).hasSize(186).containsAll(LATER);
        Stream<DynamicTest> tests = names.stream()
                .map(name -> dynamicTest(name, () -> {
                    if (LATER.contains(name)) {
                        refused(name);
                    } else {
                        compare(name);
                    }
                }));
        // made last, when the others have run, so that its name tells what they found
        return Stream.concat(tests, Stream.of(names.size() - LATER.size()).map(this::summary));
    }

    private DynamicTest summary(int expected) {
        String found = figures + " figures of " + networks + " networks; worst relative error " + worstFirst
                + " after one update at most, " + worstLater + " after more";
        return dynamicTest(found, () -> assertThat(networks).isEqualTo(expected));
    }

    private void compare(String name) {
        Session session = Nn.session();
        session.run(read(name + ".nn"));
        gradientsCheck(session);
        List<Figure> rows = figures(name);
        Map<Long, Double> steps = new HashMap<>();
        for (Figure row : rows) {
            if (row.quantity.equals("step")) {
                steps.put(row.epoch, row.value);
            }
        }
        List<String> wrong = new ArrayList<>();
        long epoch = 0;
        for (Figure row : rows) {
            if (row.epoch > epoch) {
                session.run("train " + (row.epoch - epoch));
                epoch = row.epoch;
            }
            double got = session.number(row.quantity);
            double error = Math.abs(got - row.value) / Math.max(Math.abs(row.value), SMALL);
            boolean first = steps.get(epoch) <= 1;
            if (!(error <= (first ? AFTER_ONE_UPDATE : AFTER_MORE))) {
                wrong.add(row + " but was " + got);
            }
            worstFirst = first ? Math.max(worstFirst, error) : worstFirst;
            worstLater = first ? worstLater : Math.max(worstLater, error);
            figures++;
        }
        networks++;
        assertThat(wrong).isEmpty();
    }

    private static void gradientsCheck(Session session) {
        List<Double> worst = new ArrayList<>();
        Result result = session.run(new Source("check", "check gradients"), event -> {
            if (event instanceof Event.Shown shown && shown.value() instanceof Value.Scalar scalar) {
                worst.add(scalar.value());
            }
        });
        assertThat(result).isEqualTo(Result.FINE);
        assertThat(worst).hasSize(1).allSatisfy(value -> assertThat(value).isLessThan(1e-6));
    }

    private static void refused(String name) {
        ScriptException refusal =
                catchThrowableOfType(ScriptException.class, () -> Nn.session().run(read(name + ".nn")));
        assertThat(refusal).as("%s uses what is not part of nn yet", name).isNotNull();
        assertThat(refusal.diagnostics())
                .anySatisfy(diagnostic -> assertThat(diagnostic.problem()).isEqualTo(Problem.NOT_YET));
    }

    private static List<Figure> figures(String name) {
        return read(name + ".csv").lines().skip(1).map(ReferenceTest::figure).toList();
    }

    private static Figure figure(String line) {
        int quantity = line.indexOf(',') + 1;
        int value = line.lastIndexOf(',') + 1;
        return new Figure(
                Long.parseLong(line.substring(0, quantity - 1)),
                line.substring(quantity, value - 1),
                Double.parseDouble(line.substring(value)));
    }

    private static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".nn"))
                    .map(file -> file.substring(0, file.length() - ".nn".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
