package org.nnlang.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nnlang.language.Event;
import org.nnlang.render.JsonPrinter;
import org.nnlang.session.MemoryHost;
import org.nnlang.session.ScriptMaker;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Source;

/** {@code undo} and {@code redo} at the prompt. */
class EntryHistoryTest {
    private static final int SCRIPTS = Integer.getInteger("undo.scripts", 25);

    private static final String NETWORK = "input x[2]; layer h[2] tanh; layer y[1] relu";

    private static final List<String> ASKED = List.of(
            "weights", "biases", "network", "settings", "data", "step, epoch", "error", "loss", "slope, v1, v2, k, m");

    private static final List<String> REST =
            List.of("train 2", "next", "undo 1 + 0", "show w1 @ 0", "train 1", "reset", "train 3", "w1 = 2", "forward");

    /** Someone at the prompt, and what nn answers. */
    private static final class User implements ConversationView {
        final MemoryHost host;
        final Conversation conversation;
        private final StringBuilder printed = new StringBuilder();
        private int polls = Integer.MAX_VALUE;

        User() {
            this(new MemoryHost(Map.of(
                    "i.nn", "learning rate = 0.2\nshow step\n",
                    "broken.nn", "learning rate = 0.7\nlet broken = step\nshow 1 / (broken - broken)\n")));
        }

        User(MemoryHost host) {
            this.host = host;
            conversation = new Conversation(host, this);
        }

        /** What an entry prints, with every value to its last bit. */
        String say(String entry) {
            printed.setLength(0);
            conversation.say(new Source("typed", entry));
            return printed.toString();
        }

        /** The values of all that the session knows, and the script that it would save. */
        String everything() {
            StringBuilder all = new StringBuilder();
            ASKED.forEach(asked -> all.append(say("show " + asked)));
            say("save session \"t.nn\" replace");
            return all + saved();
        }

        /** The script that was saved, without what {@link #everything} asked. */
        String saved() {
            List<String> lines = new ArrayList<>(host.files.get("t.nn").lines().toList());
            lines.removeAll(ASKED.stream().map("show "::concat).toList());
            return String.join("\n", lines);
        }

        @Override
        public void on(Event event) {
            if (event instanceof Event.Reported(Diagnostic diagnostic)) {
                printed.append(new DiagnosticRenderer(false).render(diagnostic));
            } else {
                printed.append(new JsonPrinter().print(event));
            }
        }

        @Override
        public boolean isCancelled() {
            return --polls < 0;
        }

        @Override
        public boolean canAsk() {
            return true;
        }

        @Override
        public void print(String text) {
            printed.append(text);
        }

        @Override
        public int width() {
            return 80;
        }

        @Override
        public void clear() {}

        @Override
        public List<String> history() {
            return List.of();
        }
    }

    private final User user = new User();

    @Test
    void thousandsOfEntriesAreNoProblem() {
        User user = new User();
        for (int i = 1; i <= 5000; i++) {
            assertThat(user.say("let v" + i + " = " + i)).isEmpty();
        }
        user.say("undo 2");
        assertThat(user.say("v4998")).contains("4998");
        assertThat(user.say("v4999")).contains("unknown name");
        user.say("redo");
        assertThat(user.say("v4999")).contains("4999");
    }

    @Test
    void takesBackWhatChangedSomethingAndRepeatsIt() {
        user.say(NETWORK);
        user.say("input = [1, 2]; target = 0.5");
        user.say("train 3");
        user.say("show step");
        assertThat(user.say("undo")).isEqualTo("took back `train 3`\n");
        assertThat(user.say("show step")).contains("\"value\":0");
        assertThat(user.say("undo 2")).isEqualTo("took back 2 entries, from `" + NETWORK + "` on\n");
        assertThat(user.say("show x")).contains("error");
        assertThat(user.say("redo")).isEqualTo("repeated `" + NETWORK + "`\n");
        assertThat(user.say("redo 2")).isEqualTo("repeated 2 entries, from `input = [1, 2]; target = 0.5` on\n");
        assertThat(user.conversation.outline().step()).isEqualTo(3);
        assertThat(user.say("redo")).contains("there is nothing to repeat");
        user.say("undo");
        user.say("digits = 4");
        assertThat(user.say("redo")).contains("nothing was taken back, or something has changed since");
        assertThat(user.say("undo 9")).contains("can't take back 9 entries", "there are 3");
        assertThat(user.say("undo 0")).contains("expected a number of entries");
        assertThat(user.say("undo 3")).contains("took back 3 entries");
        assertThat(user.say("undo")).contains("there is nothing to take back", "no entry changed anything");
    }

