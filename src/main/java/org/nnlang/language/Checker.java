package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.nnlang.network.Activation;
import org.nnlang.network.Layer;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * Finds, before a script runs, all that can be known to be wrong with it: unknown names, wrong shapes and kinds, missing
 * pieces.
 *
 * <p>It walks the statements in their order, each branch and the body of each loop once, and keeps what they declare.
 */
final class Checker {
    private final Declarations declarations;
    private final Map<String, Typer.Known> lets = new HashMap<>();
    private final Scripts scripts;
    private final Typer typer;
    private final Specs specs;
    private final DiagnosticCollector findings = new DiagnosticCollector();
    private final SettingChecker settings;
    private final DefinitionChecker definitions;
    private int blocks;

    /** A checker for what follows on a workspace. */
    Checker(Workspace workspace, Scripts scripts) {
        this.declarations = workspace.declarations().copy();
        this.scripts = scripts;
        workspace.lets().forEach((name, value) -> lets.put(name, Typer.Known.of(value)));
        typer = new Typer(declarations, lets);
        specs = new Specs(declarations.definitions(), typer::argument);
        definitions = new DefinitionChecker(declarations, lets, findings);
        settings = new SettingChecker(declarations, lets, typer, specs, scripts, findings);
    }

    List<Diagnostic> check(List<Statement> statements) {
        if (blocks == 0) {
            declarations.definitions().lookAhead(statements);
        }
        for (Statement statement : statements) {
            if (findings.full()) {
                break;
            }
            findings.attempt(() -> statement(statement));
        }
        return findings.diagnostics();
    }

    private void statement(Statement statement) {
        switch (statement) {
            case DeclareInput s -> declareInput(s);
            case DeclareLayer s -> declareLayer(s);
            case DeclareLoss s ->
                declarations.declareLoss(specs.loss(s.loss()), s.loss().span());
            case DeclareOptimizer s -> settings.optimizer(s);
            case DefineActivation s ->
                definitions.check("activation", s.name(), List.of(s.variable()), blocks > 0, d -> d.activation(s));
            case DefineLoss s ->
                definitions.check("loss", s.name(), List.of(s.target(), s.output()), blocks > 0, d -> d.loss(s));
            case Let s -> let(s);
            case SetWeights s -> settings.weights(s);
            case SetBias s -> settings.bias(s);
            case SetParameter s -> settings.parameter(s);
            case SetActivation s -> settings.activation(s);
            case SetInput s -> settings.input(s);
            case SetTarget s -> settings.target(s);
            case SetData s -> settings.data(s);
            case SetCsv s -> settings.csv(s);
            case SetSetting s -> settings.setting(s.setting(), s.value());
            case New s -> throw new Failure(s.span(), new Problem.NewInside(blocks > 0));
            case Reset _ -> {}
            case Narrate s -> narrate(s);
            case Train s -> train(s);
            case SelectSample s -> sample(s);
            case Predict s -> {
                settings.vector("predict", s.input(), declarations.network(s.span()), 0);
                if (s.raw()) {
                    new Preconditions(declarations, s.span()).file("`predict … raw`");
                }
            }
            case PredictFile s -> settings.predictFile(s);
            case Show s -> s.items().forEach(item -> findings.attempt(() -> show(item)));
            case Explain s -> explain(s);
            case ExpectAbout s -> expect(s);
            case Expect s -> typer.condition(s.condition());
            case Why s -> why(s);
            case CheckGradients s -> new Preconditions(declarations, s.span()).backward(1);
            case Print s -> s.parts().forEach(part -> findings.attempt(() -> printed(part)));
            case Undo s -> count(Counts.UNDONE, s.count(), 1);
            case Repeat s -> {
                findings.attempt(() -> count(Counts.REPETITIONS, s.count(), 0));
                block(s.block());
            }
            case ForEach s -> forEach(s);
            case IfElse s -> condition(s);
            case Include s -> include(s);
            case Save s -> save(s);
            default -> throw new IllegalStateException(statement.toString());
        }
    }

    /** A whole number from {@code least} on, as far as it is known; null stands for none. */
    private void count(String what, Expr expression, int least) {
        if (expression != null) {
            double value = typer.argument(expression);
            if (!Double.isNaN(value)) {
                Counts.count(what, value, least, expression.span());
            }
        }
    }

