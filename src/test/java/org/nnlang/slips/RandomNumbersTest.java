package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.session.Session;
import org.nnlang.text.Digits;

/** Numbers that come of nothing at all are not explained away: how many are, stands in the tests' output. */
class RandomNumbersTest {
    private static final int COUNT = 250;
    private static final int MOST = 4; // of both kinds: less than 1%

    private static final String CLASSIC = """
            input x[2]; layer h[2] sigmoid; layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]; weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed; bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]; learning rate = 0.5
            """;

    private static final String SAMPLES = """
            input x[2]; layer h[3] tanh; layer y[2] linear
            weights h = [0.5, -0.2; 0.1, 0.8; -0.7, 0.4]; weights y = [0.6, -0.5, 0.3; 0.2, 0.7, -0.4]
            data = [0.3, 0.8 -> 0.5, -0.4; -0.6, 0.2 -> 0.9, 0.1; 1.1, -0.7 -> -1.6, 0.3]; batch = all
            learning rate = 0.3
            """;

    @TestFactory
    Stream<DynamicTest> fewRandomNumbersAreExplained() {
        return Stream.of(
                test(CLASSIC + "train 1", "w5"), test(CLASSIC + "train 3", "error"), test(SAMPLES + "train 2", "w1"));
    }

    private static DynamicTest test(String script, String quantity) {
        String name = quantity + " after " + script.substring(script.lastIndexOf('\n') + 1);
        return DynamicTest.dynamicTest(name, () -> {
            Session session = new Session();
            session.run(script);
            double right = session.number(quantity);
            Random random = new Random(7);
            int anywhere = explained(session, quantity, random::nextDouble);
            int near = explained(session, quantity, () -> right * (0.9 + 0.2 * random.nextDouble()));
            IO.println(name + ": of " + COUNT + " random numbers of 6 digits, false explanations for " + anywhere
                    + " between 0 and 1, and for " + near + " within 10% of the right one");
            assertThat(anywhere + near).isLessThanOrEqualTo(MOST);
        });
    }

    private static int explained(Session session, String quantity, DoubleSupplier random) {
        int count = 0;
        for (int i = 0; i < COUNT; i++) {
            Answer answer = Asking.why(session, quantity, Digits.format(random.getAsDouble(), 6));
            count += answer.verdict().equals("slip") ? 1 : 0;
        }
        return count;
    }
}
