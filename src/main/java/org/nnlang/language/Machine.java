package org.nnlang.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nnlang.explain.Worksheet;
import org.nnlang.language.statement.Narrate;
import org.nnlang.language.statement.New;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Cancelled;
import org.nnlang.network.LearningRate;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Checks and runs parsed scripts, one after another, on one workspace. */
public final class Machine {
    /** A parsed script, or its syntax errors. */
    public record Parsed(List<Statement> statements, List<Diagnostic> diagnostics) {}

    /** How a run ended. */
    public enum End {
        /** Every statement ran, and every {@code expect} held. */
        FINE,
        /** Every statement ran, but an {@code expect} did not hold. */
        UNMET,
        /** A statement failed. */
        FAILED,
        /** The run was cancelled. */
        INTERRUPTED
    }

    private Workspace workspace;
    private final Scripts scripts;
    private boolean tookBranch;
    /** Cancels the current run. */
    private Cancellation asked = Cancellation.NONE;

    /**
     * Makes a machine with an empty workspace.
     *
     * @param parser reads included scripts
     * @param answers reads files of answers, each line as a {@code why}
     */
    public Machine(Host host, Function<Source, Parsed> parser, Function<Source, Parsed> answers) {
        scripts = new Scripts(host, parser.andThen(Machine::entered), answers.andThen(Machine::entered));
        workspace = fresh();
    }

    private static Scripts.Entered entered(Parsed parsed) {
        return new Scripts.Entered(parsed.statements(), parsed.diagnostics());
    }

    /** Finds the errors that can be found without running the script. */
    public List<Diagnostic> check(Source source, List<Statement> statements) {
        scripts.begin(source.name());
        List<Diagnostic> wrong = new ArrayList<>();
        Workspace beginning = workspace;
        for (List<Statement> part : parts(statements)) {
            wrong.addAll(new Checking(beginning, scripts).check(part));
            beginning = fresh();
        }
        return wrong;
    }

    /** Finds notices about a script without errors. */
    public List<Diagnostic> notices(List<Statement> statements) {
        return parts(statements).stream()
                .flatMap(part -> Doubts.notices(part).stream())
                .toList();
    }

