package org.nnlang.language;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.nnlang.data.ByteSource;
import org.nnlang.language.statement.DefineFormula;
import org.nnlang.language.statement.DefineOptimizer;
import org.nnlang.network.Cancellation;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Neurons;
import org.nnlang.network.QuantityValues;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Runs statements, one after another, on a workspace. */
public final class Running extends Context {
    private final Workspace workspace;
    private final Scripts scripts;
    private final Listener listener;
    private final Cancellation cancellation;
    private final Training training;
    private Evaluator evaluator;
    /** The declarations that the evaluator was made for. */
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
            listener.rest();
            cancellation.check();
            statement.run(this);
            at = around;
        }
    }

    /** Cancels the run. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** The notice that the run was cancelled: where, and what was stopped. */
    Diagnostic cancelled() {
        return Diagnostic.notice(
                at, Problem.INTERRUPTED, training.running() ? "stopped" : "stopped,", workspace.step());
    }

    /** What the script has built up so far. */
    public Workspace workspace() {
        return workspace;
    }

    /** Makes the updates of training verbs. */
    public Training training() {
        return training;
    }

    /** The files of the script. */
    public Scripts scripts() {
        return scripts;
    }

    /** Opens a data file that the script names and passes its bytes to {@code use}; fails if they can't be used. */
    public <T> T open(Expr.Text name, Function<ByteSource, T> use) {
        return scripts.open(name, bytes -> use.apply(bytes.checked(cancellation::check)));
    }

    /** The error that the learning rate's schedule gives a number that can't be one. */
    Diagnostic outOfRange(LearningRate.OutOfRange e) {
        String what = "the learning rate after " + e.step() + (e.step() == 1 ? " update" : " updates");
        return Diagnostic.error(at, Problem.BAD_VALUE, what, Texts.number(e.rate()), "at least 0");
    }

    // values

    @Override
    public Declarations declarations() {
        return workspace.declarations();
    }

    @Override
    NameMap<Value> lets() {
        return workspace.lets();
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

    /** The value of an expression after {@code step} updates, which must be known; a step in it counts for its part. */
    public double number(Expr expression, long step) {
        return evaluator().atStep(step).number(expression);
    }

    /** The value of an expression after {@code step} updates, which must be known; a step in it counts for its part. */
    public Value value(Expr expression, long step) {
        return evaluator().atStep(step).value(expression);
    }

    /** The value of an expression after {@code step} updates if the quantities were those that {@code change} makes of them. */
    public double number(Expr expression, long step, UnaryOperator<QuantityValues> change) {
        return evaluator().atStep(step).after(change).number(expression);
    }

    /** The value of an expression if no number had been rounded to decimals at any step so far. */
    public Value unrounded(Expr expression, Value value) {
        Value unrounded = workspace.rounds() ? evaluator().exact(expression, value) : null;
        return unrounded == null ? value : unrounded;
    }

    /** The numbers of a vector; a number is a vector of one, and a matrix of one row is a vector. */
    public double[] vector(Expr expression) {
        return evaluator().vector(expression);
    }

    /** The numbers of a vector; fails unless it has one for each neuron. */
    public double[] vector(String what, Neurons neurons, Expr expression) {
        double[] values = vector(expression);
        checkVector(what, neurons, Shape.vector(values.length), expression.span());
        return values;
    }

    @Override
    public Shape shape(Expr expression) {
        return evaluator().shape(expression);
    }

    /** Whether a condition holds. */
    public boolean holds(Expr condition) {
        return evaluator().condition(condition);
    }

    /** The step {@code n} of {@code Q @ n}; fails unless it is a whole number from the first step to the current one. */
    public long step(Expr.At e) {
        return evaluator().step(e);
    }

    /** A step {@code n} itself; fails as {@link #step} does. */
    public long stepOf(Expr n) {
        return evaluator().stepOf(n);
    }

    /** The preconditions of what is asked for at {@code span}, after {@code step} updates. */
    public Preconditions needs(Span span, long step) {
        return new Preconditions(workspace.declarationsAt(step, span), span);
    }

    /** The check that numbers are finite in the precision that is set; failures are reported at {@code span}. */
    public Overflows overflows(Span span) {
        return new Overflows(workspace.settings().arithmetic().precision(), span);
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

    /** Adds a definition. */
    public void define(DefineFormula formula) {
        workspace.define(Definition.of(formula, declarations(), workspace.lets()));
    }

    /** Defines an optimizer. */
    public void define(DefineOptimizer optimizer) {
        workspace.define(OptimizerMaker.of(optimizer, declarations(), workspace.lets(), this::number));
    }

    // what is shown

    /** Passes an event to the listener. */
    public void tell(Event event) {
        listener.on(event);
    }

    /** Reports a notice. */
    public void notice(Span span, Message message) {
        tell(new Event.Reported(Diagnostic.notice(span, message)));
    }

    /** Reports that an {@code expect} doesn't hold; the script continues. */
    public void unmet(Diagnostic diagnostic) {
        unmet = true;
        tell(new Event.Reported(diagnostic));
    }

    /** Whether an {@code expect} didn't hold. */
    boolean unmet() {
        return unmet;
    }

    /** The number of significant digits to show. */
    public int digits() {
        return workspace.settings().digits();
    }

    /** Shows a value under a name; {@code exact} is the value without rounding, null if it is the same. */
    public void show(Span span, String name, Value value, Value exact) {
        tell(new Event.Shown(span, name, value, exact, digits(), false));
    }

    /** Shows the value of an expression. */
    public void show(Expr expression) {
        Value value = value(expression);
        boolean rounds = workspace.settings().arithmetic().rounds();
        show(expression.span(), title(expression), value, rounds ? evaluator().exact(expression, value) : null);
    }

    /** The title of an expression's value: its source, with the step's number for the {@code n} of {@code Q @ n}. */
    public String title(Expr expression) {
        if (expression instanceof Expr.At at && !(at.step() instanceof Expr.Number)) {
            return Texts.source(at.quantity().span()) + " @ " + step(at);
        }
        return Texts.source(expression.span());
    }

    // branches

    /** Notes whether an {@code if} ran one of its branches that have a condition. */
    public void tookBranch(boolean held) {
        tookBranch = held;
    }

    /** Whether the last {@code if} ran one of its branches that have a condition. */
    boolean tookBranch() {
        return tookBranch;
    }
}
