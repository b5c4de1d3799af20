package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.Random64;
import org.nnlang.slips.Answer.Checked;
import org.nnlang.slips.Answer.Reason;
import org.nnlang.slips.Answer.Verdict;
import org.nnlang.slips.Course.Asked;
import org.nnlang.slips.Course.Pin;
import org.nnlang.slips.Evidence.Group;

/** Finds the slip that gives a reader's numbers. */
public final class SlipFinder {
    /** The worksheet computes the right value to this, relatively; else it isn't of this calculation. */
    private static final double SAME = 1e-9;

    private static final double SAME_SINGLY = 1e-3;

    /** Numbers of float32 that differ more from the right ones aren't told from wrong ones. */
    private static final double MOST_SINGLE = 1e-4;

    private static final int SINGLE_RUNS = 16;

    /** The share of readers whose numbers come from a program in float32. */
    private static final double IN_SINGLE = 0.1;

    private static final int MOST_REASONS = 3;

    private static final int MOST_SLIPS = 3;

    /** How near, in units of its last digit, a number is that may only be rounded otherwise. */
    private static final double NEAR = 2.5;

    /** Another slip that gives the same number is told if it is at least this likely, relative to the first. */
    private static final double SELDOM = 0.1;

    /** Pairs of slips are tried for numbers of at least this many digits; fewer would fit too many pairs. */
    private static final int PAIR_DIGITS = 6;

    /** Slips that are looked for one after the other, each in what the ones before leave. */
    private static final int MOST_ROUNDS = 4;

    private final Calculation calculation;
    private final List<Claim> claims;
    private final List<Claim> given;
    private final Cancellation cancellation;
    private final Course course;
    /** How many further slips may be looked for. */
    private final int rounds;
    /** Whether anything is computed in float32. */
    private final boolean singly;

    private final Trained trained;
    /** With nets that can't be told from 0 as 0. */
    private final Trained byHand;

    private final List<Evidence.Claim> evidence = new ArrayList<>();
    private double[][] inSingle;

    private SlipFinder(
            Calculation calculation, List<Claim> claims, List<Claim> given, int rounds, Cancellation cancellation) {
        this.rounds = rounds;
        this.calculation = calculation;
        this.claims = claims;
        this.given = given;
        this.cancellation = cancellation;
        singly = calculation.now().precision() == Precision.SINGLE
                || calculation.replay().segments().stream()
                        .anyMatch(s -> s.plan() != null && s.plan().precision() == Precision.SINGLE);
        trained = new Trained(calculation, cancellation);
        byHand =
                new Trained(calculation.with(plan -> plan.with(plan.arithmetic().withZerosByHand())), cancellation);
        course = new Course(calculation, claims.stream().map(this::asked).toList(), pins(given), cancellation);
    }

    /**
     * Answers for some numbers.
     *
     * @param calculation up to the last step that is asked for
     * @param given the reader's numbers that all others go on from
     */
    public static Answer answer(
            Calculation calculation, List<Claim> claims, List<Claim> given, Cancellation cancellation) {
        return new SlipFinder(calculation, claims, given, MOST_ROUNDS - 1, cancellation).answer();
    }

    /** The question, its step counted from the first that is known. */
    private Asked asked(Claim claim) {
        return new Asked(
                claim.quantity(),
                claim.neuron(),
                claim.step() - calculation.replay().first());
    }

    private List<Pin> pins(List<Claim> claims) {
        return claims.stream()
                .map(claim -> new Pin(asked(claim), claim.number().value()))
                .toList();
    }

