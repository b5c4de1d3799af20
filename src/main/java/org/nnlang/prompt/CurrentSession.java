package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Host;
import org.nnlang.language.Machine;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** The prompt's current session, which a new one can replace, with the scripts and statements that made it. */
final class CurrentSession {
    private final Host host;
    private Session session;
    private final SessionScript typed = new SessionScript();
    private final List<String> files = new ArrayList<>();

    CurrentSession(Host host) {
        this.host = host;
        session = new Session(host);
    }

    Session get() {
        return session;
    }

    Host host() {
        return host;
    }

    /** The statements that the user typed and that succeeded. */
    SessionScript typed() {
        return typed;
    }

    /** The session at a moment. Immutable. */
    record Moment(Session session, Machine.Checkpoint checkpoint, SessionScript.Lines typed, List<String> files) {
        /** Whether nothing has changed between this moment and another; showing something is not a change. */
        boolean isSame(Moment other) {
            return session == other.session && checkpoint.isSame(other.checkpoint);
        }
    }

    /** The session now. */
    Moment moment() {
        return new Moment(session, session.checkpoint(), typed.lines(), files());
    }

    /** Goes to another moment. */
    void restore(Moment moment) {
        session = moment.session;
        session.restore(moment.checkpoint);
        typed.restore(moment.typed);
        files.clear();
        files.addAll(moment.files);
    }

    /** Goes to the moment after an entry; statements since then that only show something stay in the script. */
    void repeat(Moment before, Moment after) {
        SessionScript.Lines now = typed.lines();
        restore(after);
        typed.restore(now);
        typed.repeat(before.typed, after.typed);
    }

    /** The names of the files that the session began with. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** Runs a file in the session. */
    Result run(Source script, ConversationView view) {
        files.add(script.name());
        List<String> done = new ArrayList<>();
        boolean[] renewed = {false};
        Result result = session.load(script, view, view, new Session.Steps() {
            @Override
            public void done(Span statement) {
                if (SessionScript.isNew(statement.text())) {
                    renewed[0] = true;
                    done.clear();
                    typed.clear();
                } else {
                    done.add(statement.text());
                }
            }
        });
        if (result == Result.FINE && !renewed[0]) {
            typed.add("include \"" + script.name().replace("\\", "\\\\") + "\"");
        } else if (!done.isEmpty()) {
            typed.note("from " + script.name());
            done.forEach(typed::add);
        }
        return result;
    }

    /** Runs files in a new session; if the first has errors, keeps the old session. */
    Result load(List<Source> scripts, ConversationView view) {
        Result result = new Session(host).check(scripts.getFirst(), view);
        if (result != Result.FINE) {
            return result;
        }
        session = new Session(host);
        typed.clear();
        files.clear();
        for (Source script : scripts) {
            result = result == Result.FINE ? run(script, view) : result;
        }
        return result;
    }

    /** Runs the text of a session in a new session; if it fails, keeps the old session. */
    Result rerun(Source text, ConversationView view) {
        Session fresh = new Session(host);
        Result result = fresh.load(text, view, view, _ -> {});
        if (result == Result.FINE) {
            session = fresh;
            typed.clear();
            typed.addScript(text.text());
        }
        return result;
    }
}
