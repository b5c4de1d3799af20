package org.nnlang.prompt;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.language.Listener;
import org.nnlang.language.Outline;
import org.nnlang.session.Result;
import org.nnlang.session.ScriptException;
import org.nnlang.session.Session;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Runs what the user types: passes statements to the session, executes commands, shows watched quantities again. */
public final class Conversation {
    private static final String EDITED = "edited";

    private final CurrentSession current;
    private final ConversationView view;
    private final Watches watches;
    private final EntryHistory history;
    private final PromptCommands commands;
    private boolean over;
    private int notRun;
    private OpenIf openIf = OpenIf.NONE;

    /** Starts a conversation with a new session, whose files come from the host. */
    public Conversation(Host host, ConversationView view) {
        current = new CurrentSession(host);
        this.view = view;
        watches = new Watches(current);
        history = new EntryHistory(current);
        commands = new PromptCommands(current, view, watches, history, text -> {
            history.name(text);
            return take(new Source(EDITED, text));
        });
    }

    /** Whether the user typed {@code quit}. */
    public boolean isOver() {
        return over;
    }

    /** The names that are declared now. */
    public Outline outline() {
        return current.get().outline();
    }

    /** The present session, to ask it what isn't part of the conversation. */
    public Session session() {
        return current.get();
    }

    /** The watched quantities, as the user wrote them. */
    public List<String> watched() {
        return watches.names();
    }

    /** Runs a script, and keeps it as the beginning of the session. */
    public Result run(Source script) {
        return current.run(script, view);
    }

    /**
     * Runs the statements and commands of an entry in order, up to the first that fails. For a user at a prompt, keeps the
     * state before them, so that {@code undo} can restore it.
     */
    public Result say(Source source) {
        notRun = 0;
        if (!view.canAsk()) {
            return take(source);
        }
        history.begin(source.text());
        Result result = take(source);
        history.end();
        return result;
    }

    private Result take(Source source) {
        Source whole = openIf.joined(source);
        if (whole != null) {
            return goOn(whole);
        }
        openIf = OpenIf.NONE;
        Result worst = Result.FINE;
        List<InputSplitter.Piece> pieces = InputSplitter.of(Aliases.replaced(source, outline()), view.canAsk());
        for (int i = 0; i < pieces.size() && !over; i++) {
            if (notRun > 0 || worst != Result.FINE) {
                notRun += pieces.get(i).statements();
            } else {
                InputSplitter.Piece piece = pieces.get(i);
                worst = piece.command() ? command(piece) : statements(piece.source());
            }
        }
        return worst;
    }

    /** Continues an {@code if} whose {@code else} came separately; does not run a branch again. */
    private Result goOn(Source whole) {
        boolean taken = openIf.taken();
        openIf = OpenIf.NONE;
        int end = taken ? OpenIf.end(whole) : whole.text().length();
        Source statement = new Source(whole.name(), whole.text().substring(0, end));
        SessionScript.Lines before = current.typed().lines();
        Result result = taken ? current.get().check(statement, view) : statements(statement);
        if (result != Result.FINE) {
            return result;
        }
        current.typed().removeLast(before);
        if (!taken) {
            return result;
        }
        current.typed().add(statement.text());
        openIf = OpenIf.of(statement.text(), true);
        String rest = whole.text().substring(end);
        return rest.isBlank() ? result : take(new Source(whole.name(), rest));
    }

    /** The number of statements and commands after the failed one in the last entry. */
    public int notRun() {
        return notRun;
    }

    private Result command(InputSplitter.Piece piece) {
        openIf = OpenIf.NONE;
        over = piece.word(0).equals("quit") && piece.tokens().size() == 1;
        return over ? Result.FINE : commands.run(piece);
    }

    private Result statements(Source source) {
        Stopped stopped = new Stopped();
        Result result = current.get().runEach(source, stopped, view, new Session.Steps() {
            @Override
            public void done(Span statement) {
                if (SessionScript.isNew(statement.text())) {
                    current.typed().clear();
                    watches.clear();
                } else {
                    current.typed().add(statement.text());
                }
                openIf = OpenIf.of(statement.text(), current.get().tookBranch());
                changed();
                stopped.begin();
            }

            @Override
            public void notRun(int count) {
                notRun = count;
            }
        });
        if (result != Result.FINE) {
            stopped.note();
            changed();
        }
        return result;
    }

    private void changed() {
        if (!watches.names().isEmpty()) {
            watches.showChanges(view);
        }
    }

    /** Passes everything on to the view, and notes where a training run was stopped. */
    private final class Stopped implements Listener {
        private Span span;
        private double step;
        private double epoch;

        Stopped() {
            begin();
        }

        void begin() {
            step = outline().step();
            epoch = number("epoch");
        }

        private double number(String quantity) {
            try {
                return step == 0 && outline().step() == 0 ? 0 : current.get().number(quantity);
            } catch (ScriptException none) {
                return 0;
            }
        }

        @Override
        public void on(Event event) {
            if (event instanceof Event.Reported reported
                    && reported.diagnostic().problem() == Problem.INTERRUPTED) {
                span = reported.span();
            }
            view.on(event);
        }

        @Override
        public void progress(long step, long done, long total, DoubleSupplier loss) {
            view.progress(step, done, total, loss, watches::live);
        }

        /** Adds a stopped training run to the script, with the number of epochs that it completed. */
        void note() {
            if (span == null) {
                return;
            }
            double epochs = number("epoch") - epoch;
            boolean whole = epochs > 0 && number("step") - step == epochs;
            current.typed()
                    .note("stopped at step " + (long) number("step") + (whole ? ":" : ", not exactly:") + " "
                            + span.text());
            if (epochs > 0) {
                current.typed().add("train " + (long) epochs);
            }
        }
    }
}
