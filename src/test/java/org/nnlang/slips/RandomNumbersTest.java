package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nnlang.network.Cancellation;
import org.nnlang.slips.Course.Asked;
import org.nnlang.slips.WrongNumbers.Question;

/**
 * Numbers that no slip made must not get a reason: at most one in 300, for each kind of quantity and each number of digits.
 *
 * <p>A number is the right value plus u times the size of the last update's change, or, for other quantities than parameters, of the
 * quantity, for u from −3 to 3. {@code -Dslips.all=true} takes more networks, and 100 updates, too.
 */
class RandomNumbersTest {
    private static final int NUMBERS = Integer.getInteger("slips.random", 400);

    private static final double MOST = 1.0 / 300;

    private static final Map<String, List<String>> KINDS = new TreeMap<>(Map.of(
            "weight", List.of("w1", "w5"),
            "gradient", List.of("grad(w1)", "grad(w5)"),
            "delta", List.of("delta(h1)", "delta(y1)"),
            "output", List.of("out(y1)"),
            "error", List.of("error")));

    @Test
    void chanceGetsNoReason() {
        Map<String, int[]> counts = new TreeMap<>();
        boolean all = Boolean.getBoolean("slips.all");
        for (String network : all ? List.of("classic", "tanh", "batch", "adam") : List.of("classic", "adam")) {
            for (int after : all ? new int[] {1, 100} : new int[] {1}) {
                KINDS.forEach((kind, quantities) ->
                        quantities.forEach(quantity -> ask(new Question(network, after, quantity), kind, counts)));
            }
        }
        counts.forEach((kind, count) ->
                System.out.printf("%-14s %6d numbers, %4d reasons stated%n", kind, count[0], count[1]));
        counts.forEach((kind, count) -> assertThat((double) count[1] / count[0])
                .as(kind)
                .isLessThanOrEqualTo(MOST + 2 * Math.sqrt(MOST / count[0])));
    }

    private static void ask(Question question, String kind, Map<String, int[]> counts) {
        Answer answer = WrongNumbers.askRight(question);
        Claim claim = answer.checked().getFirst().claim();
        double right = answer.checked().getFirst().right();
        Course course = new Course(
                answer.calculation(), List.of(new Asked(claim.quantity(), claim.step())), List.of(), Cancellation.NONE);
        double size = kind.equals("weight") ? Math.abs(right - before(answer, claim)) : Math.abs(right);
        Suspects suspects = new Suspects(course, Cancellation.NONE);
        Random random = new Random(question.hashCode());
        for (int digits = 2; digits <= 10; digits += 2) {
            int[] count = counts.computeIfAbsent(kind + " " + digits, _ -> new int[2]);
            for (int i = 0; i < NUMBERS / 10; i++) {
                String text = WrongNumbers.written(right + (6 * random.nextDouble() - 3) * size, digits);
                Written written = Written.of(text, Double.parseDouble(text));
                if (written.match(right) == Written.How.NOT) {
                    count[0]++;
                    List<Evidence.Claim> claims = new ArrayList<>(List.of(new Evidence.Claim(written, right)));
                    List<Evidence.Group> groups = Evidence.groups(claims, suspects.candidates(), suspects.values());
                    if (Evidence.states(groups, claims, suspects.candidates(), suspects.values())) {
                        count[1]++;
                    }
                }
            }
        }
    }

    private static double before(Answer answer, Claim claim) {
        Course course = new Course(
                answer.calculation(),
                List.of(new Asked(claim.quantity(), claim.step() - 1)),
                List.of(),
                Cancellation.NONE);
        return course.run(List.of(Change.NONE), null, 0)[0][0];
    }
}
