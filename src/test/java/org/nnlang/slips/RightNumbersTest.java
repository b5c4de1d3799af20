package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nnlang.slips.WrongNumbers.Question;

/** Right numbers of a program that is independent of nn are called right: rounded, cut off, and in float32. */
class RightNumbersTest {
    /** One of so many is asked for; {@code -Dslips.right=1} asks for all. */
    private static final int SHARE = Integer.getInteger("slips.right", 150);

    @Test
    void rightNumbersAreCalledRight() {
        Random random = new Random(1);
        for (String line : WrongNumbers.lines("right.csv").stream().skip(1).toList()) {
            if (random.nextInt(SHARE) == 0) {
                String[] f = line.split(",");
                Question question = new Question(f[0], Integer.parseInt(f[1]), f[2]);
                List<String> written = List.of(f).subList(3, f.length);
                assertThat(WrongNumbers.ask(question, written))
                        .as("%s = %s", question, written)
                        .extracting(Answer::verdict)
                        .containsOnly(Answer.Verdict.RIGHT);
            }
        }
    }
}
