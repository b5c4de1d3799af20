package org.nnlang.language;

import java.util.List;
import org.nnlang.language.statement.SetActivation;
import org.nnlang.language.statement.SetBias;
import org.nnlang.language.statement.SetData;
import org.nnlang.language.statement.SetInput;
import org.nnlang.language.statement.SetParameter;
import org.nnlang.language.statement.SetSetting;
import org.nnlang.language.statement.SetTarget;
import org.nnlang.language.statement.SetWeights;
import org.nnlang.language.statement.StartSpec;
import org.nnlang.network.Initializer;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Samples;
import org.nnlang.text.Span;

/** Runs the statements that set something. */
final class SettingRunner {
    private final Workspace workspace;
    private final Evaluator evaluator;
    private final Specs specs;

    SettingRunner(Workspace workspace, Evaluator evaluator, Specs specs) {
        this.workspace = workspace;
        this.evaluator = evaluator;
        this.specs = specs;
    }

    void weights(SetWeights s) {
        int l = Layers.find(workspace.declarations(), s.layer(), "weights");
        Start start = switch (s.start()) {
            case StartSpec.Values values -> {
                Value value = evaluator.value(values.value());
                Layers.checkWeights(workspace.network(s.span()), l, value.shape(), values.span());
                yield given(value, values.span());
            }
            case StartSpec.Drawn drawn -> drawn(drawn);
            case StartSpec.None _ -> throw new IllegalStateException();
        };
        workspace.setWeights(l, start, s.fixed(), s.span());
    }

    void bias(SetBias s) {
        int l = Layers.find(workspace.declarations(), s.layer(), "bias");
        Layer layer = workspace.network(s.span()).layer(l);
        Start start = switch (s.start()) {
            case StartSpec.Values values -> {
                Value value = evaluator.value(values.value());
                Layers.checkBias(layer, value.shape(), s.shared(), values.span());
                yield given(value, values.span());
            }
            case StartSpec.Drawn drawn -> drawn(drawn);
            case StartSpec.None _ -> new Start.Given(new double[] {0});
        };
        workspace.setBias(l, start, Layers.biasMode(s), s.fixed(), s.span());
    }

    private Start given(Value value, Span span) {
        return new Start.Given(finite(ValueArithmetic.values(value).clone(), span));
    }

    private Start drawn(StartSpec.Drawn drawn) {
        Initializer initializer = specs.initializer(drawn.initializer());
        overflows(drawn.initializer().span()).checkDrawn(initializer);
        return new Start.Drawn(initializer);
    }

    private Overflows overflows(Span span) {
        return new Overflows(workspace.settings().method().precision(), span);
    }

    /** The numbers of a value, which the precision can hold. */
    private double[] finite(double[] values, Span span) {
        overflows(span).check(values);
        return values;
    }

    void parameter(SetParameter s) {
        int index = Layers.parameter(
                evaluator.resolver(), workspace.declarations(), workspace.lets().keySet(), s);
        double value = evaluator.number(s.value());
        finite(new double[] {value}, s.value().span());
        workspace.setParameter(index, value, s.span());
    }

    void activation(SetActivation s) {
        int l = Layers.find(workspace.declarations(), s.layer(), "activation");
        workspace.setActivation(l, specs.activation(s.activation()), s.span());
    }

    void input(SetInput s) {
        double[] values = evaluator.vector(s.value());
        Network network = workspace.network(s.span());
        Layers.checkVector(
                "input",
                network.input(),
                new Shape.Vector(values.length),
                s.value().span());
        workspace.setInput(finite(values.clone(), s.value().span()));
    }

    void target(SetTarget s) {
        double[] values = evaluator.vector(s.value());
        Network network = workspace.network(s.span());
        Layers.checkVector(
                "target",
                network.output().neurons(),
                new Shape.Vector(values.length),
                s.value().span());
        workspace.setTarget(finite(values.clone(), s.value().span()));
    }

    void data(SetData s) {
        Network network = workspace.network(s.span());
        double[][] inputs = new double[s.rows().size()][];
        double[][] targets = new double[s.rows().size()][];
        for (int row = 0; row < inputs.length; row++) {
            SetData.DataRow numbers = s.rows().get(row);
            inputs[row] = numbers(numbers.inputs());
            targets[row] = numbers(numbers.targets());
            Layers.checkRow(network, numbers.span(), inputs[row].length, targets[row].length);
        }
        workspace.setData(Samples.of(inputs, targets));
    }

    /** Numbers, or the numbers of one vector. */
    private double[] numbers(List<Expr> expressions) {
        Span span = expressions.getFirst().span().to(expressions.getLast().span());
        double[] numbers = expressions.size() == 1
                ? evaluator.vector(expressions.getFirst()).clone()
                : expressions.stream().mapToDouble(evaluator::number).toArray();
        return finite(numbers, span);
    }

    void setting(SetSetting s) {
        workspace.set(changed(s.setting(), s.value()), s.span());
    }

    private <T> Settings changed(Setting<T> setting, Expr value) {
        T word = setting.word(value);
        return workspace
                .settings()
                .with(setting, word != null ? word : setting.number(evaluator.number(value), value.span()));
    }
}
