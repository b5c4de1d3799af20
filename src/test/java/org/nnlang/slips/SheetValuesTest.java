package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.nnlang.language.Event;
import org.nnlang.language.Value;
import org.nnlang.network.Cancellation;
import org.nnlang.session.Session;
import org.nnlang.slips.Course.Asked;
import org.nnlang.text.Source;

/** In random scripts, worksheets give what nn gives, and right numbers are called right. */
class SheetValuesTest {
    private static final List<String> ACTIVATIONS = List.of(
            "sigmoid",
            "tanh",
            "relu",
            "linear",
            "leaky_relu(0.2)",
            "elu",
            "gelu",
            "silu",
            "softplus",
            "softmax",
            "own");
    private static final List<String> LOSSES = List.of("squared", "mse", "absolute", "huber(0.3)", "quartic");
    private static final List<String> OPTIMIZERS =
            List.of("sgd", "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw", "mine");

    private static final int SCRIPTS = 60;

    private static final int QUESTIONS = 8;

    /** A script that ends in some state, and the quantities that may be asked for. */
    static final class RandomScript {
        private final SplittableRandom random;
        private final StringBuilder text = new StringBuilder();
        private final List<String> names = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private String optimizer;
        private int samples;
        private int updates;

        RandomScript(SplittableRandom random) {
            this.random = random;
            network();
            samples();
            settings();
            int trainings = random.nextInt(3);
            for (int i = 0; i <= trainings; i++) {
                verb();
                if (chance(0.3)) {
                    edit();
                }
            }
        }

        private boolean chance(double p) {
            return random.nextDouble() < p;
        }

        private String one(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }

        private String number() {
            return String.valueOf(random.nextInt(-1000, 1000) / 1000.0);
        }

        private void line(String line) {
            text.append(line).append('\n');
        }

        private void network() {
            line("activation own(z) = z * tanh(ln(1 + exp(z)))");
            line("loss quartic(t, o) = (t - o)^4");
            line("optimizer mine(p, g, mu: 0.9) { v = mu * v + g; p = p - rate * v }");
            sizes.add(random.nextInt(1, 4));
            names.add("x");
            line("input x[" + sizes.getFirst() + "]");
            int depth = random.nextInt(1, 4);
            String loss = one(LOSSES);
            for (int l = 1; l <= depth; l++) {
                String name = l == depth ? "y" : "h" + (char) ('a' + l);
                String activation = one(ACTIVATIONS);
                if (l == depth && chance(0.3)) {
                    boolean soft = chance(0.5);
                    activation = soft ? "softmax" : "sigmoid";
                    loss = soft ? "cross_entropy" : "binary_cross_entropy";
                }
                names.add(name);
                sizes.add(random.nextInt(1, 4));
                line("layer " + name + "[" + sizes.getLast() + "] " + activation);
            }
            line("loss " + loss);
            line("seed = " + random.nextInt(100));
            for (String name : names.subList(1, names.size())) {
                switch (random.nextInt(6)) {
                    case 0 -> line("bias " + name + " = " + number() + " shared");
                    case 1 -> line("bias " + name + " = " + number() + " shared fixed");
                    case 2 -> line("bias " + name + " = none");
                    case 3 -> line("bias " + name + " = uniform(-1, 1)");
                    default -> line("bias " + name + " = " + number());
                }
            }
            if (chance(0.15)) {
                line("w1 = " + number() + " fixed");
            }
            if (chance(0.15) && sizes.get(0) * sizes.get(1) > 1) {
                line("tie w1, w2");
            }
            if (chance(0.1)) {
                line("weights y = uniform(-1, 1) fixed");
            }
        }

        private String vector(int size, boolean target) {
            List<String> all = new ArrayList<>();
            boolean whole = target && chance(0.5);
            for (int i = 0; i < size; i++) {
                all.add(whole ? String.valueOf(random.nextInt(2)) : target ? number().replace("-", "") : number());
            }
            return String.join(", ", all);
        }

