package org.nnlang.engine;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.math.Recipe;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.training.Plan;

/** Writes the optimizer's recipe for one parameter after the other, as {@link org.nnlang.training.Update} has it. */
final class StraightUpdate {
    private final Plan plan;
    private final Network network;
    private final Arithmetic v;
    private final int rate;
    private final int n;
    private final int norm;
    /** For each name, its variable for each parameter. */
    private final Map<String, int[]> variables = new HashMap<>();

    private final Rule rule;
    /** The rule of parameters that don't decay as the others do. */
    private final Rule undecayed;

    /** {@code rate} is the variable of the learning rate. */
    StraightUpdate(Plan plan, Arithmetic v, int rate, int[] parameters, int[][] memory) {
        this.plan = plan;
        this.v = v;
        this.rate = rate;
        network = plan.network();
        n = v.fresh();
        norm = v.fresh();
        variables.put("p", parameters);
        List<String> remembered = plan.optimizer().memory();
        for (int slot = 0; slot < memory.length; slot++) {
            variables.put(remembered.get(slot), memory[slot]);
        }
        rule = new Rule(plan.recipe());
        undecayed = plan.shaping().weightsOnly() ? new Rule(plan.recipe(0)) : rule;
    }

    /**
     * Writes a step of each trained parameter: {@code gradient} pushes its gradient, {@code count} the number of the update.
     */
    void steps(IntConsumer gradient, Runnable count) {
        IntConsumer used = plan.needsAllGradients() ? allGradients(gradient) : gradient;
        v.piece(1, () -> {
            if (rule.reads("n") || undecayed.reads("n")) {
                count.run();
                v.set(n);
            }
            rule.begin();
            if (undecayed != rule) {
                undecayed.begin();
            }
        });
        for (int i = 0; i < network.parameterCount(); i++) {
            if (network.isTrained(i)) {
                int p = i;
                Rule its = plan.decay(p) == plan.decay() ? rule : undecayed;
                v.piece(its.operations(), () -> its.step(p, () -> used.accept(p)));
            }
        }
    }

    /** Writes all gradients, of tied parameters their sum, and the norm; pushes one of them. */
    private IntConsumer allGradients(IntConsumer gradient) {
        int[] all = v.fresh(network.parameterCount());
        for (int i = 0; i < all.length; i++) {
            if (network.isTrained(i)) {
                int p = i;
                v.piece(2, () -> {
                    gradient.accept(p);
                    v.set(all[p]);
                });
            }
        }
        for (int[] tie : network.ties()) {
            if (network.isTrained(tie[0])) {
                v.piece(2 * tie.length, () -> tie(tie, all));
            }
        }
        if (plan.shaping().needsNorm()) {
            v.piece(1, () -> v.number(0).set(norm));
            for (int i = 0; i < all.length; i++) {
                if (network.isTrained(i) && network.tied(i)[0] == i) {
                    int g = all[i];
                    v.piece(2, () -> v.get(norm).get(g).get(g).times().plus().set(norm));
                }
            }
            v.piece(1, () -> v.get(norm).call("sqrt", Math.class, 1).set(norm));
        }
        return p -> v.get(all[p]);
    }

    private void tie(int[] tie, int[] gradients) {
        v.number(0);
        for (int p : tie) {
            v.get(gradients[p]).plus();
        }
        v.set(gradients[tie[0]]);
        for (int p : tie) {
            v.get(gradients[tie[0]]).set(gradients[p]);
        }
    }

    /**
     * Pushes a sum over the samples of a batch, divided by how many they are, which {@code count} pushes where not all batches
     * are alike. By a power of two a multiplication gives the same bits, and takes a fifth of the time.
     */
    void mean(int sum, Runnable count) {
        int samples = plan.batchSize();
        v.get(sum);
        if (plan.samples().size() % samples > 0) {
            count.run();
            v.over();
        } else if (Integer.bitCount(samples) == 1) {
            v.number(1.0 / samples).times();
        } else {
            v.number(samples).over();
        }
    }

    /** A recipe for the parameters that decay alike. */
    private final class Rule {
        private final Recipe.Split recipe;
        /** Variables of what is the same for all parameters. */
        private final Map<String, Integer> same = new HashMap<>();
        /** What is the same at all updates. */
        private final Map<String, Double> constants = new HashMap<>();
        /** Whether the gradient is pushed where it is read: once. */
        private final boolean inPlace;

        Rule(Recipe whole) {
            recipe = Optimizer.split(whole);
            same.put("η", rate);
            same.put("n", n);
            same.put(Optimizer.NORM, norm);
            for (Recipe.Line line : recipe.once()) {
                if (Parts.hasVariables(line.formula())) {
                    same.put(line.name(), v.fresh());
                } else {
                    constants.put(line.name(), line.formula().value());
                }
            }
            boolean assigned = recipe.each().stream().anyMatch(l -> l.name().equals("g"));
            inPlace = assigned
                    ? recipe.each().getFirst().name().equals("g")
                            && Recipe.reads(recipe.each().subList(0, 1), "g") == 1
                    : Recipe.reads(recipe.each(), "g") == 1;
        }

        boolean reads(String name) {
            return Recipe.reads(recipe.once(), name) + Recipe.reads(recipe.each(), name) > 0;
        }

        /** About how many operations a step has. */
        int operations() {
            return (int) recipe.each().stream()
                            .mapToDouble(l -> Parts.size(l.formula()))
                            .sum()
                    / 2;
        }

        /** Writes what an update computes once. */
        void begin() {
            for (Recipe.Line line : recipe.once()) {
                if (same.containsKey(line.name())) {
                    push(line.formula(), name -> {
                        throw new IllegalStateException(name);
                    });
                    v.set(same.get(line.name()));
                }
            }
        }

        /** Writes the step of parameter {@code i}; {@code gradient} pushes its gradient. */
        void step(int i, Runnable gradient) {
            CodeBuilder outer = v.code;
            outer.block(
                    inner -> { // its local variables are free again after it
                        v.code = inner;
                        step(i, gradient, new HashMap<>());
                    });
            v.code = outer;
        }

        private void step(int i, Runnable gradient, Map<String, Integer> locals) {
            if (!inPlace) {
                gradient.run();
                assign("g", i, locals);
            }
            for (Recipe.Line line : recipe.each()) {
                push(line.formula(), name -> {
                    if (locals.containsKey(name)) {
                        v.code.dload(locals.get(name));
                    } else if (variables.containsKey(name)) {
                        v.get(variables.get(name)[i]);
                    } else {
                        gradient.run();
                    }
                });
                assign(line.name(), i, locals);
            }
        }

        private void assign(String name, int i, Map<String, Integer> locals) {
            if (variables.containsKey(name)) {
                v.set(variables.get(name)[i]);
            } else {
                v.code.dstore(locals.computeIfAbsent(name, _ -> v.code.allocateLocal(TypeKind.DOUBLE)));
            }
        }

        private void push(Formula formula, Consumer<String> other) {
            new FormulaCode(v, name -> {
                        if (constants.containsKey(name)) {
                            v.number(constants.get(name));
                        } else if (same.containsKey(name)) {
                            v.get(same.get(name));
                        } else {
                            other.accept(name);
                        }
                    })
                    .push(formula);
        }
    }
}
