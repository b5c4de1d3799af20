package org.nnlang.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.explain.Limits;
import org.nnlang.explain.NamedFormula;
import org.nnlang.language.statement.CheckGradients;
import org.nnlang.language.statement.DeclareInput;
import org.nnlang.language.statement.DeclareLayer;
import org.nnlang.language.statement.DeclareLoss;
import org.nnlang.language.statement.DeclareOptimizer;
import org.nnlang.language.statement.DefineActivation;
import org.nnlang.language.statement.DefineLoss;
import org.nnlang.language.statement.Expect;
import org.nnlang.language.statement.ExpectAbout;
import org.nnlang.language.statement.Explain;
import org.nnlang.language.statement.ForEach;
import org.nnlang.language.statement.IfElse;
import org.nnlang.language.statement.Include;
import org.nnlang.language.statement.Let;
import org.nnlang.language.statement.Narrate;
import org.nnlang.language.statement.New;
import org.nnlang.language.statement.Predict;
import org.nnlang.language.statement.PredictFile;
import org.nnlang.language.statement.Print;
import org.nnlang.language.statement.Repeat;
import org.nnlang.language.statement.Reset;
import org.nnlang.language.statement.Save;
import org.nnlang.language.statement.SelectSample;
import org.nnlang.language.statement.SetActivation;
import org.nnlang.language.statement.SetBias;
import org.nnlang.language.statement.SetCsv;
import org.nnlang.language.statement.SetData;
import org.nnlang.language.statement.SetInput;
import org.nnlang.language.statement.SetParameter;
import org.nnlang.language.statement.SetSetting;
import org.nnlang.language.statement.SetTarget;
import org.nnlang.language.statement.SetWeights;
import org.nnlang.language.statement.Show;
import org.nnlang.language.statement.Train;
import org.nnlang.language.statement.Undo;
import org.nnlang.language.statement.Why;
import org.nnlang.mistakes.Answer;
import org.nnlang.mistakes.Inquiry;
import org.nnlang.mistakes.Setup;
import org.nnlang.mistakes.Written;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Method;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.network.Sample;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Runs statements, one after the other; a statement that fails changes nothing. */
final class Interpreter {
    private final Workspace workspace;
    private final Scripts scripts;
    private final Listener listener;
    private final Cancellation cancellation;
    private final Evaluator evaluator;
    private final Specs specs;
    private final SettingRunner settings;
    private final DataFiles files;
    private final TrainingRunner training;
    private boolean failed;
    private boolean tookBranch;
    private Span running;

    Interpreter(Workspace workspace, Scripts scripts, Listener listener, Cancellation cancellation) {
        this.workspace = workspace;
        this.scripts = scripts;
        this.listener = listener;
        this.cancellation = cancellation;
        evaluator = new Evaluator(workspace);
        specs = new Specs(workspace.declarations().definitions(), evaluator::number);
        settings = new SettingRunner(workspace, evaluator, specs);
        files = new DataFiles(workspace, evaluator, scripts, listener, cancellation);
        training = new TrainingRunner(workspace, evaluator, listener, cancellation, this::run);
    }

    /** Whether the condition of a branch of the last {@code if} held. */
    boolean tookBranch() {
        return tookBranch;
    }

    /** Whether an {@code expect} did not hold. */
    boolean failed() {
        return failed;
    }

    /** Where it was cancelled, and what that stopped. */
    Diagnostic cancelled() {
        return Diagnostic.notice(running, new Problem.Interrupted(workspace.step(), training.running()));
    }

    void run(List<Statement> statements) {
        for (Statement statement : statements) {
            Span around = running;
            running = statement.span();
            cancellation.check();
            run(statement);
            running = around;
        }
    }

    private void run(Statement statement) {
        switch (statement) {
            case DeclareInput s -> workspace.declareInput(neurons(s.neurons()), s.span());
            case DeclareLayer s ->
                workspace.declareLayer(
                        neurons(s.neurons()),
                        specs.activation(s.activation()),
                        s.neurons().span());
            case DeclareLoss s ->
                workspace.declareLoss(specs.loss(s.loss()), s.loss().span());
            case DeclareOptimizer s -> workspace.declareOptimizer(specs.optimizer(s.optimizer()));
            case DefineActivation s ->
                workspace.declarations().definitions().add(definer().activation(s));
            case DefineLoss s ->
                workspace.declarations().definitions().add(definer().loss(s));
            case Let s -> workspace.lets().put(s.name().name(), evaluator.value(s.value()));
            case SetWeights s -> settings.weights(s);
            case SetBias s -> settings.bias(s);
            case SetParameter s -> settings.parameter(s);
            case SetActivation s -> settings.activation(s);
            case SetInput s -> settings.input(s);
            case SetTarget s -> settings.target(s);
            case SetData s -> settings.data(s);
            case SetCsv s -> files.load(s);
            case SetSetting s -> settings.setting(s);
            case Narrate s -> training.narrate(s);
            case Train s -> training.train(s);
            case SelectSample s -> sample(s);
            case Predict s -> predict(s);
            case PredictFile s -> files.predict(s);
            case Show s -> s.items().forEach(this::show);
            case Explain s -> explain(s);
            case ExpectAbout s -> judge(new Expectations(workspace, evaluator).about(s));
            case Expect s -> judge(new Expectations(workspace, evaluator).condition(s));
            case Why s -> why(s);
            case CheckGradients s -> checkGradients(s.span());
            case Print s -> print(s);
            case Undo s -> training.undo(s);
            case New s -> throw new Failure(s.span(), new Problem.NewInside(true));
            case Reset s -> workspace.reset(s.span());
            case Repeat s -> repeat(s);
            case ForEach s -> forEach(s);
            case IfElse s -> condition(s);
            case Include s -> include(s);
            case Save s -> save(s);
            default -> throw new IllegalStateException(statement.toString());
        }
    }

