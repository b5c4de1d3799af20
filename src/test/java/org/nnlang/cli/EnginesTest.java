package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole scripts with every engine: the same digits where they are promised, the same figures elsewhere. */
class EnginesTest {
    private static final String SMALL =
            "activation bent(z) = z / (1 + abs(z))\ninput x[3]\nlayer h[4] bent\nlayer y[2] sigmoid\n";
    private static final String LARGE = "input x[3]\nlayer h[60] tanh\nlayer k[40] sigmoid\nlayer y[2] sigmoid\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder("a,b,c,s,d\n");
        for (int row = 0; row < 200; row++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            text.append(a + "," + b + "," + random.nextDouble() + "," + a * b + "," + (a > b ? 1 : 0) + "\n");
        }
        Files.writeString(folder.resolve("data.csv"), text);
    }

    private String run(String network, String settings) throws IOException {
        Path script = folder.resolve("script.nn");
        Files.writeString(
                script,
                network
                        + "data = csv(\"data.csv\", target: [s, d])\nloss squared\ndigits = 17\nlearning rate = 0.1\n"
                        + settings
                        + "\nshow loss, w1, w2 @ 100, grad(w3), b1\n");
        Capture io = new Capture("");
        int code = Commands.run(new String[] {script.toString()}, io.terminal(), Stop.none());
        assertThat(io.err()).isEmpty();
        assertThat(code).isZero();
        return io.out();
    }

    private static double[] numbers(String shown) {
        return shown.lines()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('=') + 1)))
                .toArray();
    }

    @Test
    void smallNetworksHaveTheSameDigitsExactOrNot() throws IOException {
        assertThat(run(SMALL, "engine = auto\ntrain 5000"))
                .isEqualTo(run(SMALL, "engine = exact\ntrain 5000"))
                .isEqualTo(run(SMALL, "train 2000\nlet a = 1\ntrain 1000 every 10 { }\ntrain 2000 until loss < 0"));
    }

    /** Long enough for products of matrices, where there is a library for them. */
    @Test
    void largeNetworksHaveTheSameFigures() throws IOException {
        String auto = run(LARGE, "batch = 50\ntrain 2000");
        assertThat(run(LARGE, "batch = 50\ntrain 2000")).isEqualTo(auto);
        double[] figures = numbers(auto);
        double[] exact = numbers(run(LARGE, "batch = 50\nengine = exact\ntrain 2000"));
        assertThat(figures).hasSize(5);
        for (int i = 0; i < figures.length; i++) {
            assertThat(figures[i]).as(auto).isCloseTo(exact[i], within(1e-9 * (1 + Math.abs(exact[i]))));
        }
        assertThat(Arrays.stream(figures).distinct().count()).isEqualTo(5);
    }
}
