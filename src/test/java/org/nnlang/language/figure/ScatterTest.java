package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nnlang.picture.Figure;
import org.nnlang.session.MemoryHost;

/** Samples are drawn where they are, with their classes or targets. */
class ScatterTest {
    @Test
    void twoInputsAreTheAxes() {
        Plotted net = new Plotted("input x[2]; layer y[1] sigmoid; data = [0, 3 -> 0; 1, 5 -> 1; 2, 4 -> 1]");
        Figure.Points points = net.figure(Figure.Points.class, "plot data");
        assertThat(points.caption().title()).isEqualTo("3 samples over x1 and x2");
        assertThat(points.classes()).containsExactly("0", "1");
        assertThat(points.target()).isNull();
        assertThat(points.points()).extracting(Figure.Point::kind).containsExactly(0, 1, 1);
        assertThat(points.points()).extracting(Figure.Point::x).containsExactly(0.0, 1.0, 2.0);
        assertThat(points.points()).extracting(Figure.Point::y).containsExactly(3.0, 5.0, 4.0);
        assertThat(net.figure(Figure.Points.class, "plot data over x2, x1").points())
                .extracting(Figure.Point::x)
                .containsExactly(3.0, 5.0, 4.0);
    }

    @Test
    void oneInputIsDrawnAgainstTheTarget() {
        Plotted net = new Plotted("input x[1]; layer y[1] linear; data = [1 -> 0.5; 2 -> 0.7; 4 -> -1]");
        Figure.Points points = net.figure(Figure.Points.class, "plot data");
        assertThat(points.y().label()).isEqualTo("target y1");
        assertThat(points.points()).extracting(Figure.Point::y).containsExactly(0.5, 0.7, -1.0);
        assertThat(points.classes()).isEmpty();
        assertThat(points.target()).isNull();
    }

    @Test
    void oneInputIsDrawnAgainstItsClass() {
        Plotted net = new Plotted(
                "input x[1]; layer y(cat, dog, cow) softmax\n" + "data = [1 -> 1, 0, 0; 2 -> 0, 0, 1; 4 -> 0, 1, 0]");
        Figure.Points points = net.figure(Figure.Points.class, "plot data");
        assertThat(points.classes()).containsExactly("cat", "dog", "cow");
        assertThat(points.points()).extracting(Figure.Point::y).containsExactly(1.0, 3.0, 2.0);
        assertThat(points.points()).extracting(Figure.Point::kind).containsExactly(0, 2, 1);
    }

    @Test
    void theUnitsAndNamesAreTheFile() {
        String rows = "size,colour,price\n1.5,red,10\n2.5,blue,20\n3.7,red,35\n";
        Plotted net = new Plotted(
                "input x[3]; layer y[1] linear\ndata = csv(\"d.csv\", target: price, scale: standard)",
                new MemoryHost(Map.of("d.csv", rows)));
        Figure.Points points = net.figure(Figure.Points.class, "plot data over x1, x3");
        assertThat(points.x().label()).isEqualTo("size (x1)");
        assertThat(points.y().label()).isEqualTo("colour = blue (x3)");
        assertThat(points.points()).extracting(Figure.Point::x).containsExactly(1.5, 2.5, 3.7);
        assertThat(points.points()).extracting(Figure.Point::y).containsExactly(0.0, 1.0, 0.0);
        assertThat(points.points()).extracting(Figure.Point::target).containsExactly(10.0, 20.0, 35.0);
    }

    @Test
    void aSampleWithoutATargetHasNoColor() {
        Plotted net = new Plotted("input x[2]; layer y[1] linear; input = [1, 2]");
        Figure.Points points = net.figure(Figure.Points.class, "plot data");
        assertThat(points.target()).isNull();
        assertThat(points.classes()).isEmpty();
        assertThat(points.points()).containsExactly(new Figure.Point(1, 2, -1, Double.NaN, false, false));
    }

    @Test
    void ofTooManySamplesSomeAreDrawn() {
        StringBuilder rows = new StringBuilder("a,b,k\n");
        for (int i = 0; i < 5000; i++) {
            rows.append(i).append(',').append(-i).append(',').append(i % 2).append('\n');
        }
        Plotted net = new Plotted(
                "input x[2]; layer y[1] sigmoid\ndata = csv(\"d.csv\", target: k)",
                new MemoryHost(Map.of("d.csv", rows.toString())));
        Figure.Points points = net.figure(Figure.Points.class, "plot data");
        assertThat(points.points()).hasSize(2000);
        assertThat(points.points().getLast().x()).isEqualTo(4997);
        assertThat(points.caption().notes())
                .containsExactly("2,000 of the 5,000 samples are drawn, evenly spaced in the data");
    }
}