        private void samples() {
            samples = chance(0.4) ? 1 : random.nextInt(2, 6);
            if (samples == 1) {
                line("input = [" + vector(sizes.getFirst(), false) + "]");
                line("target = [" + vector(sizes.getLast(), true) + "]");
                return;
            }
            List<String> rows = new ArrayList<>();
            boolean weighted = chance(0.25);
            for (int i = 0; i < samples; i++) {
                rows.add(vector(sizes.getFirst(), false) + " -> " + vector(sizes.getLast(), true)
                        + (weighted ? " : " + random.nextInt(1, 4) / 2.0 : ""));
            }
            line("data = [" + String.join("; ", rows) + "]");
            line("batch = " + (chance(0.4) ? "all" : random.nextInt(1, samples + 1)));
            if (chance(0.3)) {
                line("shuffle = on");
            }
            line("sample " + random.nextInt(1, samples + 1));
        }

        private void settings() {
            optimizer = one(OPTIMIZERS);
            line("optimizer " + optimizer);
            line("learning rate = " + one(List.of("0.1", "0.5", "0.03", "0.2 / (1 + 0.1 * step)", "0.5 * 0.9^epoch")));
            setting();
        }

        private void setting() {
            if (chance(0.2)) {
                line("decay = 0.05");
            }
            if (chance(0.1)) {
                line("decay = 0.05 weights");
            }
            if (chance(0.1) && !optimizer.equals("adamw")) {
                line("decay = 0.03 absolute");
            }
            if (chance(0.1)) {
                line("clip = " + one(List.of("0.1", "0.1 each", "10")));
            }
            if (chance(0.1)) {
                line("precision = single");
            }
            if (chance(0.15)) {
                line("round = " + random.nextInt(2, 7));
            }
            if (chance(0.1) && optimizer.equals("sgd")) {
                line("order = sequential");
            }
        }

        private void verb() {
            int epochs = random.nextInt(1, 4);
            switch (random.nextInt(8)) {
                case 0 -> line("update");
                case 1 -> line("next");
                case 2 -> {
                    line("train " + epochs);
                    line("undo");
                }
                default -> line("train " + epochs);
            }
        }

        private void edit() {
            switch (random.nextInt(5)) {
                case 0 -> line("w1 = " + number());
                case 1 -> line("weights y = uniform(-1, 1)");
                case 2 -> line("learning rate = 0.07");
                case 3 -> setting();
                default -> {
                    if (samples == 1) {
                        line("input = [" + vector(sizes.getFirst(), false) + "]");
                    } else {
                        line("sample " + random.nextInt(1, samples + 1));
                    }
                }
            }
        }

        String text() {
            return text.toString();
        }

        private String neuron(int layer) {
            return names.get(layer) + "[" + random.nextInt(1, sizes.get(layer) + 1) + "]";
        }

        private String parameter() {
            int layer = random.nextInt(1, sizes.size());
            return chance(0.3) ? "bias(" + neuron(layer) + ")" : "w(" + neuron(layer - 1) + ", " + neuron(layer) + ")";
        }

        /** What a derivative may be by: a number of a layer or of the layer before. */
        private String inner(int layer) {
            int to = random.nextInt(sizes.get(layer));
            return switch (random.nextInt(4)) {
                case 0 -> neuron(layer - 1);
                case 1 -> "net(" + neuron(layer) + ")";
                case 2 -> "bias(" + names.get(layer) + "[" + (to + 1) + "])";
                default -> "w(" + neuron(layer - 1) + ", " + names.get(layer) + "[" + (to + 1) + "])";
            };
        }

        String quantity() {
            int last = sizes.size() - 1;
            int layer = random.nextInt(1, sizes.size());
            return switch (random.nextInt(21)) {
                case 0 -> "net(" + neuron(layer) + ")";
                case 1 -> "out(" + neuron(layer) + ")";
                case 2 -> "delta(" + neuron(layer) + ")";
                case 3, 4 -> parameter();
                case 5 -> "grad(" + parameter() + ")";
                case 6 -> "error";
                case 7 -> "error(" + neuron(last) + ")";
                case 8 -> "loss";
                case 9 -> "error";
                case 10 -> "memory(" + one(List.of("v", "m")) + ", " + parameter() + ")";
                case 11 -> "d(error, " + one(List.of(neuron(layer), "net(" + neuron(layer) + ")", parameter())) + ")";
                case 12 -> "d(error, " + neuron(0) + ")";
                case 13 -> "d(out(" + neuron(layer) + "), net(" + neuron(layer) + "))";
                case 14 -> "d(net(" + neuron(last) + "), " + parameter() + ")";
                case 15 -> "d(loss, " + parameter() + ")";
                case 16 -> "d(error(" + neuron(last) + "), " + inner(layer) + ")";
                case 17, 18 -> "d(out(" + neuron(layer) + "), " + inner(random.nextInt(1, layer + 1)) + ")";
                case 19 -> "d(net(" + neuron(layer) + "), " + inner(random.nextInt(1, layer + 1)) + ")";
                default -> "d(error(" + neuron(last) + "), " + parameter() + ")";
            };
        }
    }

