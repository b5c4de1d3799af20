package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Names;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;
import org.nnlang.training.State;

/** Lays a working with a slip beside the right one, and finds where they part. */
final class Comparison {
    /** So many lines are shown before the place, and so many behind it. */
    private static final int BEFORE = 2;

    private static final int AFTER = 5;

    /** Values that differ by less, relatively, are printed alike: one was rounded in double, the other to decimals. */
    private static final double SAME = 1e-14;

    private final Calculation right;
    private final Calculation wrong;
    private final Cancellation cancellation;
    private final Layout layout;
    private Workings left;
    private Workings beside;
    private List<Quantity.Scalar> order;

    Comparison(Calculation right, Calculation wrong, Cancellation cancellation) {
        this.right = right;
        this.wrong = wrong;
        this.cancellation = cancellation;
        layout = new Layout(right.network(), wrong.network());
    }

    /** Where the two part, or null where one of them can't be told. */
    FirstDifference parting() {
        long end = right.replay().updates();
        long step = load(0) ? 0 : -1;
        if (step == 0 && end > 0 && firstDifference(null) < 0) {
            step = partingStep(end);
            step = load(step) ? step : -1;
        }
        boolean given = end == 0 && isParameter(right.asked());
        return step < 0 || given ? null : told(step, end);
    }

    private boolean load(long step) {
        left = Workings.at(right, step, cancellation);
        beside = Workings.at(wrong, step, cancellation);
        if (left == null || beside == null) {
            return false;
        }
        Set<Quantity.Scalar> keys = new LinkedHashSet<>();
        left.lines().keySet().stream().filter(key -> !isParameter(key)).forEach(keys::add);
        if (step < right.replay().updates()) {
            for (int i = 0; i < right.network().parameterCount(); i++) {
                Quantity.Scalar key = new Quantity.Parameter(i);
                if (left.lines().containsKey(key) || beside.lines().containsKey(other(key))) {
                    keys.add(key);
                }
            }
        }
        order = List.copyOf(keys);
        return true;
    }

    private static boolean isParameter(Quantity.Scalar key) {
        return key instanceof Quantity.Parameter;
    }

    /** The same quantity in the network with the slip. */
    private Quantity.Scalar other(Quantity.Scalar key) {
        return layout.quantity(key, 0);
    }

    /** The step after which the first update that differs is made; the last one where none does. */
    private long partingStep(long end) {
        long same = 1;
        long differs = end + 1;
        while (differs - same > 1) {
            long middle = (same + differs) / 2;
            if (sameAfter(middle)) {
                same = middle;
            } else {
                differs = middle;
            }
        }
        return same;
    }

    private boolean sameAfter(long step) {
        State a = right.replay().first(step).run(cancellation);
        State b = wrong.replay().first(step).run(cancellation);
        return a != null && b != null && Arrays.equals(layout.parameters(a.parameters()), b.parameters());
    }

    /** The first line that differs, of those that {@code some} has, or of all; −1 for none. */
    private int firstDifference(Set<Quantity.Scalar> some) {
        for (int i = 0; i < order.size(); i++) {
            if (differs(order.get(i)) && (some == null || some.contains(order.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** What one of the two does without, as only who rounds writes ∂error/∂out down, can't differ. */
    private boolean differs(Quantity.Scalar key) {
        if (!isParameter(key) && !beside.lines().containsKey(other(key))) {
            return false;
        }
        double a = left.value(key);
        double b = beside.value(other(key));
        return a != b && !(Math.abs(a - b) <= SAME * Math.abs(a)) && !(Double.isNaN(a) && Double.isNaN(b));
    }

    private FirstDifference told(long step, long end) {
        Quantity.Scalar target = Symbols.plain(right.asked());
        boolean here = order.contains(target) && (isParameter(target) ? step + 1 == end : step == end);
        Set<Quantity.Scalar> needed = here ? needs(target) : step < end ? onTheWay() : null;
        int first = firstDifference(needed);
        List<Integer> shown = first < 0 ? List.of() : shown(first, needed);
        List<FirstDifference.Row> rows = new ArrayList<>();
        Names names = new Names(right.network());
        long from = right.replay().first();
        int last = -1;
        for (int i : shown) {
            Quantity.Scalar key = order.get(i);
            rows.add(new FirstDifference.Row(
                    name(names, key, from + step),
                    left.value(key),
                    beside.value(other(key)),
                    last < 0 ? 0 : gap(last, i, needed)));
            last = i;
        }
        Derivation a = first < 0 ? null : left.lines().get(order.get(first));
        Derivation b = first < 0 ? null : beside.lines().get(other(order.get(first)));
        String where = step < end ? "update " + (from + step + 1) : "step " + (from + end);
        return new FirstDifference(where, rows, shown.indexOf(first), a, b, right.network(), wrong.network());
    }

    /** What the first new parameter that differs is made of; null where none does. */
    private Set<Quantity.Scalar> onTheWay() {
        return order.stream()
                .filter(key -> isParameter(key) && differs(key))
                .findFirst()
                .map(this::needs)
                .orElse(null);
    }

    private static String name(Names names, Quantity.Scalar key, long step) {
        return names.syntax(key) + (isParameter(key) ? " @ " + (step + 1) : "");
    }

    /** How many lines that differ, too, lie between two that are shown. */
    private int gap(int from, int to, Set<Quantity.Scalar> needed) {
        int count = 0;
        for (int i = from + 1; i < to; i++) {
            count += differs(order.get(i)) && (needed == null || needed.contains(order.get(i))) ? 1 : 0;
        }
        return count;
    }

    /** All that a line is made of, itself included. */
    private Set<Quantity.Scalar> needs(Quantity.Scalar target) {
        Set<Quantity.Scalar> needed = new HashSet<>(Set.of(target));
        for (int i = order.size() - 1; i >= 0; i--) {
            Quantity.Scalar key = order.get(i);
            if (needed.contains(key)) {
                parts(key).stream().filter(part -> !isParameter(part)).forEach(needed::add);
            }
        }
        return needed;
    }

    private Set<Quantity.Scalar> parts(Quantity.Scalar key) {
        Derivation line = left.lines().get(key);
        Derivation wrongLine = beside.lines().get(other(key));
        Set<Quantity.Scalar> parts = line == null ? new HashSet<>() : Symbols.of(line);
        if (wrongLine != null) {
            parts.addAll(Symbols.of(wrongLine)); // parameters aside, both networks number their quantities alike
        }
        return parts;
    }

    private List<Integer> shown(int first, Set<Quantity.Scalar> needed) {
        List<Integer> shown = new ArrayList<>();
        Set<Quantity.Scalar> parts = parts(order.get(first));
        for (int i = first - 1; i >= 0 && shown.size() < BEFORE; i--) {
            if (parts.contains(order.get(i))) {
                shown.addFirst(i);
            }
        }
        shown.add(first);
        List<Integer> behind = new ArrayList<>();
        for (int i = first + 1; i < order.size(); i++) {
            if (differs(order.get(i)) && (needed == null || needed.contains(order.get(i)))) {
                behind.add(i);
            }
        }
        if (behind.size() <= AFTER) {
            shown.addAll(behind);
        } else {
            shown.addAll(behind.subList(0, AFTER - 1));
            shown.add(behind.getLast());
        }
        return shown;
    }
}
