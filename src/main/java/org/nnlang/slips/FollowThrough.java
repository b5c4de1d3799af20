package org.nnlang.slips;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Cell.Kind;
import org.nnlang.slips.Course.Asked;
import org.nnlang.slips.Course.Pin;

/**
 * Finds numbers that are wrong, but right for the reader's other numbers: what the worksheet gives if those of earlier lines
 * are used instead of what is computed.
 *
 * <p>A reader goes on from what is on the page, or from more digits of it. So a number may differ by what half a unit of the last
 * digit of each earlier wrong number makes, if that is little; more digits of right ones are known.
 */
final class FollowThrough {
    /** The largest difference that rounding may make, relative to the number, or for a parameter to its last change. */
    private static final double MOST = 0.02;

    private static final int LANES = 64;

    /** Operations allowed for all numbers; above that, each is computed only from numbers of the update before it, or later ones. */
    private static final double WORK = 3e8;

    private final Course course;
    private final List<Claim> claims;
    private final List<Pin> given;
    private final boolean[] right;
    private final Cancellation cancellation;
    private final List<Cell> cells;
    private final Map<Long, Course> courses = new HashMap<>();

    private FollowThrough(
            Course course, List<Claim> claims, List<Pin> given, boolean[] right, Cancellation cancellation) {
        this.course = course;
        this.claims = claims;
        this.given = given;
        this.right = right;
        this.cancellation = cancellation;
        cells = claims.stream()
                .map(claim -> course.cell(course.reading(), claim.quantity()))
                .toList();
    }

    /**
     * Which numbers are right for the reader's other numbers.
     *
     * @param course asked for the claims, in their order
     * @param given numbers that all others go on from
     * @param right which claims are right anyway
     * @return false for claims that are right anyway
     */
    static boolean[] of(
            Course course, List<Claim> claims, List<Pin> given, boolean[] right, Cancellation cancellation) {
        return new FollowThrough(course, claims, given, right, cancellation).all();
    }

    /** A claim's question, its step counted from the first that is known. */
    private Asked asked(int claim) {
        return course.asked().get(claim);
    }

    private boolean[] all() {
        List<List<Integer>> earlier = new ArrayList<>();
        double work = 0;
        for (int i = 0; i < right.length; i++) {
            earlier.add(right[i] ? List.of() : earlier(i));
            work += work(i, earlier.get(i));
        }
        boolean[] follows = new boolean[right.length];
        for (int i = 0; i < follows.length; i++) {
            cancellation.check();
            long from = work > WORK ? asked(i).step() - 1 : 0;
            List<Integer> near =
                    earlier.get(i).stream().filter(j -> asked(j).step() >= from).toList();
            follows[i] = !near.isEmpty() && follows(i, near);
        }
        return follows;
    }

    private double work(int claim, List<Integer> earlier) {
        long first = earlier.stream().mapToLong(i -> asked(i).step()).min().orElse(0);
        double updates = asked(claim).step() - Math.max(0, first - 1) + 1.0;
        return 3.0 * course.first().lines().size() * updates * earlier.size();
    }

    /** The claims that a claim may be computed from. */
    private List<Integer> earlier(int claim) {
        Claim of = claims.get(claim);
        long step = asked(claim).step();
        Set<Cell> reads = new HashSet<>(); // after the update before
        Set<Cell> updates = new HashSet<>(); // in that update
        Sheet update = course.first();
        if (isParameter(of)) {
            update.addSources(cells.get(claim).as(Kind.NEXT), updates);
        } else {
            course.reading().addSources(cells.get(claim), reads);
            reads.stream().filter(FollowThrough::isParameter).forEach(p -> update.addSources(p.as(Kind.NEXT), updates));
        }
        Set<Cell> read = anyRow(reads);
        Set<Cell> updated = anyRow(updates);
        List<Integer> earlier = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Cell cell = cells.get(i).inRow(0);
            long at = asked(i).step();
            boolean same = isParameter(of) ? updated.contains(cell.as(Kind.NEXT)) : read.contains(cell);
            boolean from = at < step - 1 || at == step - 1 && updated.contains(cell) || at == step && same;
            boolean itself = at == step && cells.get(i).equals(cells.get(claim));
            if (from && !itself) {
                earlier.add(i);
            }
        }
        return earlier;
    }

    /** The cells as if the batch had one sample: a reader's number is of one. */
    private static Set<Cell> anyRow(Set<Cell> cells) {
        return cells.stream().map(cell -> cell.inRow(0)).collect(Collectors.toSet());
    }

    private static boolean isParameter(Cell cell) {
        return cell.kind() == Kind.WEIGHT || cell.kind() == Kind.BIAS;
    }

    private static boolean isParameter(Claim claim) {
        return claim.quantity() instanceof Quantity.Parameter;
    }

    /** Whether a claim follows from earlier ones. */
    private boolean follows(int claim, List<Integer> earlier) {
        List<Integer> wrong = earlier.stream().filter(i -> !right[i]).toList();
        List<List<Pin>> trials = new ArrayList<>();
        trials.add(pins(earlier, -1));
        wrong.forEach(off -> trials.add(pins(earlier, off)));
        trials.add(pins(wrong, -1)); // a reader may go on from more digits of the right ones
        double[] values = values(claim, trials);
        Written number = claims.get(claim).number();
        double tolerance = 0;
        for (int i = 1; i <= wrong.size(); i++) {
            tolerance += Math.abs(values[i] - values[0]);
        }
        boolean little = tolerance <= MOST * scale(asked(claim), values[0]);
        return number.match(values[0]) != Written.How.NOT
                || number.match(values[wrong.size() + 1]) != Written.How.NOT
                || little && Math.abs(number.value() - values[0]) <= tolerance + number.unit() / 2;
    }

    /** Earlier numbers to use instead of what is computed, one of them too large by half a unit of its last digit. */
    private List<Pin> pins(List<Integer> from, int off) {
        List<Pin> pins = new ArrayList<>(given);
        for (int i : from) {
            Written number = claims.get(i).number();
            pins.add(new Pin(asked(i), number.value() + (i == off ? number.unit() / 2 : 0)));
        }
        return pins;
    }

    /** What a claim is with each of some pins. */
    private double[] values(int claim, List<List<Pin>> trials) {
        Course after = courses.computeIfAbsent(asked(claim).step(), this::after);
        int place = after.asked().indexOf(asked(claim));
        long from = trials.stream()
                .flatMap(List::stream)
                .mapToLong(Pin::update)
                .min()
                .orElse(0);
        double[] values = new double[trials.size()];
        for (int at = 0; at < values.length; at += LANES) {
            List<List<Pin>> block = trials.subList(at, Math.min(at + LANES, values.length));
            double[][] found = after.runPinned(block, from <= 0 ? null : course.state(from), Math.max(0, from));
            for (int i = 0; i < block.size(); i++) {
                values[at + i] = found[i][place];
            }
        }
        return values;
    }

    /** The course asked for the claims after some updates. */
    private Course after(long step) {
        return course.asking(
                course.asked().stream().filter(one -> one.step() == step).toList());
    }

    /** The size of what can vary of a number. */
    private double scale(Asked of, double value) {
        if (of.quantity() instanceof Quantity.Parameter(int index) && of.step() > 0) {
            return Math.abs(value - course.state(of.step() - 1).parameters()[index]);
        }
        return Math.abs(value);
    }
}
