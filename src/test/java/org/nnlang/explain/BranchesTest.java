package org.nnlang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.math.RandomFormulas;
import org.nnlang.math.Reason.Relation;

/** A formula with cases becomes the one of its branches. */
class BranchesTest {
    private static final Formula U = named("u", 4);
    private static final Formula V = named("v", 3);

    /** A formula with cases whose branch is this one. */
    private static Formula branch(Formula formula) {
        return cases(U, Relation.UNEQUAL, V, formula, V); // a reason that isn't shown
    }

    @Test
    void keepsTheValue() {
        SplittableRandom random = new SplittableRandom(41);
        RandomFormulas formulas = new RandomFormulas(random, "z", "t");
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            Formula bound = formulas.next(2 + random.nextInt(4))
                    .bind(Map.of("z", number(random.nextInt(-2, 3)), "t", number(random.nextDouble(-2, 2))));
            Formula taken = Branches.taken(bound);
            if (isRegular(bound)) {
                compared++;
                double value = bound.value();
                assertThat(taken.value()).as(bound.toString()).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
            }
            assertThat(hasCases(taken)).isFalse();
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    /** Whether nothing on the way is without a value, or so large that a difference of two would be rounding only. */
    private static boolean isRegular(Formula bound) {
        return Math.abs(bound.value()) < 1e5 && Parts.of(bound).stream().allMatch(BranchesTest::isRegular);
    }

    private static boolean hasCases(Formula formula) {
        return formula instanceof Formula.If || Parts.of(formula).stream().anyMatch(BranchesTest::hasCases);
    }

    @Test
    void whatBecameNeutralIsLeftOut() {
        Formula zero = branch(number(0));
        Formula one = branch(number(1));
        Formula minus = branch(number(-1));
        assertThat(Branches.taken(sum(U, zero))).isEqualTo(U);
        assertThat(Branches.taken(sum(zero, U))).isEqualTo(U);
        assertThat(Branches.taken(sum(zero, U, zero, V))).isEqualTo(sum(U, V));
        assertThat(Branches.taken(sum(zero, zero))).isEqualTo(number(0));
        assertThat(Branches.taken(product(one, U))).isEqualTo(U);
        assertThat(Branches.taken(product(U, one, V))).isEqualTo(product(U, V));
        assertThat(Branches.taken(product(one, one))).isEqualTo(number(1));
        assertThat(Branches.taken(product(minus, U))).isEqualTo(negation(U));
        assertThat(Branches.taken(product(U, minus, V, minus))).isEqualTo(product(U, V));
        assertThat(Branches.taken(product(minus, one))).isEqualTo(number(-1));
        assertThat(Branches.taken(product(U, zero))).isEqualTo(number(0));
        assertThat(Branches.taken(quotient(U, one))).isEqualTo(U);
        assertThat(Branches.taken(quotient(zero, U))).isEqualTo(number(0));
        assertThat(Branches.taken(negation(zero))).isEqualTo(number(0));
    }

    @Test
    void whatWasWrittenStays() {
        for (double number : new double[] {-1, 0, 1}) {
            Formula other = branch(V);
            assertThat(Branches.taken(sum(number(number), other))).isEqualTo(sum(number(number), V));
            assertThat(Branches.taken(product(number(number), other))).isEqualTo(product(number(number), V));
            assertThat(Branches.taken(quotient(number(number), other))).isEqualTo(quotient(number(number), V));
            assertThat(Branches.taken(quotient(other, number(number)))).isEqualTo(quotient(V, number(number)));
        }
        Formula one = branch(number(1));
        assertThat(Branches.taken(quotient(one, U))).isEqualTo(quotient(number(1), U));
        assertThat(Branches.taken(quotient(branch(number(0)), number(0)))).isEqualTo(quotient(number(0), number(0)));
        assertThat(Branches.taken(product(branch(number(0)), Formula.named("i", Double.POSITIVE_INFINITY))))
                .isEqualTo(product(number(0), Formula.named("i", Double.POSITIVE_INFINITY)));
    }
}
