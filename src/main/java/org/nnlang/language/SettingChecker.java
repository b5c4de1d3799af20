package org.nnlang.language;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.data.CsvFormat;
import org.nnlang.language.statement.DeclareOptimizer;
import org.nnlang.language.statement.PredictFile;
import org.nnlang.language.statement.SetActivation;
import org.nnlang.language.statement.SetBias;
import org.nnlang.language.statement.SetCsv;
import org.nnlang.language.statement.SetData;
import org.nnlang.language.statement.SetInput;
import org.nnlang.language.statement.SetParameter;
import org.nnlang.language.statement.SetTarget;
import org.nnlang.language.statement.SetWeights;
import org.nnlang.language.statement.StartSpec;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.text.Problem;

/**
 * Checks the statements that set something.
 *
 * <p>What a statement sets counts as set although its value is wrong, so that nobody is told to give what is given.
 */
final class SettingChecker {
    private final Declarations declarations;
    private final Map<String, Typer.Known> lets;
    private final Typer typer;
    private final Specs specs;
    private final Scripts scripts;
    private final DiagnosticCollector findings;
    /** The files that the script will have written. */
    private final Set<String> written = new HashSet<>();

    SettingChecker(
            Declarations declarations,
            Map<String, Typer.Known> lets,
            Typer typer,
            Specs specs,
            Scripts scripts,
            DiagnosticCollector findings) {
        this.declarations = declarations;
        this.lets = lets;
        this.typer = typer;
        this.specs = specs;
        this.scripts = scripts;
        this.findings = findings;
    }

    void weights(SetWeights s) {
        int l = Layers.find(declarations, s.layer(), "weights");
        switch (s.start()) {
            case StartSpec.Drawn start -> specs.initializer(start.initializer());
            case StartSpec.Values start ->
                Layers.checkWeights(declarations.network(s.span()), l, typer.shape(start.value()), start.span());
            case StartSpec.None start -> throw new Failure(start.span(), new Problem.WrongKind("weights", "none"));
        }
    }

    void bias(SetBias s) {
        int l = Layers.find(declarations, s.layer(), "bias");
        Layer old = declarations.network(s.span()).layer(l);
        Layer.BiasMode mode = Layers.biasMode(s);
        declarations.replace(l, new Layer(old.neurons(), old.activation(), mode, old.weightsFixed(), s.fixed()));
        switch (s.start()) {
            case StartSpec.Drawn start -> specs.initializer(start.initializer());
            case StartSpec.Values start -> Layers.checkBias(old, typer.shape(start.value()), s.shared(), start.span());
            case StartSpec.None _ -> {}
        }
    }

    void parameter(SetParameter s) {
        Layers.parameter(typer.resolver(), declarations, lets.keySet(), s);
        typer.number(s.value());
    }

    void activation(SetActivation s) {
        int l = Layers.find(declarations, s.layer(), "activation");
        Layer old = declarations.network(s.span()).layer(l);
        if (!findings.attempt(() -> declarations.replace(l, old.with(specs.activation(s.activation()))))) {
            findings.lostActivation();
        }
    }

    void input(SetInput s) {
        Network network = declarations.network(s.span());
        samples(true, declarations.hasTarget && !declarations.fromData, false);
        vector("input", s.value(), network, 0);
    }

    void target(SetTarget s) {
        Network network = declarations.network(s.span());
        samples(declarations.hasInput && !declarations.fromData, true, false);
        vector("target", s.value(), network, network.depth());
    }

    void vector(String what, Expr value, Network network, int layer) {
        Layers.checkVector(what, network.neurons(layer), typer.shape(value), value.span());
    }

    private void samples(boolean input, boolean target, boolean data) {
        findings.newSamples();
        declarations.hasInput = input;
        declarations.hasTarget = target;
        declarations.hasTest = false;
        declarations.fromData = data;
        declarations.fromFile = false;
        declarations.sampleCount = 1;
    }

    void data(SetData s) {
        Network network = declarations.network(s.span());
        samples(true, true, true);
        declarations.sampleCount = s.rows().size();
        for (SetData.DataRow row : s.rows()) {
            Layers.checkRow(network, row.span(), count(row.inputs()), count(row.targets()));
        }
    }

    /** How many numbers there are, each by itself or all in one vector; −1 where it is not known. */
    private int count(List<Expr> expressions) {
        if (expressions.size() == 1) {
            Expr only = expressions.getFirst();
            switch (typer.shape(only).asVector()) {
                case Shape.Vector v -> {
                    return v.size();
                }
                case Shape.Any _ -> {
                    return -1;
                }
                case Shape.Number _, Shape.Truth _, Shape.Matrix _ -> {}
            }
        }
        expressions.forEach(typer::number);
        return expressions.size();
    }

    void csv(SetCsv s) {
        declarations.network(s.span());
        samples(true, true, true);
        declarations.sampleCount = -1;
        declarations.fromFile = true;
        declarations.hasTest = true; // as long as it is not known better
        CsvSpec csv = CsvSpec.of(s.csv(), typer::argument);
        declarations.hasTest = Double.isNaN(csv.test()) || csv.test() > 0;
        exists(csv.path());
    }

    private void exists(Expr.Text file) {
        String path = scripts.resolve(file.value(), file.span());
        if (!written.contains(path) && !scripts.host().exists(path)) {
            throw scripts.missing(file, path);
        }
    }

    void predictFile(PredictFile s) {
        declarations.network(s.span());
        new Preconditions(declarations, s.span()).file("`predict csv(…)`");
        exists(CsvSpec.toPredict(s.csv(), CsvFormat.STANDARD).path());
        written.add(scripts.resolve(s.to().value(), s.to().span()));
    }

    <T> void setting(Setting<T> setting, Expr value) {
        T known = setting.word(value);
        double number = known == null ? typer.argument(value) : Double.NaN;
        known = Double.isNaN(number) ? known : setting.number(number, value.span());
        declarations.settings = declarations.settings.with(setting, known);
    }

    void optimizer(DeclareOptimizer s) {
        declarations.settings = declarations.settings.with(Setting.OPTIMIZER, null); // in case it is wrong
        declarations.settings = declarations.settings.with(Setting.OPTIMIZER, specs.optimizer(s.optimizer()));
    }
}
