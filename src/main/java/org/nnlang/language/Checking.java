package org.nnlang.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.nnlang.language.statement.DefineFormula;
import org.nnlang.language.statement.DefineOptimizer;
import org.nnlang.language.statement.Let;
import org.nnlang.network.Neurons;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;
import org.nnlang.text.Span;

/**
 * Checks statements before they run: finds unknown names, wrong shapes and types, and what is missing.
 *
 * <p>It goes through the statements in order, through each branch and each loop's body once, and keeps what they declare.
 */
public final class Checking extends Context {
    private final Scripts scripts;
    private final DiagnosticCollector findings = new DiagnosticCollector();
    /** The names that the statements checked so far have set, in order. */
    private final List<String> named = new ArrayList<>();
    /** The files that the statements checked so far will write. */
    private final Set<String> written = new HashSet<>();

    private NameMap<Known> lets;
    private Declarations declarations;
    /** Resolves with these names and declarations. */
    private Resolver resolver;

    private int blocks;

    /** Checks statements that will run on a workspace. */
    Checking(Workspace workspace, Scripts scripts) {
        this.scripts = scripts;
        lets = NameMap.copyOf(workspace.lets());
        declare(workspace.declarations());
    }

    /** Checks statements, and returns everything found so far. */
    public List<Diagnostic> check(List<Statement> statements) {
        if (blocks == 0) {
            declare(declarations.with(declarations.definitions().lookAhead(statements)));
        }
        for (Statement statement : statements) {
            if (findings.full()) {
                break;
            }
            attempt(() -> statement.check(this));
        }
        return findings.diagnostics();
    }

    /** Checks a block that may run any number of times: what it sets is uncertain, inside the block and after it. */
    public void check(Block block) {
        blocks++;
        forget(block.statements());
        NameMap<Known> before = lets;
        Declarations outside = declarations;
        int first = named.size();
        check(block.statements());
        List<String> inside = named.subList(first, named.size());
        Set<String> names = new LinkedHashSet<>(inside);
        inside.clear(); // each name once, however deep the blocks
        for (String name : names) {
            Known known = lets.get(name);
            set(name, Known.Name.either(before.getOrDefault(name, known), known));
        }
        declare(declarations.or(outside));
        blocks--;
    }

