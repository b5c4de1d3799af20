package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** Numbers that are wrong only because earlier ones are, against a chain of neurons worked out in plain Java. */
class FollowThroughTest {
    private static final String CHAIN = """
            input x[1]; layer h[1] sigmoid; layer y[1] sigmoid
            weights h = [0.4]; weights y = [0.7]; bias h = 0.1; bias y = -0.2
            input = [0.5]; target = [0.9]; learning rate = 0.5
            """;

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static Answer ask(String script, String question) {
        Session session = new Session();
        session.run(script);
        List<Answer> answers = new ArrayList<>();
        Listener listener = event -> {
            if (event instanceof Event.Answered e) {
                answers.add(e.answer());
            } else if (event instanceof Event.Reported e) {
                throw new AssertionError(e.diagnostic().what().title());
            }
        };
        session.run(new Source("question", "why " + question), listener);
        return answers.getFirst();
    }

    /** r for right, f for follows, w for wrong, for each number in turn. */
    private static String verdicts(String script, String question) {
        StringBuilder all = new StringBuilder();
        for (Answer.Checked one : ask(script, question).checked()) {
            all.append(one.isRight() ? 'r' : one.follows() ? 'f' : 'w');
        }
        return all.toString();
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @Test
    void slipsAreFoundOneAfterTheOther() {
        double out = sigmoid(0.3);
        double delta = sigmoid(0.7 * out - 0.2) - 0.9; // without the derivative
        double gradient = delta * out;
        double weight = 0.7 + 0.5 * gradient; // added instead of subtracted
        Answer answer = ask(
                CHAIN + "train 1",
                "w2 = " + number(weight, 6) + ", delta(y1) @ 0 = " + number(delta, 6) + ", grad(w2) @ 0 = "
                        + number(gradient, 6));
        assertThat(answer.checked()).extracting(Answer.Checked::follows).containsExactly(false, false, true);
        assertThat(answer.first()).isEqualTo(1);
        assertThat(beliefs(answer)).contains("derivative-missing");
        assertThat(answer.next().given()).extracting(Claim::name).containsExactly("delta(y1) @ 0", "grad(w2) @ 0");
        assertThat(answer.next().checked())
                .extracting(one -> one.claim().name())
                .containsExactly("w2");
        assertThat(beliefs(answer.next())).contains("plus-in-update");
        assertThat(answer.next().next()).isNull();
    }

    private static List<String> beliefs(Answer answer) {
        return answer.reasons().getFirst().slips().stream()
                .flatMap(slip -> slip.beliefs().stream())
                .map(Belief::id)
                .toList();
    }

    @Test
    void aWeightThatHasNotChangedInItsDigitsIsToldAsSuch() {
        double out = sigmoid(0.3);
        double y = sigmoid(0.7 * out - 0.2);
        double delta = (y - 0.9) * y * (1 - y) * 0.7 * out * (1 - out);
        Answer answer = ask(CHAIN + "train 1", "w1 = 0.4, b1 = " + number(0.1 - 0.5 * delta, 5));
        assertThat(answer.isRight()).isTrue();
        assertThat(answer.checked().getFirst().before()).isEqualTo(0.4);
        assertThat(answer.checked().getLast().before()).isNaN();
    }

    @Test
    void whatComesAfterAWrongNumberFollows() {
        double net = 0.35; // 0.3 is right
        double out = sigmoid(net);
        double netY = 0.7 * out - 0.2;
        double y = sigmoid(netY);
        double delta = (y - 0.9) * y * (1 - y);
        double w2 = 0.7 - 0.5 * delta * out;
        String page = "net(h1) @ 0 = 0.35, out(h1) @ 0 = " + number(out, 5) + ", net(y1) @ 0 = " + number(netY, 5)
                + ", out(y1) @ 0 = " + number(y, 5) + ", delta(y1) @ 0 = " + number(delta, 5) + ", w2 = "
                + number(w2, 5);
        assertThat(verdicts(CHAIN + "train 1", page)).isEqualTo("wfffff");
    }

    @Test
    void theOrderOfAskingDoesNotMatter() {
        double out = sigmoid(0.35);
        assertThat(verdicts(CHAIN, "out(h1) = " + number(out, 6) + ", net(h1) = 0.35"))
                .isEqualTo("fw");
    }

    @Test
    void aSecondSlipDoesNotFollow() {
        double out = sigmoid(0.35);
        String page = "net(h1) = 0.35, out(h1) = " + number(out, 5) + ", net(y1) = " + number(0.7 * out + 0.2, 5)
                + ", out(y1) = " + number(sigmoid(0.7 * out + 0.2), 5);
        assertThat(verdicts(CHAIN, page)).isEqualTo("wfwf");
    }

    /** Steps are counted from where training was resumed, but a reader counts on. */
    @Test
    void resumedTrainingHasTheSameAnswers() {
        String question =
                "w2 @ %1$d = 0.8, net(y1) @ %1$d = " + number(0.8 * sigmoid(0.3) - 0.2, 6) + ", w2 @ %2$d = 0.9";
        String fresh = verdicts(CHAIN + "train 2\n", question.formatted(0, 2));
        String resumed = verdicts(CHAIN + "resume(step: 10, epoch: 10); train 2\n", question.formatted(10, 12));
        assertThat(resumed).isEqualTo(fresh).startsWith("wf");
    }

    /** Many pages round each number, and go on from the rounded one. */
    @Test
    void roundedNumbersMayBeGoneOnFrom() {
        double out = 0.574; // sigmoid(0.3) = 0.57444
        double netY = 0.7 * out - 0.2;
        assertThat(verdicts(CHAIN, "out(h1) = 0.574, net(y1) = " + number(netY, 5)))
                .isEqualTo("rf");
        assertThat(verdicts(CHAIN, "out(h1) = 0.574, net(y1) = " + number(netY + 0.002, 5)))
                .isEqualTo("rw");
    }

    /** A reader whose calculator keeps all digits of a wrong number writes few of them. */
    @Test
    void halfAUnitOfTheLastDigit() {
        double out = sigmoid(0.3512);
        assertThat(verdicts(CHAIN, "net(h1) = 0.351, out(h1) = " + number(out, 6)))
                .isEqualTo("wf");
        assertThat(verdicts(CHAIN, "net(h1) = 0.351, out(h1) = " + number(sigmoid(0.353), 6)))
                .isEqualTo("ww");
    }

    @Test
    void manyUpdatesLater() {
        double out = sigmoid(0.35);
        String page = "net(h1) @ 2000 = 0.35, out(h1) @ 2000 = " + number(out, 6);
        assertThat(verdicts(CHAIN + "train 3000", page)).isEqualTo("wf");
    }

    @Test
    void aParameterOfTheStartIsGiven() {
        double out = sigmoid(0.9 * 0.5 + 0.1);
        assertThat(verdicts(
                        CHAIN + "train 1",
                        "net(h1) @ 0 = 0.55, out(h1) @ 0 = " + number(out, 6) + " given w1 @ 0 = 0.9"))
                .isEqualTo("rr");
    }

    /** In a batch only the current sample's row has the reader's number. */
    @Test
    void inABatchOneRowIsTheReaders() {
        String batch = """
                input x[1]; layer y[1] linear; weights y = [0.5]; bias y = none
                data = [1 -> 1; 2 -> 3; 3 -> 2]; batch = all; learning rate = 0.1; sample 2; train 1
                """;
        double[] out = {0.5, 1.4, 1.5}; // 1 is right
        double gradient = ((out[0] - 1) * 1 + (out[1] - 3) * 2 + (out[2] - 2) * 3) / 3;
        assertThat(verdicts(batch, "out(y1) @ 0 = 1.4, w1 = " + number(0.5 - 0.1 * gradient, 6)))
                .isEqualTo("wf");
        assertThat(verdicts(batch.replace("batch = all", "batch = 1"), "out(y1) @ 0 = 1.4, w1 @ 1 = 0.55"))
                .as("the update is of sample 1")
                .isEqualTo("wr");
    }

    /** What is wrong by a large amount never follows from numbers that are right to all digits. */
    @Test
    void randomNumbersDoNotFollow() {
        SplittableRandom random = new SplittableRandom(5);
        double out = sigmoid(0.3);
        int follow = 0;
        for (int i = 0; i < 40; i++) {
            String wrong = number(out * 0.7 - 0.2 + random.nextDouble(-1, 1), 4);
            follow += verdicts(CHAIN, "out(h1) = " + number(out, 4) + ", net(y1) = " + wrong)
                            .endsWith("f")
                    ? 1
                    : 0;
        }
        assertThat(follow).isZero();
    }
}
