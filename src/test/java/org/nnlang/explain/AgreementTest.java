package org.nnlang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.explain.Examples.Example;
import org.nnlang.math.Formula;
import org.nnlang.math.Recipe;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Layer;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.OwnFunctions;
import org.nnlang.network.Quantity;
import org.nnlang.network.Samples;
import org.nnlang.training.Shaping;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** Every formula, worked out from its own tree, gives the result that the network gives. */
class AgreementTest {
    private static final List<Loss> LOSSES = Stream.concat(
                    Catalogue.LOSSES.stream().map(Catalogue.Entry::standard),
                    Stream.of(OwnFunctions.QUARTIC, OwnFunctions.LOG_COSH, OwnFunctions.MEAN))
            .toList();

    /** What it remembers comes after the new parameter, and is made of it. */
    private static final Optimizer LATE = Optimizers.own(
                    "late",
                    List.of(),
                    _ -> new Recipe(
                            Recipe.line("c", Formula.product(Formula.number(0.5), Formula.variable("g"))),
                            Recipe.line("unread", Formula.sum(Formula.variable("unread"), Formula.variable("g"))),
                            Recipe.line("unread", Formula.product(Formula.number(0.5), Formula.variable("unread"))),
                            Recipe.line(
                                    "p",
                                    Formula.difference(
                                            Formula.variable("p"),
                                            Formula.product(
                                                    Formula.variable("η"),
                                                    Formula.sum(Formula.variable("c"), Formula.variable("old"))))),
                            Recipe.line("old", Formula.product(Formula.number(0.1), Formula.variable("p")))))
            .standard();

    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void formulasGiveTheirResults(int loss) {
        for (int i = 0; i < 60; i++) {
            Example example = example(LOSSES.get(loss));
            for (Quantity.Scalar quantity : quantities(example)) {
                Derivation derivation = example.explain(quantity, Limits.NONE);
                boolean update = quantity instanceof Quantity.Updated
                        && !derivation.forms().isEmpty();
                if (!update) {
                    same(derivation.result(), example.reading().value(quantity));
                }
                check(derivation, example);
            }
        }
    }

    @Test
    void worksheetsGiveTheirResults() {
        for (int i = 0; i < 200; i++) {
            Example example = example(LOSSES.get(i % LOSSES.size()));
            Worksheet worksheet = new Worksheet(example.reading(), example.plan(), example.state(), Limits.NONE);
            worksheet.shown(worksheet.forward()).forEach(line -> check(line, example));
            worksheet.shown(worksheet.backward()).forEach(line -> check(line, example));
            worksheet.shown(worksheet.update()).forEach(line -> check(line, example));
        }
    }

    @Test
    void updatesAreTheTrainersOwn() {
        for (int i = 0; i < 200; i++) {
            Example example = example(Losses.SQUARED.standard());
            new Trainer(example.plan()).run(example.state(), random.nextInt(5));
            if (Arrays.stream(example.state().parameters()).anyMatch(p -> !(Math.abs(p) < 100))) {
                continue; // it diverges
            }
            State after = example.state().copy();
            new Trainer(example.plan()).run(after, 1);
            for (int p = 0; p < example.network().parameterCount(); p++) {
                Derivation derivation = example.explain(new Quantity.Parameter(p), Limits.NONE);
                check(derivation, example);
                same(derivation.result(), after.parameters()[p]);
                for (String name : example.optimizer().memory()) {
                    Quantity.Updated memory = new Quantity.Memory(name, p);
                    Derivation remembered = example.explain(memory, Limits.NONE);
                    check(remembered, example);
                    same(remembered.result(), after.value(memory, example.optimizer()));
                }
            }
        }
    }

    private static void same(double a, double b) {
        assertThat(Double.doubleToLongBits(a + 0.0)).isEqualTo(Double.doubleToLongBits(b + 0.0));
    }

    private static void check(Derivation derivation, Example example) {
        for (Formula form : derivation.forms()) {
            boolean last = form == derivation.forms().getLast() && derivation.simplified() == null;
            check(form, form.value(), last, derivation, example);
        }
        if (derivation.simplified() != null) {
            Formula sum = derivation.forms().getFirst();
            check(sum, derivation.simplified().before(), false, derivation, example);
            check(derivation.last(), derivation.last().value(), true, derivation, example);
        }
        derivation.factors().forEach(factor -> check(factor, example));
    }

