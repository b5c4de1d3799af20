package org.nnlang.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Worksheet;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Host;
import org.nnlang.language.Listener;
import org.nnlang.language.Machine;
import org.nnlang.language.Outline;
import org.nnlang.language.Script;
import org.nnlang.language.Statement;
import org.nnlang.language.Value;
import org.nnlang.language.statement.Explain;
import org.nnlang.language.statement.Show;
import org.nnlang.language.statement.Why;
import org.nnlang.network.Cancellation;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Json;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * Runs scripts, one after another, and answers questions about the network that they declare.
 *
 * <p>Not thread-safe.
 */
public final class Session {
    private final Machine machine;

    /** A session without files that trains with plain kernels; {@code org.nnlang.embed.Nn} has a faster one. */
    public Session() {
        this(Host.NONE);
    }

    /** A session whose scripts may read and write the files that the host allows. */
    public Session(Host host) {
        machine = new Machine(host, Session::parse, source -> parsed(Syntax.answers(source)));
    }

    private static Machine.Parsed parse(Source source) {
        return parsed(Syntax.parse(source));
    }

    private static Machine.Parsed parsed(Syntax.Result result) {
        return new Machine.Parsed(result.script().statements(), result.diagnostics());
    }

    /**
     * Runs a script, and drops its results. A statement that fails changes nothing; the statements before it stay.
     *
     * @throws ScriptException if the script does not parse or check, or a statement fails
     * @throws NullPointerException if the script is null
     */
    public void run(String script) {
        run(script, _ -> {});
    }

    /**
     * Runs a script, and returns what it shows.
     *
     * @throws ScriptException if the script does not parse or check, or a statement fails
     * @throws NullPointerException if the script is null
     */
    public Results results(String script) {
        List<Event> events = new ArrayList<>();
        run(script, events::add);
        return new Results(events);
    }

    /** Runs a script; its results go to the listener. */
    private void run(String script, Listener results) {
        Source source = new Source("script", Objects.requireNonNull(script, "the script is null"));
        complete(listener -> run(source, listener), results);
    }

    private interface Attempt {
        Result run(Listener listener);
    }

