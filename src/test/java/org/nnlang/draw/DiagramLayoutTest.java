package org.nnlang.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.language.Event;
import org.nnlang.picture.Figure;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;
import org.nnlang.text.TextWidth;

/** No text of a diagram meets another one or leaves it, and no label covers a neuron. */
class DiagramLayoutTest {
    static final String CLASSIC = """
            input x[2]; layer h[2] sigmoid; layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]
            weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed
            bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]
            learning rate = 0.5
            """;

    private static final String ALL =
            "\ndraw; draw gradients; draw update; draw path w1; draw path b1; draw path w(h1, y1)";

    static Stream<String> scripts() {
        return Stream.of(
                CLASSIC + ALL,
                "input x[2]; layer h[3] tanh; layer y[1] sigmoid; input = [0, 1]; target = 1" + ALL,
                "input x[4]; layer h[8] tanh; layer y[3] softmax; input = [5.1, 3.5, -1.4, 0.2]; target = [1, 0, 0]"
                        + ALL,
                "input x[64]; layer h[32] relu; layer y[10] softmax; input = [" + "0.5, ".repeat(63) + "1]; target = [1"
                        + ", 0".repeat(9) + "]" + ALL,
                "input x[1]; layer g[1] tanh; layer h[1] tanh; layer y[1] linear; input = 3; target = 1" + ALL,
                "input x[2]; layer a[4] tanh; layer k[4] elu; layer h[4] gelu; layer y[1] sigmoid"
                        + "\ninput = [0.1, -1e-7]; target = 1e6" + ALL,
                "input x[5]; layer h[5] tanh; layer y[2] sigmoid; input = [1, 2, 3, 4, 5]; target = [1, 0]" + ALL,
                "input x(größe, 体重_キログラム, a_very_long_name_that_no_picture_has_room_for); layer h[3] tanh"
                        + "\nlayer y(cat, dog) softmax; input = [1, 2, 3]; target = [1, 0]"
                        + "\ndraw; draw gradients; draw update; draw path w1; draw path b1");
    }

    static List<Figure.Diagram> diagrams(String script) {
        List<Figure.Diagram> diagrams = new ArrayList<>();
        Result result = new Session().run(new Source("test.nn", script), event -> {
            if (event instanceof Event.Pictured pictured) {
                diagrams.add((Figure.Diagram) pictured.figure());
            }
        });
        assertThat(result).isEqualTo(Result.FINE);
        return diagrams;
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void textsKeepClearOfEachOther(String script) {
        for (Figure.Diagram diagram : diagrams(script)) {
            for (DiagramMedium medium : DiagramMedium.values()) {
                check(diagram, medium);
            }
        }
    }

    private static void check(Figure.Diagram diagram, DiagramMedium medium) {
        DiagramLayout layout = new DiagramLayout(List.of(diagram), medium);
        List<DiagramLayout.Text> texts = new ArrayList<>(layout.headers());
        layout.nodes().forEach(node -> texts.addAll(layout.texts(node, diagram)));
        layout.edges().forEach(edge -> texts.addAll(layout.texts(edge, diagram)));
        Box whole = new Box(0, 0, layout.width(), layout.height()).grown(medium.isText() ? 1 : 0.5);
        List<Box> boxes = new ArrayList<>();
        for (DiagramLayout.Text text : texts) {
            double high = medium.height(text.word().role()) * (medium.isText() ? 1 : 0.8);
            Box box = new Box(text.x(), text.y() - high / 2, layout.texts().width(text.word()), high);
            String what = medium + " " + diagram.caption().title() + ": "
                    + text.word().text();
            assertThat(whole.holds(box)).as(what).isTrue();
            assertThat(boxes.stream().filter(box.grown(-0.01)::meets)).as(what).isEmpty();
            boxes.add(box);
        }
        for (DiagramLayout.EdgePlace edge : layout.edges()) {
            if (edge.label() != null) {
                Box label = edge.label().grown(-0.01);
                assertThat(layout.nodes().stream().filter(node -> node.box().meets(label)))
                        .as("%s %s", medium, diagram.edges().get(edge.index()))
                        .isEmpty();
            }
        }
        if (medium == DiagramMedium.PICTURE) {
            assertThat(layout.dropped()).as(diagram.caption().title()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void textsFitThePage(String script) {
        for (Figure.Diagram diagram : diagrams(script)) {
            String text = TextPicture.of(diagram, TextPicture.COLUMNS, TextColors.NONE);
            assertThat(text.lines().mapToInt(TextWidth::of).max().orElseThrow())
                    .as(text)
                    .isLessThanOrEqualTo(TextPicture.COLUMNS);
        }
    }

    /** Frames whose numbers differ in length have one layout. */
    @Test
    void framesShareALayout() {
        List<Figure.Diagram> frames = diagrams(CLASSIC + "draw; w1 = -0.123456; w5 = 1e-7; draw");
        DiagramLayout layout = new DiagramLayout(frames, DiagramMedium.PICTURE);
        DiagramLayout first = new DiagramLayout(frames.subList(0, 1), DiagramMedium.PICTURE);
        assertThat(layout.width()).isGreaterThan(first.width());
        for (Figure.Diagram frame : frames) {
            for (DiagramLayout.EdgePlace edge : layout.edges()) {
                for (DiagramLayout.Text text : layout.texts(edge, frame)) {
                    double width = layout.texts().width(text.word());
                    assertThat(text.x()).isGreaterThanOrEqualTo(edge.label().x());
                    assertThat(text.x() + width)
                            .isLessThanOrEqualTo(edge.label().right());
                }
            }
        }
    }

    /** What is lit is lit without colours, too: double borders, and lines for nothing else. */
    @Test
    void pathsAreLitInText() {
        Figure.Diagram path = diagrams(CLASSIC + "draw path w5").getFirst();
        String text = TextPicture.of(path, TextPicture.COLUMNS, TextColors.NONE);
        assertThat(text).contains("╔══y1══╗", "┌──h1──┐", "┌──y2──┐", "◀", "out(h1) 0.5933");
        assertThat(text).contains("= 0.74136507 · 0.186815602 · 0.593269992 = 0.0821670406");
    }
}
