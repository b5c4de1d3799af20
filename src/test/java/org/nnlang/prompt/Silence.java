package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.text.Diagnostic;

/** A view that keeps what is wrong, and drops what is shown. */
final class Silence implements ConversationView {
    final List<Diagnostic> wrong = new ArrayList<>();

    @Override
    public void on(Event event) {
        if (event instanceof Event.Reported reported) {
            wrong.add(reported.diagnostic());
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public void print(String text) {}

    @Override
    public int width() {
        return 80;
    }

    @Override
    public void clear() {}

    @Override
    public List<String> history() {
        return List.of();
    }
}