    // declarations

    private void declareInput(DeclareInput s) {
        if (!findings.attempt(() -> {
            atTop("input", s.span());
            Neurons neurons = neurons(s.neurons());
            declarations.declareInput(neurons, s.neurons().name().span());
        })) {
            lost(s.neurons());
        }
    }

    private void declareLayer(DeclareLayer s) {
        declarations.hasTarget &= blocks > 0;
        declarations.fromData &= blocks > 0;
        declarations.fromFile &= declarations.fromData;
        Activation activation = activation(s);
        if (!findings.attempt(() -> {
            atTop("layer", s.span());
            Layer layer = Layer.trained(neurons(s.neurons()), activation);
            declarations.declareLayer(layer, s.neurons().span());
        })) {
            lost(s.neurons());
        }
    }

    /** The activation of a layer; where it is wrong another stands for it, so that what follows is checked all the same. */
    private Activation activation(DeclareLayer s) {
        Activation[] found = {new Activation.Linear()};
        if (!findings.attempt(() -> found[0] = specs.activation(s.activation()))) {
            findings.lostActivation();
        }
        return found[0];
    }

    private void atTop(String what, Span span) {
        if (blocks > 0) {
            throw new Failure(span, new Problem.DeclarationInBlock(what));
        }
    }

    private void lost(NeuronsSpec neurons) {
        List<String> names = new ArrayList<>(List.of(neurons.name().name()));
        if (neurons instanceof NeuronsSpec.Named named) {
            named.neurons().forEach(neuron -> names.add(neuron.name()));
        }
        findings.lostNames(names);
        if (blocks == 0) {
            findings.lostNetwork();
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

    /** Fails where a name belongs to the language, to a value or to a definition. */
    private void free(Expr.Name name) {
        DefinitionChecker.builtIn(name);
        definitions.unnamed(name);
        definitions.undefined(name);
    }

    private int size(Expr expression) {
        double size = typer.argument(expression);
        if (Double.isNaN(size)) {
            throw new Failure(expression.span(), new Problem.SizeNotConstant());
        }
        return Counts.size(size, expression.span());
    }

    private void let(Let s) {
        nameable(s.name());
        Typer.Known known = Typer.Known.NOTHING; // in case the value is wrong
        try {
            known = new Typer.Known(typer.shape(s.value()), typer.constant(s.value()));
        } finally {
            lets.put(s.name().name(), known);
        }
    }

    private void nameable(Expr.Name name) {
        DefinitionChecker.builtIn(name);
        definitions.unused(name);
        definitions.undefined(name);
    }

    // verbs

    private void narrate(Narrate s) {
        Preconditions needs = new Preconditions(declarations, s.span());
        switch (s.what()) {
            case FORWARD -> needs.input();
            case BACKWARD -> needs.backwardInOrder(1);
            case UPDATE -> needs.training("update");
            case NEXT -> needs.training("next");
        }
    }

    private void train(Train s) {
        Span verb = new Span(s.span().source(), s.span().start(), s.span().start() + "train".length());
        findings.attempt(() -> new Preconditions(declarations, verb).training("train"));
        findings.attempt(() -> count(Counts.EPOCHS, s.epochs(), 0));
        if (s.until() != null) {
            findings.attempt(() -> typer.condition(s.until()));
        }
        if (s.every() != null) {
            findings.attempt(() -> count(Counts.EVERY, s.every(), 1));
            block(s.block());
        }
    }

    private void sample(SelectSample s) {
        double row = typer.argument(s.row());
        new Preconditions(declarations, s.span()).sample("`sample`");
        if (!Double.isNaN(row) && declarations.sampleCount >= 0) {
            Counts.row(row, declarations.sampleCount, s.row().span());
        }
    }

    private void show(Show.Item item) {
        switch (item) {
            case Show.Item.Value value -> {
                if (DataColumns.isMeant(value.value(), declarations, lets.keySet())) {
                    new Preconditions(declarations, value.value().span()).file("`show columns`");
                } else if (Methods.statements(declarations.definitions(), value.value()) == null) {
                    typer.shape(value.value());
                }
            }
            case Show.Item.Overview overview -> {
                if (overview.table() != Show.Table.SETTINGS) {
                    declarations.network(overview.span());
                }
                if (overview.table() == Show.Table.DATA) {
                    new Preconditions(declarations, overview.span()).sample("`show data`");
                }
            }
        }
    }

    private void explain(Explain s) {
        Expr expression = s.quantity();
        if (Methods.statements(declarations.definitions(), expression) != null) {
            throw new Failure(expression.span(), new Problem.FormulaExplained(Texts.source(expression.span())));
        }
        if (expression instanceof Expr.At at) {
            typer.number(at.step());
            expression = at.quantity();
        }
        typer.shape(expression);
        Quantity.Scalar quantity = Explanations.quantity(typer.resolver(), declarations, lets.keySet(), expression);
        if (quantity instanceof Quantity.Parameter && s.quantity() == expression) {
            new Preconditions(declarations, s.span()).training("explain");
        }
    }

    private void why(Why s) {
        Expr expression = s.quantity();
        if (expression instanceof Expr.At at) {
            typer.number(at.step());
            expression = at.quantity();
        }
        typer.shape(expression);
        Typer.literal(s.number());
        Explanations.worked(typer.resolver(), declarations, lets.keySet(), expression);
    }

    private void expect(ExpectAbout s) {
        Shape actual = typer.shape(s.actual());
        Shape expected = typer.shape(s.expected());
        Span both = s.actual().span().to(s.expected().span());
        ValueArithmetic.comparable("~", actual, expected, both);
        if (s.tolerance() != null) {
            Counts.tolerance(typer.argument(s.tolerance()), s.tolerance().span());
        }
    }

    private void printed(Expr part) {
        if (!(part instanceof Expr.Text)) {
            typer.shape(part);
        }
    }

    private void include(Include s) {
        Scripts.Entered entered;
        try {
            entered = scripts.enter(s.path());
        } catch (Failure failure) {
            findings.add(failure.diagnostic());
            findings.lostScript();
            return;
        }
        entered.diagnostics().forEach(findings::add);
        Statement renewing = entered.statements().stream()
                .filter(New.class::isInstance)
                .findFirst()
                .orElse(null);
        if (renewing != null) {
            findings.attempt(() -> statement(renewing));
            findings.lostScript();
        } else if (entered.diagnostics().isEmpty()) {
            check(entered.statements());
        } else {
            findings.lostScript();
        }
        scripts.leave();
    }

    private void save(Save s) {
        findings.attempt(() -> declarations.network(s.span()));
        if (!s.path().value().endsWith(".nn")) {
            throw new Failure(s.path().span(), new Problem.NotAScript(s.path().value()));
        }
    }

    // blocks

    private void forEach(ForEach s) {
        findings.attempt(() -> {
            Shape values = typer.shape(s.values());
            if (!(values instanceof Shape.Vector || values instanceof Shape.Any)) {
                throw new Failure(s.values().span(), new Problem.WrongKind("a vector, like [1, 2, 3],", values.text()));
            }
        });
        findings.attempt(() -> nameable(s.name()));
        lets.put(s.name().name(), new Typer.Known(Shape.NUMBER, Double.NaN));
        block(s.block());
    }

    private void condition(IfElse s) {
        for (IfElse.Branch branch : s.branches()) {
            findings.attempt(() -> typer.condition(branch.condition()));
            block(branch.block());
        }
        if (s.otherwise() != null) {
            block(s.otherwise());
        }
    }

    /** A block that may run once, several times, or not at all: what it sets is not certain, neither in it nor after it. */
    private void block(Block block) {
        blocks++;
        forget(block.statements());
        Map<String, Typer.Known> before = new HashMap<>(lets);
        Declarations samples = declarations.copy();
        check(block.statements());
        lets.replaceAll((name, known) -> before.getOrDefault(name, known).or(known));
        declarations.mayHaveSamplesOf(samples);
        blocks--;
    }

    /** What a block names anew is not certain any more. */
    private void forget(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Let s) {
                lets.computeIfPresent(s.name().name(), (_, known) -> new Typer.Known(known.shape(), Double.NaN));
            }
            statement.blocks().forEach(block -> forget(block.statements()));
        }
    }
}