    private Answer answer() {
        boolean reads = !course.rowsRead().isEmpty(); // before there is data, parameters can be asked for
        boolean large = reads && course.isLarge();
        boolean onSheet = reads && !large && course.computes();
        double[] base = onSheet ? course.run(List.of(Change.NONE), null, 0)[0] : new double[0];
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            double right = given.isEmpty() || !onSheet ? right(claims.get(i)) : base[i];
            onSheet = onSheet && same(base[i], right);
            checked.add(check(i, right, onSheet));
        }
        if (checked.stream().allMatch(Checked::isRight)) {
            return right(checked, onSheet ? byHand(checked) : null);
        }
        if (!onSheet && (!large || !given.isEmpty())) {
            return new Answer(
                    calculation, checked, given, Verdict.UNKNOWN, large ? Answer.Tried.LARGE : Answer.Tried.NOTHING);
        }
        if (onSheet) {
            follow(checked);
        }
        int first = onSheet ? firstWrong(checked) : Answer.first(checked);
        weigh(checked, first);
        Suspects suspects = new Suspects(course, cancellation);
        List<Group> groups = groups(suspects);
        if (onSheet && checked.size() == 1 && isLikelierInSingle(checked.getFirst(), groups)) {
            return right(List.of(checked.getFirst().as(Written.How.SINGLE)), null);
        }
        Verdict verdict = groups.isEmpty()
                ? Verdict.UNKNOWN
                : Evidence.states(groups, evidence, suspects.candidates(), suspects.values())
                        ? Verdict.STATED
                        : Verdict.POSSIBLE;
        List<Reason> reasons =
                groups.stream().limit(MOST_REASONS).map(this::reason).toList();
        return new Answer(
                calculation,
                checked,
                given,
                verdict,
                reasons,
                groups.isEmpty() ? nearest(suspects) : null,
                groups.isEmpty() || first < 0 || !onSheet ? null : difference(first, groups.getFirst()),
                suspects.tried(),
                onSheet ? course.first().rows() : 0,
                first,
                first < 0 || !onSheet ? null : next(checked, first, groups.isEmpty() ? null : groups.getFirst()));
    }

    /** The answer for the wrong numbers that a reason leaves; it goes on from those that are known, right or wrong. */
    private Answer next(List<Checked> checked, int first, Group reason) {
        List<Claim> left = new ArrayList<>();
        List<Claim> right = new ArrayList<>();
        List<Claim> known = new ArrayList<>(given);
        for (int i = 0; i < checked.size(); i++) {
            Checked one = checked.get(i);
            boolean explained = i == first || one.follows() || reason != null && reason.gives()[i];
            (one.isRight() ? right : explained ? known : left).add(one.claim());
        }
        if (left.isEmpty() || rounds == 0) {
            return null;
        }
        long last = left.stream().mapToLong(Claim::step).max().orElseThrow();
        known.removeIf(claim -> claim.step() > last);
        left.addAll(stillRight(right, known));
        return new SlipFinder(calculation, left, known, rounds - 1, cancellation).answer();
    }

    /** The right numbers that stay right if others are computed from some wrong ones. */
    private List<Claim> stillRight(List<Claim> right, List<Claim> known) {
        List<Asked> asked = right.stream().map(this::asked).toList();
        Course of = new Course(calculation, asked, pins(known), cancellation);
        if (right.isEmpty() || !of.computes()) {
            return List.of();
        }
        double[] values = of.run(List.of(Change.NONE), null, 0)[0];
        return IntStream.range(0, values.length)
                .filter(i -> right.get(i).number().match(values[i]) != Written.How.NOT)
                .mapToObj(right::get)
                .toList();
    }

    private Answer right(List<Checked> checked, FirstDifference byHand) {
        return new Answer(
                calculation, checked, given, Verdict.RIGHT, List.of(), null, byHand, Answer.Tried.NOTHING, 0, -1, null);
    }

    /** Whether the worksheet gives the right value; in float32 it rounds lines, and not each operation. */
    private boolean same(double a, double b) {
        double same = singly ? SAME_SINGLY : SAME;
        return a == b || Math.abs(a - b) <= same * Math.max(Math.abs(b), 1e-3);
    }

    private Reason reason(Group group) {
        return new Reason(group.values(), group.gives(), slips(group));
    }

    /** The slips of a group that are worth a word: not far less likely than the first, known beliefs before others. */
    private static List<Candidate> told(Group group) {
        double least = SELDOM * group.candidates().getFirst().weight();
        return group.candidates().stream()
                .filter(candidate -> candidate.weight() >= least)
                .sorted(Comparator.comparing(candidate ->
                        candidate.kind() != Candidate.Kind.BELIEF || Beliefs.of(candidate.description()) == null))
                .toList();
    }

    /** The slips of a group in words: of one belief, or one operation, only the likeliest. */
    private List<Answer.Slip> slips(Group group) {
        SlipNames names = new SlipNames(course);
        Map<Object, Answer.Slip> slips = new LinkedHashMap<>();
        for (Candidate candidate : told(group)) {
            Answer.Slip slip = names.slip(candidate);
            Belief belief = slip.parts().getFirst().belief();
            slips.putIfAbsent(belief != null ? belief : candidate.description().operation(), slip);
            if (slips.size() == MOST_SLIPS) {
                break;
            }
        }
        return List.copyOf(slips.values());
    }

    /** Where the first wrong number's calculation leaves the right one. */
    private FirstDifference difference(int first, Group group) {
        return Comparison.of(course, first, told(group).getFirst().change());
    }

    /** What rounding on the way, to as many decimals as the numbers have, gives but for the last digits; or null. */
    private Reason nearest(Suspects suspects) {
        List<Candidate> candidates = suspects.candidates();
        List<double[]> values = suspects.values();
        for (int i = 0; i < candidates.size(); i++) {
            Change change = candidates.get(i).change();
            Change.Digits digits = change.digits();
            double[] value = values.get(i);
            boolean near = !digits.isExact() && change.equals(Change.of(digits));
            for (int k = 0; near && k < claims.size(); k++) {
                Written number = claims.get(k).number();
                near = digits.decimals() == number.decimals()
                        && Math.abs(value[k] - number.value()) <= NEAR * number.unit();
            }
            if (near) {
                Group alone = new Group(value, 0, new boolean[claims.size()], List.of(candidates.get(i)));
                return reason(alone);
            }
        }
        return null;
    }

    /** Where the calculation by hand leaves the one in doubles, if that is all there is to say. */
    private FirstDifference byHand(List<Checked> checked) {
        boolean shown = checked.size() == 1 && !Double.isNaN(checked.getFirst().byHand());
        return shown ? Comparison.byHand(course, 0) : null;
    }

    /** What gives the numbers; what is less likely is tried only if nothing likelier does. */
    private List<Group> groups(Suspects suspects) {
        List<Group> groups = Evidence.groups(evidence, suspects.candidates(), suspects.values());
        int digits =
                claims.stream().mapToInt(claim -> claim.number().digits()).max().orElse(0);
        if (groups.isEmpty()) {
            claims.stream().mapToInt(claim -> claim.number().decimals()).max().ifPresent(suspects::round);
            if (digits >= PAIR_DIGITS) {
                suspects.pairs();
            }
            groups = Evidence.groups(evidence, suspects.candidates(), suspects.values());
        }
        return groups;
    }

    private double right(Claim claim) {
        return trained.value(asked(claim));
    }

    /** The first wrong number in the order of working; −1 if all follow from others. */
    private int firstWrong(List<Checked> checked) {
        return IntStream.range(0, checked.size())
                .filter(i -> checked.get(i).isWrong())
                .boxed()
                .min(Comparator.comparingDouble(this::place))
                .orElse(-1);
    }

    /** Sets what each number tells: the first wrong one must be given. */
    private void weigh(List<Checked> checked, int first) {
        for (int i = 0; i < checked.size(); i++) {
            Checked one = checked.get(i);
            Evidence.Role role =
                    one.follows() ? Evidence.Role.FOLLOWS : i == first ? Evidence.Role.FIRST : Evidence.Role.ANY;
            evidence.add(new Evidence.Claim(one.claim().number(), one.right(), role));
        }
    }

    /** Where a number stands in the order of working. */
    private double place(int claim) {
        Asked at = course.asked().get(claim);
        if (at.quantity() instanceof Quantity.Parameter) {
            return at.step() - 0.5;
        }
        Sheet sheet = course.reading();
        return at.step()
                + sheet.place(course.cell(sheet, at.quantity()))
                        / (sheet.lines().size() + 1.0)
                        * 0.4;
    }

    /** Marks wrong numbers that are right for others. */
    private void follow(List<Checked> checked) {
        if (checked.size() == 1) {
            return;
        }
        boolean[] right = new boolean[checked.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = checked.get(i).isRight();
        }
        boolean[] follows = FollowThrough.of(course, claims, pins(given), right, cancellation);
        for (int i = 0; i < follows.length; i++) {
            if (follows[i]) {
                Checked one = checked.get(i);
                checked.set(i, new Checked(one.claim(), one.right(), one.how(), one.byHand(), true, one.before()));
            }
        }
    }

    private Checked check(int i, double right, boolean onSheet) {
        Claim claim = claims.get(i);
        Written number = claim.number();
        Written.How how = number.match(right);
        double byHand =
                how == Written.How.NOT || !calculation.now().arithmetic().rounds() ? byHand(claim, right) : Double.NaN;
        if (how == Written.How.NOT && number.match(byHand) != Written.How.NOT) {
            how = Written.How.BY_HAND;
        }
        if (how == Written.How.NOT && onSheet && isNearInSingle(i, right)) {
            Written.How rounded = number.match(inSingle[0][i]); // cut off, 0.69999999 would be 0.6
            boolean same = rounded == Written.How.ROUNDED || rounded == Written.How.EXACTLY;
            how = same || claims.size() > 1 ? Written.How.SINGLE : how;
        }
        return new Checked(
                claim,
                right,
                how,
                byHand,
                false,
                how != Written.How.NOT && Double.isNaN(byHand) ? before(claim) : Double.NaN);
    }

    /** A parameter's value before the last update, if that gives the number, too; else NaN. */
    private double before(Claim claim) {
        boolean updated =
                claim.quantity() instanceof Quantity.Parameter && asked(claim).step() > 0;
        if (!updated || !given.isEmpty()) {
            return Double.NaN;
        }
        Claim earlier = new Claim(claim.name(), claim.quantity(), claim.neuron(), claim.step() - 1, claim.number());
        double before = right(earlier);
        boolean changes = before != right(claim);
        return changes && claim.number().match(before) != Written.How.NOT ? before : Double.NaN;
    }

    /**
     * How far the right number of a program in float32 may be from the right one: such programs differ in the order of their
     * operations, so twice as far as any of some in which the last bits of parameters and lines are wrong by chance.
     */
    private double offInSingle(int claim, double right) {
        if (inSingle == null) {
            inSingle = course.run(
                    IntStream.range(0, SINGLE_RUNS).mapToObj(this::single).toList(), null, 0);
        }
        double most = Math.ulp((float) right);
        for (double[] values : inSingle) {
            most = Math.max(most, Math.abs(values[claim] - right));
        }
        return 2 * most;
    }

    /** Every line in float32; in further runs than the first with wrong last bits. */
    private Change single(int run) {
        Random64 random = run == 0 ? null : new Random64(run);
        List<Change.Given> givens = new ArrayList<>();
        for (int p = 0; p < calculation.network().parameterCount() && run > 0; p++) {
            double factor = 1 + (random.nextInt(2) == 0 ? 0x1p-24 : -0x1p-24);
            givens.add(new Change.Given(course.first().parameter(p), -1, Double.NaN, factor));
        }
        return Change.of(givens).and(Change.of(Change.Digits.single(random)));
    }

    /** Whether a number is so near the right one, though not it, that it may come from a program in float32. */
    private boolean isNearInSingle(int claim, double right) {
        Written number = claims.get(claim).number();
        double off = Math.abs(number.value() - right);
        boolean can =
                given.isEmpty() && !singly && !calculation.now().arithmetic().rounds();
        return can
                && number.unit() <= Math.abs(right) / 100
                && off <= MOST_SINGLE * Math.abs(right) + number.unit()
                && off <= offInSingle(claim, right) + number.unit() / 2;
    }

    /** Whether a program in float32 is a likelier reason for the only number than any slip. */
    private boolean isLikelierInSingle(Checked only, List<Group> groups) {
        if (!isNearInSingle(0, only.right())) {
            return false;
        }
        double single = IN_SINGLE * only.claim().number().unit() / (2 * offInSingle(0, only.right()));
        return groups.isEmpty()
                || single > groups.getFirst().score() * evidence.getFirst().chance();
    }

    /** The value if nets that can't be told from 0 are 0; NaN if it is the same, or too much work. */
    private double byHand(Claim claim, double right) {
        boolean can = given.isEmpty() && !calculation.now().arithmetic().rounds();
        if (!can || calculation.replay().updates() > 100_000) {
            return Double.NaN;
        }
        double value = byHand.value(asked(claim));
        return value == right || Math.abs(value - right) <= 1e-12 * Math.abs(right)
                ? Double.NaN
                : value + 0.0; // −0 is 0
    }
}
