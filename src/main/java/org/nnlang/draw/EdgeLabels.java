package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses where along its edge each label is: as near to its best place as it can be, nowhere on a node or another label, and on as few
 * other edges as possible.
 */
final class EdgeLabels {
    private static final double OVERLAP = 1000;
    private static final int PLACES = 41;
    private static final int ROUNDS = 8;
    private static final double FROM_BEST = 1.5;
    private static final double NEAR = 6;

    /**
     * A straight edge.
     *
     * @param width of its label; 0 for none
     * @param weight how bad another edge's label on it is
     * @param best where on it the label best is, from 0 to 1
     */
    record Line(double x1, double y1, double x2, double y2, double width, double height, double weight, double best) {
        Box at(double share, double cell) {
            double x = x1 + (x2 - x1) * share - width / 2;
            double y = y1 + (y2 - y1) * share - height / 2;
            return cell == 0 ? new Box(x, y, width, height) : new Box(Math.rint(x), Math.rint(y), width, height);
        }

        /** Whether the line touches a box. */
        boolean meets(Box box) {
            double from = 0;
            double to = 1;
            double[] moves = {x2 - x1, y2 - y1};
            double[] starts = {x1, y1};
            double[] least = {box.x(), box.y()};
            double[] most = {box.right(), box.bottom()};
            for (int axis = 0; axis < 2; axis++) {
                if (moves[axis] == 0) {
                    if (starts[axis] <= least[axis] || starts[axis] >= most[axis]) {
                        return false;
                    }
                    continue;
                }
                double a = (least[axis] - starts[axis]) / moves[axis];
                double b = (most[axis] - starts[axis]) / moves[axis];
                from = Math.max(from, Math.min(a, b));
                to = Math.min(to, Math.max(a, b));
            }
            return from < to;
        }
    }

    private final List<Line> lines;
    private final List<Box> taken;
    private final Box room;
    private final double cell;
    private final Box[] places;
    private double cost;

    /**
     * Places the labels.
     *
     * @param taken what labels must not cover
     * @param room where they must be
     * @param cell the size of the cells that they begin in; 0 for none
     */
    EdgeLabels(List<Line> lines, List<Box> taken, Box room, double cell) {
        this.lines = lines;
        this.taken = taken;
        this.room = room;
        this.cell = cell;
        places = new Box[lines.size()];
        double[][] fixed = new double[lines.size()][];
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            moved = false;
            cost = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).width > 0) {
                    if (fixed[i] == null) {
                        fixed[i] = fixedCosts(i);
                    }
                    moved |= improve(i, fixed[i]);
                }
            }
        }
    }

    /** Moves a label to its best place; returns whether it moved. */
    private boolean improve(int i, double[] fixed) {
        Line line = lines.get(i);
        Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < PLACES; p++) {
            if (fixed[p] < least) {
                Box box = line.at(share(p), cell);
                double of = fixed[p] + others(i, box);
                if (of < least) {
                    least = of;
                    best = box;
                }
            }
        }
        cost += least;
        boolean moved = !best.equals(places[i]);
        places[i] = best;
        return moved;
    }

    /** From the middle outwards, so that of equal places the one nearest to the middle is taken. */
    private static double share(int p) {
        double step = (p + 1) / 2 * (0.92 / (PLACES - 1));
        return p % 2 == 0 ? 0.5 - step : 0.5 + step;
    }

    private double[] fixedCosts(int i) {
        double[] costs = new double[PLACES];
        Line line = lines.get(i);
        for (int p = 0; p < PLACES; p++) {
            Box box = line.at(share(p), cell);
            double of = FROM_BEST * Math.abs(share(p) - line.best);
            if (!room.holds(box)) {
                of += OVERLAP;
            }
            for (Box other : taken) {
                of += box.meets(other) ? OVERLAP : 0;
            }
            for (int k = 0; k < lines.size(); k++) {
                of += k != i && lines.get(k).meets(box) ? lines.get(k).weight : 0;
            }
            costs[p] = of;
        }
        return costs;
    }

    /** What other labels cost a place: much if it covers one, a little if it comes close to one. */
    private double others(int i, Box box) {
        Box around = box.grown(cell == 0 ? NEAR : 0);
        double of = 0;
        for (int k = 0; k < places.length; k++) {
            if (k != i && places[k] != null && places[k].meets(around)) {
                of += places[k].meets(box) ? OVERLAP : 0.5;
            }
        }
        return of;
    }

    /** How good the places are: 0 is best; a thousand for each label that covers something. */
    double cost() {
        return cost;
    }

    /** The place of each label; null for an edge without one, or whose label fits nowhere. */
    List<Box> places() {
        List<Box> all = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Box box = places[i];
            boolean free = box != null
                    && room.holds(box)
                    && others(i, box) < OVERLAP
                    && taken.stream().noneMatch(box::meets);
            if (!free) {
                places[i] = null;
            }
            all.add(places[i]);
        }
        return all;
    }
}
