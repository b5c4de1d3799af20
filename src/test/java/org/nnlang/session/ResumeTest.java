package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Training that is saved, loaded and continued gives the same bits as training that just goes on. */
class ResumeTest {
    private static final int SCRIPTS = Integer.getInteger("resume.scripts", 60);

    private static final String OWN = """
            optimizer heavy(p, g, mu: 0.8) { v = mu * v + g; p = p - rate * v }
            optimizer counted(p, g) { p = p - rate / sqrt(n) * g }
            optimizer three(p, g) { a = a + g; b = 0.5 * b + a; c = max(c, abs(g)); p = p - rate * (b + c) / n }
            """;
    private static final List<String> OPTIMIZERS = List.of(
            "sgd",
            "momentum",
            "nesterov(0.5)",
            "adagrad(lr_decay: 0.01)",
            "rmsprop",
            "adam",
            "adamw(0.1)",
            "heavy",
            "counted",
            "three");
    private static final String LOOK = "show weights, biases, step, epoch, loss, network, w1 @ step";

    private static final class Maker {
        private final SplittableRandom random;
        final String data;

        Maker(long seed) {
            random = new SplittableRandom(seed);
            int rows = 1 + random.nextInt(7);
            List<String> all = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                all.add(number() + ", " + number() + " -> " + number() + ", " + number() + (one("", " : 2")));
            }
            data = "data = [" + String.join("; ", all) + "]";
        }

        String number() {
            return Double.toString(Math.round(random.nextDouble(-1, 1) * 100) / 100.0);
        }

        String one(String... all) {
            return all[random.nextInt(all.length)];
        }

        String optimizer() {
            return "optimizer " + OPTIMIZERS.get(random.nextInt(OPTIMIZERS.size()));
        }

        List<String> network() {
            List<String> lines = new ArrayList<>(OWN.lines().toList());
            lines.add("input x[2]");
            lines.add("layer h[" + (1 + random.nextInt(3)) + "] " + one("tanh", "relu", "sigmoid"));
            lines.add("layer y[2] " + one("linear", "softmax", "sigmoid"));
            lines.add(one("", "bias h = none", "bias h = 0.1 shared", "weights h = he fixed", "w1 = 0.123456 fixed"));
            lines.add(one("", "", "tie w1, w4"));
            lines.add(one("", "", "precision = single"));
            lines.add(optimizer());
            lines.add("learning rate = "
                    + one("0.1", "0.2 / (1 + step)", "0.2 * 0.9^epoch", "0.3 / (1 + 0.1 * step + epoch)"));
            lines.add("batch = " + one("1", "2", "3", "all"));
            lines.add("shuffle = " + one("on", "off"));
            lines.add("seed = " + random.nextInt(9));
            lines.add(data);
            return lines;
        }

        String verb() {
            return switch (random.nextInt(22)) {
                case 0, 1, 2, 3, 4 -> "train " + (1 + random.nextInt(9));
                case 5, 6, 7 -> "next";
                case 8 -> "sample 1; update"; // which sample is the current one is not saved
                case 9 -> "undo";
                case 10 -> optimizer();
                case 11 -> one("round = 3", "round = 5", "round = off");
                case 12 -> "precision = " + one("single", "double");
                case 13 -> "w2 = " + number() + one("", "321", "456 fixed");
                case 14 -> "weights y = " + one("xavier", "ones");
                case 15 -> one("decay = 0.01", "decay = 0.02 weights", "clip = 0.5", "clip = off");
                case 16 -> "batch = " + one("1", "2", "3", "all");
                case 17 -> "shuffle = " + one("on", "off");
                case 18 -> "learning rate = " + one("0.05", "0.1 / (1 + step + epoch)");
                case 19 -> one("train 9", "train 300"); // by the engine's faster kernels
                case 20 -> "train 9 until loss rises for 2";
                default -> "seed = " + random.nextInt(9);
            };
        }
    }

    @Test
    void givesTheSameBits() {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        Maker maker = new Maker(seed);
        Transcript saving = new Transcript();
        maker.network().forEach(saving::run);
        for (int i = 0; i < 8; i++) {
            saving.run(maker.verb());
        }
        String first = saved(saving);
        Transcript restored = new Transcript();
        String again = first + maker.data + "\n";
        assertThat(restored.run(again)).as("%s%n%s", restored.told(), again).isEqualTo(Result.FINE);
        String name = "seed " + seed + "\n" + again;
        assertThat(saved(restored)).as(name).isEqualTo(first);
        if (!first.contains("resume(")) {
            return; // nothing was trained
        }
        for (int i = 0; i < 8; i++) {
            String verb = maker.verb();
            name += verb + "\n";
            String restoredTo = run(restored, verb);
            if (!restoredTo.contains("nothing to undo")) {
                assertThat(restoredTo).as(name).isEqualTo(run(saving, verb));
            }
            assertThat(saved(restored)).as(name).isEqualTo(saved(saving));
        }
    }

    private static String saved(Transcript session) {
        assertThat(session.run("save \"saved.nn\" with training"))
                .as(session.told())
                .isEqualTo(Result.FINE);
        return session.host.files.get("saved.nn");
    }

    /** What a statement prints, and then the parameters, without the values that nothing was rounded for. */
    private static String run(Transcript session, String statement) {
        session.printed();
        Result result = session.run(statement);
        String told = result == Result.FINE ? "" : session.told();
        session.run(LOOK);
        return (result + told + session.printed())
                .replaceAll(",\"exact\":[^}]*", "")
                .replaceAll("(?m)^.*\"kernel\".*\\R", "");
    }
}