    private Definer definer() {
        Map<String, Typer.Known> lets = new HashMap<>();
        workspace.lets().forEach((name, value) -> lets.put(name, Typer.Known.of(value)));
        return new Definer(workspace.declarations(), lets);
    }

    private Neurons neurons(NeuronsSpec spec) {
        return switch (spec) {
            case NeuronsSpec.Sized s ->
                Neurons.numbered(
                        s.name().name(),
                        Counts.size(evaluator.number(s.size()), s.size().span()));
            case NeuronsSpec.Named s ->
                Neurons.named(
                        s.name().name(),
                        s.neurons().stream().map(Expr.Name::name).toList());
        };
    }

    private void judge(Diagnostic diagnostic) {
        if (diagnostic != null) {
            failed = true;
            listener.on(new Event.Reported(diagnostic));
        }
    }

    private void sample(SelectSample s) {
        new Preconditions(workspace.declarations(), s.span())
                .sample("`sample`"); // what the check sees depends on no condition
        int rows = workspace.hasData() ? workspace.samples().size() : 1;
        double row = evaluator.number(s.row());
        workspace.setRow(Counts.row(row, rows, s.row().span()) - 1);
    }

    /** The outputs for another input. */
    private void predict(Predict s) {
        Network network = workspace.network(s.span());
        double[] input = evaluator.vector(s.input());
        Layers.checkVector(
                "predict",
                network.input(),
                new Shape.Vector(input.length),
                s.input().span());
        if (s.raw()) {
            new Preconditions(workspace.declarations(), s.span()).file("`predict … raw`");
            input = workspace.file().scaling().apply(input);
        }
        Overflows overflows = new Overflows(workspace.settings().method().precision(), s.span());
        overflows.check("predict", input, network.input());
        Reading reading = workspace.reading(s.span());
        Problem fault =
                new Faults(network, reading.on(new Sample(input, null)).forward(), null).outputs(network.depth());
        if (fault != null) {
            throw new Failure(s.span(), fault);
        }
        Value outputs = outputs(reading, input);
        double[] values = ValueArithmetic.values(outputs);
        for (int k = 0; k < values.length; k++) {
            overflows.checkResult(network.output().neurons().name(k), values[k]);
        }
        Value exact = workspace.settings().method().rounds()
                ? outputs(workspace.exact(workspace.step(), s.span()), input)
                : outputs;
        shown(s.span(), Texts.source(s.span()), outputs, ValueArithmetic.same(outputs, exact) ? null : exact);
    }

    private static Value outputs(Reading reading, double[] input) {
        return NamedValues.of(
                new Quantity.LayerOutputs(reading.network().depth()), reading.on(new Sample(input, null)));
    }

    private void show(Show.Item item) {
        switch (item) {
            case Show.Item.Value value -> {
                Expr expression = value.value();
                if (DataColumns.isMeant(
                        expression, workspace.declarations(), workspace.lets().keySet())) {
                    new Preconditions(workspace.declarations(), expression.span()).file("`show columns`");
                    DataColumns.of(
                                    workspace.file(),
                                    expression.span(),
                                    workspace.settings().digits())
                            .forEach(listener::on);
                    return;
                }
                List<NamedFormula> statements =
                        Methods.statements(workspace.declarations().definitions(), expression);
                if (statements != null) {
                    int digits = workspace.settings().digits();
                    listener.on(new Event.Stated(expression.span(), statements, digits));
                    return;
                }
                Value shown = evaluator.value(expression);
                shown(expression.span(), name(expression), shown, evaluator.exact(expression, shown));
            }
            case Show.Item.Overview overview -> new Tables(workspace, listener).show(overview.table(), overview.span());
        }
    }

