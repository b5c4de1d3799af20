package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Recipe;

class OptimizerTest {
    private static final Formula P = Formula.variable("p");
    private static final Formula G = Formula.variable("g");
    private static final Formula RATE = Formula.variable("η");

    private static Optimizer optimizer(Recipe recipe) {
        return new Optimizer(new Optimizer.Definition("mine", List.of(), _ -> recipe, null));
    }

    @Test
    void whatIsRememberedComesFromTheRecipe() {
        assertThat(Optimizers.SGD.memory()).isEmpty();
        assertThat(Optimizers.of("adagrad", 0.5).memory()).containsExactly("s");
        assertThat(Optimizers.of("adamw").memory()).containsExactly("m", "v");
    }

    @Test
    void plainDescentIsFoundByItsRecipe() {
        Formula step = Formula.product(RATE, G);
        assertThat(optimizer(new Recipe(Recipe.line("p", Formula.difference(P, step))))
                        .isDescent())
                .isTrue();
        assertThat(optimizer(new Recipe(Recipe.line("p", Formula.sum(P, step)))).isDescent())
                .isFalse();
        for (Catalogue.Entry<Optimizer> entry : Optimizers.ALL) {
            assertThat(entry.standard().isDescent()).isEqualTo(entry.name().equals("sgd"));
        }
    }

    /** The decay is added to the gradient in one place, or in a line if the gradient is needed more than once. */
    @Test
    void decayIsAddedToTheGradient() {
        Formula decayed = Formula.sum(G, Formula.product(Formula.named("λ", 0.5), P));
        assertThat(Optimizers.SGD.recipe(0.5).lines())
                .containsExactly(Recipe.line("p", Formula.difference(P, Formula.product(RATE, decayed))));
        Recipe.Line twice = Recipe.line("p", Formula.difference(P, Formula.product(RATE, G, Formula.absolute(G))));
        assertThat(optimizer(new Recipe(twice)).recipe(0.5).lines()).containsExactly(Recipe.line("g", decayed), twice);
        assertThat(Optimizers.of("momentum").recipe(0.5).lines().getFirst()).isEqualTo(Recipe.line("g", decayed));
        assertThat(Optimizers.of("adamw", 0.5).decay(Double.NaN)).isEqualTo(0.5);
        assertThat(Optimizers.of("adamw", 0.5).decay(0.1)).isEqualTo(0.1);
        assertThat(Optimizers.of("adam").decay(Double.NaN)).isZero();
    }

    /** Given the sum of all gradients so far, each rule makes of every gradient what it makes of their sum. */
    @Test
    void ofSumsOfGradients() {
        Random64 random = Random64.of(6, 0);
        for (Catalogue.Entry<Optimizer> entry : Optimizers.ALL) {
            Optimizer plain = entry.standard();
            Optimizer ofSums = plain.ofSums();
            assertThat(ofSums.memory()).hasSize(plain.memory().size() + 1);
            double[][] memory = new double[plain.memory().size()][1];
            double[][] memoryOfSums = new double[memory.length + 1][1];
            double[] p = {0.5};
            double[] pOfSums = {0.5};
            double sum = 0;
            for (int n = 1; n <= 5; n++) {
                double gradient = random.nextDouble() - 0.5;
                sum += gradient;
                update(plain, n, p, memory, sum);
                update(ofSums, n, pOfSums, memoryOfSums, gradient);
                assertThat(pOfSums).as("%s, update %s", entry.name(), n).isEqualTo(p);
            }
        }
    }

    private static void update(Optimizer optimizer, int n, double[] p, double[][] memory, double gradient) {
        RecipeUpdate update =
                new RecipeUpdate(optimizer.recipe(0), optimizer.memory(), ArithmeticMode.DOUBLE, new boolean[] {true});
        update.begin(0.1, n);
        update.apply(p, memory, new double[] {gradient}, 0, 1);
    }

