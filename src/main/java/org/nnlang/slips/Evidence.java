package org.nnlang.slips;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nnlang.math.Elementary;
import org.nnlang.math.ExactDecimal;

/**
 * Weighs slips against a reader's numbers.
 *
 * <p>x is the reader's number, u the unit of its last digit, r the right number. Without a slip, a number that is wrong by
 * chance is at x with the probability u / (2 |x − r| ln 10⁶): its distance from the right one could have any size of six powers
 * of ten. Or it was mistyped. A slip is stated as the reason if it is {@link #STATED} times as probable as that, and
 * {@link #AHEAD} times as probable as the next, and if at most 1 in {@link #ARBITRARY} numbers up to x would have as good a reason:
 * where slips are many or digits few, some slip gives almost any number.
 */
final class Evidence {
    static final double STATED = 50;

    static final double AHEAD = 3;

    /** Of so many arbitrary numbers, at most one may have a reason that is stated. */
    static final int ARBITRARY = 300;

    /** Half a unit, and a little for halves in binary. */
    private static final double ROUNDED = 0.51;

    /** The share of readers that cut a number off instead of rounding it. */
    private static final double CUT = 0.1;

    private static final double SAME = 1e-10;

    /** The probability that one digit was mistyped, and that two were swapped. */
    private static final double TYPED = 0.02;

    private static final double SWAPPED = 0.01;

    /** How likely another slip is for a number that the first one doesn't give. */
    private static final double UNEXPLAINED = 0.1;

    /** How likely a slip is that would give another number than the one that follows from the reader's. */
    private static final double CONTRADICTED = 0.01;

    /** What a number is among several. */
    enum Role {
        ANY,
        /** The first wrong one: a slip that doesn't give it isn't the reason. */
        FIRST,
        /** It is right for the reader's other numbers: it can only tell against a slip. */
        FOLLOWS
    }

    /** A reader's number for a quantity. */
    record Claim(Written number, double right, Role role) {
        Claim(Written number, double right) {
            this(number, right, Role.ANY);
        }

        double unit() {
            return number.unit();
        }

        /** Whether the right value gives it. */
        boolean isRight() {
            return number.match(right) != Written.How.NOT;
        }

        /**
         * How likely the number is if a value was computed: 1 if it rounds to it, {@link #CUT} if it is cut off to it, or 0. A 0
         * that even the right value would round to is meant exactly.
         */
        double fit(double value) {
            double distance = Math.abs(value - number.value());
            if (number.value() == 0 && unit() >= Math.abs(right)) {
                return distance <= SAME * Math.abs(right) ? 1 : 0;
            }
            boolean cut = distance < unit() && Math.abs(value) > Math.abs(number.value()) && number.value() != 0;
            return distance <= ROUNDED * unit() ? 1 : cut ? CUT : 0;
        }

        /** The probability of the number if it is wrong without a slip. */
        double chance() {
            if (!Double.isFinite(right)) {
                return 1; // nothing to measure a distance from
            }
            double distance = Math.max(Math.abs(number.value() - right), 1e-300);
            return chance(distance) + mistyped();
        }

        private double chance(double distance) {
            return Math.min(1, unit() / (2 * distance * Elementary.ln(1e6)));
        }

        private double mistyped() {
            int decimals = Math.max(0, number.decimals());
            String mine = digits(number.value(), decimals);
            String other = digits(right, decimals);
            if (mine.length() != other.length() || Math.signum(number.value()) != Math.signum(right)) {
                return 0;
            }
            List<Integer> differ = new ArrayList<>();
            int digits = 0;
            for (int i = 0; i < mine.length(); i++) {
                digits += Character.isDigit(mine.charAt(i)) ? 1 : 0;
                if (mine.charAt(i) != other.charAt(i)) {
                    differ.add(i);
                }
            }
            if (differ.size() == 1) {
                return TYPED / (9 * digits);
            }
            boolean swapped = differ.size() == 2
                    && differ.get(1) == differ.get(0) + 1
                    && mine.charAt(differ.get(0)) == other.charAt(differ.get(1))
                    && mine.charAt(differ.get(1)) == other.charAt(differ.get(0));
            return swapped ? SWAPPED / digits : 0;
        }

        /** The digits of a number rounded to some decimals, without its sign. */
        private static String digits(double number, int decimals) {
            String digits = ExactDecimal.parse(Double.toString(Math.abs(number)))
                    .withScale(decimals, RoundingMode.HALF_UP)
                    .unscaled()
                    .toString();
            String all = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
            int point = all.length() - decimals;
            return all.substring(0, point) + "." + all.substring(point);
        }
    }

    /**
     * Slips that give the same numbers.
     *
     * @param score how many times as probable the numbers are by these slips as by chance
     * @param gives which numbers they give
     * @param candidates likeliest first
     */
    record Group(double[] values, double score, boolean[] gives, List<Candidate> candidates) {}

