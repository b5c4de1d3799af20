package org.nnlang.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Programs that change their variables give each the last value of its name. */
class ProgramTest {
    private static final List<String> NAMES = List.of("z", "t", "u");

    private final SplittableRandom random = new SplittableRandom(11);
    private final RandomFormulas formulas = new RandomFormulas(random, "z", "t");

    @Test
    void randomLines() {
        for (int i = 0; i < 400; i++) {
            List<Recipe.Line> lines = new ArrayList<>();
            for (int k = 0; k <= i % 5; k++) {
                lines.add(Recipe.line(NAMES.get(random.nextInt(3)), formulas.next(random.nextInt(4))));
            }
            compare(lines, Program.UNROUNDED);
            compare(lines, 3);
        }
    }

    @Test
    void swappedAndCopied() {
        Formula z = Formula.variable("z");
        Formula t = Formula.variable("t");
        compare(List.of(Recipe.line("u", z), Recipe.line("z", t), Recipe.line("t", Formula.variable("u"))), 2);
        compare(List.of(Recipe.line("z", Formula.sum(z, t)), Recipe.line("t", Formula.sum(z, t))), Program.UNROUNDED);
        compare(List.of(Recipe.line("z", Formula.sum(z, t)), Recipe.line("t", z)), Program.UNROUNDED);
        compare(List.of(Recipe.line("t", Formula.number(2)), Recipe.line("z", t)), Program.UNROUNDED);
    }

    private void compare(List<Recipe.Line> lines, int decimals) {
        int count = 1 + random.nextInt(40);
        double[][] rows = new double[3][count];
        for (double[] row : rows) {
            Arrays.setAll(row, _ -> random.nextDouble(-3, 3));
        }
        double[][] expected = new double[3][];
        for (int k = 0; k < 3; k++) {
            expected[k] = rows[k].clone();
        }
        for (int i = 0; i < count; i++) {
            Map<String, Formula> values = new HashMap<>();
            for (int k = 0; k < 3; k++) {
                values.put(NAMES.get(k), Formula.number(rows[k][i]));
            }
            for (Recipe.Line line : lines) {
                double value = line.formula().bind(values).value();
                double rounded = decimals == Program.UNROUNDED ? value : Decimals.round(value, decimals);
                values.put(line.name(), Formula.number(rounded));
            }
            for (int k = 0; k < 3; k++) {
                expected[k][i] = values.get(NAMES.get(k)).value();
            }
        }
        Program.changing(new Recipe(lines), Set.copyOf(NAMES), decimals, NAMES)
                .run(count, false)
                .change(count, rows);
        assertThat(Arrays.deepEquals(rows, expected)).as(lines.toString()).isTrue();
    }
}