    /** Cuts a script at each {@code new}, after which the workspace is empty. */
    private static List<List<Statement>> parts(List<Statement> statements) {
        List<List<Statement>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof New) {
                parts.add(statements.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(statements.subList(from, statements.size()));
        return parts;
    }

    private Workspace fresh() {
        return new Workspace(scripts.host().kernels(), () -> asked.isCancelled());
    }

    /**
     * Runs statements up to the first that fails, which is reported to the listener. A statement that fails changes
     * nothing, but a training run that diverges keeps the updates before. A cancelled statement keeps what it has done.
     */
    public End run(Source source, List<Statement> statements, Listener listener, Cancellation cancellation) {
        scripts.begin(source.name());
        boolean met = true;
        for (Statement statement : statements) {
            if (statement instanceof New) {
                workspace = fresh();
                continue;
            }
            End end = run(source, statement, listener, cancellation);
            met &= end != End.UNMET;
            if (end != End.FINE && end != End.UNMET) {
                return end;
            }
        }
        return met ? End.FINE : End.UNMET;
    }

    private End run(Source source, Statement statement, Listener listener, Cancellation cancellation) {
        Checkpoint before = new Checkpoint(workspace);
        workspace = before.workspace.copy();
        Running running = new Running(workspace, scripts, listener, cancellation);
        asked = cancellation;
        boolean keep = false;
        try {
            running.run(List.of(statement));
            tookBranch = running.tookBranch();
            keep = true;
            return running.unmet() ? End.UNMET : End.FINE;
        } catch (Failure failure) {
            keep = failure.keepsTraining();
            listener.on(new Event.Reported(failure.diagnostic()));
            return End.FAILED;
        } catch (LearningRate.OutOfRange outOfRange) {
            keep = running.training().running(); // the updates until then stay
            listener.on(new Event.Reported(running.outOfRange(outOfRange)));
            return End.FAILED;
        } catch (Cancelled cancelled) {
            keep = true;
            listener.on(new Event.Reported(running.cancelled()));
            return End.INTERRUPTED;
        } catch (OutOfMemoryError error) {
            listener.on(
                    new Event.Reported(Diagnostic.error(new Span(source, 0, 0), Problem.OUT_OF_MEMORY, "this script")));
            return End.FAILED;
        } finally {
            asked = Cancellation.NONE;
            if (!keep) {
                restore(before);
            }
        }
    }

    /**
     * Runs statements that only show something, even while another run is training, between two of its updates.
     *
     * @return false, without running them, within an update
     */
    public boolean look(Source source, List<Statement> statements, Listener listener) {
        Workspace trained = workspace;
        Cancellation running = asked;
        boolean took = tookBranch;
        Workspace glance = trained.glance();
        if (glance == null) {
            return false;
        }
        workspace = glance;
        try {
            if (new Checking(glance, scripts).check(statements).isEmpty()) {
                for (Statement statement : statements) { // a lambda would make each forEach suspendable in a page
                    run(source, statement, listener, running);
                }
            }
            return true;
        } finally {
            workspace = trained;
            asked = running;
            tookBranch = took;
        }
    }

    /** The machine's state at a moment. Immutable; checkpoints share what didn't change between them. */
    public static final class Checkpoint {
        private final Workspace workspace;
        private final Runnable kernels;

        private Checkpoint(Workspace workspace) {
            this.workspace = workspace;
            kernels = workspace.moment();
        }

        /** Whether nothing was changed between this checkpoint and another one. */
        public boolean isSame(Checkpoint other) {
            return workspace.isSame(other.workspace);
        }

        /** The memory of its large parts in bytes, except for what a later checkpoint shares. */
        public long bytes(Checkpoint later) {
            Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
            long[] bytes = {0};
            later.workspace.parts((part, _) -> counted.add(part));
            workspace.parts((part, size) -> bytes[0] += counted.add(part) ? size : 0);
            workspace.lets().forEachNotIn(later.workspace.lets(), value -> bytes[0] += 8L * value.values().length);
            return bytes[0];
        }
    }

    /** The machine's present state. */
    public Checkpoint checkpoint() {
        Workspace kept = workspace.copy();
        kept.moved(); // drops cached readings, which take memory
        return new Checkpoint(kept);
    }

    /** Goes back to a checkpoint of this machine. */
    public void restore(Checkpoint checkpoint) {
        workspace = checkpoint.workspace;
        checkpoint.kernels.run();
    }

    /** Goes back to a step, or to the first one if that is later, as {@code reset} goes back to the first. */
    public void goBack(long step) {
        workspace = workspace.copy();
        workspace.goBack(step, new Span(new Source("", ""), 0, 0));
    }

    /** Whether the last {@code if} ran one of its branches that have a condition. */
    public boolean tookBranch() {
        return tookBranch;
    }

    /** The names that exist now. */
    public Outline outline() {
        return new Outline(
                workspace.step(), workspace.declarations(), workspace.lets().keySet());
    }

    /** Evaluates an expression that is not a condition. */
    public Value evaluate(Expr expression) throws Rejected {
        try {
            Value value = new Evaluator(workspace).value(expression);
            if (value instanceof Value.Truth) {
                throw new Failure(
                        expression.span(),
                        Problem.WRONG_KIND,
                        "a number",
                        value.shape().text());
            }
            return value;
        } catch (Failure failure) {
            throw new Rejected(failure.diagnostic());
        }
    }

    /** The worksheet of the current sample; {@code asked} is where its errors are reported. */
    public Worksheet worksheet(Span asked) throws Rejected {
        try {
            return Narrate.worksheet(workspace, asked);
        } catch (Failure failure) {
            throw new Rejected(failure.diagnostic());
        }
    }

    /** Says that an expression has no value, or that there is no worksheet. */
    public static final class Rejected extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        Rejected(Diagnostic diagnostic) {
            super(null, null, false, false);
            this.diagnostic = diagnostic;
        }

        /** Why there is none. */
        public Diagnostic diagnostic() {
            return diagnostic;
        }
    }
}
