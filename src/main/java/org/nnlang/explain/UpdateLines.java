package org.nnlang.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.math.Recipe;
import org.nnlang.network.Quantity;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/**
 * The optimizer's recipe for one update of one parameter, with its values.
 *
 * <p>ḡ is the mean gradient of a batch, η the learning rate, λ the weight decay, n the number of the update; what the
 * optimizer remembers has the index n after the update, n−1 before it.
 *
 * @param formula what gives the new value
 * @param before the derivations of the lines before it
 */
record UpdateLines(Formula formula, List<Derivation> before) {
    /**
     * The lines for a parameter, or for what is remembered of it: of the lines before, those that it is made of. The {@code
     * parameter}, the gradient and the rate stand in them.
     */
    static UpdateLines of(
            Plan plan,
            State before,
            State after,
            Quantity.Updated quantity,
            Formula parameter,
            Formula gradient,
            Formula rate) {
        int index = quantity.index();
        Map<String, Formula> values = new HashMap<>(Map.of(
                "p", parameter,
                "η", rate,
                "n", Formula.named("n", after.optimizerSteps())));
        List<String> memory = plan.optimizer().memory();
        for (int slot = 0; slot < memory.size(); slot++) {
            values.put(memory.get(slot), new Formula.Named(memory.get(slot), "n−1", before.memory(slot, index)));
        }
        Recipe recipe = plan.optimizer().recipe(plan.decay(index));
        List<Derivation> lines = new ArrayList<>();
        boolean stands = plan.optimizer().isDescent()
                || isSymbol(gradient)
                || recipe.lines().getFirst().name().equals("g");
        values.put("g", stands ? gradient : kept(lines, letter(plan, "g", gradient), gradient));
        List<Recipe.Line> made = recipe.linesOf(quantity instanceof Quantity.Memory m ? m.name() : "p");
        for (Recipe.Line line : made.subList(0, made.size() - 1)) {
            Formula formula = taken(line, values);
            int slot = memory.indexOf(line.name());
            Formula.Named lhs = slot < 0
                    ? letter(plan, line.name(), formula)
                    : new Formula.Named(line.name(), "n", after.memory(slot, index));
            values.put(line.name(), kept(lines, lhs, formula));
        }
        return new UpdateLines(taken(made.getLast(), values), lines);
    }

    private static Formula taken(Recipe.Line line, Map<String, Formula> values) {
        return Branches.taken(written(line.formula()).bind(values));
    }

    /** Whether a formula stands in one of the lines. */
    boolean read(Formula part) {
        return Parts.contains(formula, part)
                || before.stream().flatMap(line -> line.forms().stream()).anyMatch(form -> Parts.contains(form, part));
    }

    private static boolean isSymbol(Formula gradient) {
        return gradient instanceof Formula.Named
                || gradient instanceof Symbol symbol && symbol.quantity() instanceof Quantity.Gradient;
    }

    private static Formula.Named letter(Plan plan, String name, Formula formula) {
        double value = plan.arithmetic().round(formula.value());
        return name.endsWith("_n")
                ? new Formula.Named(name.substring(0, name.length() - 2), "n", value)
                : new Formula.Named(name, "", value);
    }

    private static Formula kept(List<Derivation> lines, Formula lhs, Formula formula) {
        lines.add(Derivation.of(lhs, formula));
        return lhs;
    }

    /** A formula as people write it, not as it is computed: a · g · g is a · g², and η · (g / h) is η · g / h. */
    static Formula written(Formula formula) {
        Formula of = Parts.map(formula, UpdateLines::written);
        if (!(of instanceof Formula.Product product)) {
            return of;
        }
        List<Formula> factors = new ArrayList<>();
        for (Formula factor : product.factors()) {
            if (!factors.isEmpty() && factors.getLast().equals(factor)) {
                factors.set(factors.size() - 1, Formula.square(factor));
            } else {
                factors.add(factor);
            }
        }
        if (factors.size() > 1 && factors.getLast() instanceof Formula.Quotient quotient) {
            factors.set(factors.size() - 1, quotient.numerator());
            return Formula.quotient(Formula.product(factors.toArray(Formula[]::new)), quotient.denominator());
        }
        return Formula.product(factors.toArray(Formula[]::new));
    }
}
