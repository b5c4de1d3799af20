package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Figure;

/** Diagrams as SVG and TikZ are those that are kept, byte for byte; Chromium looks at them with all others. */
class DiagramPictureTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/svg");

    private static Map<String, Figure.Diagram> diagrams() {
        Map<String, Figure.Diagram> all = new LinkedHashMap<>();
        add(
                all,
                DiagramLayoutTest.CLASSIC,
                "draw",
                "draw gradients",
                "draw update",
                "draw path w1",
                "draw path b1",
                "draw path w5");
        add(
                all,
                "input x(length, width, 体重); layer hidden[3] tanh; layer y(cat, dog) softmax"
                        + "\ninput = [0.1, -1.5, 12]; target = [1, 0]\n",
                "draw # names",
                "draw path w1 # names");
        add(
                all,
                "input x[4]; layer h[8] tanh; layer y[3] softmax; input = [5.1, 3.5, -1.4, 0.2]; target = [1, 0, 0]\n",
                "draw # iris",
                "draw path w1 # iris");
        add(
                all,
                "input x[64]; layer h[32] relu; layer y[10] softmax; input = [" + "0.5, ".repeat(63) + "1]; target = [1"
                        + ", 0".repeat(9) + "]\n",
                "draw # digits",
                "draw path w(x9, h12) # digits");
        add(
                all,
                "input x[2]; layer a[4] tanh; layer k[4] elu; layer h[4] gelu; layer y[1] sigmoid"
                        + "\ninput = [0.1, -0.5]; target = 1\n",
                "draw path w1 # deep");
        return all;
    }

    private static void add(Map<String, Figure.Diagram> all, String script, String... statements) {
        for (String statement : statements) {
            String name = statement.replace(" # ", "_").replace("(x9, h12)", "").replace(' ', '_');
            all.put(name, DiagramLayoutTest.diagrams(script + statement).getFirst());
        }
    }

    @Test
    void picturesAreAsTheyWere() throws IOException {
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, Figure.Diagram> entry : diagrams().entrySet()) {
            check(entry.getKey() + ".svg", SvgPicture.file(entry.getValue()), written);
        }
        check("draw_path_w1.tex", TikzPicture.of(diagrams().get("draw_path_w1")), written);
        assertThat(written).as("written anew").isEmpty();
    }

    private static void check(String name, String picture, List<String> written) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (UPDATE && !(Files.exists(file) && Files.readString(file).equals(picture))) {
            Files.writeString(file, picture);
            written.add(name);
        } else {
            assertThat(picture).as(name).isEqualTo(Files.readString(file));
        }
    }
}
