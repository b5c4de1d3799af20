package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.picture.Figure;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** A session, the figures that its scripts make, and the titles of its errors. */
final class Drawn {
    /** The network of the README, before training. */
    static final String BACKPROP = """
            input x[2]; layer h[2] sigmoid; layer y[2] sigmoid
            weights h = [0.15, 0.20; 0.25, 0.30]; weights y = [0.40, 0.45; 0.50, 0.55]
            bias h = 0.35 shared fixed; bias y = 0.60 shared fixed
            input = [0.05, 0.10]; target = [0.01, 0.99]; learning rate = 0.5
            """;

    final Session session = new Session();
    final List<Figure> figures = new ArrayList<>();
    final List<String> errors = new ArrayList<>();

    Drawn(String... scripts) {
        for (String script : scripts) {
            run(script);
        }
    }

    Drawn run(String script) {
        session.run(new Source("test.nn", script), event -> {
            if (event instanceof Event.Pictured pictured) {
                figures.add(pictured.figure());
            } else if (event instanceof Event.Reported reported) {
                errors.add(reported.diagnostic().what().title());
            }
        });
        return this;
    }

    /** The figure that a statement makes. */
    @SuppressWarnings("unchecked")
    <F extends Figure> F figure(String statement) {
        int before = figures.size();
        run(statement);
        if (figures.size() != before + 1) {
            throw new AssertionError(statement + " makes no figure: " + errors);
        }
        return (F) figures.getLast();
    }

    double number(String expression) {
        return session.number(expression);
    }
}
