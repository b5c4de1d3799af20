package org.nnlang.web;

import java.util.function.DoubleSupplier;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.render.JsonPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.session.Session;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Span;
import org.teavm.jso.JSBody;

/** Passes a run's events on to JavaScript, and lets it go on from time to time, so that it hears of a pause or a stop. */
final class Relay implements Listener, Cancellation, Session.Steps {
    /** How long nn works between two moments at which JavaScript does. */
    private static final double SLICE_MILLIS = 40;

    /** How often a run that waits asks whether it may go on. */
    private static final int WAIT_MILLIS = 20;

    private static final int TEXT = 1;
    private static final int JSON = 2;
    private static final int HTML = 4;

    private final Client client;
    private final int forms;
    private final TextPrinter text = new TextPrinter(TextRenderer.PAGE, this);
    private final JsonPrinter json = new JsonPrinter(this);
    private final HtmlPrinter html;
    private final DiagnosticRenderer diagnostics = new DiagnosticRenderer(false);

    private double next = now() + SLICE_MILLIS;
    private long step;
    private long done;
    private long total;
    private DoubleSupplier loss;

    /** Ids in the HTML begin with {@code prefix}; the bits of {@code forms} are the forms of a result that are made. */
    Relay(Client client, String prefix, int forms) {
        this.client = client;
        this.forms = forms;
        html = new HtmlPrinter(prefix, this);
    }

    @JSBody(script = "return performance.now();")
    private static native double now();

    @Override
    public void on(Event event) {
        if (event instanceof Event.Reported reported) {
            Diagnostic diagnostic = reported.diagnostic();
            boolean notice = diagnostic.severity() == Diagnostic.Severity.NOTICE;
            send(notice ? "notice" : "error", event, diagnostics.render(diagnostic), Answers.json(diagnostic), null);
            return;
        }
        send(
                kind(event),
                event,
                wants(TEXT) ? text.print(event) : null,
                wants(JSON) ? json.print(event) : null,
                wants(HTML) ? html.print(event) : null);
    }

    private boolean wants(int form) {
        return (forms & form) != 0;
    }

    private void send(String kind, Event event, String printed, String data, String drawn) {
        Span span = event.span();
        client.event(kind, span.source().name(), span.line(), span.start(), span.end(), printed, data, drawn);
    }

    private static String kind(Event event) {
        return switch (event) {
            case Event.Shown _ -> "shown";
            case Event.Listed _ -> "listed";
            case Event.Derived _ -> "derived";
            case Event.Answered _ -> "answered";
            case Event.Narrated _ -> "narrated";
            case Event.Stated _ -> "stated";
            case Event.Pictured _ -> "pictured";
            case Event.Printed _ -> "printed";
            case Event.Reported _ -> "error";
        };
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        this.step = step;
        this.done = done;
        this.total = total;
        this.loss = loss;
    }

    @Override
    public void rest() {
        if (now() < next) {
            return;
        }
        if (loss != null) {
            client.progress(step, done, total, loss.getAsDouble());
        }
        sleep(0);
        while (client.paused()) {
            sleep(WAIT_MILLIS);
        }
        next = now() + SLICE_MILLIS;
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void done(Span statement) {
        loss = null;
        client.done(statement.end());
    }

    @Override
    public boolean isCancelled() {
        return client.stopped();
    }
}
