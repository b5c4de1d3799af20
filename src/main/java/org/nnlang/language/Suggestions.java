package org.nnlang.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.text.Correction;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Suggests what an unknown name probably means; only what nn accepts in its place. */
public final class Suggestions {
    private static final int MOST_NEURONS = 200;

    /** The shortest word for which nn suggests a statement that changes something, if at most one letter is wrong. */
    private static final int SHORTEST_CHANGING = 5;

    /** One-word statements that change nothing. */
    private static final List<String> LOOKING = List.of("forward", "backward");

    /** Statements that can be one word and change something. */
    private static final List<String> CHANGING = List.of("update", "next", "train", "undo", "reset");

    private static final List<String> OUTPUTS = List.of(
            "y_hat", "yhat", "\u0177", "y_pred", "pred", "preds", "prediction", "predictions", "output", "outputs");
    private static final List<String> INPUTS = List.of("inputs", "X", "x_train", "X_train", "features");
    private static final List<String> TARGETS =
            List.of("targets", "label", "labels", "y_true", "y_train", "expected", "desired", "t", "T", "Y");

    private Suggestions() {}

    /** The failure that a call's name isn't a function. */
    static Failure notAFunction(Declarations declarations, Collection<String> lets, Expr.Call e) {
        declarations.definitions().checkOrder(e.name(), e.nameSpan());
        String meaning = meaning(e.name(), declarations, lets);
        return new Failure(
                e.nameSpan(),
                meaning == null || declarations.definitions().find(e.name()) != null
                        ? unknownFunction(declarations, e.name())
                        : (isFreeFunction(e.name()) ? Problem.VALUE_HIDES_FUNCTION : Problem.VALUE_CALLED)
                                .with(e.name(), meaning));
    }

    /** Whether a name is a function's name that a script may declare for something else. */
    static boolean isFreeFunction(String name) {
        BuiltInFunction function = BuiltInFunction.find(name);
        return function != null && function.isFree();
    }

    /** What a declared name means, in words; null if it isn't declared. */
    static String meaning(String name, Declarations declarations, Collection<String> lets) {
        if (lets.contains(name)) {
            return "a value that `let` named";
        }
        Definition own = declarations.definitions().find(name);
        return own == null ? declarations.meaning(name) : own.kind().described();
    }

    /** The failure that a name has no value. */
    static Failure notAValue(Declarations declarations, Collection<String> lets, Expr.Name e) {
        Definitions definitions = declarations.definitions();
        definitions.checkOrder(e.name(), e.span());
        Message method = Methods.forValue(definitions, e.name());
        return new Failure(e.span(), method != null ? method : unknownName(declarations, lets, e.name(), e.span()));
    }

    static Message unknownName(Declarations declarations, Collection<String> lets, String name, Span span) {
        String instead = instead(declarations, name);
        if (!instead.isEmpty()) {
            return Problem.UNKNOWN_NAME.with(name, "write `" + instead + "`");
        }
        List<String> known = new ArrayList<>(lets);
        for (int l = 0; l < declarations.layerNames().size(); l++) {
            Neurons neurons = declarations.neurons(l);
            known.add(neurons.layer());
            for (int j = 0; j < Math.min(neurons.size(), MOST_NEURONS); j++) {
                known.add(neurons.name(j));
            }
        }
        declarations.definitions().all().forEach(own -> known.add(own.name()));
        known.addAll(Quantities.NAMES);
        known.add("pi");
        String near = Nearest.to(name, known);
        String meant = near == null && isStatement(span) ? statement(name) : near;
        return Problem.UNKNOWN_NAME.with(name, meant == null ? null : new Correction(meant));
    }

    /** How to write a quantity whose name lacks its argument, or is another name for it; empty if the name isn't one. */
    private static String instead(Declarations declarations, String name) {
        if (name.equals("\u03c0")) {
            return "pi";
        }
        if (List.of("grad", "gradient", "gradients", "grads").contains(name)) {
            return "grad(w1)";
        }
        if (!declarations.isComplete()) {
            return "";
        }
        if (isMemory(declarations, name)) {
            return "memory(" + name + ", w1)";
        }
        Neurons output = declarations.neurons(declarations.layerNames().size() - 1);
        return switch (name) {
            case "net", "out", "delta" -> name + "(" + declarations.neurons(1).name(0) + ")";
            case "d" -> "d(error, w1)";
            case "weights", "biases" -> name + "(" + declarations.neurons(1).layer() + ")";
            case "b" -> "biases(" + declarations.neurons(1).layer() + ")";
            case "acc" -> "accuracy";
            case "cost", "err", "E" -> "error";
            case "epochs" -> "epoch";
            case "steps", "iteration", "iterations" -> "step";
            case "targets", "y_true", "label", "labels" -> "target";
            case "inputs" -> "input";
            case "memory" -> "memory(v, w1)";
            default -> OUTPUTS.contains(name) ? "out(" + output.layer() + ")" : "";
        };
    }

