package org.nnlang.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param after the derivations of the lines after it, which give what is remembered
 */
record UpdateLines(Formula formula, List<Derivation> before, List<Derivation> after) {
    /**
     * An update of a parameter under a plan, from one state to the next; {@code rate} is the learning rate.
     *
     * @param parameter the parameter before the update
     * @param next the parameter after it
     */
    record ParameterUpdate(Plan plan, State before, State after, Formula rate, Formula parameter, Formula next) {}

    /** The lines that a parameter, or what is remembered of it, is made of; {@code gradient} stands in them. */
    static UpdateLines of(ParameterUpdate update, Quantity.Updated quantity, Formula gradient) {
        String name = quantity instanceof Quantity.Memory memory ? memory.name() : "p";
        return of(update, quantity.index(), gradient, name, Set.of(name));
    }

    /** All lines that a parameter and what is remembered of it are made of; {@code gradient} stands in them. */
    static UpdateLines all(ParameterUpdate update, int index, Formula gradient) {
        Set<String> names = new HashSet<>(update.plan.optimizer().memory());
        names.add("p");
        return of(update, index, gradient, "p", names);
    }

    private static UpdateLines of(
            ParameterUpdate update, int index, Formula gradient, String result, Set<String> names) {
        Plan plan = update.plan;
        Map<String, Formula> values = new HashMap<>(Map.of(
                "p", update.parameter,
                "η", update.rate,
                "n", Formula.named("n", update.after.optimizerSteps())));
        List<String> memory = plan.optimizer().memory();
        for (int slot = 0; slot < memory.size(); slot++) {
            values.put(memory.get(slot), new Formula.Named(memory.get(slot), "n−1", update.before.memory(slot, index)));
        }
        Recipe recipe = plan.optimizer().recipe(plan.decay(index));
        List<Derivation> lines = new ArrayList<>();
        boolean stands = plan.optimizer().isDescent()
                || isSymbol(gradient)
                || recipe.lines().getFirst().name().equals("g");
        values.put("g", stands ? gradient : kept(lines, letter(plan, "g", gradient), gradient));
        List<Recipe.Line> needed = recipe.linesOf(names);
        Formula formula = null;
        int before = 0;
        for (int i = 0; i < needed.size(); i++) {
            Recipe.Line line = needed.get(i);
            boolean last = needed.subList(i + 1, needed.size()).stream()
                    .noneMatch(later -> later.name().equals(line.name()));
            Formula taken = Branches.taken(written(line.formula()).bind(values));
            if (last && line.name().equals(result)) {
                formula = taken;
                before = lines.size();
                values.put(result, update.next);
            } else {
                int slot = memory.indexOf(line.name());
                Formula lhs = last && slot >= 0
                        ? new Formula.Named(line.name(), "n", update.after.memory(slot, index))
                        : last && line.name().equals("p") ? update.next : letter(plan, line.name(), taken);
                values.put(line.name(), kept(lines, lhs, taken));
            }
        }
        return new UpdateLines(formula, lines.subList(0, before), lines.subList(before, lines.size()));
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