    private Evidence() {}

    /** The slips that give a wrong number and leave the right ones as they are; those with the same values as one, likeliest first. */
    static List<Group> groups(List<Claim> claims, List<Candidate> candidates, List<double[]> values) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double[] value = values.get(i);
            double score = weight(candidates.get(i), claims) * likelihood(claims, value);
            if (score > 0) {
                int same = 0;
                while (same < groups.size() && !same(groups.get(same).values, value)) {
                    same++;
                }
                if (same == groups.size()) {
                    groups.add(new Group(value, 0, gives(claims, value), new ArrayList<>()));
                }
                Group group = groups.get(same);
                group.candidates.add(candidates.get(i));
                groups.set(same, new Group(group.values, group.score + score, group.gives, group.candidates));
            }
        }
        groups.forEach(group -> group.candidates.sort(Comparator.comparingDouble(c -> -weight(c, claims))));
        groups.sort(Comparator.comparingDouble(Group::score).reversed());
        return groups;
    }

    /** A reader who rounds on the way rounds to the decimals of the final number. */
    private static double weight(Candidate candidate, List<Claim> claims) {
        Change.Digits digits = candidate.change().digits();
        int decimals = digits.decimals();
        if (decimals < 0 || digits.family() != null || candidate.kind() != Candidate.Kind.STATEMENT) {
            return candidate.weight();
        }
        boolean own = claims.stream().anyMatch(claim -> claim.number.decimals() == decimals);
        boolean zeros = claims.stream().anyMatch(claim -> claim.number.shortestDecimals() == decimals);
        return candidate.weight() * (own ? 20 : zeros ? 1 : 0.02);
    }

    /**
     * How many times as likely the numbers are with a slip as by chance; 0 if it doesn't give the one that must be given, or
     * changes a right one.
     */
    private static double likelihood(List<Claim> claims, double[] value) {
        double likelihood = 1;
        boolean any = false;
        for (int i = 0; i < value.length; i++) {
            Claim claim = claims.get(i);
            double fit = claim.fit(value[i]);
            if (claim.isRight()) {
                likelihood *= fit;
            } else if (claim.role == Role.FOLLOWS) {
                likelihood *= fit > 0 ? 1 : CONTRADICTED;
            } else if (fit > 0) {
                likelihood *= fit / claim.chance();
                any = true;
            } else {
                likelihood *= claim.role == Role.FIRST ? 0 : UNEXPLAINED;
            }
        }
        return any ? likelihood : 0;
    }

    private static boolean[] gives(List<Claim> claims, double[] value) {
        boolean[] gives = new boolean[claims.size()];
        for (int i = 0; i < gives.length; i++) {
            gives[i] = claims.get(i).fit(value[i]) > 0;
        }
        return gives;
    }

    private static boolean same(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!(Math.abs(a[i] - b[i]) <= SAME * Math.max(Math.abs(a[i]), 1e-6))
                    && !(Double.isNaN(a[i]) && Double.isNaN(b[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first of some groups, of these candidates, is the reason, not only a possible one. */
    static boolean states(List<Group> groups, List<Claim> claims, List<Candidate> candidates, List<double[]> values) {
        return !groups.isEmpty()
                && groups.getFirst().score >= STATED
                && (groups.size() == 1 || groups.getFirst().score >= AHEAD * groups.get(1).score)
                && asGood(groups.getFirst().score, claims, candidates, values) * ARBITRARY <= 1;
    }

    /** A value that slips give, with the weight of all of them. */
    private record Reached(double value, double weight) {}

    /** Of the numbers no farther from the right one than the first wrong number, the share that has a reason of this score. */
    private static double asGood(double score, List<Claim> claims, List<Candidate> candidates, List<double[]> values) {
        int first = IntStream.range(0, claims.size())
                .filter(i -> claims.get(i).role == Role.FIRST)
                .findFirst()
                .orElse(0);
        Claim claim = claims.get(first);
        double farthest = Math.abs(claim.number.value() - claim.right) + claim.unit() / 2;
        List<Reached> reached = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double value = values.get(i)[first];
            double distance = Math.abs(value - claim.right);
            if (claim.unit() <= distance && distance <= farthest) {
                reached.add(new Reached(value, weight(candidates.get(i), claims)));
            }
        }
        reached.sort(Comparator.comparingDouble(Reached::value));
        int good = 0;
        int i = 0;
        while (i < reached.size()) {
            double value = reached.get(i).value;
            double weight = 0;
            for (; i < reached.size() && reached.get(i).value - value <= SAME * Math.abs(value); i++) {
                weight += reached.get(i).weight;
            }
            good += weight >= score * claim.chance(Math.abs(value - claim.right)) ? 1 : 0;
        }
        return good * claim.unit() / (2 * farthest);
    }
}
