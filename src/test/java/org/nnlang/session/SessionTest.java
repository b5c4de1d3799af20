package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.embed.Nn;
import org.nnlang.explain.Worksheet;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.render.JsonPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.text.Source;

/** The session as a Java program uses it. */
class SessionTest {
    private static final String BOOK = """
            input x[2]
            layer h[2] sigmoid
            layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]
            weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed
            bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]
            learning rate = 0.5
            """;

    private final Session session = new Session();

    @Test
    void answersForItsQuantities() {
        session.run(BOOK);
        assertThat(session.number("error")).isEqualTo(0.2983711087600027);
        assertThat(session.vector("weights(h)")).containsExactly(0.15, 0.20, 0.25, 0.30);
        assertThat(session.vector("net(h)")).containsExactly(0.3775, 0.39249999999999996);
        session.run("train 1");
        assertThat(session.number("w5")).isEqualTo(0.35891647971788465);
        assertThat(session.number("w5 @ 0 - w5")).isEqualTo(0.4 - 0.35891647971788465);
        assertThat(session.number("2 * error @ 0")).isEqualTo(2 * 0.2983711087600027);
    }

    @Test
    void goesOnWithWhatIsNamed() {
        session.run("let a = 2");
        session.run("let b = [a, 3 * a]");
        assertThat(session.vector("b")).containsExactly(2, 6);
        assertThat(session.number("max(b)")).isEqualTo(6);
    }

    @Test
    void knowsWhatScriptsHaveDefined() {
        session.run("activation cube(z) = z^3");
        session.run("loss fourth(t, o) = (t - o)^4");
        assertThat(session.vector("cube([1, 2])")).containsExactly(1, 8);
        session.run("input x[1]; layer y[1] cube; loss fourth; weights y = 2; input = 1; target = 7");
        assertThat(session.number("y1")).isEqualTo(8);
        assertThat(session.number("if(error > 0, error, cube(2))")).isEqualTo(1);
        assertThat(session.number("d(y1, net(y1))")).isEqualTo(12);
        assertThat(session.number("grad(w1)")).isEqualTo(48);
        assertThatThrownBy(() -> session.number("cube")).hasMessageContaining("`cube` is an activation, not a value");
        assertThatThrownBy(() -> session.run("activation cube(z) = 3 * z"))
                .hasMessageContaining("it is an activation, defined in line 1 of script");
    }

    @Test
    void keepsTheLastGoodParametersWhereAFormulaHasNoValue() {
        session.run("activation bad(z) = ln(z); input x[1]; layer y[1] bad; weights y = 2; learning rate = 0.1");
        session.run("data = [1 -> 1; 2 -> 1]; train 1");
        double last = session.number("w1");
        assertThatThrownBy(() -> session.run("data = [1 -> 1; -1 -> 1]; train 1"))
                .hasMessageContaining("at step 4 `bad` has no value: `ln` of -");
        assertThat(session.number("step")).isEqualTo(3);
        assertThat(session.number("w1 @ 2")).isEqualTo(last);
        assertThat(session.number("w1")).isFinite().isNotEqualTo(last);
    }