    /** Forgets the values of names that a block redefines. */
    private void forget(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Let s && lets.get(s.name().name()) instanceof Known known) {
                set(s.name().name(), new Known.Name(known.shape(), Double.NaN));
            }
            statement.blocks().forEach(block -> forget(block.statements()));
        }
    }

    /** Whether the check is inside a block. */
    public boolean inBlock() {
        return blocks > 0;
    }

    /** Runs a part of a check and reports its failure; returns whether it succeeded. */
    public boolean attempt(Runnable check) {
        return findings.attempt(check);
    }

    /** The findings so far. */
    public DiagnosticCollector findings() {
        return findings;
    }

    /** The files of the script. */
    public Scripts scripts() {
        return scripts;
    }

    // what is known

    @Override
    public Declarations declarations() {
        return declarations;
    }

    /** Replaces the declarations. */
    public void declare(Declarations next) {
        declarations = next;
        resolver = new Resolver(next, lets, false);
    }

    /** Replaces the known samples. */
    public void give(KnownSamples samples) {
        findings.newSamples();
        declare(declarations.with(samples));
    }

    @Override
    NameMap<Known> lets() {
        return lets;
    }

    @Override
    Quantities quantities() {
        return resolver.quantities(null);
    }

    @Override
    public double number(Expr expression) {
        double number = resolver.number(expression).number();
        if (Double.isInfinite(number)) {
            throw new Failure(expression.span(), Problem.NOT_FINITE);
        }
        return number;
    }

    @Override
    public Shape shape(Expr expression) {
        return resolver.resolve(expression).shape();
    }

    /** Fails unless the expression is a condition. */
    public void condition(Expr expression) {
        resolver.condition(expression);
    }

    /** Fails unless the expression has one number for each neuron. */
    public void vector(String what, Neurons neurons, Expr expression) {
        checkVector(what, neurons, shape(expression), expression.span());
    }

    // names

    private void set(String name, Known value) {
        named.add(name);
        lets = lets.with(name, value);
        resolver = new Resolver(declarations, lets, false);
    }

    /** Names a value; if the value has an error, nothing is known of it. */
    public void let(Expr.Name name, Expr value) {
        nameable(name);
        Known.Name known = Known.Name.NOTHING;
        try {
            known = Known.Name.of(resolver.resolve(value));
        } finally {
            set(name.name(), known);
        }
    }

    /** Names a number that changes from one round of a loop to the next. */
    public void letNumber(Expr.Name name) {
        attempt(() -> nameable(name));
        set(name.name(), new Known.Name(Shape.NUMBER, Double.NaN));
    }

    private void nameable(Expr.Name name) {
        builtIn(name);
        noNeuron(name);
        noDefinition(name);
    }

    /** Fails if a layer or a neuron can't have this name: it is built in, or names a value or a definition. */
    public void free(Expr.Name name) {
        builtIn(name);
        noValue(name);
        noDefinition(name);
    }

    private static void builtIn(Expr.Name name) {
        if (BuiltInNames.ALL.contains(name.name())) {
            throw new Failure(name.span(), SignWording.reserved(name.name()));
        }
    }

    private void noValue(Expr.Name name) {
        if (lets.containsKey(name.name())) {
            throw taken(name, "a value that `let` named");
        }
    }

    private void noNeuron(Expr.Name name) {
        String meaning = declarations.meaning(name.name());
        if (meaning != null) {
            throw taken(name, meaning);
        }
    }

    private void noDefinition(Expr.Name name) {
        String meaning = declarations.definitions().meaning(name.name(), name.span());
        if (meaning != null) {
            throw taken(name, meaning);
        }
    }

    private static Failure taken(Expr.Name name, String meaning) {
        return new Failure(name.span(), Problem.NAME_TAKEN, name.name(), meaning);
    }

    /** Checks the definition of an activation or a loss and keeps it; {@code what} is its first word. */
    public void define(DefineFormula formula) {
        define(formula.kind(), formula.name(), () -> {
            formula.variables().forEach(Checking::builtIn);
            return Definition.of(formula, declarations, lets);
        });
    }

    /** Checks the definition of an optimizer and keeps it. */
    public void define(DefineOptimizer optimizer) {
        define(
                MethodKind.OPTIMIZER,
                optimizer.defines(),
                () -> OptimizerMaker.of(optimizer, declarations, lets, this::number));
    }

    private void define(MethodKind kind, Expr.Name name, Supplier<Definition> definition) {
        declare(declarations.with(declarations.definitions().begin(name.name())));
        boolean fine = attempt(() -> {
            if (inBlock()) {
                throw new Failure(name.span(), Problem.DEFINITION_IN_BLOCK, kind.text());
            }
            builtIn(name);
            noValue(name);
            noNeuron(name);
            noDefinition(name);
            declare(declarations.with(declarations.definitions().with(definition.get())));
        });
        declare(declarations.with(declarations.definitions().end()));
        if (!fine && declarations.definitions().find(name.name()) == null) {
            findings.lostDefinition(name.name());
        }
    }

    /** Checks a declaration of neurons, which can't be in a block; if it has an error, the check continues without them. */
    public void declare(String what, NeuronsSpec neurons, Span span, Runnable declaration) {
        boolean fine = attempt(() -> {
            if (inBlock()) {
                throw new Failure(span, Problem.DECLARATION_IN_BLOCK, what);
            }
            neurons.names().forEach(this::free);
            declaration.run();
        });
        if (!fine) {
            findings.lostNames(neurons.names().stream().map(Expr.Name::name).toList());
            if (!inBlock()) {
                findings.lostNetwork();
            }
        }
    }

    // files

    /** Fails unless a data file exists or an earlier statement will write it. */
    public void exists(Expr.Text file) {
        String path = scripts.resolve(file.value(), file.span());
        if (!written.contains(path) && !scripts.host().exists(path)) {
            throw new Failure(file.span(), scripts.host().missing(path, file.value()));
        }
    }

    /** Notes that the script writes a file. */
    public void writes(Expr.Text file) {
        written.add(scripts.resolve(file.value(), file.span()));
    }
}
