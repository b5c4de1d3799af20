package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nnlang.language.Event;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** What {@code why} answers, and what it leaves alone. */
class WhyTest {
    private static final String CLASSIC = """
            input x[2]; layer h[2] sigmoid; layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]; weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed; bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]; learning rate = 0.5
            """;

    private static Session trained(String more) {
        Session session = new Session();
        session.run(CLASSIC + more);
        return session;
    }

    private static List<String> ids(Session session, String quantity, String number) {
        return Asking.why(session, quantity, number).fits().stream()
                .map(trial -> String.join(" + ", trial.ids()))
                .toList();
    }

    @Test
    void changesNothing() {
        Session session = trained("train 2; w5 = 0.3; train 3");
        double[] before = session.vector("weights(h)");
        Asking.why(session, "w5", "0.123456");
        Asking.why(session, "w5 @ 1", "0.123456");
        assertThat(session.vector("weights(h)")).isEqualTo(before);
        session.run("train 1");
        assertThat(session.number("error"))
                .isEqualTo(trained("train 2; w5 = 0.3; train 4").number("error"));
    }

    @Test
    void findsWhatAnotherScriptGives() {
        Session session = trained("train 2; w5 = 0.3; learning rate = 0.4; train 3");
        Session other = trained("learning rate = 1; train 2; w5 = 0.3; train 3");
        String number = Double.toString(other.number("w6"));
        assertThat(ids(session, "w6", number)).containsExactly("rate-forgotten");
        Session forgotten =
                trained("bias h = none; bias y = 0.6 shared fixed; train 2; w5 = 0.3; learning rate = 0.4; train 3");
        assertThat(ids(session, "w6", Double.toString(forgotten.number("w6"))))
                .as("edited by hand")
                .isEmpty();
        Session early = trained("train 2; w5 = 0.3; learning rate = 0.4; train 2");
        assertThat(ids(session, "w6", Double.toString(early.number("w6")))).containsExactly("step-before");
    }

    @Test
    void looksAtTheStepThatIsAskedFor() {
        Session session = trained("train 5");
        assertThat(Asking.why(session, "w5 @ 1", "0.3589").verdict()).isEqualTo("right");
        assertThat(ids(session, "w5 @ 1", Double.toString(session.number("w5 @ 2"))))
                .containsExactly("step-after");
        assertThat(ids(session, "error @ 1", "0.291027924")).containsExactly("updated-weights");
    }

    @Test
    void needsNoTargetForTheForwardPass() {
        Session session = new Session();
        session.run("input x[2]; layer y[2] sigmoid; weights y = [0.4, 0.5; 0.1, 0.2]; bias y = 1; input = [1, 2]");
        assertThat(ids(session, "net(y1)", "1.4")).containsExactly("bias-left-out y");
        assertThat(ids(session, "net(y1)", "1.60")).contains("by-columns y");
        assertThat(ids(session, "w2", "0.123456")).isEmpty();
    }

    @Test
    void skipsSlipsThatLeaveTheirDomain() {
        Session session = new Session();
        session.run("""
                activation log(z) = ln(z)
                input x[1]; layer y[1] log; weights y = 2; bias y = 1 fixed; input = 1; target = 0; train 1""");
        Answer answer = Asking.why(session, "w1", "0.123456");
        assertThat(answer.verdict()).isEqualTo("none");
        assertThat(answer.nearest().value()).isFinite();
    }

    @Test
    void skipsSlipsThatDiverge() {
        Session session = new Session();
        session.run(
                "input x[1]; layer y[1] linear; weights y = 2; input = 100; target = 0; learning rate = 0.0001; train 800");
        assertThat(Asking.why(session, "error", "123.456").verdict()).isEqualTo("none");
    }

    @Test
    void largeTrainingsAreNotRunAgain() {
        Session session = new Session();
        session.run("input x[50]; layer h[60] relu; layer y[10] sigmoid; input = 0.1 * [" + "1, ".repeat(49)
                + "1]; target = [" + "0, ".repeat(9) + "1]; train 3000");
        Answer answer = Asking.why(session, "error", "0.123456");
        assertThat(answer.tried().singlesLeft()).isPositive();
        assertThat(answer.tried().singles()).isPositive();
        assertThat(answer.tried().pairsLeft()).isPositive();
    }

    @Test
    void stopsWhenItIsTold() {
        Session session = trained("train 5000");
        AtomicInteger asked = new AtomicInteger();
        assertThat(Asking.why(session, "w5", "0.1234567", () -> asked.incrementAndGet() < 20))
                .isNull();
        assertThat(asked.get()).isLessThan(5000);
        assertThat(session.number("step")).isEqualTo(5000);
    }

    @Test
    void theSamplesHaveTheAnswersThatTheySpeakOf() throws IOException {
        assertThat(firsts("order"))
                .containsExactly(
                        "updated-weights",
                        "right",
                        "weights-swapped w6 w8",
                        "updated-weights",
                        "updated-weights",
                        "updated-weights");
        assertThat(firsts("half")).containsExactly("factor-half", "factor-half", "factor-half", "right");
        assertThat(firsts("lecture"))
                .containsExactly("updated-weights", "updated-weights", "updated-weights", "updated-weights", "none");
        assertThat(firsts("biases")).first().isEqualTo("bias-trained * + bias-separate *");
        assertThat(firsts("biases")).hasSize(6).last().isEqualTo("right");
    }

    private static List<String> firsts(String sample) throws IOException {
        Path file = Path.of("samples/mistakes/" + sample + ".nn");
        List<String> firsts = new ArrayList<>();
        Result result = new Session().run(new Source(file.toString(), Files.readString(file)), event -> {
            Answer answer = ((Event.Answered) event).answer();
            firsts.add(
                    answer.fits().isEmpty()
                            ? answer.verdict()
                            : String.join(" + ", answer.fits().getFirst().ids()));
        });
        assertThat(result).isEqualTo(Result.FINE);
        return firsts;
    }
}
