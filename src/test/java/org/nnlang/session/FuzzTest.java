package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random scripts end in results and diagnostics, and what the check lets pass doesn't fail for what it looked at. */
class FuzzTest {
    /** Of each way, so many: `mvn test -Dtest=FuzzTest -Dfuzz.scripts=250000 -Dfuzz.from=1000` makes others, and more. */
    private static final int SCRIPTS = Integer.getInteger("fuzz.scripts", 200);

    private static final long FROM = Long.getLong("fuzz.from", 0);

    @ParameterizedTest
    @EnumSource
    void endsWellWhateverItSays(Fuzz.Way way) {
        for (long seed = FROM; seed < FROM + SCRIPTS; seed++) {
            Fuzz.Outcome outcome = Fuzz.run(seed, way);
            if (outcome.fault() != null) {
                fail("seed " + seed + ", " + way + "\n" + outcome.fault());
            }
        }
    }

    @Test
    void manyScriptsPassTheCheck() {
        int ran = 0;
        for (long seed = 0; seed < 200; seed++) {
            ran += Fuzz.run(seed, Fuzz.Way.WHOLE).result() == Result.INVALID ? 0 : 1;
        }
        assertThat(ran).as("scripts that pass the check").isGreaterThan(10);
    }
}
