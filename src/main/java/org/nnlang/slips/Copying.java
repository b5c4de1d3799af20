package org.nnlang.slips;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Network;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;
import org.nnlang.slips.Change.Given;

/** Given numbers copied wrongly: the point moved, digits swapped or wrong, two numbers swapped. */
final class Copying {
    /** Of more samples than this, given numbers of single ones aren't varied. */
    private static final int MOST_SAMPLES = 8;

    /** In larger networks only neighbouring weights are swapped. */
    private static final int MOST_WEIGHTS = 16;

    /** Digits after these hardly change anything, and nobody copies them: random weights have 17. */
    private static final int MOST_DIGITS = 6;

    /** Of many given numbers, less likely mistakes in copying one of them aren't tried. */
    private static final double LEAST = 0.0005;

    /** The letters of the arguments of activations and losses. */
    private static final Set<String> ARGUMENTS = Set.of("slope", "α", "δ");

    private static final double[] DECAYS = {0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999};

    private static final double[] SLOPES = {0.01, 0.1, 0.2, 0.3};

    private static final double[] RATES = {0.001, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 0.6, 0.8, 0.9, 1};

    private final Course course;
    private final Network network;
    private final Sheet sheet;
    private final Samples samples;
    private final List<Candidate> all = new ArrayList<>();

    /** A number that the script gives. */
    private record Number(Formula what, int sample, double value, String name) {
        Given as(double other) {
            return new Given(what, sample, other, 1);
        }
    }

    private Copying(Course course) {
        this.course = course;
        sheet = course.sheets().getFirst();
        network = sheet.network();
        samples = course.calculation().now().samples();
    }

    static List<Candidate> of(Course course) {
        Copying copying = new Copying(course);
        copying.find();
        return copying.all;
    }

    private void find() {
        List<Number> parameters = parameters();
        List<Number> inputs = ofSamples(true);
        List<Number> targets = ofSamples(false);
        List<Number> settings = settings();
        List<Number> numbers = new ArrayList<>(parameters);
        numbers.addAll(inputs);
        numbers.addAll(targets);
        double count = numbers.stream().filter(n -> n.value != 0).count() + 1;
        numbers.forEach(n -> digits(n, 1 / count));
        settings.forEach(n -> digits(n, 6 / count));
        settings.forEach(this::usual);
        allSamples();
        swaps(parameters, inputs, targets, settings);
    }

    private List<Number> parameters() {
        double[] start = course.calculation().replay().start();
        List<Number> numbers = new ArrayList<>();
        for (int p = 0; p < network.parameterCount() && network.parameterCount() <= 2000; p++) {
            numbers.add(new Number(sheet.parameter(p), 0, start[p], network.parameterName(p)));
        }
        return numbers;
    }

    private List<Number> ofSamples(boolean inputs) {
        List<Number> numbers = new ArrayList<>();
        List<Sample> all = new ArrayList<>();
        for (int i = 0; samples != null && i < samples.size(); i++) {
            all.add(samples.row(i));
        }
        if (all.isEmpty() && course.calculation().sample() != null) {
            all.add(course.calculation().sample());
        }
        for (int s = 0; s < all.size() && all.size() <= MOST_SAMPLES; s++) {
            double[] values = inputs ? all.get(s).input() : all.get(s).target();
            for (int i = 0; values != null && i < values.length; i++) {
                String of = all.size() > 1 ? " of sample " + (s + 1) : "";
                numbers.add(new Number(cell(inputs, i), s, values[i], name(inputs, i) + of));
            }
        }
        return numbers;
    }

    private Cell cell(boolean input, int i) {
        return input ? Cell.neuron(Cell.Kind.OUT, 0, 0, i) : Cell.neuron(Cell.Kind.TARGET, 0, network.depth(), i);
    }

    private String name(boolean input, int i) {
        return input
                ? network.input().name(i)
                : "target(" + network.neurons(network.depth()).name(i) + ")";
    }

    private List<Number> settings() {
        List<Number> numbers = new ArrayList<>();
        if (course.calculation().now().learningRate() instanceof LearningRate.Constant(double rate)) {
            numbers.add(new Number(Cell.single(Cell.Kind.RATE, 0), -1, rate, "η"));
        }
        Set<Formula.Named> all = new LinkedHashSet<>(sheet.settings());
        sheet.lines()
                .forEach(line -> Parts.walk(line.formula(), part -> {
                    if (part instanceof Formula.Named named && ARGUMENTS.contains(named.letter())) {
                        all.add(named);
                    }
                }));
        for (Formula.Named named : all) {
            if (!named.letter().equals("ε")) {
                numbers.add(new Number(named, -1, named.value(), named.letter() + named.index()));
            }
        }
        return numbers;
    }

    private void add(Number number, double other, double weight, String operation) {
        if (other != number.value && weight >= LEAST) {
            add(
                    List.of(number.as(other)),
                    weight,
                    new Description.OfGiven(operation, List.of(number.name), number.value, other));
        }
    }

    private void add(List<Given> givens, double weight, Description description) {
        all.add(new Candidate(Change.of(givens), Candidate.Kind.COPY, weight, description));
    }

