package org.nnlang.mistakes;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** Asks `why` in a session, and hands the answers over. */
final class Asking {
    private Asking() {}

    /** The answer to {@code why quantity = number}. */
    static Answer why(Session session, String quantity, String number) {
        return why(session, quantity, number, () -> true);
    }

    /** The same, stopped when {@code goesOn} says so; null then. */
    static Answer why(Session session, String quantity, String number, java.util.function.BooleanSupplier goesOn) {
        List<Answer> answers = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        Listener listener = new Listener() {
            @Override
            public void on(Event event) {
                switch (event) {
                    case Event.Answered e -> answers.add(e.answer());
                    case Event.Reported e ->
                        mistakes.add(e.diagnostic().message().title());
                    default -> throw new AssertionError(event);
                }
            }

            @Override
            public boolean goesOn() {
                return goesOn.getAsBoolean();
            }
        };
        session.run(new Source("question", "why " + quantity + " = " + number), listener);
        if (answers.isEmpty() && goesOn.getAsBoolean()) {
            throw new AssertionError(quantity + " = " + number + ": " + mistakes);
        }
        return answers.isEmpty() ? null : answers.getFirst();
    }
}
