package org.nnlang.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the lines of one height through a grid of numbers, by marching squares. */
final class Contours {
    private static final int NONE = -1;

    private final double[] values;
    private final int rows;
    private final int columns;
    private final double level;

    /**
     * The edges that an edge is joined with by a line through a cell; an edge has the index 2 (row · columns + column) if
     * it goes from there to the next column, and one more if it goes to the next row.
     */
    private final int[] first;

    private final int[] second;

    private Contours(double[] values, int rows, int columns, double level) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
        this.level = level;
        first = new int[2 * rows * columns];
        second = new int[2 * rows * columns];
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
    }

    /**
     * A line, as places in the grid.
     *
     * @param column fractions of columns, 0 for the first
     * @param row fractions of rows
     */
    record Line(double[] column, double[] row) {}

    /** The lines on which the numbers, row after row, have a height; none through a cell with a corner that is NaN. */
    static List<Line> of(double[] values, int rows, int columns, double level) {
        Contours contours = new Contours(values, rows, columns, level);
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                contours.cross(row * columns + column);
            }
        }
        return contours.lines();
    }

    private boolean isAbove(int corner) {
        return values[corner] >= level;
    }

    /** Joins the edges of the cell above and right of a corner between which lines run. */
    private void cross(int corner) {
        int right = corner + 1;
        int up = corner + columns;
        int across = up + 1;
        double sum = values[corner] + values[right] + values[up] + values[across];
        if (Double.isNaN(sum)) {
            return;
        }
        int bottom = 2 * corner;
        int left = bottom + 1;
        int top = 2 * up;
        int rightEdge = 2 * right + 1;
        int above = (isAbove(corner) ? 1 : 0)
                | (isAbove(right) ? 2 : 0)
                | (isAbove(across) ? 4 : 0)
                | (isAbove(up) ? 8 : 0);
        switch (above) {
            case 1, 14 -> join(left, bottom);
            case 2, 13 -> join(bottom, rightEdge);
            case 4, 11 -> join(rightEdge, top);
            case 8, 7 -> join(left, top);
            case 3, 12 -> join(left, rightEdge);
            case 6, 9 -> join(bottom, top);
            case 5, 10 -> {
                boolean middleAbove = sum / 4 >= level;
                if (middleAbove == (above == 5)) {
                    join(left, top);
                    join(bottom, rightEdge);
                } else {
                    join(left, bottom);
                    join(rightEdge, top);
                }
            }
            default -> {}
        }
    }

    private void join(int a, int b) {
        link(a, b);
        link(b, a);
    }

    private void link(int from, int to) {
        if (first[from] == NONE) {
            first[from] = to;
        } else {
            second[from] = to;
        }
    }

    /** Follows the links: first lines with ends, then those that are closed. */
    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int edge = 0; edge < first.length; edge++) {
            if (first[edge] != NONE && second[edge] == NONE) {
                lines.add(follow(edge));
            }
        }
        for (int edge = 0; edge < first.length; edge++) {
            if (first[edge] != NONE) {
                lines.add(follow(edge));
            }
        }
        return lines;
    }

    private Line follow(int start) {
        List<Integer> edges = new ArrayList<>();
        for (int edge = start; edge != NONE; ) {
            edges.add(edge);
            int next = first[edge] != NONE ? first[edge] : second[edge];
            first[edge] = NONE;
            second[edge] = NONE;
            if (next != NONE) {
                unlink(next, edge);
            }
            edge = next;
            if (next == start) {
                edges.add(start);
                break;
            }
        }
        double[] column = new double[edges.size()];
        double[] row = new double[edges.size()];
        for (int i = 0; i < column.length; i++) {
            int corner = edges.get(i) / 2;
            boolean alongRow = edges.get(i) % 2 == 0;
            double a = values[corner];
            double b = values[alongRow ? corner + 1 : corner + columns];
            double share = a == b ? 0.5 : (level - a) / (b - a);
            column[i] = corner % columns + (alongRow ? share : 0);
            row[i] = corner / columns + (alongRow ? 0 : share);
        }
        return new Line(column, row);
    }

    private void unlink(int edge, int from) {
        if (first[edge] == from) {
            first[edge] = NONE;
        } else if (second[edge] == from) {
            second[edge] = NONE;
        }
    }
}
