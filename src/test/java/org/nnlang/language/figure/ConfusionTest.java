package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.language.Event;
import org.nnlang.picture.Figure;
import org.nnlang.render.JsonPrinter;
import org.nnlang.session.MemoryHost;

/** Confusions against those that {@code src/test/reference/figures.py} computed. */
class ConfusionTest {
    private static final Path FOLDER = Path.of("src/test/resources/figures");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void agreesWithNumpy(int number) throws IOException {
        Plotted net = new Plotted(Files.readString(FOLDER.resolve("confusion_" + number + ".nn")));
        List<String> lines = Files.readAllLines(FOLDER.resolve("confusion_" + number + ".csv"));
        int classes = lines.size() - 1;
        List<Event> events = net.events("show confusion");
        Figure.Matrix matrix =
                net.figure(Figure.Matrices.class, "plot confusion").matrices().getFirst();
        for (int k = 0; k < classes; k++) {
            String[] wanted = lines.get(k).split(",");
            List<Event.Cell> counts =
                    ((Event.Listed) events.get(0)).rows().get(k).cells();
            List<Event.Cell> cells = new ArrayList<>(counts);
            cells.addAll(((Event.Listed) events.get(1)).rows().get(k).cells());
            assertThat(cells).hasSize(wanted.length);
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i].equals("-")) {
                    assertThat(cells.get(i)).isEqualTo(new Event.None());
                } else {
                    double value = ((Event.Number) cells.get(i)).value();
                    assertThat(value).isCloseTo(Double.parseDouble(wanted[i]), within(1e-15));
                }
                if (i < classes) {
                    assertThat(matrix.values()[k * classes + i]).isEqualTo(((Event.Number) cells.get(i)).value());
                }
            }
        }
        double accuracy = ((Event.Shown) events.get(2)).value().values()[0];
        assertThat(accuracy).isCloseTo(Double.parseDouble(lines.getLast()), within(1e-15));
        assertThat(net.numbers("accuracy")).containsExactly(accuracy);
    }

    @Test
    void saysWhatIsWhat() {
        Plotted net = new Plotted("input x[1]; layer y(cat, dog) softmax; weights y = [1; -1]\n"
                + "data = [1 -> 1, 0; 2 -> 1, 0; 3 -> 0, 1; -1 -> 0, 1 : 5]; train 0");
        Figure.Matrices figure = net.figure(Figure.Matrices.class, "plot confusion");
        assertThat(figure.caption().title()).isEqualTo("confusion of 4 training samples before training");
        assertThat(figure.caption().notes()).contains("3 of 4 are right");
        Figure.Matrix matrix = figure.matrices().getFirst();
        assertThat(matrix.rowNames()).containsExactly("true cat", "true dog");
        assertThat(matrix.columnNames()).containsExactly("as cat", "as dog");
        assertThat(matrix.values()).containsExactly(2, 0, 1, 1);
    }

    @Test
    void theTestSamplesAndAnEarlierStep() {
        String rows = "a,k\n1,no\n2,no\n3,yes\n4,yes\n5,yes\n0,no\n6,yes\n-1,no\n2.5,yes\n1.5,no\n";
        Plotted net = new Plotted(
                "input x[1]; layer y[1] sigmoid; weights y = 0; bias y = 0; learning rate = 1\n"
                        + "data = csv(\"d.csv\", target: k, test: 40%)\ntrain 50",
                new MemoryHost(Map.of("d.csv", rows)));
        List<Event> now = net.events("show confusion(test)");
        Event.Listed counts = (Event.Listed) now.getFirst();
        assertThat(counts.header()).containsExactly("predicted", "no", "yes");
        assertThat(counts.rows()).extracting(Event.Row::name).containsExactly("true no", "true yes");
        double all = counts.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToDouble(cell -> ((Event.Number) cell).value())
                .sum();
        assertThat(all).isEqualTo(4);
        assertThat(((Event.Shown) now.getLast()).value().values()).isEqualTo(net.numbers("accuracy(test)"));
        List<Event> then = net.events("show confusion @ 0"); // an output of ½ everywhere belongs to the higher class
        assertThat(new JsonPrinter().print(then.get(1)))
                .startsWith("{\"line\":1,\"name\":\"no\",\"value\":[null,0,0,")
                .contains("{\"line\":1,\"name\":\"yes\",\"value\":[0.6666666666666666,1,0.8,4]}");
        assertThat(((Event.Shown) then.getLast()).name()).isEqualTo("accuracy @ 0");
    }
}