    /** Whether the optimizer has memory of that name. */
    private static boolean isMemory(Declarations declarations, String name) {
        Optimizer optimizer = declarations.settings().get(Setting.OPTIMIZER);
        return optimizer != null && optimizer.memory().contains(name);
    }

    /** Whether a name is alone on its line, so that it may be a misspelt statement. */
    private static boolean isStatement(Span span) {
        String text = span.source().text();
        int from = span.start();
        while (from > 0 && " \t".indexOf(text.charAt(from - 1)) >= 0) {
            from--;
        }
        int to = span.end();
        while (to < text.length() && " \t".indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        return (from == 0 || "\n\r;{".indexOf(text.charAt(from - 1)) >= 0)
                && (to == text.length() || "\n\r;}#".indexOf(text.charAt(to)) >= 0);
    }

    /** A one-word statement similar to a name; one that changes something only if at most one letter is wrong. */
    private static String statement(String name) {
        String looking = Nearest.to(name, LOOKING);
        return looking != null || name.length() < SHORTEST_CHANGING ? looking : Nearest.slip(name, CHANGING);
    }

    /** The failure that a name on the left of {@code =} can't be set. */
    public static Failure notSettable(Declarations declarations, Collection<String> lets, Expr.Name e, Expr value) {
        String name = e.name();
        String text = value.span().text();
        if (lets.contains(name)) {
            return setOtherwise(e, "to give the name another value, write `let " + name + " = " + text + "`");
        }
        int last = declarations.layerNames().size() - 1;
        boolean rows = value instanceof Expr.Numbers numbers && numbers.rowEnds().length > 1;
        int named = declarations.layerNames().indexOf(name);
        if (rows && (named == 0 || named == last && last > 0 || INPUTS.contains(name) || TARGETS.contains(name))) {
            return setOtherwise(e, "write several samples as `data = [0, 0 -> 0; 0, 1 -> 1]`");
        }
        for (int l = 0; l <= last; l++) {
            boolean layer = declarations.neurons(l).layer().equals(name);
            if (layer || declarations.neurons(l).indexOf(name) >= 0) {
                String given = layer || declarations.neurons(l).size() == 1 ? text : "[\u2026]";
                return l == 0
                        ? setOtherwise(e, "it is the input: write `input = " + given + "`")
                        : l == last
                                ? setOtherwise(
                                        e, "it is computed; to set what it should be, write `target = " + given + "`")
                                : notSettable(e, "it is computed");
            }
        }
        if (BuiltInNames.QUANTITIES.contains(name)) {
            return notSettable(e, "it is computed");
        }
        if (INPUTS.contains(name)) {
            return setOtherwise(e, "it is the input: write `input = " + text + "`");
        }
        String near = TARGETS.contains(name)
                ? "target"
                : name.equals("rate") ? "learning rate" : Nearest.to(name.replace('_', ' '), settings());
        if (near != null) {
            return notSettable(e, "did you mean `" + near + " = " + text + "`?");
        }
        return BuiltInNames.ALL.contains(name)
                ? notSettable(e, "it is a word of the language")
                : notSettable(e, "to name a value, write `let " + name + " = " + text + "`");
    }

    private static Failure notSettable(Expr.Name e, String help) {
        return new Failure(e.span(), Problem.NOT_SETTABLE, e.name(), help);
    }

    private static Failure setOtherwise(Expr.Name e, String help) {
        return new Failure(e.span(), Problem.SET_OTHERWISE, e.name(), help);
    }

    private static List<String> settings() {
        List<String> settings = new ArrayList<>(List.of("input", "target"));
        Setting.ALL.stream().filter(Setting::isNumber).map(Setting::name).forEach(settings::add);
        return settings;
    }

    static Message unknownFunction(Declarations declarations, String name) {
        Message method = Methods.forValue(declarations.definitions(), name);
        if (method != null && !BuiltInNames.QUANTITIES.contains(name)) { // `show step` shows the number of updates
            return Problem.NOT_A_FUNCTION.with(name, method.gap("kind"));
        }
        if (isMemory(declarations, name)) {
            return Problem.UNKNOWN_NAME.with(name, "write `memory(" + name + ", w1)`");
        }
        List<String> functions = new ArrayList<>(BuiltInNames.FUNCTIONS);
        functions.addAll(declarations.definitions().names(MethodKind.ACTIVATION));
        List<String> known = new ArrayList<>(Quantities.CALLS);
        known.addAll(functions);
        return Message.unknown("function", name, known, functions);
    }
}
