package org.nnlang.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a picture shows: its words and all its numbers, at full precision. How it is drawn, and how many digits are written,
 * is the renderers' matter. NaN is a gap: a value that is not finite, or that doesn't exist.
 */
public sealed interface Figure {
    /** Its title, and what a reader must know to read it rightly. */
    Caption caption();

    /**
     * The words over and under a picture.
     *
     * @param title what is shown and at which step, in a few words
     * @param notes lines under the picture, without a capital and a full stop: what is held fixed, what was left out
     */
    record Caption(String title, List<String> notes) {
        public Caption {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Curves in a plane.
     *
     * @param marks vertical lines: where trainings began
     * @param ticks values along the x axis: the nets of a layer's neurons
     */
    record Lines(Caption caption, Axis x, Axis y, List<Curve> curves, List<Mark> marks, List<Mark> ticks)
            implements Figure {
        public Lines {
            curves = List.copyOf(curves);
            marks = List.copyOf(marks);
            ticks = List.copyOf(ticks);
        }

        /** The family of each curve, from 0: a secondary one belongs to that of the curve before it, and shares its colour. */
        public int[] families() {
            int[] families = new int[curves.size()];
            for (int i = 1; i < families.length; i++) {
                families[i] = families[i - 1] + (curves.get(i).secondary() ? 0 : 1);
            }
            return families;
        }

        /** Whether the x axis counts: updates, say. */
        public boolean counts() {
            return curves.stream().allMatch(curve -> Arrays.stream(curve.x()).allMatch(x -> x == Math.rint(x)));
        }
    }

    /**
     * A curve: points in the order of x.
     *
     * @param y a number for each x; NaN is a gap
     * @param secondary whether it goes with the curve before it, as a derivative with its function, and has a dashed line
     */
    record Curve(String name, double[] x, double[] y, boolean secondary) {
        public Curve {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
            }
        }
    }

    /** A place on an axis, with what it is. */
    record Mark(double at, String name) {}

    /**
     * Points in a plane.
     *
     * @param classes the names of the classes; empty if the points have none
     * @param target what colours the points if there are no classes: its name and range; null if nothing does
     */
    record Points(Caption caption, Axis x, Axis y, List<String> classes, Axis target, List<Point> points)
            implements Figure {
        public Points {
            classes = List.copyOf(classes);
            points = List.copyOf(points);
        }
    }

    /**
     * A sample as a point.
     *
     * @param kind the index of its class, or -1
     * @param target its target, if it has no class
     * @param test whether it belongs to the test samples, drawn hollow
     * @param wrong whether the network takes it for another class, drawn with a ring
     */
    record Point(double x, double y, int kind, double target, boolean test, boolean wrong) {}

    /**
     * A value at each place of a plane, with points and a path over it.
     *
     * @param points samples, coloured as in {@link Points}; may be empty
     * @param path the way that training took; null if there is none
     */
    record Field(Caption caption, Axis x, Axis y, Surface surface, List<Point> points, Path path) implements Figure {
        public Field {
            points = List.copyOf(points);
        }
    }

    /** The values of a field, row after row, the lowest y first; each stands for the middle of its cell. */
    sealed interface Surface {
        /** The number of rows. */
        int rows();

        /** The number of columns. */
        int columns();

        /**
         * Numbers.
         *
         * @param scale what they are, and their range
         * @param levels the heights of contour lines; none for no lines
         */
        record Heights(Axis scale, double[] values, int rows, int columns, double[] levels) implements Surface {}

        /**
         * Classes.
         *
         * @param strongest the index of the strongest class, -1 for none
         * @param certainty its share, from 0 to 1
         */
        record Regions(List<String> classes, int[] strongest, double[] certainty, int rows, int columns)
                implements Surface {
            public Regions {
                classes = List.copyOf(classes);
            }
        }
    }

    /** A way through a plane: it begins at the first point and stands at the last. */
    record Path(String name, double[] x, double[] y) {}

    /**
     * Bars.
     *
     * @param y what the bars measure; its range includes 0
     * @param names a name for each bar; empty for a histogram
     * @param edges the histogram's edges, one more than bars; empty if the bars have names
     */
    record Bars(Caption caption, Axis x, Axis y, List<String> names, double[] edges, double[] values)
            implements Figure {
        public Bars {
            names = List.copyOf(names);
        }
    }

    /**
     * Matrices of one scale: one, or many small ones.
     *
     * @param scale what the numbers are, and their range
     * @param diverging whether colours diverge from 0
     */
    record Matrices(Caption caption, Axis scale, boolean diverging, List<Matrix> matrices) implements Figure {
        public Matrices {
            matrices = List.copyOf(matrices);
        }
    }