    /** Plain descent in double doesn't evaluate the recipe. */
    @Test
    void plainDescentHasTheBitsOfItsRecipe() {
        Random64 random = Random64.of(5, 0);
        double[] p = new double[100];
        double[] gradient = new double[100];
        boolean[] trained = new boolean[100];
        for (int i = 0; i < 100; i++) {
            p[i] = random.nextDouble() - 0.5;
            gradient[i] = random.nextDouble() - 0.5;
            trained[i] = i % 7 != 0;
        }
        double[] expected = p.clone();
        for (int i = 0; i < 100; i++) {
            expected[i] = trained[i] ? expected[i] - 0.3 * gradient[i] : expected[i];
        }
        RecipeUpdate update = new RecipeUpdate(Optimizers.SGD.recipe(0), List.of(), ArithmeticMode.DOUBLE, trained);
        update.begin(0.3, 1);
        update.apply(p, new double[0][], gradient, 0, 100);
        assertThat(p).isEqualTo(expected);
    }

    @Test
    void decayLimits() {
        assertThat(Optimizers.SGD.decayLimit(0.1)).isEqualTo(2);
        assertThat(Optimizers.of("momentum", 0.9).decayLimit(0.1)).isEqualTo(3.8);
        assertThat(Optimizers.of("momentum", 0.9, 0.5).decayLimit(0.1)).isEqualTo(7.6);
        assertThat(Optimizers.of("momentum", 0.8, 0, 1).decayLimit(0.1)).isEqualTo(18);
        assertThat(Optimizers.of("momentum", 0.9, 0, 0, 1).decayLimit(0.1)).isEqualTo(3.8);
        assertThat(Optimizers.of("nesterov", 0.9).decayLimit(1)).isEqualTo(1.357142857);
        assertThat(Optimizers.of("adamw").decayLimit(0.1)).isEqualTo(2);
        for (String bounded : List.of("adagrad", "rmsprop", "adam")) {
            assertThat(Optimizers.of(bounded).decayLimit(0.1)).isInfinite();
        }
    }

    /** Linear ones have a limit, and what clips or grows by itself has none. */
    @Test
    void decayLimitsOfOwnOptimizers() {
        Formula half = Formula.product(Formula.number(0.5), RATE, G);
        assertThat(optimizer(new Recipe(Recipe.line("p", Formula.difference(P, half))))
                        .decayLimit(0.1))
                .isEqualTo(4);
        Recipe late = new Recipe(
                Recipe.line("p", Formula.difference(P, Formula.product(RATE, Formula.variable("old")))),
                Recipe.line("count", Formula.sum(Formula.variable("count"), Formula.number(1))),
                Recipe.line("old", G));
        assertThat(optimizer(late).decayLimit(0.1)).isEqualTo(1);
        Formula sign = Formula.call(Function.SIGN, G);
        assertThat(optimizer(new Recipe(Recipe.line("p", Formula.difference(P, Formula.product(RATE, sign)))))
                        .decayLimit(0.1))
                .isInfinite();
        Formula more = Formula.product(P, Formula.number(1.1));
        assertThat(optimizer(new Recipe(Recipe.line("p", Formula.difference(more, half))))
                        .decayLimit(0.1))
                .isInfinite();
    }

    /** By simulation: just below the limit, decay alone makes parameters smaller, just above it larger. */
    @Test
    void decayLimitsHold() {
        for (Optimizer optimizer : Networks.OPTIMIZERS) {
            double limit = optimizer.decayLimit(1);
            if (Double.isFinite(limit)) {
                assertThat(size(optimizer, limit * 0.99)).as(optimizer.name()).isLessThan(1e-3);
                assertThat(size(optimizer, limit * 1.01)).as(optimizer.name()).isGreaterThan(1e3);
            }
        }
    }

    private static double size(Optimizer optimizer, double decay) {
        RecipeUpdate update = new RecipeUpdate(
                optimizer.recipe(decay), optimizer.memory(), ArithmeticMode.DOUBLE, new boolean[] {true});
        double[] p = {1};
        double[][] memory = new double[optimizer.memory().size()][1];
        for (int n = 1; n <= 3000; n++) {
            update.begin(1, n);
            update.apply(p, memory, new double[] {0}, 0, 1);
        }
        return Math.abs(p[0]);
    }
}