    /** A form that has a simpler one after it may lose digits. */
    private static void check(Formula form, double value, boolean last, Derivation derivation, Example example) {
        if (last || Double.isFinite(value)) {
            double relative = last ? 1e-12 : 1e-9;
            double tolerance = relative * Math.max(Math.abs(derivation.result()), size(form)) + relative / 100;
            assertThat(Math.abs(value - derivation.result()))
                    .as(() -> example.renderer().render(derivation))
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    /** The largest number that is added on the way: what rounding is relative to. */
    private static double size(Formula formula) {
        return switch (formula) {
            case Formula.Sum s ->
                s.terms().stream().mapToDouble(AgreementTest::size).sum();
            case Formula.Product p ->
                p.factors().stream().mapToDouble(AgreementTest::size).reduce(1, (a, b) -> a * b);
            case Formula.Quotient q ->
                size(q.numerator()) / Math.abs(q.denominator().value());
            case Formula.Negation n -> size(n.of());
            case Formula.Because b -> size(b.of());
            case Formula.Power p -> Math.pow(size(p.base()), p.exponent().value());
            case Formula.Absolute a -> size(a.of());
            default -> Math.abs(formula.value());
        };
    }

    private List<Quantity.Scalar> quantities(Example example) {
        Network network = example.network();
        List<Quantity.Scalar> all = new ArrayList<>();
        List<Quantity.Scalar> sources = new ArrayList<>();
        List<Quantity.Scalar> targets = new ArrayList<>();
        targets.add(new Quantity.TotalError());
        for (int l = 0; l <= network.depth(); l++) {
            for (int j = 0; j < network.size(l); j++) {
                sources.add(new Quantity.Output(l, j));
                if (l > 0) {
                    sources.add(new Quantity.Net(l, j));
                    all.add(new Quantity.Delta(l, j));
                }
                if (l == network.depth()) {
                    targets.add(new Quantity.ErrorShare(j));
                    all.add(new Quantity.Target(j));
                }
            }
        }
        targets.addAll(sources);
        all.addAll(targets);
        for (int p = 0; p < network.parameterCount(); p++) {
            sources.add(new Quantity.Parameter(p));
            all.add(new Quantity.Parameter(p));
            all.add(new Quantity.Gradient(p));
            for (String name : example.optimizer().memory()) {
                all.add(new Quantity.Memory(name, p));
            }
        }
        for (int i = 0; i < 12; i++) {
            all.add(new Quantity.Partial(pick(targets), pick(sources)));
        }
        Quantity.Scalar loss = new Quantity.MeanLoss(Quantity.Set.TRAINING);
        all.add(loss);
        all.add(new Quantity.MeanLoss(Quantity.Set.TEST));
        all.add(new Quantity.Partial(loss, new Quantity.Parameter(random.nextInt(network.parameterCount()))));
        all.add(new Quantity.Accuracy(Quantity.Set.TRAINING));
        all.add(new Quantity.Accuracy(Quantity.Set.TEST));
        all.add(new Quantity.Step());
        all.add(new Quantity.Epoch());
        return all;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Example example(Loss loss) {
        int depth = 1 + random.nextInt(4);
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            layers.add(layer(l, l == depth ? loss : null));
        }
        int outputs = layers.getLast().size();
        Network network =
                Networks.marked(random, new Network(Neurons.numbered("x", 1 + random.nextInt(3)), layers, loss));
        double[] parameters = new double[network.parameterCount()];
        Arrays.setAll(parameters, _ -> random.nextDouble(-1.5, 1.5));
        network.tieValues(parameters);
        int rows = 1 + random.nextInt(4);
        Samples samples = new Samples(
                inputs(network, rows),
                targets(loss, outputs, rows),
                weights(rows),
                inputs(network, 2),
                targets(loss, outputs, 2),
                weights(2),
                List.of());
        Optimizer optimizer = random.nextInt(8) == 0 ? LATE : pick(Networks.OPTIMIZERS);
        double decay = random.nextBoolean() ? Double.NaN : random.nextDouble();
        Shaping shaping = Networks.shaping(random);
        return new Example(network, new State(parameters), samples, optimizer, 1 + random.nextInt(4), decay, shaping);
    }

    private double[] weights(int rows) {
        return random.nextInt(3) == 0 ? random.doubles(rows, 0, 3).toArray() : null;
    }

    private Layer layer(int l, Loss loss) {
        int size = 1 + random.nextInt(3);
        BiasMode bias = pick(List.of(BiasMode.values()));
        boolean fixed = random.nextInt(4) == 0;
        return new Layer(
                Neurons.numbered("h" + (l == 1 ? "" : l), size), activation(loss), bias, fixed, random.nextBoolean());
    }

    /** Any, but the entropies have their own. */
    private Activation activation(Loss loss) {
        if (loss != null && loss.partner() != null) {
            return Catalogue.find(Catalogue.ACTIVATIONS, loss.partner()).standard();
        }
        return random.nextInt(3) == 0
                ? pick(OwnFunctions.ACTIVATIONS)
                : pick(Catalogue.ACTIVATIONS).standard();
    }

    private double[][] inputs(Network network, int rows) {
        double[][] inputs = new double[rows][network.size(0)];
        for (double[] row : inputs) {
            Arrays.setAll(row, _ -> random.nextInt(5) == 0 ? 0 : random.nextDouble(-1.5, 1.5));
        }
        return inputs;
    }

    private double[][] targets(Loss loss, int outputs, int rows) {
        double[][] targets = new double[rows][outputs];
        for (double[] row : targets) {
            boolean soft = random.nextBoolean();
            Arrays.setAll(row, _ -> soft ? random.nextDouble() : 0);
            if (!soft) {
                row[random.nextInt(outputs)] = 1;
            }
        }
        return targets;
    }
}
