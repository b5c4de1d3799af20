package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.picture.Figure;

/** {@code animate}: frames at the steps that are asked for, with the same axes. */
class FramesTest {
    private final Drawn drawn = new Drawn(Drawn.BACKPROP, "train 1000");

    @Test
    void framesAreAtTheirSteps() {
        Figure.Animation given = drawn.figure("animate plot weights(h) every 250");
        assertThat(given.steps()).containsExactly(0, 250, 500, 750, 1000);
        for (int i = 0; i < 5; i++) {
            Figure.Matrices frame = (Figure.Matrices) given.frames().get(i);
            Figure.Matrices same = drawn.figure("plot weights(h) @ " + given.steps()[i]);
            assertThat(frame.matrices().getFirst().values())
                    .isEqualTo(same.matrices().getFirst().values());
            assertThat(frame.scale())
                    .isEqualTo(((Figure.Matrices) given.frames().getFirst()).scale());
        }
        assertThat(given.caption().notes()).last().isEqualTo("5 frames, from step 0 to 1,000");
    }

    @Test
    void thereAreAtMostSixtyFrames() {
        assertThat(drawn.<Figure.Animation>figure("animate draw").steps())
                .hasSize(51)
                .startsWith(0, 20)
                .endsWith(1000);
        Figure.Animation many = drawn.figure("animate draw every 3");
        assertThat(many.steps()).hasSize(56).startsWith(0, 18);
        assertThat(many.caption().notes()).contains("every 18 updates, not every 3, for at most 59 frames");
        Drawn untrained = new Drawn(Drawn.BACKPROP);
        assertThat(untrained.<Figure.Animation>figure("animate draw").frames()).hasSize(1);
    }

    @Test
    void allFramesHaveTheSameAxes() {
        Figure.Animation curves = drawn.figure("animate plot loss over w5 every 100");
        Figure.Lines first = (Figure.Lines) curves.frames().getFirst();
        for (Figure frame : curves.frames()) {
            Figure.Lines lines = (Figure.Lines) frame;
            assertThat(lines.x()).isEqualTo(first.x());
            assertThat(lines.y()).isEqualTo(first.y());
            for (double y : lines.curves().getFirst().y()) {
                assertThat(y).isBetween(first.y().from(), first.y().to());
            }
        }
        Figure.Animation fields = drawn.figure("animate plot error over w5, w6 every 200");
        Figure.Field last = (Figure.Field) fields.frames().getLast();
        for (Figure frame : fields.frames()) {
            Figure.Field field = (Figure.Field) frame;
            Figure.Surface.Heights heights = (Figure.Surface.Heights) field.surface();
            assertThat(field.x()).isEqualTo(last.x());
            assertThat(heights.scale()).isEqualTo(((Figure.Surface.Heights) last.surface()).scale());
            assertThat(heights.levels()).isEqualTo(((Figure.Surface.Heights) last.surface()).levels());
        }
        assertThat(((Figure.Field) fields.frames().get(2)).path().x()).endsWith(drawn.number("w5 @ 400"));
        Figure.Animation diagram = drawn.figure("animate draw every 500");
        assertThat(((Figure.Diagram) diagram.frames().getFirst()).scale())
                .isEqualTo(((Figure.Diagram) diagram.frames().getLast()).scale());
    }
}
