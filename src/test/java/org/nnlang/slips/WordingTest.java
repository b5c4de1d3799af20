package org.nnlang.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Samples;
import org.nnlang.render.SlipWording;
import org.nnlang.slips.Rewriting.Scope;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/** Every slip has words that people understand, and that say which slip it is. */
class WordingTest {
    /** What belongs to patterns, not to sentences. */
    private static final List<String> RAW =
            List.of("›", "(+", "(·", "null", "NaN", " *", "  ", "…", "_n", "line ", "∂E");

    /** A table of sentences, by the kind of slip and of line; {@code -Dgolden.update=true} writes it. */
    private static final Path SENTENCES = Path.of("src/test/resources/slips/sentences.txt");

    private record Example(String name, Sheet sheet) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Example> examples() {
        List<Example> all = new ArrayList<>();
        Activation sigmoid = Activations.SIGMOID.standard();
        Activation tanh = Activations.TANH.standard();
        Activation relu = Activations.RELU.standard();
        Activation linear = Activations.LINEAR.standard();
        Activation softmax = Activations.SOFTMAX.standard();
        Loss squared = Losses.SQUARED.standard();
        Loss mse = Losses.MSE.standard();
        Optimizer sgd = Optimizers.SGD;
        all.add(example("sigmoid", List.of(2, 2), List.of(sigmoid, sigmoid), squared, sgd, 0, 1));
        all.add(example("chain", List.of(1, 1, 1), List.of(tanh, sigmoid, linear), squared, sgd, 0.1, 1));
        all.add(example("mse, batch", List.of(3, 2), List.of(relu, linear), mse, sgd, 0.1, 3));
        all.add(example("softmax", List.of(3, 2), List.of(relu, softmax), Losses.CROSS_ENTROPY.standard(), sgd, 0, 2));
        all.add(example("softmax, squared", List.of(2, 2), List.of(tanh, softmax), squared, sgd, 0, 1));
        all.add(example(
                "binary", List.of(2, 1), List.of(tanh, sigmoid), Losses.BINARY_CROSS_ENTROPY.standard(), sgd, 0, 2));
        all.add(example(
                "gelu",
                List.of(2, 1),
                List.of(Activations.GELU.standard(), linear),
                Losses.HUBER.standard(),
                sgd,
                0,
                1));
        for (Optimizer optimizer : Networks.OPTIMIZERS) {
            all.add(example(optimizer.name(), List.of(2, 1), List.of(tanh, sigmoid), squared, optimizer, 0.1, 2));
        }
        return all;
    }

