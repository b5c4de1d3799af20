package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A statement that fails changes nothing: a session goes on as one in which it was never typed. */
class UnchangedTest {
    private static final int SCRIPTS = Integer.getInteger("unchanged.scripts", 250);

    /** What uses nearly all that a session remembers. */
    private static final List<String> REST = List.of(
            "show settings",
            "show data",
            "show step, epoch",
            "next",
            "undo",
            "train 2",
            "show settings",
            "next",
            "undo 2",
            "show step @ 0",
            "reset",
            "show slope, k, m, broken, v1, v2, v3",
            "undo",
            "train 3",
            "forward");

    @Test
    void ofRandomScripts() {
        int failed = 0;
        for (int seed = 0; seed < SCRIPTS; seed++) {
            failed += check(seed);
        }
        assertThat(failed).as("statements that failed while running").isGreaterThan(SCRIPTS / 10);
    }

    /** How many statements failed while running. */
    static int check(long seed) {
        ScriptMaker maker = new ScriptMaker(seed);
        Transcript failing = new Transcript();
        Transcript other = new Transcript();
        int failed = 0;
        for (String statement : maker.statements()) {
            Result result = failing.run(statement);
            String printed = failing.printed();
            boolean unmet = failing.errors.stream().allMatch(d -> d.problem().isUnmet());
            if (result == Result.INTERRUPTED
                    || result == Result.FAILED && failing.keepsTraining() && !unchanged(failing, other)) {
                return failed;
            }
            if (result == Result.FINE || unmet) {
                other.run(statement);
                assertThat(other.printed()).as("seed %s, %s", seed, statement).isEqualTo(printed);
            } else if (result == Result.FAILED) {
                failed++;
                assertSame(failing, other, maker, seed, "after " + statement);
            }
        }
        for (String statement : REST) {
            failing.run(statement);
            other.run(statement);
            assertThat(failing.printed()).as("seed %s, %s", seed, statement).isEqualTo(other.printed());
            assertThat(failing.told()).as("seed %s, %s", seed, statement).isEqualTo(other.told());
        }
        assertSame(failing, other, maker, seed, "at the end");
        return failed;
    }

    /** Whether a training that failed made no update. */
    private static boolean unchanged(Transcript failing, Transcript other) {
        return failing.session.number("step") == other.session.number("step");
    }

    private static void assertSame(Transcript a, Transcript b, ScriptMaker maker, long seed, String when) {
        assertThat(a.everything(maker.layers())).as("seed %s, %s", seed, when).isEqualTo(b.everything(maker.layers()));
    }
}
