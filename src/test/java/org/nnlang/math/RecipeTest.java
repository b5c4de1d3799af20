package org.nnlang.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;
import static org.nnlang.math.Recipe.line;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Set<String> GIVEN = Set.of("p", "g", "n");
    private static final Formula P = variable("p");
    private static final Formula G = variable("g");
    private static final Formula N = variable("n");
    private static final Formula V = variable("v");
    private static final Formula MU = named("μ", 0.9);
    private static final Formula ONE = number(1);

    @Test
    void whatIsReadBeforeItsLineIsMemory() {
        Recipe recipe = new Recipe(
                line("w", sum(V, G)), //
                line("v", product(MU, variable("w"))),
                line("p", difference(P, V)));
        assertThat(recipe.memory(GIVEN)).containsExactly("v");
        assertThat(new Recipe(line("p", difference(P, V)), line("v", G)).memory(GIVEN))
                .containsExactly("v");
        assertThat(new Recipe(line("v", G), line("p", difference(P, V))).memory(GIVEN))
                .isEmpty();
    }

    @Test
    void whatIsTheSameForAllIsTakenOut() {
        Recipe recipe = new Recipe(
                line("a", quotient(MU, N)),
                line("v", sum(product(MU, V), product(difference(ONE, MU), G, G))),
                line("p", difference(P, product(MU, variable("a"), V))));
        Recipe.Split split = recipe.split(Set.of("n"), Set.of("p"));
        assertThat(split.once().stream().map(Recipe.Line::name)).containsExactly("a", "#1", "#2", "#3");
        assertThat(split.once().stream().map(Recipe.Line::formula))
                .containsExactly(quotient(MU, N), MU, difference(ONE, MU), product(MU, variable("a")));
        assertThat(split.each())
                .containsExactly(
                        line("v", sum(product(variable("#1"), V), product(variable("#2"), G, G))),
                        line("p", difference(P, product(variable("#3"), V))));
    }

    /** Each of these would be wrong outside of the lines for each element. */
    @Test
    void resultsMemoryAndWhatIsAssignedTwiceStay() {
        for (Recipe recipe : List.of(
                new Recipe(line("p", ONE)),
                new Recipe(line("p", difference(P, V)), line("v", ONE)),
                new Recipe(line("a", ONE), line("p", variable("a")), line("a", G)))) {
            Recipe.Split split = recipe.split(Set.of("n"), Set.of("p"));
            assertThat(split.once()).isEmpty();
            assertThat(split.each()).isEqualTo(recipe.lines());
        }
    }
}
