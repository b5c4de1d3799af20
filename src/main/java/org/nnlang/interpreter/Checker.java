package org.nnlang.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.ast.Expr;
import org.nnlang.ast.NeuronsSpec;
import org.nnlang.ast.Stmt;
import org.nnlang.ast.Words;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;

/**
 * Finds, before a script runs, all that can be known to be wrong with it: unknown names, wrong shapes and kinds, missing
 * pieces.
 *
 * <p>It walks the statements in their order, each branch and the body of each loop once, and keeps what they declare. A
 * statement that is wrong is told once, and passed over.
 */
final class Checker {
    private static final int MOST_ERRORS = 100;

    private final Blueprint blueprint;
    private final Map<String, Typer.Known> lets = new HashMap<>();
    private final Scripts scripts;
    private final Typer typer;
    private final Specs specs;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int blocks;
    private boolean broken;

    /** A checker for what follows on a workspace. */
    Checker(Workspace workspace, Scripts scripts) {
        this.blueprint = workspace.blueprint().copy();
        this.scripts = scripts;
        workspace.lets().forEach((name, value) -> lets.put(name, known(value)));
        typer = new Typer(blueprint, lets);
        specs = new Specs(this::argument);
    }

    private static Typer.Known known(Value value) {
        double number = value instanceof Value.Scalar scalar ? scalar.value() : Double.NaN;
        return new Typer.Known(value.shape(), number);
    }