    private void swapped(List<Given> givens, double weight, String operation, List<String> names) {
        add(givens, weight, new Description.OfGiven(operation, names, Double.NaN, Double.NaN));
    }

    private void digits(Number n, double weight) {
        if (n.value == 0) {
            return;
        }
        add(n, n.value * 10, weight, "point");
        add(n, n.value / 10, weight, "point");
        add(n, -n.value, weight, "sign of given");
        add(n, 0, weight * 0.2, "zero");
        String text = Double.toString(n.value);
        int digits = 0;
        for (int i = 0; i < text.length() && text.indexOf('E') < 0 && digits < MOST_DIGITS; i++) {
            if (Character.isDigit(text.charAt(i))) {
                digit(n, text, i, weight);
                digits += digits > 0 || text.charAt(i) != '0' ? 1 : 0;
            }
        }
    }

    private void digit(Number n, String text, int i, double weight) {
        int next = i + 1 < text.length() && text.charAt(i + 1) == '.' ? i + 2 : i + 1;
        if (next < text.length() && text.charAt(i) != text.charAt(next)) {
            char[] swapped = text.toCharArray();
            swapped[i] = text.charAt(next);
            swapped[next] = text.charAt(i);
            add(n, Double.parseDouble(new String(swapped)), weight * 0.4, "digits swapped");
        }
        for (char c = '0'; c <= '9'; c++) {
            if (c != text.charAt(i)) {
                String other = text.substring(0, i) + c + text.substring(i + 1);
                boolean near = Math.abs(c - text.charAt(i)) == 1;
                add(n, Double.parseDouble(other), weight * (near ? 0.12 : 0.02), "wrong digit");
            }
        }
    }

    /** Constants that other books have. */
    private void usual(Number n) {
        boolean rate = n.what instanceof Cell;
        boolean slope = n.what instanceof Formula.Named of && of.letter().equals("slope");
        boolean decay = n.what instanceof Formula.Named named && "μβα".contains(named.letter());
        for (double other : rate ? RATES : decay ? DECAYS : slope ? SLOPES : new double[0]) {
            add(n, other, rate ? 0.06 : slope ? 0.5 : 0.15, "usual constant");
        }
        if (decay) {
            add(n, 1 - n.value, 0.3, "1 minus given");
        }
        add(n, n.value / 2, 0.15, "halved");
        add(n, n.value * 2, 0.15, "doubled");
        if (samples != null && samples.size() > 2) {
            add(n, n.value / samples.size(), 0.15, "over samples");
        }
    }

    private void allSamples() {
        for (int i = 0; samples != null && samples.size() > 1 && i < network.size(0); i++) {
            for (double factor : new double[] {10, 0.1, -1}) {
                List<Given> givens = List.of(new Given(cell(true, i), -1, Double.NaN, factor));
                add(givens, 0.15, new Description.OfGiven("point", List.of(name(true, i)), Double.NaN, factor));
            }
        }
    }

    private void swaps(List<Number> parameters, List<Number> inputs, List<Number> targets, List<Number> settings) {
        neurons(inputs, network.size(0), "inputs swapped");
        neurons(targets, network.output().size(), "targets swapped");
        pairs(settings, false, 0.3, "settings swapped");
        for (int l = 1; l <= network.depth(); l++) {
            List<Number> weights =
                    parameters.isEmpty() ? List.of() : parameters.subList(network.weightStart(l), network.biasStart(l));
            pairs(weights, weights.size() > MOST_WEIGHTS, 2.0 / Math.max(1, weights.size()), "weights swapped");
        }
        List<Number> biases = parameters.stream()
                .filter(n -> !network.isWeight(((Cell) n.what).parameter()))
                .toList();
        pairs(biases, biases.size() > MOST_WEIGHTS, 1.0 / Math.max(1, biases.size()), "biases swapped");
    }

    /** Two neurons swapped in all samples. */
    private void neurons(List<Number> values, int size, String operation) {
        for (int a = 0; a < size && size <= MOST_WEIGHTS; a++) {
            for (int b = a + 1; b < size && !values.isEmpty(); b++) {
                List<Given> givens = new ArrayList<>();
                for (int s = 0; s < values.size() / size; s++) {
                    Number first = values.get(s * size + a);
                    Number second = values.get(s * size + b);
                    givens.add(first.as(second.value));
                    givens.add(second.as(first.value));
                }
                boolean input = operation.startsWith("inputs");
                swapped(givens, 1.5, operation, List.of(name(input, a), name(input, b)));
            }
        }
    }

    private void pairs(List<Number> numbers, boolean neighboursOnly, double weight, String operation) {
        for (int a = 0; a < numbers.size(); a++) {
            int last = neighboursOnly ? Math.min(a + 2, numbers.size()) : numbers.size();
            for (int b = a + 1; b < last; b++) {
                Number first = numbers.get(a);
                Number second = numbers.get(b);
                if (first.value != second.value) {
                    boolean betas = first.name.startsWith("β") && second.name.startsWith("β");
                    swapped(
                            List.of(first.as(second.value), second.as(first.value)),
                            betas ? 1 : weight,
                            operation,
                            List.of(first.name, second.name));
                }
            }
        }
    }
}
