package org.nnlang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.prompt.Pictures;

/** What {@code save} writes brings every bit back. */
class SaveTest {
    private static final String LOOK = "show weights, biases, network, settings, w1 - w1 @ step\n";

    private static final String TRAIN_ON = "data = [1, 2 -> 1, 0; 0, 1 -> 0, 1]\ntrain 5\n" + LOOK;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input x[2]; layer h[3] tanh; layer y[2] sigmoid",
                "input x(a, b); layer h1[3] leaky_relu(0.2); layer y(cat, dog) softmax; seed = -5; batch = all",
                "input x[2]; layer h[2] elu(0.3); layer y[2] linear; loss huber(0.7); bias h = none; batch = 2",
                "input x[2]; layer y[2] sigmoid; loss binary_cross_entropy; bias y = 0.1 shared fixed; decay = 0.01",
                "input x[2]; layer y[2] gelu; precision = single; weights y = [0.1, -0; 1e-300, 1e30] fixed",
                "let a = 1 / 3; activation f(z) = if(z > 0, z, a * z); let a = -1e-7; activation g(z) = f(z - a) + sin(z)"
                        + "; input x[2]; layer h[2] f; layer y[2] g",
                "loss quartic(t, o) = (t - o)^4 / 3; activation mish(z) = z * tanh(ln(1 + # a comment\n exp(z)))"
                        + "; input x[2]; layer h[3] mish; layer y[2] tanh; loss quartic; batch = 2",
                "input x[2]; layer y[2] softplus; optimizer sgd; engine = exact; digits = 17; learning rate = 1/3"
            })
    void everyBitComesBack(String network) throws IOException {
        run("first.nn", network + "\n" + TRAIN_ON + "save \"saved.nn\"\n");
        String before = run("before.nn", network + "\n" + TRAIN_ON + TRAIN_ON);
        String after = run("after.nn", "include \"saved.nn\"\n" + LOOK + TRAIN_ON);
        assertThat(values(after)).isEqualTo(values(before));
    }

    /** Without the numbers of the lines, which differ, and without the kernel, which there is once something was trained. */
    private static String values(String json) {
        return json.replaceAll("\"line\":[0-9]+,", "").replaceAll("\\{\"name\":\"kernel\".*\n", "");
    }

    @Test
    void aSavedScriptIsSavedAgainToTheLetter() throws IOException {
        run("first.nn", """
                let a = 1 / 3; activation f(z) = if(z > 0, z, a * z); let a = 2; loss mine(t, o) = a * (t - o)^2
                activation unused(z) = f(f(z)); activation more(z) = a * f(z); input x[1]; layer y[1] f; loss mine; input = 1; target = 3; train 5
                save "one.nn"
                """);
        run("second.nn", "include \"one.nn\"\nsave \"two.nn\"\n");
        List<String> one = Files.readAllLines(folder.resolve("one.nn"));
        List<String> two = Files.readAllLines(folder.resolve("two.nn"));
        assertThat(two.subList(1, two.size())).isEqualTo(one.subList(1, one.size()));
        assertThat(one)
                .containsSequence("let a = 0.3333333333333333", "activation f(z) = if(z > 0, z, a * z)")
                .containsSequence("let a = 2", "loss mine(t, o) = a * (t - o)^2")
                .containsSequence("activation unused(z) = f(f(z))", "activation more(z) = a * f(z)"); // a is 2 already
    }

    @Test
    void everySettingComesBack() throws IOException {
        String all = """
                input x[1]; layer y[1] tanh; loss huber(2); optimizer adam(0.8, eps: 1e-7); learning rate = 1/3
                batch = 7; shuffle = on; decay = 0.1; seed = 123456789012; engine = exact; precision = single
                digits = 4
                """;
        String before = run("first.nn", all + "show settings\nsave \"saved.nn\"\n");
        assertThat(values(run("after.nn", "include \"saved.nn\"\nshow settings\n")))
                .isEqualTo(values(before));
    }

    @Test
    void theOneSampleIsSavedToo() throws IOException {
        run("first.nn", "input x[2]\nlayer y[1] tanh\ninput = [0.1, -3e-7]\ntarget = [1]\nsave \"saved.nn\"\n");
        String sample = run("after.nn", "include \"saved.nn\"\nshow input, target, loss @ 0\n");
        assertThat(sample).contains("[0.1,-3e-7]").contains("\"target\",\"value\":[1]");
    }

    @Test
    void aSavedFileIsWrittenOverAndNothingElseIsLeft() throws IOException {
        run("first.nn", "input x[1]\nlayer y[1] tanh\nsave \"saved.nn\"\nsave \"saved.nn\"\n");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("first.nn", "saved.nn");
        }
    }

    private String run(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, script);
        Capture capture = new Capture("");
        Options json = new Options(true, false, Options.Color.never, Pictures.Mode.auto);
        int status = new ScriptRunner(capture.terminal(), json, Stop.none()).run(List.of(file.toString()), null);
        assertThat(capture.err()).isEmpty();
        assertThat(status).isZero();
        return capture.out();
    }
}
