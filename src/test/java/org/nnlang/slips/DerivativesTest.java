package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.language.Event;
import org.nnlang.render.SlipWording;
import org.nnlang.session.Session;
import org.nnlang.slips.Answer.Verdict;
import org.nnlang.text.Source;

/** Factors and products of the chain rule: right ones are called right, and slips in them are found. */
class DerivativesTest {
    private static final String SCRIPT = """
            input x[2]
            layer h[2] sigmoid
            layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]
            weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35
            bias y = 0.60
            input = [0.05, 0.10]
            target = [0.01, 0.99]
            learning rate = 0.5
            """;

    // The same network in plain Java.
    private static final double NET_H1 = 0.15 * 0.05 + 0.20 * 0.10 + 0.35;
    private static final double H1 = sigmoid(NET_H1);
    private static final double H2 = sigmoid(0.25 * 0.05 + 0.30 * 0.10 + 0.35);
    private static final double NET_Y1 = 0.40 * H1 + 0.45 * H2 + 0.60;
    private static final double Y1 = sigmoid(NET_Y1);
    private static final double Y2 = sigmoid(0.50 * H1 + 0.55 * H2 + 0.60);
    private static final double SLOPE_H1 = H1 * (1 - H1);
    private static final double SLOPE_Y1 = Y1 * (1 - Y1);
    private static final double DELTA_Y1 = (Y1 - 0.01) * SLOPE_Y1;
    private static final double DELTA_Y2 = (Y2 - 0.99) * Y2 * (1 - Y2);

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("d(net(y1), w5)", H1),
                Arguments.of("d(net(h1), w2)", 0.10),
                Arguments.of("d(net(y1), bias(y1))", 1),
                Arguments.of("d(net(y1), out(h1))", 0.40),
                Arguments.of("d(net(y1), w1)", 0.40 * SLOPE_H1 * 0.05),
                Arguments.of("d(out(y1), net(y1))", SLOPE_Y1),
                Arguments.of("d(out(y1), w5)", SLOPE_Y1 * H1),
                Arguments.of("d(out(y1), out(h1))", SLOPE_Y1 * 0.40),
                Arguments.of("d(out(y1), x1)", SLOPE_Y1 * (0.40 * SLOPE_H1 * 0.15 + 0.45 * H2 * (1 - H2) * 0.25)),
                Arguments.of("d(error(y1), out(y1))", Y1 - 0.01),
                Arguments.of("d(error(y1), net(y1))", DELTA_Y1),
                Arguments.of("d(error(y1), w5)", DELTA_Y1 * H1),
                Arguments.of("d(error(y1), out(h1))", DELTA_Y1 * 0.40),
                Arguments.of("d(error(y1), w1)", DELTA_Y1 * 0.40 * SLOPE_H1 * 0.05));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("d(net(y1), w5)", NET_H1, "net was used instead of the source in ∂net/∂w"),
                Arguments.of("d(net(y1), w5)", H2, "the next neuron's out was used instead of the source in ∂net/∂w"),
                Arguments.of("d(net(y1), w5)", Y1, "the neuron's own out was used instead of the source in ∂net/∂w"),
                Arguments.of(
                        "d(net(y1), out(h1))",
                        0.40 - 0.5 * DELTA_Y1 * H1,
                        "the weights' new values were used instead of the old ones in ∂net/∂out"),
                Arguments.of("d(net(y1), out(h1))", H1, "source was taken for ∂net/∂out"),
                Arguments.of("d(out(y1), w5)", Y1 * Y1 * H1, "1 − was left out of 1 − out in the derivative f′"),
                Arguments.of("d(out(y1), w5)", Y1 * H1, "1 − out was left out of the derivative f′"),
                Arguments.of("d(out(y1), w5)", SLOPE_Y1 * NET_H1, "net was used instead of the source in ∂out/∂w"),
                Arguments.of("d(out(y1), w5)", SLOPE_Y1 * H2, "the next neuron's out was used instead of the source"),
                Arguments.of("d(out(y1), w5)", SLOPE_Y1, "the source was left out of ∂out/∂w"),
                Arguments.of("d(out(y1), w5)", NET_Y1 * (1 - NET_Y1) * H1, "net was used instead of each out"),
                Arguments.of(
                        "d(error(y1), out(h1))",
                        DELTA_Y1 * 0.40 + DELTA_Y2 * 0.50,
                        "the derivative of the whole error was taken for ∂error/∂out"),
                Arguments.of("d(error(y1), w5)", (Y1 - 0.01) * H1, "the derivative f′ was left out of"),
                Arguments.of("d(error(y1), w5)", (0.01 - Y1) * SLOPE_Y1 * H1, "sign"),
                Arguments.of("d(error(y1), w1)", DELTA_Y1 * SLOPE_H1 * 0.05, "the weight was left out of ∂error/∂out"));
    }

    private static Answer ask(String quantity, double number) {
        return ask(quantity + " = " + WrongNumbers.written(number, 9));
    }

    private static Answer ask(String question) {
        List<Answer> answers = new ArrayList<>();
        String script = SCRIPT + "why " + question;
        new Session().run(new Source("script", script), event -> {
            if (event instanceof Event.Answered answered) {
                answers.add(answered.answer());
            }
        });
        return answers.getFirst();
    }

    @ParameterizedTest
    @MethodSource("right")
    void rightOnesAreRight(String quantity, double number) {
        assertThat(ask(quantity, number).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(ask(quantity, 3 * number + 0.123456789).tried().slips()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void slipsAreNamed(String quantity, double number, String words) {
        Answer answer = ask(quantity, number);
        assertThat(answer.verdict()).isIn(Verdict.STATED, Verdict.POSSIBLE);
        assertThat(answer.reasons().getFirst().slips())
                .extracting(slip -> new SlipWording(answer).text(slip))
                .anyMatch(text -> text.contains(words));
    }

    @Test
    void factorsComeBeforeTheGradient() {
        Answer answer = ask("grad(w5) = 0.05, d(out(y1), w5) = 0.07052289, d(net(y1), w5) = 0.3775");
        assertThat(answer.first()).isEqualTo(2);
        assertThat(answer.reasons().getFirst().gives()).containsExactly(false, true, true);
    }
}
