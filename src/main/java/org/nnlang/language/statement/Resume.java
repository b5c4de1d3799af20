package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Setting;
import org.nnlang.language.Shape;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.training.State;

/**
 * {@code resume(step: 100, epoch: 50, v: [0.1, 0.2])}: training goes on where an earlier one stood, which {@code save … with
 * training} has written. {@code sample} is the number of samples that the running epoch has used, {@code n} the number of
 * updates since the optimizer's memory was empty; the other names are what the optimizer remembers.
 */
public record Resume(List<Spec.Argument> arguments, Span span) implements Statement {
    /** The names of what isn't memory. */
    static final List<String> COUNTS = List.of("step", "epoch", "sample", "n");

    @Override
    public void check(Checking c) {
        Network network = c.network(span);
        Optimizer optimizer = c.declarations().settings().get(Setting.OPTIMIZER);
        Map<String, Spec.Argument> given = given(optimizer);
        progress(c, given);
        for (String name : memory(c, optimizer, given)) {
            checkSize(name, network, given.get(name), c.shape(given.get(name).value()));
        }
    }

    @Override
    public void run(Running r) {
        Network network = r.network(span);
        Optimizer optimizer = r.workspace().settings().get(Setting.OPTIMIZER);
        Map<String, Spec.Argument> given = given(optimizer);
        State.Progress progress = progress(r, given);
        List<double[]> remembered = new ArrayList<>();
        for (String name : memory(r, optimizer, given)) {
            Spec.Argument argument = given.get(name);
            double[] values = r.vector(argument.value());
            checkSize(name, network, argument, Shape.vector(values.length));
            r.overflows(argument.value().span()).check(values);
            remembered.add(values.clone());
        }
        r.workspace().resume(progress, remembered.toArray(new double[0][]), span);
    }

    /** The arguments by their names; {@code optimizer} is null if a check doesn't know it. */
    private Map<String, Spec.Argument> given(Optimizer optimizer) {
        List<String> names = new ArrayList<>(COUNTS);
        names.addAll(optimizer == null ? List.of() : optimizer.memory());
        Map<String, Spec.Argument> given = new HashMap<>();
        for (Spec.Argument argument : arguments) {
            String name = argument.name();
            if (name == null) {
                throw new Failure(argument.span(), Problem.RESUME_NAMES);
            }
            if (optimizer != null && !names.contains(name)) {
                throw new Failure(
                        argument.span(), Problem.NOT_RESUMED, name, Nearest.to(name, names), optimizer.name(), names);
            }
            if (given.put(name, argument) != null) {
                throw new Failure(argument.span(), Problem.ARGUMENT_TWICE, name, "resume");
            }
        }
        return given;
    }

    private State.Progress progress(Context c, Map<String, Spec.Argument> given) {
        if (!given.containsKey("step")) {
            throw new Failure(span, Problem.MISSING_ARGUMENT, "resume", "step");
        }
        long step = c.count("`step`", given.get("step").value(), 1);
        long most = Double.isNaN(c.number(given.get("step").value())) ? Long.MAX_VALUE : step;
        long epoch = count(c, given, "epoch", 0, most, "step");
        long sample = count(c, given, "sample", 0, Integer.MAX_VALUE, "");
        return new State.Progress(step, epoch, (int) sample, count(c, given, "n", step, most, "step"));
    }

    /** A whole number from 0 to {@code most}, which {@code limit} names; {@code otherwise} if it isn't given. */
    private static long count(
            Context c, Map<String, Spec.Argument> given, String name, long otherwise, long most, String limit) {
        Spec.Argument argument = given.get(name);
        long value = argument == null ? otherwise : c.count("`" + name + "`", argument.value(), 0);
        if (value > most) {
            String range = "at most " + most + (limit.isEmpty() ? "" : ", the " + limit);
            throw new Failure(
                    argument.value().span(), Problem.BAD_VALUE, "`" + name + "`", Long.toString(value), range);
        }
        return value;
    }

    /** The names of what the optimizer remembers: all of them, or none if its memory is empty. */
    private List<String> memory(Context c, Optimizer optimizer, Map<String, Spec.Argument> given) {
        List<String> names = optimizer == null ? List.of() : optimizer.memory();
        boolean empty = given.containsKey("n") && c.number(given.get("n").value()) == 0;
        for (String name : names) {
            if (given.containsKey(name) == empty) {
                throw empty
                        ? new Failure(given.get(name).span(), Problem.MEMORY_EMPTY, name)
                        : new Failure(span, Problem.MEMORY_MISSING, name, optimizer.name());
            }
        }
        return empty ? List.of() : names;
    }

    private static void checkSize(String name, Network network, Spec.Argument argument, Shape shape) {
        Shape vector = shape.asVector();
        if (vector.is(Shape.Kind.MATRIX) || vector.is(Shape.Kind.TRUTH)) {
            throw new Failure(argument.value().span(), Problem.WRONG_KIND, "a vector", shape.text());
        }
        if (!Shape.fits(vector.columns(), network.parameterCount())) {
            throw new Failure(
                    argument.value().span(), Problem.MEMORY_SIZE, name, network.parameterCount(), vector.columns());
        }
    }
}
