package org.nnlang.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.render.JsonPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** A session, what it prints with all digits, and what is wrong with what it is given. */
final class Transcript implements Listener, Cancellation {
    /** So often a script is asked whether it goes on. */
    private static final int MOST_POLLS = 1_000;

    /** A training is stopped after about so many updates. */
    private static final int MOST_UPDATES = 300;

    final MemoryHost host = new MemoryHost(Map.of(
            "i.nn", "learning rate = 0.2\nshow step\n",
            "broken.nn", "learning rate = 0.7\nlet broken = step\nshow 1 / (broken - broken)\n",
            "d.csv", "a,b,c\n1,2,0\n3,4,1\n5,6,0\n"));
    final Session session = new Session(host);
    final List<Diagnostic> errors = new ArrayList<>();
    private final StringBuilder json = new StringBuilder();
    private final TextPrinter text = new TextPrinter(100);
    private int polls;

    @Override
    public void on(Event event) {
        text.print(event);
        json.append(new JsonPrinter().print(event));
        if (event instanceof Event.Reported(Diagnostic diagnostic)) {
            new DiagnosticRenderer(false).render(diagnostic);
            if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                errors.add(diagnostic);
            }
        }
    }

    @Override
    public boolean isCancelled() {
        return ++polls >= MOST_POLLS;
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        polls += done > MOST_UPDATES ? MOST_POLLS : 0;
    }

    /** Runs a text; its errors replace those before. */
    Result run(String script) {
        errors.clear();
        polls = 0;
        return session.run(new Source("fuzz", script), this, this);
    }

    /** What was printed since this was asked last, with every value to its last bit. */
    String printed() {
        String printed = json.toString();
        json.setLength(0);
        return printed;
    }

    /** Whether the last error is one of a training that keeps its updates. */
    boolean keepsTraining() {
        return errors.stream()
                .map(Diagnostic::problem)
                .anyMatch(p -> p == Problem.DIVERGED || p == Problem.OUTSIDE_DOMAIN_AT);
    }

    /** The errors as a user reads them. */
    String told() {
        return new DiagnosticRenderer(false).render(errors);
    }

    /** The parameters, and what is made of them and the sample in some layers, each with its value or why there is none. */
    String everything(List<String> layers) {
        printed();
        StringBuilder all = new StringBuilder();
        List<String> asked = new ArrayList<>(List.of("weights", "biases", "network"));
        if (!layers.isEmpty()) {
            asked.addAll(List.of("error", "loss", "accuracy", "target"));
        }
        for (String layer : layers) {
            for (String of : List.of("out", "net", "delta", "grad")) {
                asked.add(of + "(" + layer + ")");
            }
        }
        for (String quantity : asked) {
            Result result = run("show " + quantity);
            all.append(
                    result == Result.FINE
                            ? printed()
                            : quantity + ": " + errors.getFirst().what() + "\n");
        }
        return all.toString();
    }
}