    /**
     * A matrix.
     *
     * @param name its name; empty if the caption says it
     * @param values row after row, the first on top
     * @param rowNames a name for each row, or empty
     * @param columnNames a name for each column, or empty
     */
    record Matrix(
            String name, double[] values, int rows, int columns, List<String> rowNames, List<String> columnNames) {
        public Matrix {
            rowNames = List.copyOf(rowNames);
            columnNames = List.copyOf(columnNames);
        }
    }

    /**
     * A network: columns of nodes from left to right, and the edges between them.
     *
     * @param scale what colours the edges: its range is symmetric around 0; null if nothing does
     * @param sums what the factors of the lit paths amount to; empty if no path is lit
     */
    record Diagram(Caption caption, List<Column> columns, List<Edge> edges, Axis scale, List<Sum> sums)
            implements Figure {
        public Diagram {
            columns = List.copyOf(columns);
            edges = List.copyOf(edges);
            sums = List.copyOf(sums);
        }

        /** The node at a place. */
        public Node node(Place place) {
            return columns.get(place.column).nodes.get(place.node);
        }

        /** The places of all nodes, column after column. */
        public List<Place> places() {
            List<Place> places = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                for (int node = 0; node < columns.get(column).nodes.size(); node++) {
                    places.add(new Place(column, node));
                }
            }
            return places;
        }

        /** The same diagram with colours of another scale. */
        public Diagram with(Axis other) {
            return new Diagram(caption, columns, edges, other, sums);
        }
    }

    /**
     * A layer's nodes, from top to bottom.
     *
     * @param name the layer; of layers that are left out, how many there are
     * @param words what else is to be said of it: its activation; may be empty
     * @param nodes empty for layers that are left out
     */
    record Column(String name, String words, List<Node> nodes) {
        public Column {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node.
     *
     * @param name its name, as in a script; of neurons that are left out, how many there are
     * @param readings its numbers, the most important first
     * @param factor what it contributes to a path; null if it is on none, or contributes nothing
     * @param lit whether it is on a path that is shown
     */
    record Node(Kind kind, String name, List<Reading> readings, Factor factor, boolean lit) {
        /** What a node stands for. */
        public enum Kind {
            INPUT,
            NEURON,
            /** A bias that a layer's neurons share, or the 1 that their own biases are multiplied by. */
            BIAS,
            ERROR,
            /** Neurons that are left out. */
            GAP
        }

        public Node {
            readings = List.copyOf(readings);
        }
    }

    /**
     * An edge between two nodes: a weight, a bias, or an output's way to the error.
     *
     * @param name the parameter's name; empty if it is none, or if its node has the name
     * @param value what colours it; NaN for no colour
     * @param readings its numbers, from left to right: an old and a new value
     * @param factor what it contributes to a path; null if it is on none, or contributes nothing
     * @param fixed whether it is marked as what training leaves alone
     * @param lit whether it is on a path that is shown
     */
    record Edge(
            Place from,
            Place to,
            String name,
            double value,
            List<Reading> readings,
            Factor factor,
            boolean fixed,
            boolean lit) {
        public Edge {
            readings = List.copyOf(readings);
        }
    }

    /** A node's place: the column, and the node in it. */
    record Place(int column, int node) {}

    /** A number and what it is: {@code net} 0.3775; the words may be empty. */
    record Reading(String words, double value) {}

    /**
     * A factor of a product: ∂net(y1)/∂w5 = out(h1) = 0.593.
     *
     * @param name what it is
     * @param means the quantity that it equals; empty if there is none
     */
    record Factor(String name, String means, double value) {}

    /**
     * A number as a sum of products: ∂error/∂w5.
     *
     * @param terms an empty one stands for those that are left out
     */
    record Sum(String name, List<Term> terms, double value) {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A term of a sum.
     *
     * @param through where it leads through, from the error on: {@code y1, h1}; may be empty
     * @param factors may be empty, for what is left out
     * @param value their product; NaN for what is left out
     */
    record Term(String through, List<Factor> factors, double value) {
        public Term {
            factors = List.copyOf(factors);
        }
    }

    /**
     * A picture that changes: frames of one kind, with the same axes.
     *
     * @param steps the step of each frame
     */
    record Animation(Caption caption, List<Figure> frames, long[] steps) implements Figure {
        public Animation {
            frames = List.copyOf(frames);
            if (frames.isEmpty() || frames.size() != steps.length) {
                throw new IllegalArgumentException(frames.size() + " frames for " + steps.length + " steps");
            }
        }
    }
}