    private static Example example(
            String name,
            List<Integer> sizes,
            List<Activation> activations,
            Loss loss,
            Optimizer optimizer,
            double decay,
            int rows) {
        Network dense = Networks.dense(2, sizes, activations, loss);
        Layer first = dense.layer(1);
        Network network = name.equals("mse, batch")
                ? dense.with(1, new Layer(first.neurons(), first.activation(), Layer.BiasMode.SHARED, false, false))
                : dense;
        SplittableRandom random = new SplittableRandom(3);
        Samples samples = Networks.samples(random, network, rows);
        Plan plan = new Plan(network, samples, optimizer, 0.05, Plan.ALL, false, decay, 1, Precision.DOUBLE, null);
        State state = new State(Networks.parameters(random, network));
        List<QuantityValues> readings = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            readings.add(state.values(network, samples.row(row), samples, plan.arithmetic()));
        }
        Sheet sheet = Sheet.update(readings, plan, List.of());
        derive(sheet);
        sheet.ask(sheet.lines().stream().map(Sheet.Line::cell).toList(), List.of());
        return new Example(name, sheet);
    }

    /** Adds derivatives of the first output and its error by numbers of all layers. */
    private static void derive(Sheet sheet) {
        Network network = sheet.network();
        int last = network.depth();
        List<Quantity.Scalar> by = new ArrayList<>(List.of(
                new Quantity.Output(0, 0),
                new Quantity.Output(last - 1, 0),
                new Quantity.Net(last - 1, 0),
                new Quantity.Output(last, 0),
                new Quantity.Net(last, 0)));
        for (int l = 1; l <= last; l++) {
            by.add(new Quantity.Parameter(network.weightIndex(l, 0, 0)));
            by.add(new Quantity.Parameter(network.biasIndex(l, 0)));
        }
        for (Quantity.Scalar of :
                List.of(new Quantity.Net(last, 0), new Quantity.Output(last, 0), new Quantity.ErrorShare(0))) {
            by.forEach(one -> sheet.derive(new Quantity.Partial(of, one), 0));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void wordsTellSlipsApart(Example example) {
        Sheet sheet = example.sheet;
        SlipWording wording = new SlipWording(sheet.network(), sheet.rows(), 0);
        List<String> wrong = new ArrayList<>();
        for (Scope.Width width : List.of(Scope.Width.LINE, Scope.Width.FAMILY)) {
            Set<String> known = new HashSet<>();
            sheet.patterns()
                    .forEach(pattern -> sheet.variants(pattern).forEach((i, variant) -> {
                        Scope scope = Scope.of(width, sheet.lines().get(i), sheet);
                        String words = wording.text(
                                variant.description(), List.of(new Rewriting(pattern, scope, Rewriting.ALWAYS)));
                        if (known.add(pattern.toString())
                                && (words.isBlank() || RAW.stream().anyMatch(words::contains))) {
                            wrong.add(words + "   " + pattern);
                        }
                        if (width == Scope.Width.LINE) {
                            String key = sheet.lines().get(i).cell() + words;
                            Map<String, Formula> all = formulas.computeIfAbsent(example.name, _ -> new HashMap<>());
                            Formula before = all.putIfAbsent(key, variant.line().formula());
                            boolean same = before == null
                                    || value(before) == value(variant.line().formula());
                            if (!same && known.add(words)) {
                                wrong.add("twice: " + words + "   " + pattern);
                            }
                        }
                    }));
        }
        assertThat(wrong).isEmpty();
    }

    /** What a formula gives for numbers that belong to its cells. */
    private static double value(Formula formula) {
        return (float) numbers(formula).value();
    }

    private static Formula numbers(Formula formula) {
        return formula instanceof Cell cell
                ? Formula.number(0.1 + new SplittableRandom(cell.toString().hashCode()).nextDouble())
                : Parts.map(formula, WordingTest::numbers);
    }

    private final Map<String, Map<String, Formula>> formulas = new HashMap<>();

    /** One sentence for each kind of slip in each kind of line, for people to read. */
    @Test
    void sentencesReadWell() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (Example example : examples()) {
            Sheet sheet = example.sheet;
            SlipWording wording = new SlipWording(sheet.network(), sheet.rows(), 0);
            sheet.patterns()
                    .forEach(pattern -> sheet.variants(pattern).forEach((i, variant) -> {
                        String kind = sheet.lines().get(i).family();
                        for (Scope.Width width : List.of(Scope.Width.KIND, Scope.Width.LINE)) {
                            Scope scope = Scope.of(width, sheet.lines().get(i), sheet);
                            Rewriting rewriting = new Rewriting(pattern, scope, Rewriting.ALWAYS);
                            String of = width == Scope.Width.LINE ? "one line" : kind;
                            table.putIfAbsent(
                                    pattern.operation() + " (" + of + ")",
                                    wording.text(variant.description(), List.of(rewriting)));
                        }
                    }));
        }
        for (String network : List.of("classic", "adamdecay", "minibatch", "softmax", "deep", "decay")) {
            Answer answer = WrongNumbers.askRight(new WrongNumbers.Question(network, 1, "error"));
            Claim claim = answer.checked().getFirst().claim();
            List<Course.Asked> asked = List.of(new Course.Asked(claim.quantity(), claim.step()));
            Course course = new Course(answer.calculation(), asked, List.of(), Cancellation.NONE);
            SlipWording wording =
                    new SlipWording(course.first().network(), course.first().rows(), 0);
            List<Candidate> candidates = new ArrayList<>(Statements.of(course));
            candidates.addAll(Copying.of(course));
            candidates.addAll(Suspects.digits());
            candidates.forEach(c -> table.putIfAbsent(
                    c.description().operation() + where(c.description()), wording.text(c.description(), List.of())));
        }
        List<String> lines = new ArrayList<>();
        table.forEach((kind, words) -> lines.add(kind + ": " + words));
        List<String> before = Files.readAllLines(SENTENCES);
        if (Boolean.getBoolean("golden.update")) {
            Files.write(SENTENCES, lines);
        }
        assertThat(lines).isEqualTo(before);
    }

    private static String where(Description description) {
        return description instanceof Description.InScript(String _, String _, List<Integer> layers)
                ? layers.isEmpty() ? "" : layers.size() > 1 ? " (layers)" : " (layer)"
                : "";
    }

    @Test
    void everyBeliefIsFoundInSomeSlip() {
        Set<String> found = new TreeSet<>();
        for (Example example : examples()) {
            example.sheet
                    .patterns()
                    .forEach(pattern -> example.sheet.variants(pattern).values().forEach(variant -> {
                        Belief belief = Beliefs.of(variant.description());
                        if (belief != null) {
                            found.add(belief.id());
                        }
                    }));
        }
        for (String operation : List.of(
                "no bias",
                "bias trained",
                "bias not trained",
                "bias of each neuron",
                "shared bias",
                "by columns",
                "other loss",
                "other optimizer",
                "one by one",
                "an update too few",
                "an update too many",
                "rounded",
                "point",
                "decay of biases",
                "weights not trained",
                "degrees")) {
            found.add(Beliefs.of(new Description.InScript(operation, "", List.of()))
                    .id());
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Beliefs.all().stream().map(Belief::id).toList());
    }

    @Test
    void theReferenceListsBeliefs() throws IOException {
        List<String> rows = Beliefs.all().stream()
                .map(belief -> "| `" + belief.id() + "` | " + belief.name() + " |")
                .toList();
        assertThat(Files.readAllLines(Path.of("docs/language.md"))).containsSubsequence(rows);
    }

    @Test
    void beliefsHaveNamesOfTheirOwn() {
        assertThat(Beliefs.all()).extracting(Belief::id).doesNotHaveDuplicates();
        assertThat(Beliefs.all()).extracting(Belief::name).doesNotHaveDuplicates();
        assertThat(Beliefs.all()).extracting(Belief::why).allMatch(why -> why.endsWith("."));
    }
}