    /** What an expression is shown under: as it is written, but of {@code Q @ n} with the step that n is. */
    private String name(Expr expression) {
        if (expression instanceof Expr.At at && !(at.step() instanceof Expr.Number)) {
            return Texts.source(at.quantity().span()) + " @ " + evaluator.step(at);
        }
        return Texts.source(expression.span());
    }

    private void shown(Span span, String name, Value value, Value exact) {
        listener.on(
                new Event.Shown(span, name, value, exact, workspace.settings().digits(), false));
    }

    private void explain(Explain s) {
        Expr expression = s.quantity();
        if (expression instanceof Expr.At at) {
            expression = at.quantity();
        }
        Quantity.Scalar quantity = Explanations.quantity(
                evaluator.resolver(), workspace.declarations(), workspace.lets().keySet(), expression);
        new Preconditions(workspace.declarations(), expression.span()).check(quantity);
        String name = name(s.quantity());
        Limits limits = s.full() ? Limits.NONE : Limits.STANDARD;
        Event.Derived derived = s.quantity() instanceof Expr.At at
                ? training.explainPast(s.span(), name, quantity, evaluator.step(at), limits)
                : training.explain(s.span(), name, quantity, limits);
        listener.on(derived.as(s.format()));
    }

    private void why(Why s) {
        Expr expression = s.quantity() instanceof Expr.At at ? at.quantity() : s.quantity();
        Quantity.Scalar quantity = Explanations.worked(
                evaluator.resolver(), workspace.declarations(), workspace.lets().keySet(), expression);
        new Preconditions(workspace.declarations(), expression.span()).check(quantity);
        long step = s.quantity() instanceof Expr.At at ? evaluator.step(at) : workspace.step();
        Setup setup = workspace.setup(step, quantity, s.span());
        String text = (s.negative() ? "-" : "") + s.number().span().text();
        Written number =
                Written.of(text, s.negative() ? -s.number().value() : s.number().value());
        Answer answer = Inquiry.answer(name(s.quantity()), setup, number, cancellation);
        listener.on(new Event.Answered(s.span(), answer, workspace.settings().digits()));
    }

    private void checkGradients(Span span) {
        new Preconditions(workspace.declarations(), span).backward(1);
        Reading reading = backPropagation(workspace.reading(span));
        new DomainGuard(reading, span).backward();
        Method method = workspace.settings().method();
        if (method.rounds() || method.sequence() != null) {
            Problem problem = new Problem.TrueGradients(method.rounds(), method.sequence() != null);
            listener.on(new Event.Reported(Diagnostic.notice(span, problem)));
        }
        GradientCheck check = new GradientCheck(reading, reading.parameters(), cancellation);
        double worst = check.worst();
        if (check.fault() != null) {
            throw new Failure(span, check.fault());
        }
        new Overflows(reading.method().precision(), span).checkResult("check gradients", worst);
        shown(span, "worst relative difference", new Value.Scalar(worst), null);
    }

    /** The figures as back-propagation has them: not rounded to decimals, every delta at the old weights. */
    private static Reading backPropagation(Reading reading) {
        return reading.by(reading.method().unrounded().simultaneous());
    }

    private void print(Print s) {
        StringBuilder text = new StringBuilder();
        for (Expr part : s.parts()) {
            text.append(
                    part instanceof Expr.Text words
                            ? words.value()
                            : evaluator.value(part).text(workspace.settings().digits()));
        }
        listener.on(new Event.Printed(s.span(), text.toString()));
    }

    private void repeat(Repeat s) {
        long count = Counts.count(
                Counts.REPETITIONS, evaluator.number(s.count()), 0, s.count().span());
        for (long i = 0; i < count; i++) {
            cancellation.check();
            run(s.block().statements());
        }
    }

    private void forEach(ForEach s) {
        for (double value : evaluator.vector(s.values())) {
            cancellation.check();
            workspace.lets().put(s.name().name(), new Value.Scalar(value));
            run(s.block().statements());
        }
    }

    private void condition(IfElse s) {
        for (IfElse.Branch branch : s.branches()) {
            if (evaluator.condition(branch.condition())) {
                run(branch.block().statements());
                tookBranch = true;
                return;
            }
        }
        tookBranch = false;
        if (s.otherwise() != null) {
            run(s.otherwise().statements());
        }
    }

    private void include(Include s) {
        Scripts.Entered entered = scripts.enter(s.path());
        try {
            if (!entered.diagnostics().isEmpty()) {
                throw new Failure(
                        entered.diagnostics().getFirst().span(),
                        entered.diagnostics().getFirst().problem());
            }
            run(entered.statements());
        } finally {
            scripts.leave();
        }
    }

    private void save(Save s) {
        if (!s.path().value().endsWith(".nn")) {
            throw new Failure(s.path().span(), new Problem.NotAScript(s.path().value()));
        }
        scripts.write(s.path(), new Saver(workspace, s.span()).script());
    }
}
