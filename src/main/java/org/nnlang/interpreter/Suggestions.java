package org.nnlang.interpreter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nnlang.ast.Expr;
import org.nnlang.ast.Words;
import org.nnlang.network.Neurons;
import org.nnlang.source.Nearest;
import org.nnlang.source.Problem;

/** What was probably meant by a name that stands for nothing. */
final class Suggestions {
    private static final int MOST_NEURONS = 200;

    private Suggestions() {}

    /** A call of what is no function. */
    static Failure notAFunction(Blueprint blueprint, Collection<String> lets, Expr.Call e) {
        blueprint.definitions().checkOrder(e.name(), e.nameSpan());
        String meaning = Functions.meaning(e.name(), blueprint, lets);
        return new Failure(
                e.nameSpan(),
                meaning == null || blueprint.definitions().find(e.name()) != null
                        ? unknownFunction(blueprint, e.name())
                        : new Problem.ValueCalled(e.name(), meaning, Words.FREE_FUNCTIONS.contains(e.name())));
    }

    /** A name that stands for no value. */
    static Failure notAValue(Blueprint blueprint, Collection<String> lets, Expr.Name e) {
        Definitions definitions = blueprint.definitions();
        definitions.checkOrder(e.name(), e.span());
        Problem method = Methods.forValue(definitions, e.name());
        return new Failure(e.span(), method != null ? method : unknownName(blueprint, lets, e.name()));
    }

    static Problem unknownName(Blueprint blueprint, Collection<String> lets, String name) {
        List<String> known = new ArrayList<>(lets);
        for (int l = 0; l < blueprint.layerNames().size(); l++) {
            Neurons neurons = blueprint.neurons(l);
            known.add(neurons.layer());
            for (int j = 0; j < Math.min(neurons.size(), MOST_NEURONS); j++) {
                known.add(neurons.name(j));
            }
        }
        blueprint.definitions().all().forEach(own -> known.add(own.name()));
        known.addAll(List.of("error", "loss", "accuracy", "step", "epoch", "target", "input", "pi"));
        known.addAll(List.of("weights", "biases", "network", "data", "settings"));
        known.addAll(Words.STATEMENTS);
        return new Problem.UnknownName(name, Nearest.to(name, known));
    }

    static Problem unknownFunction(Blueprint blueprint, String name) {
        if (Methods.forValue(blueprint.definitions(), name) instanceof Problem.MethodForValue method
                && !Words.QUANTITIES.contains(name)) { // `step`, shown, is the count of updates
            return new Problem.NotAFunction(name, method.kind());
        }
        List<String> functions = new ArrayList<>(Words.FUNCTIONS);
        functions.addAll(Words.FREE_FUNCTIONS);
        functions.addAll(blueprint.definitions().activationNames());
        List<String> known = new ArrayList<>(Calls.NAMES);
        known.addAll(functions);
        return new Problem.UnknownEntry("function", name, Nearest.to(name, known), functions);
    }
}