    /** Throws the errors of an attempt that fails; its results go to the listener, its notices nowhere. */
    private static void complete(Attempt attempt, Listener results) {
        List<Diagnostic> errors = new ArrayList<>();
        Result result = attempt.run(event -> {
            if (!(event instanceof Event.Reported(Diagnostic diagnostic))) {
                results.on(event);
            } else if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                errors.add(diagnostic);
            }
        });
        if (result != Result.FINE) {
            throw new ScriptException(errors);
        }
    }

    /** Runs a script. All its results and errors go to the listener. */
    public Result run(Source source, Listener listener) {
        return run(source, listener, Cancellation.NONE);
    }

    /** The same, until it is cancelled. */
    public Result run(Source source, Listener listener, Cancellation cancellation) {
        return guarded(source, listener, () -> {
            List<Statement> statements = checked(source, listener);
            if (statements == null) {
                return Result.INVALID;
            }
            return result(machine.run(source, statements, listener, cancellation));
        });
    }

    /**
     * Runs a text that only shows something, even while another run is training and reports its progress. What is wrong with it
     * is not reported.
     *
     * @return false, without running it, in the middle of an update
     */
    public boolean look(Source source, Listener listener) {
        Machine.Parsed parsed = parse(source);
        return !parsed.diagnostics().isEmpty() || machine.look(source, parsed.statements(), listener);
    }

    /** Receives the outcome of each statement. */
    public interface Steps {
        /** A statement succeeded. */
        void done(Span statement);

        /** {@code count} statements after the one that ended the run did not run. */
        default void notRun(int count) {}
    }

    /**
     * Runs the statements of a text as if the user typed them one by one: checks each after those before it have run. The
     * first that fails ends the run, changes nothing, and is reported.
     */
    public Result runEach(Source source, Listener listener, Cancellation cancellation, Steps steps) {
        return guarded(source, listener, () -> {
            Machine.Parsed parsed = parse(source);
            List<Diagnostic> wrong = parsed.diagnostics();
            int readable = wrong.isEmpty()
                    ? source.text().length()
                    : wrong.getFirst().span().start();
            List<Statement> statements = parsed.statements();
            List<Statement> before = statements.stream()
                    .filter(statement -> statement.span().end() <= readable)
                    .toList();
            int behind = (int) statements.stream()
                    .filter(statement -> statement.span().start() > readable)
                    .count();
            return attempts(new Attempts(source, before, wrong, behind, true), listener, cancellation, steps);
        });
    }

    /**
     * Runs a script after checking it as a whole; a statement that fails changes nothing.
     */
    public Result load(Source source, Listener listener, Cancellation cancellation, Steps steps) {
        return guarded(source, listener, () -> {
            List<Statement> statements = checked(source, listener);
            return statements == null
                    ? Result.INVALID
                    : attempts(new Attempts(source, statements, List.of(), 0, false), listener, cancellation, steps);
        });
    }

    /** The statements to run one by one, up to the first syntax error. */
    private record Attempts(
            Source source, List<Statement> statements, List<Diagnostic> wrong, int behind, boolean checkEach) {}

    private Result attempts(Attempts all, Listener listener, Cancellation cancellation, Steps steps) {
        Result worst = Result.FINE;
        for (int i = 0; i < all.statements.size(); i++) {
            Statement statement = all.statements.get(i);
            int left = all.statements.size() - i - 1 + all.behind;
            if (all.checkEach && !isRight(all.source, statement, listener)) {
                steps.notRun(left);
                return Result.INVALID;
            }
            Machine.End end = machine.run(all.source, List.of(statement), listener, cancellation);
            worst = end == Machine.End.FINE ? worst : result(end);
            if (end == Machine.End.FINE) {
                steps.done(statement.span());
            } else if (end != Machine.End.UNMET) {
                steps.notRun(left);
                return worst;
            }
        }
        if (all.wrong.isEmpty()) {
            return worst;
        }
        steps.notRun(all.behind);
        return reported(all.wrong, listener);
    }

    /** Whether a branch of the last {@code if} ran, so that no {@code else} may follow it. */
    public boolean tookBranch() {
        return machine.tookBranch();
    }

    private boolean isRight(Source source, Statement statement, Listener listener) {
        List<Diagnostic> wrong = machine.check(source, List.of(statement));
        wrong.forEach(diagnostic -> listener.on(new Event.Reported(diagnostic)));
        return wrong.isEmpty();
    }

    private static Result result(Machine.End end) {
        return switch (end) {
            case FINE -> Result.FINE;
            case UNMET, FAILED -> Result.FAILED;
            case INTERRUPTED -> Result.INTERRUPTED;
        };
    }

    /** What scripts have built up so far, to go back to. */
    public Machine.Checkpoint checkpoint() {
        return machine.checkpoint();
    }

    /** Goes back to a checkpoint of this session. */
    public void restore(Machine.Checkpoint checkpoint) {
        machine.restore(checkpoint);
    }

    /** Goes back to a step, or to the first one if that is later, as {@code reset} goes back to the first. */
    public void goBack(long step) {
        machine.goBack(step);
    }

    /** The names that are declared now. */
    public Outline outline() {
        return machine.outline();
    }

    /** Finds the errors in a script without running it. */
    public Result check(Source source, Listener listener) {
        return guarded(source, listener, () -> checked(source, listener) == null ? Result.INVALID : Result.FINE);
    }

    /** The statements of a script; reports errors and returns null if there are any. */
    private List<Statement> checked(Source source, Listener listener) {
        Machine.Parsed parsed = parse(source);
        List<Diagnostic> diagnostics = parsed.diagnostics();
        if (diagnostics.isEmpty()) {
            diagnostics = machine.check(source, parsed.statements());
        }
        boolean right = diagnostics.isEmpty();
        reported(right ? machine.notices(parsed.statements()) : diagnostics, listener);
        return right ? parsed.statements() : null;
    }

    private interface Work {
        Result run();
    }

    /** Runs an action, and turns every exception into a diagnostic. */
    private static Result guarded(Source source, Listener listener, Work work) {
        try {
            return work.run();
        } catch (OutOfMemoryError | StackOverflowError | RuntimeException error) {
            listener.on(new Event.Reported(internal(source, error)));
            return Result.FAILED;
        }
    }

    /** The problem behind a failure of the machine or of nn itself. */
    private static Diagnostic internal(Source source, Throwable error) {
        Message problem = error instanceof OutOfMemoryError
                ? Problem.OUT_OF_MEMORY.with("this script")
                : Problem.INTERNAL.with(error.toString());
        return Diagnostic.error(new Span(source, 0, 0), problem);
    }

    /**
     * The number that an expression gives: {@code "w5"}, {@code "grad(w5) @ 3"}.
     *
     * @throws ScriptException if it has no value, or is not one number
     * @throws NullPointerException when the expression is null
     */
    public double number(String expression) {
        double[] values = value(expression).values();
        if (values.length != 1) {
            Source source = new Source("expression", expression);
            Message problem = Problem.WRONG_KIND.with("a number", values.length + " numbers");
            throw new ScriptException(List.of(Diagnostic.error(all(source), problem)));
        }
        return values[0];
    }

    /**
     * The numbers of a vector, or of a matrix row after row: {@code "out(y)"}, {@code "weights(h)"}.
     *
     * @throws ScriptException if the expression has no value, or is a condition
     * @throws NullPointerException when the expression is null
     */
    public double[] vector(String expression) {
        return value(expression).values().clone();
    }

    /**
     * The rows of a matrix: {@code "weights(h)"}, a row for each neuron. A vector is one row, and a number a row of one.
     *
     * @throws ScriptException if the expression has no value, or is a condition
     * @throws NullPointerException when the expression is null
     */
    public double[][] matrix(String expression) {
        Value value = value(expression);
        double[] numbers = value.values();
        int columns = value instanceof Value.Matrix matrix ? matrix.columns() : numbers.length;
        double[][] rows = new double[value instanceof Value.Matrix matrix ? matrix.rows() : 1][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(numbers, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    private Value value(String expression) {
        Source source = new Source("expression", Objects.requireNonNull(expression, "the expression is null"));
        return answer(source, () -> {
            Syntax.Result result = Syntax.parse(source);
            List<Diagnostic> diagnostics = result.diagnostics();
            if (diagnostics.isEmpty()) {
                diagnostics = machine.check(source, result.script().statements());
            }
            if (!diagnostics.isEmpty()) {
                throw new ScriptException(diagnostics);
            }
            return machine.evaluate(expression(source, result.script()));
        });
    }

    /**
     * Sets what a script can set to a vector, to exactly these numbers: {@code set("input", 0.05, 0.1)}, {@code "target"}, {@code
     * "bias h"}, and with one number {@code "w5"}.
     *
     * @throws ScriptException if there is no such thing, or it has another number of elements
     * @throws IllegalArgumentException if a number is infinite or NaN
     * @throws NullPointerException if an argument is null
     */
    public void set(String name, double... values) {
        run(name + " = " + (values.length == 1 ? exact(values[0]) : "[" + row(values) + "]"));
    }

    /**
     * Sets what a script can set to a matrix: {@code set("weights h", rows)}, a row for each neuron.
     *
     * @throws ScriptException if there is no such thing, or it has another size
     * @throws IllegalArgumentException if a number is infinite or NaN
     * @throws NullPointerException if an argument is null
     */
    public void set(String name, double[][] rows) {
        run(name + " = [" + Arrays.stream(rows).map(Session::row).collect(Collectors.joining("; ")) + "]");
    }

    private static String row(double[] values) {
        return Arrays.stream(values).mapToObj(Session::exact).collect(Collectors.joining(", "));
    }

    private static String exact(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a script has no number " + value);
        }
        return Json.number(value);
    }

    /**
     * The current sample's way through the network, line by line: each net and output, with a target each delta and gradient
     * too, and, if the network can be trained, the update that {@code update} would make.
     *
     * @throws ScriptException if there is no network or no input, or a formula has no value
     */
    public Worksheet worksheet() {
        Source source = new Source("worksheet", "worksheet");
        return answer(source, () -> machine.worksheet(all(source)));
    }

    private interface Question<T> {
        T answer() throws Machine.Rejected;
    }

    private static <T> T answer(Source source, Question<T> question) {
        try {
            return question.answer();
        } catch (Machine.Rejected rejected) {
            throw new ScriptException(List.of(rejected.diagnostic()));
        } catch (ScriptException known) {
            throw known;
        } catch (OutOfMemoryError | StackOverflowError | RuntimeException error) {
            throw new ScriptException(List.of(internal(source, error)));
        }
    }

    /**
     * The derivation of a quantity as text: {@code explain("grad(w5)")}, as a script's {@code explain} shows it.
     *
     * @throws ScriptException if the quantity can't be derived
     * @throws NullPointerException if the quantity is null
     */
    public String explain(String quantity) {
        return explain(quantity, DerivationFormat.TEXT);
    }

    /**
     * The same in a format for documents.
     *
     * @throws ScriptException if the quantity can't be derived
     * @throws NullPointerException if an argument is null
     */
    public String explain(String quantity, DerivationFormat format) {
        return new Results(List.of(derived(quantity, format))).text();
    }

    /**
     * The derivation of a quantity as a tree: what it equals, form after form, and the derivations of the parts.
     *
     * @throws ScriptException if the quantity can't be derived
     * @throws NullPointerException if the quantity is null
     */
    public Derivation derivation(String quantity) {
        return derived(quantity, DerivationFormat.TEXT).derivation();
    }

    private Event.Derived derived(String quantity, DerivationFormat format) {
        Source source = new Source("quantity", Objects.requireNonNull(quantity, "the quantity is null"));
        List<Event.Derived> found = new ArrayList<>();
        complete(listener -> explain(source, false, format, listener, Cancellation.NONE), event -> {
            if (event instanceof Event.Derived derived) {
                found.add(derived);
            }
        });
        return found.getFirst();
    }

    /**
     * Derives a quantity as it is now, or at an earlier step: {@code grad(w5)}, {@code w5 @ 3}. The derivation, or the errors in
     * the quantity, go to the listener. {@code full} leaves nothing out, like {@code in full} in a script.
     */
    public Result explain(
            Source quantity, boolean full, DerivationFormat format, Listener listener, Cancellation cancellation) {
        return guarded(quantity, listener, () -> {
            Syntax.Result parsed = Syntax.parse(quantity);
            if (!parsed.diagnostics().isEmpty()) {
                return reported(parsed.diagnostics(), listener);
            }
            try {
                return run(
                        quantity,
                        new Explain(expression(quantity, parsed.script()), full, format, all(quantity)),
                        listener,
                        cancellation);
            } catch (ScriptException wrong) {
                return reported(wrong.diagnostics(), listener);
            }
        });
    }

    /**
     * Finds the slip behind a different number: {@code why w5 = 0.41}. The answer, or the errors in the question, go to the
     * listener.
     */
    public Result why(Source question, Listener listener, Cancellation cancellation) {
        return guarded(question, listener, () -> {
            Syntax.Result parsed = Syntax.parse(question);
            if (!parsed.diagnostics().isEmpty()) {
                return reported(parsed.diagnostics(), listener);
            }
            List<Statement> statements = parsed.script().statements();
            if (statements.size() == 1 && statements.getFirst() instanceof Why why) {
                return run(question, why, listener, cancellation);
            }
            Message problem = Problem.WRONG_KIND.with("one question", "something else");
            return reported(List.of(Diagnostic.error(all(question), problem)), listener);
        });
    }

    private Result run(Source source, Statement statement, Listener listener, Cancellation cancellation) {
        List<Diagnostic> diagnostics = machine.check(source, List.of(statement));
        return diagnostics.isEmpty()
                ? result(machine.run(source, List.of(statement), listener, cancellation))
                : reported(diagnostics, listener);
    }

    private static Result reported(List<Diagnostic> diagnostics, Listener listener) {
        diagnostics.forEach(diagnostic -> listener.on(new Event.Reported(diagnostic)));
        return Result.INVALID;
    }

    private static Expr expression(Source source, Script script) {
        if (script.statements().size() == 1
                && script.statements().getFirst() instanceof Show show
                && show.items().size() == 1
                && show.items().getFirst() instanceof Show.Item.Value value) {
            return value.value();
        }
        throw new ScriptException(
                List.of(Diagnostic.error(all(source), Problem.WRONG_KIND, "one expression", "something else")));
    }

    private static Span all(Source source) {
        return new Span(source, 0, source.text().length());
    }
}
