package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Course.Asked;
import org.nnlang.training.State;

/**
 * Tries slips: runs the worksheets with each, and reads what they give. How much is tried depends on the amount of work, never on
 * time, so that an answer is the same on every machine.
 */
final class Search {
    /** Variants computed side by side. */
    private static final int MOST_LANES = 64;

    /** Operations allowed for all trials, pairs included. */
    private static final double WORK = 4e8;

    /** Numbers that programs side by side may keep. */
    private static final int MOST_KEPT = 1 << 22;

    /** The cost of an operation of a variant alone, in operations of variants side by side. */
    private static final double ALONE = 10;

    /** Slips that give the same parameters after this many updates are taken to give the same ones ever after. */
    private static final long TELLING = 2;

    /** Longer trainings are run once for slips that are the same after the first updates. */
    private static final long LONG = 20;

    private final Course course;
    private final Cancellation cancellation;
    private final double perUpdate;
    private final int lanes;
    private final List<Sheet> sheets;
    private final Count count;
    /** The searches under neighbouring scripts; an empty one if a script can't be. */
    private final Map<Change.Script, Optional<Search>> others = new HashMap<>();

    /** How much was done. */
    private static final class Count {
        private double work;
        private int tried;
        private int left;

        /** Whether more work is allowed; counts it if so. */
        boolean take(double cost) {
            if (work + cost > WORK) {
                left++;
                return false;
            }
            work += cost;
            tried++;
            return true;
        }
    }

    Search(Course course, Cancellation cancellation) {
        this(course, cancellation, new Count());
    }

    private Search(Course course, Cancellation cancellation, Count count) {
        this.course = course;
        this.cancellation = cancellation;
        this.count = count;
        sheets = course.isLarge() ? List.of() : course.sheets();
        int kept = sheets.stream().mapToInt(sheet -> sheet.cells().size()).max().orElse(0);
        lanes = Math.clamp(MOST_KEPT / (kept + 1), 1, MOST_LANES);
        double lines =
                sheets.isEmpty() ? course.gradients() : course.first().asked().cardinality();
        perUpdate = 3 * lines;
    }

    int tried() {
        return count.tried;
    }

    int left() {
        return count.left;
    }

