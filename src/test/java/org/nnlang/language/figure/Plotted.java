package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.picture.Figure;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** A session and the figures that its scripts make. */
final class Plotted {
    private final Session session;

    Plotted(String script) {
        this(script, Host.NONE);
    }

    Plotted(String script, Host host) {
        session = new Session(host);
        session.run(script);
    }

    /** What statements show. */
    List<Event> events(String statements) {
        List<Event> events = new ArrayList<>();
        Result result = session.run(new Source("test.nn", statements), events::add);
        assertThat(result).as("%s", events).isEqualTo(Result.FINE);
        return events;
    }

    /** The figure that a statement makes. */
    <F extends Figure> F figure(Class<F> kind, String statement) {
        return kind.cast(((Event.Pictured) events(statement).getLast()).figure());
    }

    double[] numbers(String expression) {
        return session.vector(expression);
    }

    /** The numbers that a statement shows. */
    double[] shown(String statement) {
        return ((Event.Shown) events(statement).getLast()).value().values();
    }
}
