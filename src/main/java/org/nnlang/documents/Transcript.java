package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Source;

/**
 * A script's output as a reader sees it: its results, then its errors.
 *
 * @param events the results, one by one
 * @param tooLong whether nn stopped it for printing too much
 */
record Transcript(Result result, String results, List<Event> events, List<Diagnostic> diagnostics, boolean tooLong) {
    /** The longest output for a page. */
    private static final int LONGEST = 1 << 24;

    /** Runs a script until it is cancelled. */
    static Transcript of(Session session, Source source, Cancellation cancellation) {
        Recorder recorder = new Recorder(cancellation);
        Result result = session.run(source, recorder, recorder);
        return new Transcript(
                result,
                recorder.results.toString(),
                recorder.events,
                recorder.diagnostics,
                recorder.results.length() > LONGEST);
    }

    String text() {
        return results + new DiagnosticRenderer(false).render(diagnostics);
    }

    /** Records the events of a run. */
    private static final class Recorder implements Listener, Cancellation {
        private final Cancellation cancellation;
        private final TextPrinter printer = new TextPrinter(TextRenderer.PAGE, this);
        private final StringBuilder results = new StringBuilder();
        private final List<Event> events = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Recorder(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        @Override
        public void on(Event event) {
            if (event instanceof Event.Reported reported) {
                diagnostics.add(reported.diagnostic());
            } else {
                results.append(printer.print(event));
                events.add(event);
            }
        }

        @Override
        public boolean isCancelled() {
            return results.length() > LONGEST || cancellation.isCancelled();
        }
    }
}