    @Test
    void refusesWhatIsNoScriptAndNoNumber() {
        session.run(BOOK);
        assertThatThrownBy(() -> session.run(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the script is null");
        for (String notOne : List.of("accuracy > 0.5", "not (1 < 2)")) {
            assertThatThrownBy(() -> session.number(notOne))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("expected a number but this is a condition");
            assertThatThrownBy(() -> session.vector(notOne)).isInstanceOf(ScriptException.class);
        }
        assertThatThrownBy(() -> session.number(null)).hasMessage("the expression is null");
        assertThatThrownBy(() -> session.vector(null)).hasMessage("the expression is null");
        assertThatThrownBy(() -> session.number("out(y)"))
                .hasMessageContaining("expected a number but this is 2 numbers");
        for (String noExpression :
                List.of("", "train 1", "w1; w2", "show weights", "\"w1\"", "w99", "1 / 0", "w1 @ 5")) {
            assertThatThrownBy(() -> session.number(noExpression)).isInstanceOf(ScriptException.class);
        }
    }

    @Test
    void asksWhyBeforeThereIsData() {
        session.run("input x[1]; layer y[1] linear; why w1 = 1; input = 1; target = 2; train 1");
        assertThat(session.number("step")).isEqualTo(1);
    }

    @Test
    void asksWhyOfFiguresThatWereFloats() {
        session.run("input x[1]; layer y[1] linear; input = 1; target = 2");
        session.run("precision = single; train 1; round = 3; why w1 = 5; round = off; why w1 = 5; train 1; why w1 = 5");
        assertThat(session.number("step")).isEqualTo(2);
    }

    @Test
    void asksWhyOfALayerThatWasSoftmax() {
        session.run("input x[1]; layer h[3] softmax; layer g[1] silu; input = 2; target = 2; train 1");
        session.run("activation h = tanh; why b2 = 0.1; why error = 1e300");
        assertThat(session.number("step")).isEqualTo(1);
    }

    @Test
    void checksThatNoNameIsUsedForItself() {
        assertThatThrownBy(() -> session.run("let a = 1; let b = a; let c = c + 1"))
                .hasMessageContaining("unknown name `c`");
        assertThatThrownBy(() -> session.number("b")).hasMessageContaining("unknown name `b`"); // nothing was run
    }

    @Test
    void printsNoHalfOfACharacter() {
        StringBuilder json = new StringBuilder();
        session.run(
                new Source("", "print \"\ud83d\ude00 \ud83d, \ude00\""),
                event -> json.append(new JsonPrinter().print(event)));
        assertThat(json).contains("\"value\":\"\ud83d\ude00 \ufffd, \ufffd\"");
    }

    @Test
    void givesNumbersThatNobodyElseHolds() {
        session.run(BOOK);
        session.vector("weights(h)")[0] = 7;
        session.vector("input")[0] = 7;
        assertThat(session.number("w1")).isEqualTo(0.15);
        assertThat(session.number("x1")).isEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eror",
                "1 +",
                "show 1",
                "1; 2",
                "train 1",
                "1 < 2",
                "[1, 2]",
                "\"text\"",
                "let a = 1",
                "1 / 0"
            })
    void saysWhyThereIsNoNumber(String expression) {
        session.run(BOOK);
        if (expression.equals("show 1")) {
            assertThat(session.number(expression)).isEqualTo(1);
            return;
        }
        assertThatThrownBy(() -> session.number(expression))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("error: ")
                .hasMessageNotContaining("mistake in nn");
        assertThat(session.number("step")).isZero();
    }

    @Test
    void throwsWhatAUserWouldRead() {
        assertThatThrownBy(() -> session.run("input x[2]\nlayer h[2] sigmod"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("""
                        error: unknown activation `sigmod`
                         --> script:2:12
                          |
                        2 | layer h[2] sigmod
                          |            ^^^^^^ did you mean `sigmoid`?
                        """);
    }

    @Test
    void runsNothingOfAScriptThatIsWrong() {
        assertThatThrownBy(() -> session.run("let a = 1\neror")).isInstanceOf(ScriptException.class);
        assertThatThrownBy(() -> session.number("a")).isInstanceOf(ScriptException.class);
    }

    @Test
    void goesOnAfterAStatementThatFailed() {
        session.run(BOOK);
        assertThatThrownBy(() -> session.run("let zero = 0\ntrain 1\nshow 1 / zero\ntrain 1"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("division by zero");
        assertThat(session.number("step")).isEqualTo(1);
        session.run("train 1; undo 2");
        assertThat(session.number("w5")).isEqualTo(0.4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weights h = [1 / zero, 2; 3, 4]",
                "w5 = 1 / zero",
                "bias h = 1 / zero",
                "input = [1, 1 / zero]",
                "target = [1, 1 / zero]",
                "data = [1, 2 -> 3, 1 / zero]",
                "learning rate = zero - 1",
                "batch = zero",
                "digits = zero",
                "train zero - 1",
                "sample zero",
                "undo 1 + zero",
                "predict [1, 1 / zero]",
                "layer z[2] leaky_relu(1 / zero)",
                "activation h = elu(1 / zero)",
                "optimizer momentum(1 / zero)",
                "loss huber(zero)",
                "weights h = normal(0, zero - 1)",
                "explain w5 @ (zero + 1)",
                "let q = ln(zero)",
                "save \"no.nn\""
            })
    void aStatementThatFailsChangesNothing(String statement) {
        session.run(BOOK);
        session.run("let zero = 0");
        List<String> before = state();
        assertThatThrownBy(() -> session.run(statement)).isInstanceOf(ScriptException.class);
        assertThat(state()).isEqualTo(before);
        session.run("train 1");
        assertThat(session.number("w5")).isEqualTo(0.35891647971788465);
    }

    private List<String> state() {
        List<String> lines = new ArrayList<>();
        JsonPrinter printer = new JsonPrinter();
        String all = "show weights, biases, network, data, settings, error, input, target, step";
        session.run(new Source("state", all), event -> lines.add(printer.print(event)));
        return lines;
    }

    @Test
    void keepsTheLastFiniteParameters() {
        session.run("""
                input x[1]; layer y[1] linear; bias y = none; weights y = [1]
                input = [1e3]; target = [1]; learning rate = 1
                """);
        assertThatThrownBy(() -> session.run("train 1000"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("training diverged at step 52")
                .hasMessageContaining("learning rate");
        assertThat(session.number("step")).isEqualTo(51);
        assertThat(session.number("w1")).isFinite().isNotZero();
        assertThat(session.number("w1")).isEqualTo(session.number("w1 @ 51"));
        session.run("undo; learning rate = 1e-7; train 10");
        assertThat(session.number("w1")).isBetween(0.0, 1.0);
    }

    @Test
    void aTrainingCanBeStopped() {
        session.run(BOOK);
        List<String> told = new ArrayList<>();
        int[] asked = {0};
        Result result = session.run(
                new Source("long", "train 1e9 until error < 0"),
                event -> told.add(((Event.Reported) event).diagnostic().what().title()),
                () -> asked[0]++ > 5);
        assertThat(result).isEqualTo(Result.INTERRUPTED);
        assertThat(told).containsExactly("stopped at step " + (long) session.number("step"));
        assertThat(session.number("step")).isPositive();
    }

    @Test
    void anEndlessLoopCanBeStopped() {
        long[] asked = {0};
        Result result = session.run(new Source("loop", "repeat 1e18 { }"), _ -> {}, () -> ++asked[0] == 1000);
        assertThat(result).isEqualTo(Result.INTERRUPTED);
    }

    @Test
    void aFailedExpectIsTold() {
        assertThatThrownBy(() -> session.run("expect 1 > 2\nlet later = 1\nexpect 1 ~ 3"))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        failed -> assertThat(failed.diagnostics()).hasSize(2));
        assertThat(session.number("later")).isEqualTo(1);
    }

    @Test
    void saysThatItHasNoEngine() {
        assertThat(kernel(session)).isEqualTo("plain arithmetic: no engine was given");
        assertThat(kernel(Nn.session())).isEqualTo("plain arithmetic: a small network, trained for a short time");
    }

    private static String kernel(Session session) {
        List<String> rows = new ArrayList<>();
        session.run(new Source("script", BOOK + "\ntrain 1; show settings"), event -> {
            if (event instanceof Event.Listed settings) {
                settings.rows().stream()
                        .filter(row -> row.name().equals("kernel"))
                        .forEach(row -> rows.add(row.cells().getFirst().text(0)));
            }
        });
        return rows.getLast();
    }

    @Test
    void hasNoFilesOfItsOwn() {
        assertThatThrownBy(() -> session.run("include \"other.nn\""))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("no files can be read here");
    }

    @Test
    void aCheckRunsNothing() {
        List<Event> events = new ArrayList<>();
        Source source = new Source("check", "let a = 1\nprint \"runs\"\nexpect 1 > 2");
        assertThat(session.check(source, events::add)).isEqualTo(Result.FINE);
        assertThat(events).isEmpty();
        assertThatThrownBy(() -> session.number("a")).isInstanceOf(ScriptException.class);
    }

    @Test
    void writesTheWorksheetOfTheCurrentSample() {
        Session session = new Session();
        assertThatThrownBy(session::worksheet)
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("input");
        session.run("input x[2]; layer y[1] sigmoid; weights y = [0.4, 0.45]; input = [1, 2]");
        assertThat(session.worksheet().forward()).hasSize(2);
        assertThat(session.worksheet().backward()).isEmpty();
        assertThat(session.worksheet().update()).isEmpty();
        session.run("target = [0]; train 3");
        Worksheet worksheet = session.worksheet();
        assertThat(worksheet.forward().getFirst().values()).containsExactly(session.vector("net(y)"));
        assertThat(worksheet.backward().get(1).values()).containsExactly(session.vector("grad(y)"));
        Worksheet.Part weights = worksheet.update().getFirst();
        double[] next = weights.values();
        session.run("update");
        assertThat(session.vector("weights(y)")).containsExactly(next);
        TextRenderer renderer = new TextRenderer(worksheet.network(), 3, TextRenderer.PAGE);
        assertThat(renderer.lines(weights.lines()).getFirst().formula()).isEqualTo("w1 − η · grad(w1)");
        Session without = new Session();
        without.run("input x[1]; activation f(z) = ln(z); layer y[1] f; weights y = [1]; input = [-1]");
        assertThatThrownBy(without::worksheet)
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("ln");
    }

    @Test
    void setsExactlyTheNumbersGiven() {
        Session session = new Session();
        session.run("input x[2]; layer y[2] linear");
        double third = 1.0 / 3;
        session.set("weights y", new double[][] {{third, Double.MIN_VALUE}, {-0.0, 1e300}});
        session.set("input", -third, Math.nextUp(1.0));
        session.set("b1", 0.1);
        session.set("target", 1, 2);
        assertThat(session.matrix("weights(y)")).isDeepEqualTo(new double[][] {{third, Double.MIN_VALUE}, {-0.0, 1e300}
        });
        assertThat(session.vector("x")).containsExactly(-third, Math.nextUp(1.0));
        assertThat(session.number("b1")).isEqualTo(0.1);
        assertThat(session.matrix("target")).isDeepEqualTo(new double[][] {{1, 2}});
        assertThatThrownBy(() -> session.set("input", 1, 2, 3)).isInstanceOf(ScriptException.class);
        assertThatThrownBy(() -> session.set("input", 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a script has no number NaN");
        assertThat(session.vector("x")).as("what fails changes nothing").containsExactly(-third, Math.nextUp(1.0));
    }

    @Test
    void returnsWhatAScriptShows() {
        Session session = new Session();
        session.run("input x[1]; layer y[1] linear; weights y = [0.5]; input = [2]; target = 0.9");
        Results results = session.results("show w1, out(y); print \"done\"");
        assertThat(results.values()).extracting(Results.Named::name).containsExactly("w1", "out(y)");
        assertThat(results.values().get(1).value().values()).containsExactly(1);
        assertThat(results.text()).startsWith("w1 = 0.5\n").endsWith("done\n");
        assertThat(results.json().lines())
                .hasSize(3)
                .last()
                .isEqualTo("{\"line\":1,\"name\":\"print\",\"value\":\"done\"}");
        assertThatThrownBy(() -> session.results("show w1; show w9"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("w9");
    }

    @Test
    void explainsAsTextAndAsATree() {
        Session session = new Session();
        session.run("input x[1]; layer y[1] linear; weights y = [0.5]; input = [2]; target = 0.9");
        assertThat(session.explain("grad(w1)"))
                .isEqualTo(session.results("explain grad(w1)").text())
                .contains("∂error/∂w1");
        assertThat(session.explain("net(y1)", DerivationFormat.LATEX)).contains("\\mathrm{net}(y_1)");
        assertThat(session.derivation("grad(w1)").result()).isEqualTo(session.number("grad(w1)"));
        assertThatThrownBy(() -> session.explain("grad(w9)")).isInstanceOf(ScriptException.class);
    }
}
