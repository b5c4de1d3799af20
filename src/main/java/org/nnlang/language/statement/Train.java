package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.language.Training;
import org.nnlang.language.Workspace;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/**
 * {@code train 100 until error < 0.1 every 10 { show error }}: trains for a number of epochs, or until a condition holds,
 * and runs a block at a fixed interval. {@code until loss(test) rises for 10} ends it when the last 10 epochs brought no new
 * least value, and shows where the least was.
 *
 * @param epochs the number of epochs, null if not given
 * @param until the condition that ends training, or the number that rises, null if not given
 * @param patience the number of epochs without a new least value that end training, null if {@code until} is a condition
 * @param every the interval in epochs at which {@code block} runs, null if not given, like {@code block}
 */
public record Train(Expr epochs, Expr until, Expr patience, Expr every, Block block, Span span) implements Statement {
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
            c.attempt(() -> {
                if (patience == null) {
                    c.condition(until);
                } else {
                    c.number(until);
                }
            });
            c.attempt(() -> patience(c));
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

    private long patience(Context c) {
        return patience == null ? 0 : c.count("`rises for`", patience, 1);
    }

    @Override
    public void run(Running r) {
        r.needs(span).training("train");
        long most = most(r);
        if (most == 0) {
            return;
        }
        Ending ending = new Ending(r);
        r.workspace().train(span, () -> train(r, most, ending));
        if (epochs == null && !ending.reached) {
            Problem problem = until == null ? Problem.NO_END : Problem.CONDITION_NOT_REACHED;
            r.notice(span, problem.with(Thousands.of(MOST_EPOCHS)));
        }
        ending.tell();
    }

    /** Whether training should end, and where the number that should not rise was least. */
    private final class Ending {
        private record Point(long epoch, long step, double value) {
            Event.Row row(String name) {
                return new Event.Row(
                        name, List.of(new Event.Number(epoch), new Event.Number(step), new Event.Number(value)));
            }
        }

        private final Running r;
        private final long most;
        private boolean reached;
        private long waited;
        private Point least;
        private Point last;

        Ending(Running r) {
            this.r = r;
            most = patience(r);
            if (patience != null) {
                least = last = now();
            }
        }

        private Point now() {
            State state = r.workspace().state(span);
            return new Point(state.epoch(), state.step(), r.number(until));
        }

        /** Looks at the state after an epoch. */
        boolean isReached() {
            if (until == null) {
                return false;
            }
            if (patience == null) {
                return reached = r.holds(until);
            }
            last = now();
            waited++;
            if (last.value < least.value) {
                least = last;
                waited = 0;
            }
            return reached = waited >= most;
        }

        void tell() {
            if (least != null) {
                List<String> header = List.of("", "epoch", "step", Texts.source(until.span()));
                List<Event.Row> rows = List.of(least.row("least"), last.row("last"));
                r.tell(new Event.Listed(span, "train", header, rows, r.digits()));
            }
        }
    }

    /** Trains up to the next run of the block at a time or, if there is a condition, one epoch at a time. */
    private void train(Running r, long most, Ending ending) {
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
            if (ending.isReached()) {
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
