package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Samples;
import org.nnlang.training.Plan;
import org.nnlang.training.Shaping;

/** Neighbouring scripts: another activation, loss or optimizer, other biases, other samples, another number of updates. */
final class Statements {
    private final Calculation calculation;
    private final Network network;
    private final Plan plan;
    private final long end;
    private final boolean edited;
    private final List<Candidate> all = new ArrayList<>();

    /** A change of one layer. */
    private interface InLayer {
        Calculation apply(Calculation calculation, int layer);
    }

    private Statements(Course course) {
        calculation = course.calculation();
        network = calculation.network();
        plan = calculation.now();
        end = course.end();
        edited = calculation.replay().edited();
    }

    static List<Candidate> of(Course course) {
        Statements statements = new Statements(course);
        statements.functions();
        statements.biases();
        statements.weights();
        if (statements.end > 0) {
            statements.optimizers();
            statements.samples();
        }
        statements.otherSamples();
        statements.steps();
        return statements.all;
    }

    private void add(String operation, String other, double weight, UnaryOperator<Calculation> change) {
        add(operation, other, weight, new Change.Script(change, step -> step));
    }

    private void add(String operation, String other, double weight, Change.Script script) {
        add(operation, other, List.of(), weight, script);
    }

    private void add(String operation, String other, List<Integer> layers, double weight, Change.Script script) {
        Description description = new Description.InScript(operation, other, layers);
        all.add(new Candidate(Change.of(script), Candidate.Kind.STATEMENT, weight, description));
    }

    /** A change in all layers for which it makes sense together, then in each. */
    private void byLayer(String operation, double weight, IntPredicate applies, InLayer change) {
        byLayer(operation, "", weight, applies, change);
    }

