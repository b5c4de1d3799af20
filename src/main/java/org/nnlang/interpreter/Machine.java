package org.nnlang.interpreter;

import java.util.List;
import java.util.function.Function;
import org.nnlang.ast.Expr;
import org.nnlang.ast.Stmt;
import org.nnlang.engine.Engine;
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
        /** An {@code expect} did not hold, or a statement failed. */
        FAILED,
        /** The listener stopped it. */
        INTERRUPTED
    }

    private final Workspace workspace;
    private final Scripts scripts;

    /** A machine without a network yet; {@code parser} reads the scripts that are included. */
    public Machine(Host host, Function<Source, Parsed> parser) {
        workspace = new Workspace(new Engine(host::products));
        scripts = new Scripts(host, source -> {
            Parsed parsed = parser.apply(source);
            return new Scripts.Entered(parsed.statements(), parsed.diagnostics());
        });
    }

    /** What can be known to be wrong without running. */
    public List<Diagnostic> check(Source source, List<Stmt> statements) {
        scripts.begin(source.name());
        return new Checker(workspace, scripts).check(statements);
    }

    /** Runs statements; what goes wrong is reported to the listener. */
    public End run(Source source, List<Stmt> statements, Listener listener) {
        scripts.begin(source.name());
        Interpreter interpreter = new Interpreter(workspace, scripts, listener);
        try {
            interpreter.run(statements);
            return interpreter.failed() ? End.FAILED : End.FINE;
        } catch (Failure failure) {
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
        }
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
