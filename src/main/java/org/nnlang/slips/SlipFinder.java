package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Answer.Checked;
import org.nnlang.slips.Answer.Reason;
import org.nnlang.slips.Answer.Verdict;
import org.nnlang.slips.Course.Asked;
import org.nnlang.slips.Course.Pin;
import org.nnlang.slips.Evidence.Group;
import org.nnlang.training.State;

/** Finds the slip that gives a reader's numbers. */
public final class SlipFinder {
    /** The worksheet computes the right value to this, relatively; else it isn't of this calculation. */
    private static final double SAME = 1e-9;

    private static final double SAME_SINGLY = 1e-3;

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

    private static final Change SINGLE = Change.of(new Change.Digits(-1, false, true));

    private final Calculation calculation;
    private final List<Claim> claims;
    private final List<Claim> given;
    private final Cancellation cancellation;
    private final Course course;
    /** How many further slips may be looked for. */
    private final int rounds;
    /** Whether anything is computed in float32. */
    private final boolean singly;

    private final Map<Long, State> states = new HashMap<>();
    private final Map<Long, State> statesByHand = new HashMap<>();
    private final List<Evidence.Claim> evidence = new ArrayList<>();

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
        return new Asked(claim.quantity(), claim.step() - calculation.replay().first());
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
        double[] single = onSheet ? course.run(List.of(SINGLE), null, 0)[0] : new double[0];
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            double right = given.isEmpty() || !onSheet ? right(claims.get(i), calculation, states) : base[i];
            onSheet = onSheet && same(base[i], right);
            checked.add(check(claims.get(i), right, onSheet ? single[i] : Double.NaN));
        }
        if (checked.stream().allMatch(Checked::isRight)) {
            return new Answer(
                    calculation,
                    checked,
                    given,
                    Verdict.RIGHT,
                    List.of(),
                    null,
                    onSheet ? byHand(checked) : null,
                    Answer.Tried.NOTHING,
                    0,
                    -1,
                    null);
        }
        if (!onSheet) {
            return new Answer(
                    calculation, checked, given, Verdict.UNKNOWN, large ? Answer.Tried.LARGE : Answer.Tried.NOTHING);
        }
        follow(checked);
        int first = firstWrong(checked);
        weigh(checked, first);
        Suspects suspects = new Suspects(course, cancellation);
        List<Group> groups = groups(suspects);
        Verdict verdict =
                groups.isEmpty() ? Verdict.UNKNOWN : Evidence.states(groups) ? Verdict.STATED : Verdict.POSSIBLE;
        List<Reason> reasons =
                groups.stream().limit(MOST_REASONS).map(this::reason).toList();
        return new Answer(
                calculation,
                checked,
                given,
                verdict,
                reasons,
                groups.isEmpty() ? nearest(suspects) : null,
                groups.isEmpty() || first < 0 ? null : difference(first, groups.getFirst()),
                suspects.tried(),
                course.first().rows(),
                first,
                first < 0 ? null : next(checked, first, groups.isEmpty() ? null : groups.getFirst()));
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
            Change.Digits digits = candidates.get(i).change().digits();
            double[] value = values.get(i);
            boolean near = !digits.isExact();
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

    /** The right value; {@code states} keeps those of steps asked for before. */
    private double right(Claim claim, Calculation of, Map<Long, State> states) {
        State state = states.computeIfAbsent(
                asked(claim).step(),
                step -> (step < of.replay().updates() ? of.replay().first(step) : of.replay()).run(cancellation));
        return state == null ? Double.NaN : of.reading(state).value(claim.quantity());
    }

    /** The first wrong number in the order of working; −1 if all follow from others. */
    private int firstWrong(List<Checked> checked) {
        return IntStream.range(0, checked.size())
                .filter(i -> !checked.get(i).isRight() && !checked.get(i).follows())
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
        Integer line = sheet.numbers().get(course.cell(sheet, at.quantity()));
        return at.step() + (line == null ? 0 : line / (sheet.lines().size() + 1.0)) * 0.4;
    }

    /** Marks wrong numbers that are right for others. */
    private void follow(List<Checked> checked) {
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

    private Checked check(Claim claim, double right, double single) {
        Written number = claim.number();
        Written.How how = number.match(right);
        double byHand =
                how == Written.How.NOT || !calculation.now().arithmetic().rounds() ? byHand(claim, right) : Double.NaN;
        if (how == Written.How.NOT && number.match(byHand) != Written.How.NOT) {
            how = Written.How.BY_HAND;
        }
        Written.How inSingle = number.match(single);
        if (how == Written.How.NOT && (inSingle == Written.How.ROUNDED || inSingle == Written.How.EXACTLY)) {
            how = Written.How.SINGLE; // cut off, 0.69999999 would be 0.6
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
        Claim earlier = new Claim(claim.name(), claim.quantity(), claim.step() - 1, claim.number());
        double before = right(earlier, calculation, states);
        boolean changes = before != right(claim, calculation, states);
        return changes && claim.number().match(before) != Written.How.NOT ? before : Double.NaN;
    }

    /** The value if nets that can't be told from 0 are 0; NaN if it is the same, or too much work. */
    private double byHand(Claim claim, double right) {
        Calculation hand = calculation.with(plan -> plan.with(plan.arithmetic().withZerosByHand()));
        boolean can = given.isEmpty() && !calculation.now().arithmetic().rounds();
        if (!can || calculation.replay().updates() > 100_000) {
            return Double.NaN;
        }
        double value = right(claim, hand, statesByHand);
        return value == right || Math.abs(value - right) <= 1e-12 * Math.abs(right)
                ? Double.NaN
                : value + 0.0; // −0 is 0
    }
}