    private void byLayer(String operation, String other, double weight, IntPredicate applies, InLayer change) {
        List<Integer> layers = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            if (applies.test(l)) {
                layers.add(l);
            }
        }
        if (layers.size() > 1) {
            inLayers(operation, other, layers, weight, change);
        }
        for (int l : layers) {
            double of = layers.size() > 1 ? weight / 2 : weight;
            inLayers(operation, other, List.of(l), of, change);
        }
    }

    private void inLayers(String operation, String other, List<Integer> layers, double weight, InLayer change) {
        Change.Script script = new Change.Script(c -> each(c, layers, change), step -> step);
        add(operation, other, layers, weight, script);
    }

    private static Calculation each(Calculation calculation, List<Integer> layers, InLayer change) {
        Calculation changed = calculation;
        for (int l : layers) {
            changed = changed == null ? null : change.apply(changed, l);
        }
        return changed;
    }

    private void functions() {
        List<Catalogue.Entry<Activation>> familiar = List.of(
                Activations.SIGMOID,
                Activations.TANH,
                Activations.RELU,
                Activations.LINEAR,
                Activations.SOFTPLUS,
                Activations.LEAKY_RELU);
        for (Catalogue.Entry<Activation> entry : familiar) {
            Activation other = entry.standard();
            InLayer change = (c, l) -> c.withLayer(l, layer -> layer.with(other));
            byLayer(
                    "other activation",
                    other.name(),
                    0.3,
                    l -> !network.layer(l).activation().name().equals(other.name()),
                    change);
            if (network.depth() > 2) {
                List<Integer> hidden =
                        IntStream.range(1, network.depth()).boxed().toList();
                inLayers("other activation", other.name(), hidden, 0.3, change);
            }
        }
        boolean softmax = network.output().activation().name().equals("softmax");
        boolean sigmoid = network.output().activation().name().equals("sigmoid");
        List<Catalogue.Entry<Loss>> losses = new ArrayList<>(List.of(Losses.SQUARED, Losses.MSE, Losses.ABSOLUTE));
        if (sigmoid) {
            losses.add(Losses.BINARY_CROSS_ENTROPY);
        }
        if (softmax) {
            losses.add(Losses.CROSS_ENTROPY);
        }
        for (Catalogue.Entry<Loss> entry : losses) {
            Loss other = entry.standard();
            if (!other.name().equals(network.loss().name())) {
                add("other loss", other.name(), 0.15, c -> c.withLoss(_ -> other));
            }
        }
    }

    private void optimizers() {
        Optimizer own = plan.optimizer();
        for (Catalogue.Entry<Optimizer> entry : Optimizers.ALL) {
            Optimizer other = entry.of(arguments(entry, own));
            boolean sgd = own.isDescent();
            if (!other.name().equals(own.name()) && (!sgd || other.name().equals("momentum"))) {
                boolean near = other.isDescent() || kin(own.name(), other.name());
                add("other optimizer", other.name(), near ? 1 : 0.2, c -> c.with(p -> p.with(other)));
            }
        }
        add("gradients pile up", "", 0.6, c -> c.with(p -> p.with(p.optimizer().ofSums())));
        if (!plan.shaping().equals(Shaping.NONE)) {
            Shaping s = plan.shaping();
            boolean clips = s.clip() < Double.POSITIVE_INFINITY;
            if (clips || s.absolute() != 0) {
                String left = s.absolute() == 0 ? "clip" : clips ? "clip and decay" : "decay";
                Shaping without = new Shaping(Double.POSITIVE_INFINITY, false, s.weightsOnly(), 0);
                add("no shaping", left, 0.6, c -> c.with(p -> p.with(without)));
            }
            if (s.weightsOnly()) {
                add(
                        "decay of biases",
                        "",
                        1,
                        c -> c.with(p -> p.with(new Shaping(s.clip(), s.each(), false, s.absolute()))));
            }
        } else if (plan.decay() != 0) {
            add(
                    "no decay of biases",
                    "",
                    0.5,
                    c -> c.with(p -> p.with(new Shaping(Double.POSITIVE_INFINITY, false, true, 0))));
        }
    }

    private static boolean kin(String a, String b) {
        List<String> both = List.of(a, b);
        return both.containsAll(List.of("adam", "adamw")) || both.containsAll(List.of("momentum", "nesterov"));
    }

    /** The arguments of one optimizer that another one has under the same name. */
    private static double[] arguments(Catalogue.Entry<Optimizer> entry, Optimizer own) {
        double[] arguments = entry.defaults();
        Catalogue.Entry<Optimizer> other = Catalogue.find(Optimizers.ALL, own.name());
        for (int i = 0; other != null && i < arguments.length; i++) {
            for (int k = 0; k < other.parameters().size(); k++) {
                if (other.parameters()
                        .get(k)
                        .name()
                        .equals(entry.parameters().get(i).name())) {
                    arguments[i] = own.arguments()[k];
                }
            }
        }
        return arguments;
    }

    private void biases() {
        if (end > 0) {
            byLayer("bias trained", 1, l -> has(l) && network.layer(l).biasFixed(), (c, l) -> train(c, l, true));
            byLayer("bias not trained", 1, l -> has(l) && !network.layer(l).biasFixed(), (c, l) -> train(c, l, false));
            byLayer(
                    "bias of each neuron",
                    0.7,
                    l -> !edited && shared(l),
                    (c, l) -> mode(train(c, l, true), l, BiasMode.SEPARATE));
            byLayer(
                    "shared bias",
                    0.5,
                    l -> !edited && mode(l) == BiasMode.SEPARATE && network.size(l) > 1 && allEqual(l),
                    (c, l) -> mode(c, l, BiasMode.SHARED));
        }
        if (!edited) {
            byLayer("no bias", 1, this::has, Statements::without);
        }
    }

    private boolean has(int l) {
        return mode(l) != BiasMode.NONE;
    }

    private BiasMode mode(int l) {
        return network.layer(l).biasMode();
    }

    private boolean shared(int l) {
        return mode(l) == BiasMode.SHARED && network.size(l) > 1;
    }

    private boolean allEqual(int l) {
        double[] start = calculation.replay().start();
        for (int i = network.biasStart(l); i < network.end(l); i++) {
            if (start[i] != start[network.biasStart(l)]) {
                return false;
            }
        }
        return true;
    }

    /** 0 for the bias, and it stays 0. */
    private static Calculation without(Calculation calculation, int l) {
        Network network = calculation.network();
        return train(calculation, l, false).from(start -> {
            Arrays.fill(start, network.biasStart(l), network.end(l), 0);
            return start;
        });
    }

    private static Calculation train(Calculation calculation, int l, boolean trained) {
        return calculation.withLayer(l, old -> old.withBiases(old.biasMode(), !trained));
    }

    private static Calculation mode(Calculation calculation, int l, BiasMode mode) {
        Network from = calculation.network();
        Calculation changed = calculation.withLayer(l, old -> old.withBiases(mode, old.biasFixed()));
        return changed.from(new Layout(from, changed.network())::parameters);
    }

    private void weights() {
        if (!edited) {
            byLayer("by columns", 1, l -> network.size(l) > 1 && network.size(l - 1) > 1, Statements::byColumns);
            byLayer("neurons reversed", 0.2, l -> network.size(l) > 1, Statements::reversed);
        }
        if (end > 0) {
            byLayer(
                    "weights not trained",
                    0.4,
                    l -> network.trainsWeights(l) && network.depth() > 1,
                    (c, l) -> c.withLayer(l, old -> old.withWeights(true)));
        }
    }

    private static Calculation byColumns(Calculation calculation, int l) {
        Network network = calculation.network();
        return calculation.from(start -> {
            double[] moved = start.clone();
            for (int j = 0; j < network.size(l); j++) {
                for (int i = 0; i < network.size(l - 1); i++) {
                    moved[network.weightIndex(l, j, i)] = start[network.weightStart(l) + i * network.size(l) + j];
                }
            }
            return moved;
        });
    }

    private static Calculation reversed(Calculation calculation, int l) {
        Network network = calculation.network();
        return calculation.from(start -> {
            double[] moved = start.clone();
            for (int j = 0; j < network.size(l); j++) {
                int from = network.weightIndex(l, network.size(l) - 1 - j, 0);
                System.arraycopy(start, from, moved, network.weightIndex(l, j, 0), network.size(l - 1));
            }
            return moved;
        });
    }

    private void samples() {
        int size = plan.samples() == null ? 1 : plan.samples().size();
        if (size > 1) {
            add("first sample only", "", 1, c -> c.with(p -> p.with(new int[] {0})));
            add(
                    "last sample only",
                    "",
                    0.4,
                    c -> c.with(p -> p.with(new int[] {p.samples().size() - 1})));
        }
        if (size > 1 && plan.batchSize() >= size) {
            add("samples averaged", "", 0.2, c -> c.with(p -> hasSample(p, 1) ? p.with(averaged(p.samples())) : p));
        }
        if (size > 1 && plan.batchSize() > 1) {
            add(
                    "one by one",
                    "",
                    1,
                    new Change.Script(c -> c.after(c.replay().oneByOne()), step -> step * plan.batchSize()));
        }
    }

    private static Samples averaged(Samples all) {
        return Samples.of(mean(all.inputs()), mean(all.targets()));
    }

    private static double[][] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return new double[][] {mean};
    }

    /** Another sample read for the current one, and trained with in its place. */
    private void otherSamples() {
        int size = plan.samples() == null ? 1 : plan.samples().size();
        for (int i = 0; i < Math.min(size, 4) && size > 1; i++) {
            int other = i;
            String name = String.valueOf(i + 1);
            add("other sample", name, 0.3, c -> c.on(c.now().samples().row(other)));
            if (end > 0 && i > 0) {
                add(
                        "other sample first",
                        name,
                        0.3,
                        c -> c.with(p ->
                                        hasSample(p, other) ? p.with(p.samples().withFirst(other)) : p)
                                .on(c.now().samples().row(other)));
            }
        }
    }

    /** Whether a plan, perhaps an earlier one with other data, has a sample of this number. */
    private static boolean hasSample(Plan plan, int number) {
        return plan.samples() != null && number < plan.samples().size();
    }

    private void steps() {
        if (end > 0) {
            add(
                    "an update too few",
                    "",
                    0.6,
                    new Change.Script(UnaryOperator.identity(), step -> Math.max(0, step - 1)));
        }
        if (plan.samples() != null && network.flatLayer(1) < 0) {
            add(
                    "an update too many",
                    "",
                    end > 0 ? 0.6 : 0.3,
                    new Change.Script(c -> c.after(c.replay().then(c.now())), step -> step + 1));
        }
    }
}
