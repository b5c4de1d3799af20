package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nnlang.interpreter.Event;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.DiagnosticRenderer;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;

/** Random scripts end in results and diagnostics, and what the check lets pass doesn't fail for what it looked at. */
class FuzzTest {
    private static final int SCRIPTS = Integer.getInteger("fuzz.scripts", 600);

    @Test
    void statementsThatLookRight() {
        int ran = 0;
        for (int seed = 0; seed < SCRIPTS; seed++) {
            ran += run("seed " + seed, new ScriptMaker(seed).script()) == Result.INVALID ? 0 : 1;
        }
        assertThat(ran).as("scripts that pass the check").isGreaterThan(SCRIPTS / 10);
    }

    /** Every statement alone, in one session that goes on whatever fails, so that much more is run. */
    @Test
    void statementAfterStatement() {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            Session session = new Session();
            String script = new ScriptMaker(seed).script();
            for (String statement : script.split("\n(?![ }])")) {
                run("seed " + seed + ", " + statement, session, statement);
            }
        }
    }

    @Test
    void mutatedScripts() {
        SplittableRandom random = new SplittableRandom(1);
        for (int seed = 0; seed < SCRIPTS; seed++) {
            StringBuilder script = new StringBuilder(new ScriptMaker(seed).script());
            for (int i = 0; i < 3; i++) {
                mutate(script, random);
            }
            run("seed " + seed + ", mutated", script.toString());
        }
    }

    private static void mutate(StringBuilder script, SplittableRandom random) {
        int at = random.nextInt(script.length());
        switch (random.nextInt(4)) {
            case 0 -> script.deleteCharAt(at);
            case 1 -> script.insert(at, " ()[]{};,=~@\"#0.5ewh-\n".charAt(random.nextInt(22)));
            case 2 -> script.setCharAt(at, script.charAt(random.nextInt(script.length())));
            default -> script.insert(at, script.substring(at, Math.min(script.length(), at + random.nextInt(30))));
        }
    }

    /** What becomes of the biases in a block can't be known before it runs. */
    private static boolean biasIsGone(Problem problem, String script) {
        return script.contains("{\n")
                && (problem instanceof Problem.NoBias || problem instanceof Problem.NoSuchParameter);
    }

    private static Result run(String name, String script) {
        return run(name, new Session(), script);
    }

    private static Result run(String name, Session session, String script) {
        List<Diagnostic> told = new ArrayList<>();
        TextPrinter text = new TextPrinter(100);
        JsonPrinter json = new JsonPrinter();
        Result result = session.run(new Source("fuzz", script), event -> {
            text.print(event);
            json.print(event);
            if (event instanceof Event.Reported reported
                    && reported.diagnostic().severity() == Diagnostic.Severity.ERROR) {
                told.add(reported.diagnostic());
            }
        });
        for (Diagnostic diagnostic : told) {
            Problem problem = diagnostic.problem();
            boolean checked = problem instanceof Problem.InNames && !biasIsGone(problem, script)
                    || problem instanceof Problem.InShapes;
            if (problem instanceof Problem.InMachine || checked && result != Result.INVALID) {
                fail(name + "\n" + new DiagnosticRenderer(false).render(diagnostic) + "\n" + script);
            }
        }
        assertThat(told.isEmpty()).as(name).isEqualTo(result == Result.FINE);
        return result;
    }
}
