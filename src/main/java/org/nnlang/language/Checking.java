package org.nnlang.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.language.statement.Let;
import org.nnlang.network.Neurons;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * Checks statements before they run: finds unknown names, wrong shapes and types, missing pieces.
 *
 * <p>It takes the statements in their order, each branch and the body of each loop once, and keeps what they declare.
 */
public final class Checking extends Context {
    private final Scripts scripts;
    private final DiagnosticCollector findings = new DiagnosticCollector();
    private final Map<String, Known.Name> lets = new HashMap<>();
    /** The files that the script will have written. */
    private final Set<String> written = new HashSet<>();

    private Declarations declarations;
    private Resolver resolver;
    private int blocks;

    /** Checks what follows on a workspace. */
    Checking(Workspace workspace, Scripts scripts) {
        this.scripts = scripts;
        workspace.lets().forEach((name, value) -> lets.put(name, Known.Name.of(value)));
        declare(workspace.declarations());
    }

    /** Checks statements, and returns all that was found so far. */
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

    /** Checks a block that may run once, several times, or not at all: what it sets isn't certain, in it or after it. */
    public void check(Block block) {
        blocks++;
        forget(block.statements());
        Map<String, Known.Name> before = new HashMap<>(lets);
        Declarations outside = declarations;
        check(block.statements());
        lets.replaceAll((name, known) -> before.getOrDefault(name, known).or(known));
        declare(declarations.or(outside));
        blocks--;
    }

    /** What a block names again is not certain any more. */
    private void forget(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Let s) {
                lets.computeIfPresent(s.name().name(), (_, known) -> new Known.Name(known.shape(), Double.NaN));
            }
            statement.blocks().forEach(block -> forget(block.statements()));
        }
    }

    /** Whether what is checked is in a block. */
    public boolean inBlock() {
        return blocks > 0;
    }

    /** Runs a part of a check; reports its failure, and returns whether there was none. */
    public boolean attempt(Runnable check) {
        return findings.attempt(check);
    }

    /** What was found so far. */
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

    /** Goes on with other declarations. */
    public void declare(Declarations next) {
        declarations = next;
        resolver = new Resolver(next, lets, false);
    }

    /** Notes that the script gives other samples. */
    public void give(KnownSamples samples) {
        findings.newSamples();
        declare(declarations.with(samples));
    }

    @Override
    public Set<String> names() {
        return lets.keySet();
    }

    @Override
    Quantities quantities() {
        return resolver.quantities(null);
    }

    @Override
    public double number(Expr expression) {
        return resolver.number(expression).number();
    }

    /** The shape of an expression; fails if it can have no value. */
    public Shape shape(Expr expression) {
        return resolver.resolve(expression).shape();
    }

    /** Fails unless the expression is true or false. */
    public void condition(Expr expression) {
        resolver.condition(expression);
    }

    /** Fails unless the expression is a number for each neuron. */
    public void vector(String what, Neurons neurons, Expr expression) {
        checkVector(what, neurons, shape(expression), expression.span());
    }

    // names

    /** Names a value, of which nothing is known if it is wrong. */
    public void let(Expr.Name name, Expr value) {
        nameable(name);
        Known.Name known = Known.Name.NOTHING;
        try {
            known = Known.Name.of(resolver.resolve(value));
        } finally {
            lets.put(name.name(), known);
        }
    }

    /** Names a number that differs each time. */
    public void letNumber(Expr.Name name) {
        attempt(() -> nameable(name));
        lets.put(name.name(), new Known.Name(Shape.NUMBER, Double.NaN));
    }

    private void nameable(Expr.Name name) {
        builtIn(name);
        noNeuron(name);
        noDefinition(name);
    }

    /** Fails if a name of a layer or a neuron belongs to the language, to a value or to a definition. */
    public void free(Expr.Name name) {
        builtIn(name);
        noValue(name);
        noDefinition(name);
    }

    private static void builtIn(Expr.Name name) {
        if (BuiltInNames.ALL.contains(name.name())) {
            throw new Failure(name.span(), new Problem.ReservedName(name.name()));
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
        return new Failure(name.span(), new Problem.NameTaken(name.name(), meaning));
    }

    /** Checks a definition, and keeps it; {@code what} is the word that begins it. */
    public void define(String what, Expr.Name name, List<Expr.Name> variables, Expr value) {
        declare(declarations.with(declarations.definitions().begin(name.name())));
        boolean fine = attempt(() -> {
            if (inBlock()) {
                throw new Failure(name.span(), new Problem.DefinitionInBlock(what));
            }
            builtIn(name);
            noValue(name);
            noNeuron(name);
            noDefinition(name);
            variables.forEach(Checking::builtIn);
            Definition found = Definition.of(name, variables, value, declarations, lets);
            declare(declarations.with(declarations.definitions().with(found)));
        });
        declare(declarations.with(declarations.definitions().end()));
        if (!fine && declarations.definitions().find(name.name()) == null) {
            findings.lostDefinition(name.name());
        }
    }

    /** Checks a declaration of neurons, which is at the top of a script; what follows goes without them if it is wrong. */
    public void declare(String what, NeuronsSpec neurons, Span span, Runnable declaration) {
        boolean fine = attempt(() -> {
            if (inBlock()) {
                throw new Failure(span, new Problem.DeclarationInBlock(what));
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

    /** Fails unless a data file is there, or the script will have written it. */
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
