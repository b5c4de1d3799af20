package org.nnlang.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nnlang.ast.Expr;
import org.nnlang.ast.Stmt;
import org.nnlang.engine.Engine;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Watch;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;

/** Checks and runs parsed scripts, one after the other, on one workspace. */
public final class Machine {
    /** A parsed script, or what is wrong with its text. */
    public record Parsed(List<Stmt> statements, List<Diagnostic> diagnostics) {}

    /** How a run ended. */
    public enum End {
        /** To its end, all as expected. */
        FINE,
        /** To its end, but an {@code expect} did not hold. */
        UNMET,
        /** A statement failed. */
        FAILED,
        /** The listener stopped it. */
        INTERRUPTED
    }

    private static final Span NOWHERE = new Span(new Source("", ""), 0, 0);

    private Workspace workspace;
    private final Scripts scripts;
    /** Why the last statement that failed did. */
    private Problem failed;

    /** A machine without a network yet; {@code parser} reads the scripts that are included. */
    public Machine(Host host, Function<Source, Parsed> parser) {
        scripts = new Scripts(host, source -> {
            Parsed parsed = parser.apply(source);
            return new Scripts.Entered(parsed.statements(), parsed.diagnostics());
        });
        workspace = fresh();
    }

    /** What can be known to be wrong without running. */
    public List<Diagnostic> check(Source source, List<Stmt> statements) {
        scripts.begin(source.name());
        List<Diagnostic> wrong = new ArrayList<>();
        Workspace beginning = workspace;
        for (List<Stmt> part : parts(statements)) {
            wrong.addAll(new Checker(beginning, scripts).check(part));
            beginning = fresh();
        }
        return wrong;
    }

    /** What is worth knowing of a script in which nothing is wrong. */
    public List<Diagnostic> notices(List<Stmt> statements) {
        return parts(statements).stream()
                .flatMap(part -> UnusedLosses.notices(part).stream())
                .toList();
    }

    /** Cuts a script at each {@code new}: what follows one begins with an empty workspace. */
    private static List<List<Stmt>> parts(List<Stmt> statements) {
        List<List<Stmt>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Stmt.New) {
                parts.add(statements.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(statements.subList(from, statements.size()));
        return parts;
    }

    private Workspace fresh() {
        return new Workspace(new Engine(scripts.host()::products));
    }

    /** Runs statements; what goes wrong is reported to the listener. */
    public End run(Source source, List<Stmt> statements, Listener listener) {
        scripts.begin(source.name());
        List<List<Stmt>> parts = parts(statements);
        End worst = run(source, parts.getFirst(), listener, End.FINE);
        for (List<Stmt> part : parts.subList(1, parts.size())) {
            if (worst == End.FAILED || worst == End.INTERRUPTED) {
                return worst;
            }
            workspace = fresh();
            worst = run(source, part, listener, worst);
        }
        return worst;
    }

    /** Runs a part of a script, whose parts so far ended {@code fine}. */
    private End run(Source source, List<Stmt> part, Listener listener, End fine) {
        Interpreter interpreter = new Interpreter(workspace, scripts, listener);
        try {
            interpreter.run(part);
            return interpreter.failed() ? End.UNMET : fine;
        } catch (Failure failure) {
            failed = failure.diagnostic().problem();
            listener.on(new Event.Reported(failure.diagnostic()));
            return End.FAILED;
        } catch (Interruption stop) {
            Problem problem = new Problem.Interrupted(workspace.step(), stop.training());
            listener.on(new Event.Reported(Diagnostic.notice(stop.span(), problem)));
            return End.INTERRUPTED;
        } catch (OutOfMemoryError error) {
            listener.on(new Event.Reported(
                    Diagnostic.error(new Span(source, 0, 0), new Problem.OutOfMemory("this script"))));
            return End.FAILED;
        } finally {
            workspace.watchedBy(Watch.NONE);
        }
    }

    /**
     * Runs one statement that stands for itself: when it fails, everything is as it was before it. Only a training that
     * leaves the finite numbers keeps what it says it keeps, and what is stopped stays where it was stopped.
     */
    public End attempt(Source source, Stmt statement, Listener listener) {
        boolean several = !Stmt.blocksOf(statement).isEmpty() || statement instanceof Stmt.Include;
        Workspace before = several ? workspace.copy() : workspace;
        End end = run(source, List.of(statement), listener);
        if (end == End.FAILED && !(failed instanceof Problem.Diverged)) {
            workspace = before;
        }
        return end;
    }

    /** What has names now. */
    public Outline outline() {
        Blueprint blueprint = workspace.blueprint();
        List<Neurons> layers = new ArrayList<>();
        for (int l = 0; l < blueprint.layerNames().size(); l++) {
            layers.add(blueprint.neurons(l));
        }
        Network network = blueprint.isComplete() ? blueprint.network(NOWHERE) : null;
        return new Outline(
                workspace.step(),
                layers,
                network == null ? 0 : network.weightCount(),
                network == null ? 0 : network.biasCount(),
                Set.copyOf(workspace.lets().keySet()),
                blueprint.definitions().activationNames(),
                blueprint.definitions().lossNames());
    }

    /** The numbers of an expression, row after row; fails by a diagnostic. */
    public double[] evaluate(Expr expression) throws Rejected {
        try {
            return Arithmetic.values(new Evaluator(workspace).value(expression)).clone();
        } catch (Failure failure) {
            throw new Rejected(failure.diagnostic());
        }
    }

    /** An expression that has no value. */
    public static final class Rejected extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        Rejected(Diagnostic diagnostic) {
            super(null, null, false, false);
            this.diagnostic = diagnostic;
        }

        /** What is wrong with it. */
        public Diagnostic diagnostic() {
            return diagnostic;
        }
    }
}
