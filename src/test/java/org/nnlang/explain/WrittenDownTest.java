package org.nnlang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.math.Decimals;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Layer;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Samples;
import org.nnlang.text.Digits;
import org.nnlang.training.Plan;
import org.nnlang.training.Shaping;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/**
 * Of figures rounded to decimals, each line can be worked out again: the numbers that are printed, put into the formula
 * that is printed, and rounded, give the result that is printed.
 */
class WrittenDownTest {
    private static final int DIGITS = 15;
    private static final double LARGEST = 100;

    private final SplittableRandom random = new SplittableRandom(11);
    private int lines;
    private int decimals;

    private record Example(Network network, State state, Samples samples, Plan plan) {
        QuantityValues reading() {
            return state.values(network, samples.row(0), samples, plan.arithmetic());
        }
    }

    @AfterEach
    void manyLinesWereChecked() {
        assertThat(lines).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void simultaneous(int decimals) {
        this.decimals = decimals;
        for (int i = 0; i < 120; i++) {
            check(example(pick(Optimizers.ALL).standard(), 1 + random.nextInt(3), null));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void sequential(int decimals) {
        this.decimals = decimals;
        for (int i = 0; i < 120; i++) {
            check(example(Optimizers.of("sgd"), 1, new ArithmeticMode.Sequence(new LearningRate.Constant(0), 0)));
        }
    }

    /** What was trained before anything was rounded is written down when rounding begins. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void fromSomeStepOn(int decimals) {
        this.decimals = decimals;
        for (int i = 0; i < 120; i++) {
            Example example = example(pick(Optimizers.ALL).standard(), 1 + random.nextInt(3), null);
            Plan unrounded = example.plan.with(example.plan.arithmetic().unrounded());
            new Trainer(unrounded).run(example.state, 1 + random.nextInt(3));
            check(example);
        }
    }

    private void check(Example example) {
        new Trainer(example.plan).run(example.state, random.nextInt(4));
        if (Arrays.stream(example.state.parameters()).anyMatch(p -> !(Math.abs(p) < LARGEST))) {
            return; // some rule divided by what was rounded to 0
        }
        Explainer explainer = new Explainer(example.reading(), example.plan, example.state, Limits.NONE);
        Worksheet worksheet = new Worksheet(example.reading(), example.plan(), example.state(), Limits.NONE);
        worksheet.shown(worksheet.forward()).forEach(this::check);
        worksheet.shown(worksheet.backward()).forEach(this::check);
        worksheet.shown(worksheet.update()).forEach(this::check);
        for (Quantity.Scalar quantity : quantities(example.network)) {
            Derivation derivation = explainer.explain(quantity);
            if (!(quantity instanceof Quantity.Parameter)) {
                assertThat(derivation.result())
                        .as(quantity::toString)
                        .isEqualTo(example.reading().value(quantity));
            }
            check(derivation);
        }
    }

    private void check(Derivation derivation) {
        if (!derivation.forms().isEmpty()) {
            Formula last = derivation.last();
            printed(last);
            double worked = last instanceof Formula.Leaf ? last.value() : Decimals.round(last.value(), decimals);
            assertThat(worked).as(() -> derivation.lhs() + " = " + last).isEqualTo(derivation.result());
            lines++;
        }
        derivation.factors().forEach(this::check);
    }

    /** Every number in a formula is printed in full. */
    private static void printed(Formula formula) {
        switch (formula) {
            case Formula.Number _, Formula.Named _, Formula.Leaf _ ->
                assertThat(Double.parseDouble(Digits.format(formula.value(), DIGITS)))
                        .as(formula::toString)
                        .isEqualTo(formula.value());
            case Formula.Sum f -> f.terms().forEach(WrittenDownTest::printed);
            case Formula.Product f -> f.factors().forEach(WrittenDownTest::printed);
            case Formula.Quotient f -> {
                printed(f.numerator());
                printed(f.denominator());
            }
            case Formula.Power f -> {
                printed(f.base());
                printed(f.exponent());
            }
            case Formula.Negation f -> printed(f.of());
            case Formula.Call f -> f.arguments().forEach(WrittenDownTest::printed);
            case Formula.Absolute f -> printed(f.of());
            case Formula.Root f -> printed(f.of());
            case Formula.Because f -> printed(f.of());
            case Formula.If f -> {
                printed(f.then());
                printed(f.otherwise());
            }
            case Formula.Elided _, Formula.Variable _ -> throw new AssertionError("nothing is left out: " + formula);
        }
    }

    private List<Quantity.Scalar> quantities(Network network) {
        List<Quantity.Scalar> all = new ArrayList<>();
        List<Quantity.Scalar> of = new ArrayList<>(List.of(new Quantity.TotalError()));
        List<Quantity.Scalar> by = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            for (int j = 0; j < network.size(l); j++) {
                of.add(new Quantity.Output(l, j));
                of.add(new Quantity.Net(l, j));
                all.add(new Quantity.Delta(l, j));
                if (l == network.depth()) {
                    of.add(new Quantity.ErrorShare(j));
                }
            }
        }
        by.addAll(of.stream()
                .filter(q -> q instanceof Quantity.Output || q instanceof Quantity.Net)
                .toList());
        for (int p = 0; p < network.parameterCount(); p++) {
            by.add(new Quantity.Parameter(p));
            all.add(new Quantity.Parameter(p));
            all.add(new Quantity.Gradient(p));
        }
        for (int i = 0; i < 12; i++) {
            all.add(new Quantity.Partial(pick(of), pick(by)));
        }
        Quantity.Scalar loss = new Quantity.MeanLoss(Quantity.Set.TRAINING);
        all.add(loss);
        all.add(new Quantity.Partial(loss, new Quantity.Parameter(random.nextInt(network.parameterCount()))));
        all.add(new Quantity.Accuracy(Quantity.Set.TRAINING));
        all.addAll(of);
        return all;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Example example(Optimizer optimizer, int batch, ArithmeticMode.Sequence sequence) {
        Loss loss = pick(Catalogue.LOSSES).standard();
        int depth = 1 + random.nextInt(3);
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            Activation activation = l == depth && loss.partner() != null
                    ? Catalogue.find(Catalogue.ACTIVATIONS, loss.partner()).standard()
                    : pick(Catalogue.ACTIVATIONS).standard();
            BiasMode bias = pick(List.of(BiasMode.values()));
            Neurons neurons = Neurons.numbered("h" + l + "_", 1 + random.nextInt(3));
            layers.add(new Layer(neurons, activation, bias, random.nextInt(4) == 0, random.nextBoolean()));
        }
        Network network = new Network(Neurons.numbered("x", 1 + random.nextInt(3)), layers, loss);
        double[] parameters = new double[network.parameterCount()];
        Arrays.setAll(parameters, _ -> given(-1.5, 1.5));
        int rows = 1 + random.nextInt(3);
        double[][] inputs = new double[rows][network.size(0)];
        double[][] targets = new double[rows][network.output().size()];
        for (int row = 0; row < rows; row++) {
            Arrays.setAll(inputs[row], _ -> given(-1.5, 1.5));
            boolean soft = random.nextBoolean();
            Arrays.setAll(targets[row], _ -> soft ? given(0, 1) : 0);
            targets[row][soft ? 0 : random.nextInt(targets[row].length)] = 1;
        }
        Samples samples = Samples.of(inputs, targets);
        double decay = random.nextBoolean() ? Double.NaN : given(0, 0.2);
        ArithmeticMode arithmetic = new ArithmeticMode(org.nnlang.network.Precision.DOUBLE, decimals, sequence);
        Shaping shaping = sequence == null ? Networks.shaping(random) : Shaping.NONE;
        Plan plan = new Plan(
                network,
                samples,
                optimizer,
                new LearningRate.Constant(0.25),
                batch,
                false,
                decay,
                shaping,
                1,
                arithmetic,
                null);
        return new Example(network, new State(parameters), samples, plan);
    }

    private double given(double from, double to) {
        return Math.rint(random.nextDouble(from, to) * 1000) / 1000;
    }
}
