package org.nnlang.picture;

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
     * @param notes sentences under the picture: what is held fixed, what was left out
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
     * @param classes the names of the classes; empty if points have a target instead
     * @param target what colours the points if there are no classes: its name and range; null if there are classes
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
     * @param scale the range of what colours the edges, symmetric around 0
     */
    record Diagram(Caption caption, List<Column> columns, List<Edge> edges, Axis scale) implements Figure {
        public Diagram {
            columns = List.copyOf(columns);
            edges = List.copyOf(edges);
        }
    }

    /**
     * A layer's nodes.
     *
     * @param name the layer, with its activation
     * @param omittedAfter the index of the node after which nodes are left out, or -1
     * @param omitted how many are left out
     */
    record Column(String name, List<Node> nodes, int omittedAfter, int omitted) {
        public Column {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node.
     *
     * @param name its name, as in a script
     * @param large what stands in it, or null
     * @param small what stands below that, or null
     * @param fill what colours it; NaN for no colour
     * @param lit whether it is on the path that is shown
     */
    record Node(Kind kind, String name, Reading large, Reading small, double fill, boolean lit) {
        /** What a node stands for. */
        public enum Kind {
            INPUT,
            NEURON,
            BIAS,
            TARGET,
            ERROR
        }
    }

    /**
     * An edge between two nodes: a weight, a bias, or an output's way to its target.
     *
     * @param from the column and the node that it leaves
     * @param to the column and the node that it enters
     * @param name the parameter's name; empty if it is none
     * @param value what colours it; NaN for no colour
     * @param labels what stands at it, from top to bottom: its number, old and new, or a factor
     * @param lit whether it is on the path that is shown
     */
    record Edge(Place from, Place to, String name, double value, List<Reading> labels, boolean lit) {
        public Edge {
            labels = List.copyOf(labels);
        }
    }

    /** A node's place: the column, and the node in it. */
    record Place(int column, int node) {}

    /** A number and what it is: {@code out} 0.59; the words may be empty. */
    record Reading(String words, double value) {}

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