    List<Diagnostic> check(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (diagnostics.size() >= MOST_ERRORS) {
                return diagnostics;
            }
            try {
                statement(statement);
            } catch (Failure failure) {
                report(statement, failure.diagnostic());
            }
        }
        return diagnostics;
    }

    /** After a declaration that failed, what is missing because of it is not told again. */
    private void report(Stmt statement, Diagnostic diagnostic) {
        boolean declaration = statement instanceof Stmt.DeclareInput || statement instanceof Stmt.DeclareLayer;
        boolean consequence = broken && !declaration && concernsNetwork(diagnostic.problem());
        broken |= declaration;
        if (!consequence) {
            diagnostics.add(diagnostic);
        }
    }

    private static boolean concernsNetwork(Problem problem) {
        return problem instanceof Problem.UnknownName
                || problem instanceof Problem.NotALayer
                || problem instanceof Problem.NoNetwork
                || problem instanceof Problem.NoSuchParameter
                || problem instanceof Problem.NoSuchNeuron
                || problem instanceof Problem.NoWeightBetween
                || problem instanceof Problem.NoInput
                || problem instanceof Problem.NoTarget
                || problem instanceof Problem.NoSamples
                || problem instanceof Problem.WeightsShape
                || problem instanceof Problem.VectorSize
                || problem instanceof Problem.DataRowSize
                || problem instanceof Problem.LossPartner
                || problem instanceof Problem.WrongKind;
    }

    private double argument(Expr expression) {
        typer.number(expression);
        return typer.constant(expression);
    }

    private void block(Stmt.Block block) {
        blocks++;
        forgetNumbers(block.statements());
        check(block.statements());
        blocks--;
    }

    /** What a block sets anew is not certain any more, neither in it nor after it. */
    private void forgetNumbers(List<Stmt> statements) {
        for (Stmt statement : statements) {
            switch (statement) {
                case Stmt.Let s ->
                    lets.computeIfPresent(s.name().name(), (_, known) -> new Typer.Known(known.shape(), Double.NaN));
                case Stmt.Repeat s -> forgetNumbers(s.block().statements());
                case Stmt.For s -> forgetNumbers(s.block().statements());
                case Stmt.Train s
                when s.block() != null -> forgetNumbers(s.block().statements());
                case Stmt.If s -> {
                    s.branches().forEach(branch -> forgetNumbers(branch.block().statements()));
                    if (s.otherwise() != null) {
                        forgetNumbers(s.otherwise().statements());
                    }
                }
                default -> {}
            }
        }
    }

    private void statement(Stmt statement) {
        switch (statement) {
            case Stmt.DeclareInput s -> declareInput(s);
            case Stmt.DeclareLayer s -> declareLayer(s);
            case Stmt.DeclareLoss s ->
                blueprint.declareLoss(specs.loss(s.loss()), s.loss().span());
            case Stmt.DeclareOptimizer s -> specs.optimizer(s.optimizer());
            case Stmt.Let s -> let(s);
            case Stmt.SetWeights s -> weights(s);
            case Stmt.SetBias s -> bias(s);
            case Stmt.SetParameter s -> parameter(s);
            case Stmt.SetActivation s -> activation(s);
            case Stmt.SetInput s -> input(s);
            case Stmt.SetTarget s -> target(s);
            case Stmt.SetData s -> data(s);
            case Stmt.SetCsv s -> csv(s);
            case Stmt.SetNumber s -> setting(s);
            case Stmt.SetChoice _, Stmt.Reset _ -> {}
            case Stmt.Narrate s -> narrate(s);
            case Stmt.Train s -> train(s);
            case Stmt.Sample s -> sample(s);
            case Stmt.Predict s -> predict(s);
            case Stmt.Show s -> s.items().forEach(item -> show(item, s.span()));
            case Stmt.Explain s -> explain(s);
            case Stmt.ExpectAbout s -> expect(s);
            case Stmt.Expect s -> typer.condition(s.condition());
            case Stmt.CheckGradients s -> new Needs(blueprint, s.span()).backward(1);
            case Stmt.Print s -> print(s);
            case Stmt.Undo s -> optionalNumber(s.count());
            case Stmt.Repeat s -> {
                typer.number(s.count());
                block(s.block());
            }
            case Stmt.For s -> forEach(s);
            case Stmt.If s -> condition(s);
            case Stmt.Include s -> include(s);
            case Stmt.Save s -> save(s);
        }
    }

    private void optionalNumber(Expr expression) {
        if (expression != null) {
            typer.number(expression);
        }
    }

    private void declareInput(Stmt.DeclareInput s) {
        atTop("input", s.span());
        Neurons neurons = neurons(s.neurons());
        blueprint.declareInput(neurons, s.neurons().name().span());
    }

    private void declareLayer(Stmt.DeclareLayer s) {
        atTop("layer", s.span());
        Neurons neurons = neurons(s.neurons());
        Layer layer;
        try {
            layer = Layer.trained(neurons, specs.activation(s.activation()));
        } catch (Failure failure) {
            // the layer is there all the same, so that what follows is checked with it
            Layer stand = Layer.trained(neurons, new org.nnlang.network.Activation.Linear());
            blueprint.declareLayer(stand, s.neurons().span());
            throw failure;
        }
        blueprint.declareLayer(layer, s.neurons().span());
        blueprint.hasTarget = false;
    }

    private void atTop(String what, Span span) {
        if (blocks > 0) {
            throw new Failure(span, new Problem.DeclarationInBlock(what));
        }
    }

    private Neurons neurons(NeuronsSpec spec) {
        free(spec.name());
        return switch (spec) {
            case NeuronsSpec.Sized s -> Neurons.numbered(s.name().name(), size(s.size()));
            case NeuronsSpec.Named s -> {
                s.neurons().forEach(this::free);
                yield Neurons.named(
                        s.name().name(),
                        s.neurons().stream().map(Expr.Name::name).toList());
            }
        };
    }

    /** Fails where a name belongs to the language or to a value. */
    private void free(Expr.Name name) {
        builtIn(name);
        if (lets.containsKey(name.name())) {
            throw new Failure(name.span(), new Problem.NameTaken(name.name(), "a value that `let` named"));
        }
    }

    private static void builtIn(Expr.Name name) {
        if (Words.BUILT_IN.contains(name.name())) {
            throw new Failure(name.span(), new Problem.ReservedName(name.name()));
        }
    }

    private int size(Expr expression) {
        typer.number(expression);
        double size = typer.constant(expression);
        if (Double.isNaN(size)) {
            throw new Failure(expression.span(), new Problem.SizeNotConstant());
        }
        return Counts.size(size, expression.span());
    }

    private void let(Stmt.Let s) {
        nameable(s.name());
        Shape shape = typer.shape(s.value());
        lets.put(s.name().name(), new Typer.Known(shape, blocks > 0 ? Double.NaN : typer.constant(s.value())));
    }

    private void nameable(Expr.Name name) {
        builtIn(name);
        String meaning = blueprint.meaning(name.name());
        if (meaning != null) {
            throw new Failure(name.span(), new Problem.NameTaken(name.name(), meaning));
        }
    }

    private int layer(Expr.Name name) {
        return Layers.find(blueprint, name);
    }

    private void weights(Stmt.SetWeights s) {
        int l = layer(s.layer());
        switch (s.start()) {
            case Stmt.Start.Drawn start -> specs.initializer(start.initializer());
            case Stmt.Start.Values start ->
                Layers.checkWeights(blueprint.network(s.span()), l, typer.shape(start.value()), start.span());
            case Stmt.Start.None start -> throw new Failure(start.span(), new Problem.WrongKind("weights", "none"));
        }
    }

    private void bias(Stmt.SetBias s) {
        int l = layer(s.layer());
        Layer old = blueprint.network(s.span()).layer(l);
        switch (s.start()) {
            case Stmt.Start.Drawn start -> specs.initializer(start.initializer());
            case Stmt.Start.Values start -> Layers.checkBias(old, typer.shape(start.value()), s.shared(), start.span());
            case Stmt.Start.None _ -> {}
        }
        Layer.BiasMode mode = Layers.biasMode(s);
        blueprint.replace(l, new Layer(old.neurons(), old.activation(), mode, old.weightsFixed(), s.fixed()));
    }

    private void parameter(Stmt.SetParameter s) {
        Layers.parameter(typer.resolver(), blueprint, lets.keySet(), s.parameter());
        typer.number(s.value());
    }

    private void activation(Stmt.SetActivation s) {
        int l = layer(s.layer());
        Layer old = blueprint.network(s.span()).layer(l);
        blueprint.replace(
                l,
                new Layer(
                        old.neurons(),
                        specs.activation(s.activation()),
                        old.biasMode(),
                        old.weightsFixed(),
                        old.biasFixed()));
    }

    private void input(Stmt.SetInput s) {
        vector("input", s.value(), 0, s.span());
        blueprint.hasTarget &= blueprint.sampleCount <= 1;
        blueprint.hasInput = true;
        blueprint.hasTest = false;
        blueprint.sampleCount = 1;
    }

    private void target(Stmt.SetTarget s) {
        int depth = blueprint.network(s.span()).depth();
        vector("target", s.value(), depth, s.span());
        blueprint.hasInput &= blueprint.sampleCount <= 1;
        blueprint.hasTarget = true;
        blueprint.hasTest = false;
        blueprint.sampleCount = 1;
    }

    private void vector(String what, Expr value, int layer, Span span) {
        if (blueprint.isEmpty()) {
            throw new Failure(span, new Problem.NoNetwork(false));
        }
        Layers.checkVector(what, blueprint.neurons(layer), typer.shape(value), value.span());
    }

    private void data(Stmt.SetData s) {
        Network network = blueprint.network(s.span());
        for (Stmt.DataRow row : s.rows()) {
            Layers.checkRow(network, row);
            row.inputs().forEach(typer::number);
            row.targets().forEach(typer::number);
        }
        blueprint.hasInput = true;
        blueprint.hasTarget = true;
        blueprint.hasTest = false;
        blueprint.sampleCount = s.rows().size();
    }

    private void csv(Stmt.SetCsv s) {
        blueprint.network(s.span());
        CsvSpec csv = CsvSpec.of(s.csv(), this::argument);
        String path = scripts.resolve(csv.path().value(), s.span());
        if (!scripts.host().exists(path)) {
            throw scripts.missing(csv.path(), path);
        }
        blueprint.hasInput = true;
        blueprint.hasTarget = true;
        blueprint.hasTest = Double.isNaN(csv.test()) || csv.test() > 0;
        blueprint.sampleCount = -1;
    }

    private void setting(Stmt.SetNumber s) {
        typer.number(s.value());
        double value = typer.constant(s.value());
        if (!Double.isNaN(value)) {
            Counts.setting(s.setting(), value, s.value().span());
        }
    }

    private void narrate(Stmt.Narrate s) {
        Needs needs = new Needs(blueprint, s.span());
        switch (s.what()) {
            case FORWARD -> needs.input();
            case BACKWARD -> needs.backward(1);
            case UPDATE -> needs.training("update");
            case NEXT -> needs.training("next");
        }
    }

    private void train(Stmt.Train s) {
        optionalNumber(s.epochs());
        Span verb = new Span(s.span().source(), s.span().start(), s.span().start() + "train".length());
        new Needs(blueprint, verb).training("train");
        if (s.epochs() != null) {
            constantCount("the number of epochs", s.epochs(), 0);
        }
        if (s.until() != null) {
            typer.condition(s.until());
        }
        if (s.every() != null) {
            typer.number(s.every());
            constantCount("`every`", s.every(), 1);
            block(s.block());
        }
    }

    private void constantCount(String what, Expr expression, int least) {
        double value = typer.constant(expression);
        if (!Double.isNaN(value)) {
            Counts.count(what, value, least, expression.span());
        }
    }

    private void sample(Stmt.Sample s) {
        typer.number(s.row());
        if (!blueprint.hasInput) {
            throw new Failure(s.span(), new Problem.NoSamples("`sample`"));
        }
        double row = typer.constant(s.row());
        if (!Double.isNaN(row) && blueprint.sampleCount >= 0) {
            Counts.row(row, blueprint.sampleCount, s.row().span());
        }
    }

    private void predict(Stmt.Predict s) {
        blueprint.network(s.span());
        vector("predict", s.input(), 0, s.span());
    }

    private void show(Stmt.Item item, Span span) {
        switch (item) {
            case Stmt.Item.Value value -> typer.shape(value.value());
            case Stmt.Item.Overview overview -> {
                if (overview.table() == Stmt.Table.DATA && !blueprint.hasInput) {
                    throw new Failure(overview.span(), new Problem.NoSamples("`data`"));
                }
                if (overview.table() != Stmt.Table.SETTINGS) {
                    blueprint.network(overview.span());
                }
            }
        }
    }

    private void explain(Stmt.Explain s) {
        Expr expression = s.quantity();
        if (expression instanceof Expr.At at) {
            typer.number(at.step());
            expression = at.quantity();
        }
        typer.shape(expression);
        Quantity.Scalar quantity = Explanations.quantity(typer.resolver(), blueprint, lets.keySet(), expression);
        if (quantity instanceof Quantity.Parameter) {
            new Needs(blueprint, s.span()).training("explain");
        }
    }

    private void expect(Stmt.ExpectAbout s) {
        Shape actual = typer.shape(s.actual());
        Shape expected = typer.shape(s.expected());
        Arithmetic.sameShape(
                "~", actual, expected, s.actual().span().to(s.expected().span()));
        optionalNumber(s.tolerance());
    }

    private void print(Stmt.Print s) {
        for (Expr part : s.parts()) {
            if (!(part instanceof Expr.Text)) {
                typer.shape(part);
            }
        }
    }

    private void forEach(Stmt.For s) {
        Shape values = typer.shape(s.values());
        if (!(values instanceof Shape.Vector || values instanceof Shape.Any)) {
            throw new Failure(s.values().span(), new Problem.WrongKind("a vector, like [1, 2, 3],", values.text()));
        }
        nameable(s.name());
        lets.put(s.name().name(), new Typer.Known(Shape.NUMBER, Double.NaN));
        block(s.block());
    }

    private void condition(Stmt.If s) {
        for (Stmt.Branch branch : s.branches()) {
            typer.condition(branch.condition());
            block(branch.block());
        }
        if (s.otherwise() != null) {
            block(s.otherwise());
        }
    }

    private void include(Stmt.Include s) {
        Scripts.Entered entered = scripts.enter(s.path());
        try {
            diagnostics.addAll(entered.diagnostics());
            check(entered.statements());
        } finally {
            scripts.leave();
        }
    }

    private void save(Stmt.Save s) {
        blueprint.network(s.span());
        if (!s.path().value().endsWith(".nn")) {
            throw new Failure(s.path().span(), new Problem.NotAScript(s.path().value()));
        }
    }
}
