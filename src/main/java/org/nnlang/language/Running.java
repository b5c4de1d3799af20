package org.nnlang.language;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nnlang.data.ByteSource;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Neurons;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Runs statements, one after the other, on a workspace. */
public final class Running extends Context {
    private final Workspace workspace;
    private final Scripts scripts;
    private final Listener listener;
    private final Cancellation cancellation;
    private final Training training;
    private Evaluator evaluator;
    /** The declarations that the evaluator knows. */
    private Declarations evaluated;

    private boolean unmet;
    private boolean tookBranch;
    private Span at;

    Running(Workspace workspace, Scripts scripts, Listener listener, Cancellation cancellation) {
        this.workspace = workspace;
        this.scripts = scripts;
        this.listener = listener;
        this.cancellation = cancellation;
        training = new Training(workspace, listener, cancellation);
    }

    /** Runs statements. */
    public void run(List<Statement> statements) {
        for (Statement statement : statements) {
            Span around = at;
            at = statement.span();
            cancellation.check();
            statement.run(this);
            at = around;
        }
    }

    /** What cancels the run. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Where it was cancelled, and what that stopped. */
    Diagnostic cancelled() {
        return Diagnostic.notice(at, new Problem.Interrupted(workspace.step(), training.running()));
    }

    /** What the script has built up so far. */
    public Workspace workspace() {
        return workspace;
    }

    /** Makes updates. */
    public Training training() {
        return training;
    }

    /** The files of the script. */
    public Scripts scripts() {
        return scripts;
    }

    /** What is made of the bytes of a data file that the script names; fails if they are no data. */
    public <T> T open(Expr.Text name, Function<ByteSource, T> use) {
        return scripts.open(name, bytes -> use.apply(bytes.checked(cancellation::check)));
    }

    // values

    @Override
    public Declarations declarations() {
        return workspace.declarations();
    }

    @Override
    public Set<String> names() {
        return workspace.lets().keySet();
    }

    private Evaluator evaluator() {
        if (evaluator == null || evaluated != declarations()) {
            evaluator = new Evaluator(workspace);
            evaluated = declarations();
        }
        return evaluator;
    }

    @Override
    Quantities quantities() {
        return evaluator().quantities();
    }

    /** The value of an expression. */
    public Value value(Expr expression) {
        return evaluator().value(expression);
    }

    @Override
    public double number(Expr expression) {
        return evaluator().number(expression);
    }

    /** The value of an expression as it would be if no number had been rounded to decimals, at any step so far. */
    public Value unrounded(Expr expression, Value value) {
        Value unrounded = workspace.rounds() ? evaluator().exact(expression, value) : null;
        return unrounded == null ? value : unrounded;
    }

    /** The numbers of a vector; a number is a vector of one, and a matrix of one row is a vector. */
    public double[] vector(Expr expression) {
        return evaluator().vector(expression);
    }

    /** The numbers of a vector; fails unless there is one for each neuron. */
    public double[] vector(String what, Neurons neurons, Expr expression) {
        double[] values = vector(expression);
        checkVector(what, neurons, Shape.vector(values.length), expression.span());
        return values;
    }

    /** Whether a condition holds. */
    public boolean holds(Expr condition) {
        return evaluator().condition(condition);
    }

    /** The step that {@code Q @ n} looks at; fails unless it is in the past. */
    public long step(Expr.At e) {
        return evaluator().step(e);
    }

    /** Finds numbers that are not finite in the precision that is set, and reports them at {@code span}. */
    public Overflows overflows(Span span) {
        return new Overflows(workspace.settings().method().precision(), span);
    }

    // names

    /** Names a value. */
    public void let(Expr.Name name, Value value) {
        Value old = workspace.lets().get(name.name());
        workspace.let(name.name(), value);
        if (old == null || !old.shape().isSame(value.shape())) {
            evaluator = null;
        }
    }

    /** Keeps a definition. */
    public void define(Expr.Name name, List<Expr.Name> variables, Expr value) {
        workspace.define(Definition.of(name, variables, value, declarations(), workspace.lets()));
    }

    // what is shown

    /** Shows something. */
    public void tell(Event event) {
        listener.on(event);
    }

    /** Reports a notice. */
    public void notice(Span span, Problem problem) {
        tell(new Event.Reported(Diagnostic.notice(span, problem)));
    }

    /** Reports that something isn't as the script expects; the script goes on. */
    public void unmet(Diagnostic diagnostic) {
        unmet = true;
        tell(new Event.Reported(diagnostic));
    }

    /** Whether something was not as the script expects. */
    boolean unmet() {
        return unmet;
    }

    /** The significant digits of what is shown. */
    public int digits() {
        return workspace.settings().digits();
    }

    /** Shows a value under a name; {@code exact} is what it would be without rounding, null if it is the same. */
    public void show(Span span, String name, Value value, Value exact) {
        tell(new Event.Shown(span, name, value, exact, digits(), false));
    }

    /** Shows the value of an expression. */
    public void show(Expr expression) {
        Value value = value(expression);
        boolean rounds = workspace.settings().method().rounds();
        show(expression.span(), title(expression), value, rounds ? evaluator().exact(expression, value) : null);
    }

    /** What an expression is shown under: as it is written, but of {@code Q @ n} with the step that n is. */
    public String title(Expr expression) {
        if (expression instanceof Expr.At at && !(at.step() instanceof Expr.Number)) {
            return Texts.source(at.quantity().span()) + " @ " + step(at);
        }
        return Texts.source(expression.span());
    }

    // branches

    /** Notes whether the condition of a branch of an {@code if} held. */
    public void tookBranch(boolean held) {
        tookBranch = held;
    }

    /** Whether the condition of a branch of the last {@code if} held. */
    boolean tookBranch() {
        return tookBranch;
    }
}