    /** What the candidates give, in their order; NaN for those that weren't tried. */
    List<double[]> values(List<Candidate> candidates) {
        double[][] values = new double[candidates.size()][];
        Map<Change.Script, List<Integer>> scripts = new LinkedHashMap<>();
        IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -candidates.get(i).weight()))
                .forEach(i -> scripts.computeIfAbsent(candidates.get(i).change().script(), _ -> new ArrayList<>())
                        .add(i));
        // Neighbouring scripts are few; the lines of this one, which are many, take what work is left.
        List<Change.Script> first = new ArrayList<>(scripts.keySet());
        first.sort(Comparator.comparingInt(script -> scripts.get(script).size()));
        for (Change.Script script : first) {
            List<Integer> some = scripts.get(script);
            if (script == null) {
                own(candidates, some, values);
            } else if (isTrained(candidates, some)) {
                trained(script, some.getFirst(), values);
            } else if (course.isLarge()) {
                count.left += some.size();
            } else {
                others.computeIfAbsent(script, this::under).ifPresent(search -> search.own(candidates, some, values));
            }
        }
        double[] none = new double[course.asked().size()];
        Arrays.fill(none, Double.NaN);
        return Arrays.stream(values).map(v -> v == null ? none : v).toList();
    }

    /** Whether another script is all that is changed, and its few updates are made sooner than a worksheet is written. */
    private boolean isTrained(List<Candidate> candidates, List<Integer> some) {
        Change change = candidates.get(some.getFirst()).change();
        return some.size() == 1
                && change.rewritings().isEmpty()
                && change.givens().isEmpty()
                && change.digits().isExact()
                && course.end() <= LONG
                && !course.isPinned()
                && course.asked().stream().noneMatch(one -> isFactor(one.quantity()));
    }

    /** Whether it is a derivative of anything but the error: with another loss there may be none. */
    private static boolean isFactor(Quantity.Scalar quantity) {
        return quantity instanceof Quantity.Partial(Quantity.Scalar of, Quantity.Scalar _)
                && !(of instanceof Quantity.TotalError || of instanceof Quantity.MeanLoss);
    }

    private void trained(Change.Script script, int candidate, double[][] values) {
        Course other = course.with(script);
        if (other != null && count.take((other.end() + 1) * perUpdate)) {
            values[candidate] = other.trained();
        }
    }

    private Optional<Search> under(Change.Script script) {
        Course other = course.with(script);
        return other == null ? Optional.empty() : Optional.of(new Search(other, cancellation, count));
    }

    /** What some candidates give, likeliest first, under this search's script. */
    private void own(List<Candidate> candidates, List<Integer> some, double[][] values) {
        Map<List<Long>, List<Integer>> lanes = new LinkedHashMap<>();
        Map<Integer, Integer> same = course.end() > LONG && some.size() > 1 ? same(candidates, some) : Map.of();
        for (int i : some) {
            Change change = candidates.get(i).change();
            long from = from(change);
            double cost = (course.end() - from + 1) * (perUpdate + ofOwnLines(change) * ALONE);
            if (same.containsKey(i)) {
                count.tried++;
            } else if (count.take(cost)) {
                // Rounding is work at each line, and other orders may not go together; they are not mixed with others.
                List<Long> block = List.of(from, change.digits().isExact() ? 0L : 1, needsOrder(change) ? 1L : 0);
                lanes.computeIfAbsent(block, _ -> new ArrayList<>()).add(i);
            }
        }
        lanes.forEach((block, those) -> run(candidates, those, block.getFirst(), values));
        same.forEach((i, like) -> values[i] = values[like]);
    }

    private void run(List<Candidate> candidates, List<Integer> some, long from, double[][] values) {
        for (int at = 0; at < some.size(); at += lanes) {
            cancellation.check();
            List<Integer> block = some.subList(at, Math.min(at + lanes, some.size()));
            double[][] found = course.run(
                    block.stream().map(i -> candidates.get(i).change()).toList(), state(from), from);
            for (int i = 0; i < found.length; i++) {
                values[block.get(i)] = found[i];
            }
        }
    }

    /** The update before which everything is right. */
    private long from(Change change) {
        boolean fromStart = !change.givens().isEmpty()
                || !change.digits().isExact()
                || change.rewritings().isEmpty();
        long from = fromStart ? 0 : course.end();
        for (Rewriting r : change.rewritings()) {
            from = Math.min(from, r.at() == Rewriting.ALWAYS ? 0 : r.at() == Rewriting.READING ? course.end() : r.at());
        }
        return from;
    }

    private State state(long step) {
        return step == 0 ? null : course.state(step);
    }

    private boolean needsOrder(Change change) {
        for (Rewriting rewriting : change.rewritings()) {
            for (Sheet sheet : sheets) {
                if (sheet.needsOrder(rewriting)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The operations of the lines that a change changes in every update. */
    private double ofOwnLines(Change change) {
        double lines = 0;
        for (Rewriting rewriting : change.rewritings()) {
            if (rewriting.at() == Rewriting.ALWAYS && course.end() > 1) {
                lines += sheets.getFirst().count(rewriting);
            }
        }
        return 3 * lines;
    }

    /** For candidates that do the same as a likelier one in the first updates, that one. */
    private Map<Integer, Integer> same(List<Candidate> candidates, List<Integer> order) {
        List<Asked> told = new ArrayList<>();
        for (int p = 0; p < course.calculation().network().parameterCount(); p++) {
            told.add(new Asked(new Quantity.Parameter(p), TELLING));
        }
        if (told.size() > 2000) {
            return Map.of();
        }
        course.asked().forEach(one -> told.add(new Asked(one.quantity(), TELLING)));
        Search first = new Search(course.asking(told), cancellation);
        List<Integer> always = order.stream()
                .filter(i -> from(candidates.get(i).change()) == 0
                        && candidates.get(i).change().rewritings().stream()
                                .allMatch(r -> r.at() == Rewriting.ALWAYS || r.at() == 0))
                .toList();
        List<double[]> values =
                first.values(always.stream().map(candidates::get).toList());
        Map<String, Integer> known = new HashMap<>();
        Map<Integer, Integer> same = new LinkedHashMap<>();
        for (int i = 0; i < always.size(); i++) {
            Change change = candidates.get(always.get(i)).change();
            boolean once = change.rewritings().stream().anyMatch(r -> r.at() == 0);
            String key = (once ? "once " : "") + key(values.get(i));
            Integer like = known.putIfAbsent(key, always.get(i));
            if (like != null) {
                same.put(always.get(i), like);
            }
        }
        return same;
    }

    private static String key(double[] values) {
        StringBuilder key = new StringBuilder();
        for (double value : values) {
            key.append(Double.doubleToLongBits(Math.round(value * 1e12) / 1e12)).append(' ');
        }
        return key.toString();
    }
}