    private static Object run(Session session, String text) {
        Object[] found = {null};
        session.run(new Source("script", text), event -> {
            switch (event) {
                case Event.Answered answered -> found[0] = answered.answer();
                case Event.Shown shown -> found[0] = shown.value();
                case Event.Reported reported -> {
                    if (found[0] == null) {
                        found[0] = reported.diagnostic().what().title();
                    }
                }
                default -> {}
            }
        });
        return found[0];
    }

    /** Scripts by seed, so that one that fails can be run alone. */
    @Test
    void worksheetsGiveWhatNnGives() {
        SoftAssertions all = new SoftAssertions();
        int checked = 0;
        for (int seed = 0; seed < SCRIPTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomScript script = new RandomScript(random);
            Session session = new Session();
            script.text().lines().forEach(line -> run(session, line));
            for (int i = 0; i < QUESTIONS; i++) {
                String at = random.nextInt(3) == 0 ? " @ " + random.nextInt(4) : "";
                String quantity = script.quantity() + at;
                if (run(session, "show " + quantity) instanceof Value.Scalar(double right)) {
                    String question = "why " + quantity + " = " + written(right, random);
                    if (run(session, question) instanceof Answer answer) {
                        boolean singly = script.text().contains("single");
                        check(all, answer, right, singly, "seed " + seed + "\n" + script.text() + question);
                        checked++;
                    }
                }
            }
        }
        all.assertAll();
        assertThat(checked).isGreaterThan(3 * SCRIPTS);
    }

    private static void check(SoftAssertions all, Answer answer, double right, boolean singly, String script) {
        Claim claim = answer.checked().getFirst().claim();
        all.assertThat(answer.isRight()).as("called right: " + script).isTrue();
        Asked asked = new Asked(
                claim.quantity(), claim.step() - answer.calculation().replay().first());
        Course course = new Course(answer.calculation(), List.of(asked), List.of(), Cancellation.NONE);
        if (course.computes()) {
            double value = course.run(List.of(Change.NONE), null, 0)[0][0];
            double tolerance = (singly ? 1e-3 : 1e-9) * Math.max(Math.abs(right), 1e-3);
            boolean entropyOfSaturated = Double.isInfinite(value); // nn computes it from net
            if (!entropyOfSaturated) {
                all.assertThat(value).as(script).isCloseTo(right, within(tolerance));
            }
        }
    }

    /** All digits, or some, rounded or cut off. */
    private static String written(double right, SplittableRandom random) {
        BigDecimal exact = new BigDecimal(Double.toString(right));
        RoundingMode mode = random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        boolean all = right == 0 || random.nextInt(3) == 0;
        BigDecimal some = all ? exact : exact.round(new MathContext(random.nextInt(2, 13), mode));
        return some.toString().replace("E+", "e").replace("E", "e");
    }

    /** A number mustn't take minutes in a network that is too large for a worksheet; only other scripts are tried. */
    @Test
    void onlyOtherScriptsAreTriedForLargeNetworks() {
        Session session = new Session();
        run(session, "input x[784]; layer h[128] relu; layer y[10] softmax");
        String data = "data = [" + "0.5, ".repeat(783) + "0.5 -> 1" + ", 0".repeat(9) + "]";
        run(session, data);
        run(session, "train 1");
        Answer answer = (Answer) run(session, "why error = 12.34");
        assertThat(answer.tried().large()).isTrue();
        assertThat(answer.tried().slips()).isBetween(10, 100);
        assertThat(answer.verdict()).isEqualTo(Answer.Verdict.UNKNOWN);
    }

    @Test
    void whatAnOptimizerRemembersOfOneUpdate() {
        Session session = new Session();
        run(session, "input x[1]; layer y[1] linear; weights y = 2; bias y = none; optimizer momentum");
        run(session, "input = 1; target = 1; train 1");
        Answer answer = (Answer) run(session, "why memory(v, w1) = -1");
        assertThat(answer.tried().slips()).isPositive();
    }
}
