package org.nnlang.slips;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** Asks `why` in a session, and hands the answers over. */
final class Asking {
    private Asking() {}

    /** The answer to {@code why quantity = number}. */
    static Answer why(Session session, String quantity, String number) {
        return why(session, quantity, number, Cancellation.NONE);
    }

    /** The same, until it is cancelled; null then. */
    static Answer why(Session session, String quantity, String number, Cancellation cancellation) {
        List<Answer> answers = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        Listener listener = event -> {
            switch (event) {
                case Event.Answered e -> answers.add(e.answer());
                case Event.Reported e -> mistakes.add(e.diagnostic().what().title());
                default -> throw new AssertionError(event);
            }
        };
        session.run(new Source("question", "why " + quantity + " = " + number), listener, cancellation);
        if (answers.isEmpty() && !cancellation.isCancelled()) {
            throw new AssertionError(quantity + " = " + number + ": " + mistakes);
        }
        return answers.isEmpty() ? null : answers.getFirst();
    }
}