    @Test
    void withAnythingElseUndoTakesBackTrainingVerbs() {
        user.say(NETWORK + "; input = [1, 2]; target = 0.5");
        user.say("train 3; learning rate = 1; undo");
        assertThat(user.say("show step, settings")).contains("\"value\":0", "\"learning rate\",\"value\":1}");
        user.say("repeat 2 { train 2; undo }");
        assertThat(user.say("undo")).startsWith("took back `repeat 2 {");
        assertThat(user.say("undo # the entry")).startsWith("took back `train 3;");
        assertThat(user.say("show settings")).contains("\"learning rate\",\"value\":0.1}");
        assertThat(user.say("train 1; redo")).contains("nothing to repeat");
        assertThat(user.say("undo;")).startsWith("took back `train 1; redo`");
        assertThat(user.say("redo; show step")).contains("repeated", "\"value\":1");
    }

    @Test
    void takesBackNewLoadReloadAndFailures() {
        user.host.files.put("a.nn", "input x[1]\nlayer y[1] linear\n");
        user.say(NETWORK);
        user.say("watch w1");
        String before = user.everything();
        user.say("new");
        assertThat(user.say("undo")).isEqualTo("took back `new`\n");
        assertThat(user.everything()).isEqualTo(before);
        user.say("load \"a.nn\"");
        assertThat(user.say("reload")).isEmpty();
        assertThat(user.say("undo")).isEqualTo("took back `reload`\n");
        assertThat(user.say("undo")).isEqualTo("took back `load \"a.nn\"`\n");
        assertThat(user.everything()).isEqualTo(before);
        assertThat(user.say("reload")).contains("nothing has been loaded");
        user.say("layer z[");
        user.say("let a = 1; show 1 / 0; let b = 2");
        assertThat(user.say("undo")).startsWith("took back `let a = 1; show 1");
        assertThat(user.everything()).isEqualTo(before);
        assertThat(user.say("redo")).startsWith("repeated");
        assertThat(user.say("show a")).contains("\"value\":1");
        assertThat(user.say("undo 2")).contains("took back 2 entries");
    }

    @Test
    void takesBackAStoppedTraining() {
        user.say(NETWORK + "; data = [1, 2 -> 0.5; 0, 1 -> 0.2]");
        String before = user.everything();
        user.polls = 2;
        assertThat(user.say("train 1000000")).contains("stopped");
        user.polls = Integer.MAX_VALUE;
        assertThat(user.conversation.outline().step()).isPositive();
        String after = user.everything();
        assertThat(user.say("undo")).isEqualTo("took back `train 1000000`\n");
        assertThat(user.everything()).isEqualTo(before);
        user.say("redo");
        assertThat(user.everything()).isEqualTo(after);
    }

    @Test
    void takesBackADivergedTraining() {
        user.say("input x[1]; layer y[1] linear; input = 2; target = 1; w1 = 5; learning rate = 1000");
        String before = user.everything();
        assertThat(user.say("train 1000")).contains("overflowed");
        String after = user.everything();
        assertThat(user.say("undo")).isEqualTo("took back `train 1000`\n");
        assertThat(user.everything()).isEqualTo(before);
        user.say("redo");
        assertThat(user.everything()).isEqualTo(after);
    }

    @Test
    void theKernelsAreChosenAsIfAnEntryHadNeverBeen() {
        User other = new User();
        for (User each : List.of(user, other)) {
            each.say(NETWORK + "; data = [1, 2 -> 0.5; 0, 1 -> 0.2]");
            each.say("train 10");
        }
        String before = user.everything();
        user.say("train 2000000");
        assertThat(user.say("show settings")).contains("straight-line");
        user.say("learning rate = 0.2");
        user.say("train 2000000");
        user.say("undo 3");
        assertThat(before).contains("plain arithmetic");
        assertThat(user.everything()).isEqualTo(before);
        for (String entry : List.of("train 500", "show settings", "train 3000", "show settings")) {
            assertThat(user.say(entry)).as(entry).isEqualTo(other.say(entry));
        }
        assertThat(user.everything()).isEqualTo(other.everything());
    }

