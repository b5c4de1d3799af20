package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Host;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** The session that the prompt works on, which a fresh one can replace, and what makes it up. */
final class CurrentSession {
    private final Host host;
    private Session session;
    private SessionScript typed = new SessionScript();
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

    /** What was typed and succeeded. */
    SessionScript typed() {
        return typed;
    }

    /** The files that it began with, as they are called. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** Runs a file in this session. */
    Result run(Source script, ConversationView face) {
        files.add(script.name());
        List<String> done = new ArrayList<>();
        boolean[] renewed = {false};
        Result result = session.load(script, face, face, new Session.Steps() {
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

    /** Runs files in a fresh session; if the first does not check, this one stays. */
    Result load(List<Source> scripts, ConversationView face) {
        Result result = new Session(host).check(scripts.getFirst(), face);
        if (result != Result.FINE) {
            return result;
        }
        session = new Session(host);
        typed = new SessionScript();
        files.clear();
        for (Source script : scripts) {
            result = result == Result.FINE ? run(script, face) : result;
        }
        return result;
    }

    /** Runs the text of a session again, in a fresh one; unless it runs to its end, this one stays. */
    Result rerun(Source text, ConversationView face) {
        Session fresh = new Session(host);
        Result result = fresh.load(text, face, face, _ -> {});
        if (result == Result.FINE) {
            session = fresh;
            typed = new SessionScript();
            typed.addScript(text.text());
        }
        return result;
    }
}
