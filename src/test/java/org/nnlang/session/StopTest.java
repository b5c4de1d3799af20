package org.nnlang.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.embed.Nn;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Cancelled;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Source;

/** What takes long is cancelled in the middle: an update of many samples, a mean over many, the training as it would be without decimals. */
class StopTest {
    private static final int SAMPLES = 3000;

    private static final String START = "input x[2]; layer h[3] tanh; layer y[1] sigmoid; loss squared\ndata = ["
            + IntStream.range(0, SAMPLES)
                    .mapToObj(i -> i % 7 / 7.0 + ", " + i % 11 / 11.0 + " -> " + i % 2)
                    .collect(Collectors.joining("; "))
            + "]\n";

    private final Session session = Nn.session();

    /** Cancels a script after some checks; counts them, and what it is told. */
    private static final class Patience implements Listener, Cancellation {
        private long left;
        private int checks;
        private int told;

        Patience(long times) {
            left = times;
        }

        @Override
        public void on(Event event) {}

        @Override
        public boolean isCancelled() {
            checks++;
            return --left < 0;
        }

        @Override
        public void progress(long step, long done, long total, DoubleSupplier loss) {
            told++;
            loss.getAsDouble();
        }
    }

    private Result run(String script, Patience patience) {
        return session.run(new Source("script", script), patience, patience);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "round = 4", "precision = single", "engine = exact"})
    void inTheMiddleOfAnUpdate(String setting) {
        run(START + setting + "\nbatch = all; train 3", new Patience(Long.MAX_VALUE));
        double w1 = session.number("w1");
        Patience patience = new Patience(7); // twice for the statement, then in its update
        assertThat(run("train 2", patience)).isEqualTo(Result.INTERRUPTED);
        assertThat(patience.told).isPositive();
        assertThat(session.number("step")).isEqualTo(3);
        assertThat(session.number("w1")).isEqualTo(w1);
        run("train 2", new Patience(Long.MAX_VALUE));
        double after = session.number("w1");
        Session straight = Nn.session();
        straight.run(START + setting + "\nbatch = all; train 5");
        assertThat(after).isEqualTo(straight.number("w1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show loss", "show accuracy", "show d(loss, w1)", "round = 4; show loss"})
    void inTheMiddleOfAMean(String script) {
        run(START, new Patience(Long.MAX_VALUE));
        Patience all = new Patience(Long.MAX_VALUE);
        assertThat(run(script, all)).isEqualTo(Result.FINE);
        assertThat(all.checks).isGreaterThan(SAMPLES / 256);
        assertThat(run(script, new Patience(all.checks - 3))).isEqualTo(Result.INTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "latex", "markdown", "mathml"})
    void inTheMiddleOfALongDerivation(String format) {
        session.run("input x[1]; layer h[20] tanh; layer g[20] tanh; layer y[1] linear; input = 1; target = 1");
        String script = "explain grad(w1) in full as " + format;
        List<Event> events = new ArrayList<>();
        session.run(new Source("script", script), events::add, Cancellation.NONE);
        Patience all = new Patience(Long.MAX_VALUE);
        assertThat(run(script, all)).isEqualTo(Result.FINE);
        assertThat(run(script, new Patience(all.checks - 3))).isEqualTo(Result.INTERRUPTED);
        Patience printing = new Patience(20);
        assertThatThrownBy(() -> new TextPrinter(80, printing).print(events.getFirst()))
                .isInstanceOf(Cancelled.class);
        assertThat(printing.checks).isEqualTo(21);
    }

    @Test
    void onTheWayToWhereThereWouldBeWithoutDecimals() {
        run(START + "round = 3; batch = all; train 20", new Patience(Long.MAX_VALUE));
        assertThat(run("show w1", new Patience(20))).isEqualTo(Result.INTERRUPTED);
        assertThat(run("show w1", new Patience(Long.MAX_VALUE))).isEqualTo(Result.FINE);
        assertThat(run("undo", new Patience(Long.MAX_VALUE))).isEqualTo(Result.FINE);
        assertThat(session.number("step")).isZero();
    }
}