    @Test
    void watchedQuantitiesStayWatched() {
        user.say(NETWORK + "; w1 = 1");
        user.say("w1 = 2");
        user.say("watch w1");
        assertThat(user.say("undo")).isEqualTo("took back `w1 = 2`\n  w1  2 → 1\n");
        assertThat(user.say("redo")).isEqualTo("repeated `w1 = 2`\n  w1  1 → 2\n");
    }

    @Test
    void whatIsShownMeanwhileStaysInTheScript() {
        user.say("let a = 1");
        user.say("let b = 2");
        user.say("show b");
        user.say("undo");
        user.say("show a");
        user.say("redo");
        user.say("save session \"t.nn\"");
        assertThat(user.saved()).isEqualTo("# a session of nn\nlet a = 1\nshow a\nlet b = 2\nshow b");
    }

    @Test
    void anIfThatElseContinuesIsTakenBackWithIt() {
        user.say("let a = 1");
        user.say("if a == 1 { let b = 2 }");
        user.say("else { let b = 3 }");
        assertThat(user.say("undo")).startsWith("took back `if a == 1");
        user.say("redo");
        user.say("if a == 2 { let c = 2 }");
        user.say("else { let c = 3 }");
        user.say("undo");
        user.say("redo");
        user.say("save session \"t.nn\"");
        assertThat(user.saved()).isEqualTo("""
                # a session of nn
                let a = 1
                if a == 1 { let b = 2 }
                else { let b = 3 }
                if a == 2 { let c = 2 }
                else { let c = 3 }""");
    }

    @Test
    void keepsAHundredEntries() {
        for (int i = 0; i < EntryHistory.MAX_ENTRIES + 5; i++) {
            user.say("let a = " + i);
        }
        assertThat(user.say("undo " + EntryHistory.MAX_ENTRIES)).contains("from `let a = 5` on");
        assertThat(user.say("undo")).contains("there is nothing to take back", "to save memory");
        assertThat(user.say("show a")).contains("\"value\":4");
    }

    @Test
    void goesBackThroughRandomEntries() {
        int changes = 0;
        for (int seed = 0; seed < SCRIPTS; seed++) {
            changes += check(seed);
        }
        assertThat(changes).isGreaterThan(5 * SCRIPTS);
    }

    private static List<String> values(String everything) {
        return everything.lines().filter(line -> line.startsWith("{")).toList();
    }

    /** How many entries changed something. */
    private static int check(long seed) {
        User user = new User();
        User other = new User();
        List<String> befores = new ArrayList<>();
        List<String> changing = new ArrayList<>();
        boolean all = true;
        for (String statement : new ScriptMaker(seed).statements()) {
            String name = "# entry " + changing.size();
            String entry = name + "\n" + (statement.matches("undo.*") ? "if 1 == 1 { " + statement + " }" : statement);
            String before = user.everything();
            String told = user.say(entry);
            String after = user.everything();
            if (user.say("undo").contains("took back `" + name)) {
                assertThat(user.everything())
                        .as("seed %s, undo %s", seed, entry)
                        .isEqualTo(before);
                assertThat(user.say("redo")).contains("repeated `" + name);
                befores.add(before);
                changing.add(entry);
                all &= !told.contains("is kept");
            } else {
                user.say("redo");
            }
            assertThat(user.everything()).as("seed %s, redo %s", seed, entry).isEqualTo(after);
            assertThat(other.say(entry)).as("seed %s, %s", seed, entry).isEqualTo(told);
        }
        String end = user.everything();
        for (int i = changing.size() - 1; i >= 0; i--) {
            user.say("undo");
            assertThat(user.everything()).as("seed %s, undo all", seed).isEqualTo(befores.get(i));
        }
        assertThat(user.say("undo")).contains("nothing to take back");
        for (int i = 1; i < changing.size(); i++) {
            user.say("redo");
            assertThat(user.everything()).as("seed %s, redo all", seed).isEqualTo(befores.get(i));
        }
        user.say("redo");
        assertThat(user.everything()).as("seed %s, at the end", seed).isEqualTo(end);
        if (all) {
            User loading = new User();
            loading.conversation.run(new Source("t.nn", user.host.files.get("t.nn")));
            assertThat(values(loading.everything())).as("seed %s, saved", seed).isEqualTo(values(end));
        }
        for (String statement : REST) {
            assertThat(user.say(statement)).as("seed %s, %s", seed, statement).isEqualTo(other.say(statement));
        }
        assertThat(user.everything()).as("seed %s, rest", seed).isEqualTo(other.everything());
        return changing.size();
    }
}
