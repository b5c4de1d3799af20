package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A saved script restores every bit, in whatever state it is saved. */
class RestoreTest {
    private static final int SCRIPTS = Integer.getInteger("restore.scripts", 200);

    @Test
    void ofRandomScripts() {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            check(seed);
        }
    }

    static void check(long seed) {
        ScriptMaker maker = new ScriptMaker(seed);
        Transcript saving = new Transcript();
        for (String statement : maker.statements()) {
            saving.run(statement);
            if (seed % 4 == 0) {
                assertRestored(saving, maker, "seed " + seed + ", after " + statement);
            }
        }
        assertRestored(saving, maker, "seed " + seed);
    }

    private static void assertRestored(Transcript saving, ScriptMaker maker, String name) {
        String save = "save \"saved.nn\"";
        if (saving.run(save) != Result.FINE) {
            assertThat(saving.told()).as(name).contains("no network yet");
            return;
        }
        String saved = saving.host.files.get("saved.nn");
        Transcript restored = new Transcript();
        assertThat(restored.run(saved))
                .as("%s%n%s%n%s", name, restored.told(), saved)
                .isEqualTo(Result.FINE);
        List<String> layers = saved.contains("are not saved") ? List.of() : maker.layers();
        assertThat(rounded(restored.everything(layers)))
                .as("%s%n%s", name, saved)
                .isEqualTo(rounded(saving.everything(layers)));
        restored.run(save);
        assertThat(lines(restored.host.files.get("saved.nn"))).as(name).isEqualTo(lines(saved));
    }

    /** What is printed without the values that nothing was rounded for: they come from the history, which is not saved. */
    private static String rounded(String printed) {
        return printed.replaceAll(",\"exact\":[^}]*", "");
    }

    /** A saved script without its comments, which tell the number of updates. */
    private static String lines(String saved) {
        return saved.replaceAll("(?m)^#.*\\R", "");
    }
}
