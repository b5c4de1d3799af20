package org.nnlang.web;

import java.util.function.DoubleSupplier;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.render.HtmlPrinter;
import org.nnlang.render.JsonPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Span;
import org.teavm.jso.JSBody;

/** Passes a run's events on to JavaScript, and lets it go on from time to time, so that it hears of a stop. */
final class Relay implements Listener, Cancellation {
    /** How long nn works between two moments at which JavaScript does. */
    private static final double SLICE_MILLIS = 40;

    private final Client client;
    private final TextPrinter text = new TextPrinter(TextRenderer.PAGE, this);
    private final JsonPrinter json = new JsonPrinter(this);
    private final HtmlPrinter html;
    private final DiagnosticRenderer diagnostics = new DiagnosticRenderer(false);

    private double next = now() + SLICE_MILLIS;
    private long step;
    private long done;
    private long total;
    private DoubleSupplier loss;

    /** Ids in the HTML begin with {@code prefix}. */
    Relay(Client client, String prefix) {
        this.client = client;
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
        String drawn = event instanceof Event.Narrated narrated ? html.lines(narrated) : html.print(event);
        send(kind(event), event, text.print(event), json.print(event), drawn);
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
        if (now() >= next) {
            client.progress(step, done, total, loss.getAsDouble());
            try {
                Thread.sleep(0);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            next = now() + SLICE_MILLIS;
        }
    }

    @Override
    public boolean isCancelled() {
        return client.stopped();
    }
}
