package org.nnlang.draw;

/** The data of a path. */
final class PathData {
    private final StringBuilder data = new StringBuilder();

    PathData move(double x, double y) {
        return add('M', x, y);
    }

    PathData line(double x, double y) {
        return add('L', x, y);
    }

    /** A cubic Bézier curve to a point. */
    PathData curve(double x1, double y1, double x2, double y2, double x, double y) {
        add('C', x1, y1);
        add(' ', x2, y2);
        return add(' ', x, y);
    }

    PathData close() {
        data.append('Z');
        return this;
    }

    boolean isEmpty() {
        return data.isEmpty();
    }

    private PathData add(char command, double x, double y) {
        data.append(command).append(SvgWriter.number(x)).append(' ').append(SvgWriter.number(y));
        return this;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
