package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nnlang.math.Formula;
import org.nnlang.network.Cancellation;
import org.nnlang.slips.Course.Asked;
import org.nnlang.slips.WrongNumbers.Case;
import org.nnlang.slips.WrongNumbers.Question;

/** Whether `why` names the slips behind wrong numbers: held against numbers of a program that doesn't know nn's slips. */
class SlipTableTest {
    /** One of so many questions is asked; {@code -Dslips.share=1} asks all. */
    private static final int SHARE = Integer.getInteger("slips.share", 150);

    private final Map<Question, Course> others = new HashMap<>();

    /** How many of some answers were right. */
    private static final class Score {
        private int cases;
        private int first;
        private int amongThree;
        private int stated;
        private int same;
    }

    @Test
    void namesTheSlipFirst() {
        check("common.csv", 0.75, 0.88, 0.95);
    }

    @Test
    void namesSlipsThatItWasNotMadeFor() {
        check("rare.csv", 0.45, 0.65, 0.70);
    }

    /** Slips of a second trial; half of their numbers were found when they were written. */
    @Test
    void namesSlipsWrittenLater() {
        check("more.csv", 0.35, 0.60, 0.70);
    }

    private void check(String file, double... least) {
        Map<Integer, Score> byDigits = new TreeMap<>();
        Map<String, Score> bySlip = new TreeMap<>();
        Map<Question, List<Case>> all = WrongNumbers.byQuestion(WrongNumbers.cases(file));
        Random random = new Random(1);
        List<String> missed = new ArrayList<>();
        all.forEach((question, cases) -> {
            if (random.nextInt(SHARE) == 0) {
                ask(question, cases, byDigits, bySlip, missed);
            }
        });
        if (Boolean.getBoolean("slips.missed")) {
            missed.forEach(System.out::println);
        }
        System.out.println(file + ": digits, cases, first, among three, stated, right at these digits");
        byDigits.forEach((digits, score) -> print(digits + "", score));
        if (SHARE == 1 || Boolean.getBoolean("slips.missed")) {
            bySlip.forEach(SlipTableTest::print);
        }
        int i = 0;
        for (Map.Entry<Integer, Score> entry : byDigits.entrySet()) {
            assertThat((double) entry.getValue().first / entry.getValue().cases)
                    .as("first at %d digits", entry.getKey())
                    .isGreaterThan(least[i++]);
        }
    }

    private static void print(String name, Score s) {
        System.out.printf(
                "%-34s %5d %6.1f %6.1f %6.1f %5d%n",
                name,
                s.cases,
                100.0 * s.first / s.cases,
                100.0 * s.amongThree / s.cases,
                100.0 * s.stated / s.cases,
                s.same);
    }

    private void ask(
            Question question,
            List<Case> cases,
            Map<Integer, Score> byDigits,
            Map<String, Score> bySlip,
            List<String> missed) {
        Course course = course(question);
        Suspects suspects = new Suspects(course, Cancellation.NONE);
        for (Case one : cases) {
            for (int digits : WrongNumbers.DIGITS) {
                Score score = byDigits.computeIfAbsent(digits, _ -> new Score());
                String text = one.written(digits);
                Written written = Written.of(text, Double.parseDouble(text));
                if (written.match(one.right()) != Written.How.NOT) {
                    score.same++;
                    continue;
                }
                Score slip = bySlip.computeIfAbsent(one.slip() + " " + digits, _ -> new Score());
                List<Evidence.Claim> claims = List.of(new Evidence.Claim(written, one.right()));
                List<Evidence.Group> groups = Evidence.groups(claims, suspects.candidates(), suspects.values());
                int rank = rank(one, groups);
                boolean stated = Evidence.states(groups, claims, suspects.candidates(), suspects.values());
                count(score, rank, stated);
                count(slip, rank, stated);
                if (rank != 0) {
                    missed.add(one.slip() + " " + one.site() + " " + question + " " + text + " (" + one.right()
                            + ") rank " + rank + " of "
                            + groups.size()
                            + (groups.isEmpty()
                                    ? ""
                                    : " first "
                                            + groups.getFirst()
                                                    .candidates()
                                                    .getFirst()
                                                    .description()
                                                    .operation() + " "
                                            + groups.getFirst()
                                                    .candidates()
                                                    .getFirst()
                                                    .change()
                                                    .rewritings()));
                }
            }
        }
    }

    private static void count(Score score, int rank, boolean stated) {
        score.cases++;
        score.first += rank == 0 ? 1 : 0;
        score.amongThree += rank >= 0 && rank < 3 ? 1 : 0;
        score.stated += stated && rank == 0 ? 1 : 0;
    }

    /** The number of the first answer that is the same computation as the slip, or −1. */
    private int rank(Case one, List<Evidence.Group> groups) {
        for (int i = 0; i < Math.min(5, groups.size()); i++) {
            List<Candidate> likely = groups.get(i).candidates();
            for (Candidate candidate : likely.subList(0, Math.min(6, likely.size()))) {
                if (isSame(one, candidate)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean isSame(Case one, Candidate candidate) {
        if (candidate.kind() == Candidate.Kind.COPY && !isOfSettings(candidate.change())) {
            return isSameCopy(one, candidate.description());
        }
        for (int other = 1; other <= 3; other++) {
            Course course = others.computeIfAbsent(one.question().in(other), SlipTableTest::course);
            double value = new Search(course, Cancellation.NONE)
                    .values(List.of(candidate))
                    .getFirst()[0];
            double expected = one.others()[other - 1];
            if (!(Math.abs(value - expected) <= 1e-9 * Math.max(Math.abs(expected), 1e-3))) {
                return false;
            }
        }
        return true;
    }

    /** Whether only settings are other ones, which are the same in all networks. */
    private static boolean isOfSettings(Change change) {
        return !change.givens().isEmpty()
                && change.givens().stream().allMatch(given -> given.what() instanceof Formula.Named);
    }

    /** Numbers copied wrongly differ from network to network: the same number must be it. */
    private static boolean isSameCopy(Case one, Description description) {
        String site = one.site().equals("learning rate") ? "η" : one.site().replaceFirst("target (\\w+)", "target($1)");
        boolean swapped = one.slip().endsWith("-swapped")
                && description
                        .operation()
                        .startsWith(one.slip().substring(0, one.slip().indexOf('-')));
        return swapped
                || description instanceof Description.OfGiven given
                        && !site.isEmpty()
                        && (given.names().getFirst() + " ").startsWith(site + " ");
    }

    private static Course course(Question question) {
        Answer answer = WrongNumbers.askRight(question);
        Claim claim = answer.checked().getFirst().claim();
        return new Course(
                answer.calculation(), List.of(new Asked(claim.quantity(), claim.step())), List.of(), Cancellation.NONE);
    }
}
