package org.nnlang.repl;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Host;
import org.nnlang.interpreter.Listener;
import org.nnlang.interpreter.Outline;
import org.nnlang.session.Result;
import org.nnlang.session.ScriptException;
import org.nnlang.session.Session;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;

/** Takes what is typed: statements go to the session, commands are carried out, what is watched is shown again. */
public final class Conversation {
    private final Session session;
    private final Face face;
    private final Typed typed = new Typed();
    private final Watches watches;
    private final Commands commands;
    private boolean over;

    /** A conversation about a new session, whose files the host has. */
    public Conversation(Host host, Face face) {
        this.session = new Session(host);
        this.face = face;
        watches = new Watches(session);
        commands = new Commands(session, host, face, typed, watches);
    }

    /** Whether {@code quit} was said. */
    public boolean isOver() {
        return over;
    }

    /** What has names now. */
    public Outline outline() {
        return session.outline();
    }

    /** What is watched, as it was written. */
    public List<String> watched() {
        return watches.names();
    }

    /** Runs a script of which everything is kept. */
    public Result run(Source script, String path) {
        Result result = session.run(script, face);
        if (result == Result.FINE) {
            typed.add("include \"" + path.replace("\\", "\\\\") + "\"");
        } else {
            typed.note(path + " was run, but not all of it went well");
        }
        return result;
    }

    /** Takes a text of statements and commands, one after the other up to the first that goes wrong. */
    public Result say(Source source) {
        Result worst = Result.FINE;
        for (Pieces.Piece piece : Pieces.of(source)) {
            Result result = piece.command() ? command(piece) : statements(piece.source());
            worst = result == Result.FINE ? worst : result;
            if (over || result != Result.FINE) {
                break;
            }
        }
        return worst;
    }

    private Result command(Pieces.Piece piece) {
        over = piece.word(0).equals("quit") && piece.tokens().size() == 1;
        return over || commands.run(piece) ? Result.FINE : Result.INVALID;
    }

    private Result statements(Source source) {
        Stopped stopped = new Stopped();
        Result result = session.runEach(source, stopped, span -> {
            typed.add(span.text());
            changed();
            stopped.begin();
        });
        if (result != Result.FINE) {
            stopped.note();
            changed();
        }
        return result;
    }

    private void changed() {
        if (!watches.names().isEmpty()) {
            face.print(watches.changes(face.width()));
        }
    }

    /** Passes everything on to the face, and notes where a training was stopped. */
    private final class Stopped implements Listener {
        private Span span;
        private double step;
        private double epoch;

        Stopped() {
            begin();
        }

        void begin() {
            step = session.outline().step();
            epoch = number("epoch");
        }

        private double number(String quantity) {
            try {
                return step == 0 && session.outline().step() == 0 ? 0 : session.number(quantity);
            } catch (ScriptException none) {
                return 0;
            }
        }

        @Override
        public void on(Event event) {
            if (event instanceof Event.Reported reported
                    && reported.diagnostic().problem() instanceof Problem.Interrupted) {
                span = reported.span();
            }
            face.on(event);
        }

        @Override
        public boolean goesOn() {
            return face.goesOn();
        }

        @Override
        public void progress(long step, long done, long total, DoubleSupplier loss) {
            face.progress(step, done, total, loss);
        }

        /** Of a training that was stopped the script gets as many whole epochs as were made. */
        void note() {
            if (span == null) {
                return;
            }
            double epochs = number("epoch") - epoch;
            boolean whole = epochs > 0 && number("step") - step == epochs;
            typed.note(
                    "stopped at step " + (long) number("step") + (whole ? ":" : ", not exactly:") + " " + span.text());
            if (epochs > 0) {
                typed.add("train " + (long) epochs);
            }
        }
    }
}
