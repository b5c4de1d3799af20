package org.nnlang.language.statement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nnlang.language.Definition;
import org.nnlang.language.Failure;
import org.nnlang.language.Setting;
import org.nnlang.language.Settings;
import org.nnlang.language.Texts;
import org.nnlang.language.Workspace;
import org.nnlang.network.Layer;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.training.State;

/** Writes a network, its settings and its parameters, or also where training stands, as a script that restores every bit of them. */
final class Saver {
    private final Workspace workspace;
    private final Span span;
    private final Network network;
    /** Where training stands, if that is saved too, else null. */
    private final State training;

    private final double[] parameters;
    private final StringBuilder script = new StringBuilder();
    /** The {@code let} numbers that the saved script has at this point. */
    private final Map<String, String> lets = new HashMap<>();

    Saver(Workspace workspace, boolean withTraining, Span span) {
        this.workspace = workspace;
        this.span = span;
        network = workspace.network(span);
        training = withTraining && workspace.step() > 0 ? workspace.nextState(span) : null;
        parameters = training != null
                ? training.parameters()
                : workspace
                        .state(span)
                        .written(network, workspace.settings().arithmetic())
                        .parameters();
    }

    String script() {
        line("# a network of nn, as it was after " + workspace.step()
                + (workspace.step() == 1 ? " update" : " updates"));
        workspace.declarations().definitions().all().forEach(this::definition);
        line("input " + neurons(network.input()));
        for (Layer layer : network.layers()) {
            line("layer " + neurons(layer.neurons()) + " "
                    + Texts.spec(layer.activation().name(), layer.activation().arguments()));
        }
        line("loss " + Texts.spec(network.loss().name(), network.loss().arguments()));
        settings();
        for (int l = 1; l <= network.depth(); l++) {
            weights(l);
            bias(l);
        }
        for (int[] tie : network.ties()) {
            line("tie " + Arrays.stream(tie).mapToObj(network::parameterName).collect(Collectors.joining(", ")));
        }
        if (training != null) {
            training();
        }
        sample();
        return script.toString();
    }

    /** Writes a definition as in the script, after the {@code let} numbers that it contains. */
    private void definition(Definition own) {
        captured(own.captured());
        line(own.text());
    }

    /** Writes the {@code let} numbers of a formula. */
    private void captured(Map<String, Double> numbers) {
        numbers.forEach((name, value) -> {
            String number = Texts.row(new double[] {value}, 0, 1);
            if (!number.equals(lets.put(name, number))) {
                line("let " + name + " = " + number);
            }
        });
    }

    private void line(String text) {
        script.append(text).append('\n');
    }

    private static String neurons(Neurons neurons) {
        return neurons.names().isEmpty()
                ? neurons.layer() + "[" + neurons.size() + "]"
                : neurons.layer() + "(" + String.join(", ", neurons.names()) + ")";
    }

    private void settings() {
        Settings settings = workspace.settings();
        if (settings.get(Setting.LEARNING_RATE) instanceof LearningRate.Schedule schedule) {
            captured(schedule.captured());
        }
        for (Setting<?> setting : Setting.ALL) {
            if (setting == Setting.ABSOLUTE_DECAY) {
                line("decay = " + settings.text(setting) + " absolute");
            } else if (setting != Setting.DECAY
                    || !Double.isNaN(settings.get(Setting.DECAY).number())) {
                line(setting.name() + (setting == Setting.OPTIMIZER ? " " : " = ") + settings.text(setting));
            }
        }
    }

    private void weights(int l) {
        int columns = network.size(l - 1);
        int start = network.weightStart(l);
        script.append("weights ").append(network.neurons(l).layer()).append(" = [");
        for (int j = 0; j < network.size(l); j++) {
            script.append(j == 0 ? "" : ";\n    ")
                    .append(Texts.row(parameters, start + j * columns, start + (j + 1) * columns));
        }
        line(network.layer(l).weightsFixed() ? "] fixed" : "]");
        apart(start, network.biasStart(l));
    }

    private void bias(int l) {
        Layer layer = network.layer(l);
        String value = switch (layer.biasMode()) {
            case NONE -> "none";
            case SEPARATE -> "[" + Texts.row(parameters, network.biasStart(l), network.end(l)) + "]";
            case SHARED -> Texts.exact(parameters[network.biasStart(l)]) + " shared";
        };
        line("bias " + layer.neurons().layer() + " = " + value + (layer.biasFixed() ? " fixed" : ""));
        apart(network.biasStart(l), network.end(l));
    }

    private void apart(int from, int to) {
        network.apart(from, to).forEach(this::parameter);
    }

    /** Writes where training stands and, after it, the parameters that were set by hand since: nn doesn't round those. */
    private void training() {
        Optimizer optimizer = workspace.settings().get(Setting.OPTIMIZER);
        script.append("resume(step: ")
                .append(training.step())
                .append(", epoch: ")
                .append(training.epoch());
        if (training.position() > 0) {
            script.append(", sample: ").append(training.position());
        }
        if (training.optimizerSteps() != training.step()) {
            script.append(", n: ").append(training.optimizerSteps());
        }
        List<String> memory = training.optimizerSteps() == 0 ? List.of() : optimizer.memory();
        for (int slot = 0; slot < memory.size(); slot++) {
            if (Resume.COUNTS.contains(memory.get(slot))) {
                throw new Failure(span, Problem.MEMORY_NAME, memory.get(slot), optimizer.name());
            }
            script.append(",\n    ").append(memory.get(slot)).append(": [");
            for (int l = 1; l <= network.depth(); l++) {
                for (int j = 0; j < network.size(l); j++) {
                    int from = network.weightStart(l) + j * network.size(l - 1);
                    remembered(slot, from, from + network.size(l - 1));
                }
                remembered(slot, network.biasStart(l), network.end(l));
            }
            script.append(']');
        }
        line(")");
        training.given().forEach(this::parameter);
    }

    /** Writes a line of what the optimizer remembers of some parameters. */
    private void remembered(int slot, int from, int to) {
        if (from < to) {
            double[] numbers = new double[to - from];
            for (int i = from; i < to; i++) {
                numbers[i - from] = training.memory(slot, i);
            }
            script.append(from == 0 ? "" : ",\n        ").append(Texts.row(numbers, 0, numbers.length));
        }
    }

    private void parameter(int i) {
        line(network.parameterName(i) + " = " + Texts.exact(parameters[i]) + (network.isTrained(i) ? "" : " fixed"));
    }

    private void sample() {
        if (workspace.samples().data() != null) {
            line("# its " + workspace.samples().data().size() + " samples are not saved"
                    + (training == null ? "" : "; training goes on with the same `data`"));
            return;
        }
        if (workspace.samples().input() != null) {
            line("input = ["
                    + Texts.row(
                            workspace.samples().input(), 0, workspace.samples().input().length) + "]");
        }
        if (workspace.samples().target() != null) {
            line("target = ["
                    + Texts.row(
                            workspace.samples().target(), 0, workspace.samples().target().length) + "]");
        }
    }
}
