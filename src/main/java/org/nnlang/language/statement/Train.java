package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Training;
import org.nnlang.language.Workspace;
import org.nnlang.network.Plan;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code train 100 until error < 0.1 every 10 { show error }}: trains for a number of epochs, or until a condition holds,
 * and runs a block at a fixed interval.
 *
 * @param epochs the number of epochs, null if not given
 * @param until the condition that ends training, null if not given
 * @param every the interval in epochs at which {@code block} runs, null if not given, like {@code block}
 */
public record Train(Expr epochs, Expr until, Expr every, Block block, Span span) implements Statement {
    /** The number of epochs after which a training run without a number ends. */
    private static final long MOST_EPOCHS = 1_000_000;

    private static final long EPOCHS_BETWEEN_REPORTS = 64;

    @Override
    public List<Block> blocks() {
        return block == null ? List.of() : List.of(block);
    }

    @Override
    public boolean asksForLoss() {
        return true;
    }

    @Override
    public void check(Checking c) {
        Span verb = new Span(span.source(), span.start(), span.start() + "train".length());
        c.attempt(() -> c.needs(verb).training("train"));
        c.attempt(() -> most(c));
        if (until != null) {
            c.attempt(() -> c.condition(until));
        }
        if (every != null) {
            c.attempt(() -> interval(c));
            c.check(block);
        }
    }

    private long most(Context c) {
        return epochs == null ? MOST_EPOCHS : c.count("the number of epochs", epochs, 0);
    }

    private long interval(Context c) {
        return every == null ? Long.MAX_VALUE : c.count("`every`", every, 1);
    }

    @Override
    public void run(Running r) {
        r.needs(span).training("train");
        long most = most(r);
        if (most == 0) {
            return;
        }
        r.workspace().train(span, () -> train(r, most));
        if (epochs == null && (until == null || !r.holds(until))) {
            r.notice(span, new Problem.NoEnd(MOST_EPOCHS, until != null));
        }
    }

    /** Trains up to the next run of the block at a time or, if there is a condition, one epoch at a time. */
    private void train(Running r, long most) {
        long interval = interval(r);
        Workspace workspace = r.workspace();
        long total = updates(workspace, most);
        long start = workspace.step();
        Training.Progress progress = null;
        for (long epoch = 0; epoch < most; ) {
            Plan plan = workspace.plan(span);
            boolean other = progress == null || progress.plan() != plan;
            progress = other ? r.training().begin(span, plan, start, total) : progress;
            long some = until == null ? Math.min(most - epoch, interval - epoch % interval) : 1;
            long updates = updates(workspace, some);
            long certain = until != null ? updates : other ? updates(workspace, most - epoch) : 0;
            progress.update(updates, certain);
            epoch += some;
            if (epoch % EPOCHS_BETWEEN_REPORTS == 0) {
                progress.checkpoint();
            }
            if (epoch % interval == 0) {
                r.run(block.statements());
                r.needs(span).training("train"); // the block may have removed something needed
            }
            if (until != null && r.holds(until)) {
                return;
            }
        }
    }

    /** The number of updates in {@code some} epochs; an epoch that has begun counts as the first. */
    private long updates(Workspace workspace, long some) {
        Plan plan = workspace.plan(span);
        long first = plan.updatesLeft(workspace.state(span).position());
        if (some == 1) {
            return first;
        }
        long most = Long.MAX_VALUE / 4 / plan.updatesPerEpoch();
        return first + Math.min(some - 1, most) * plan.updatesPerEpoch();
    }
}
